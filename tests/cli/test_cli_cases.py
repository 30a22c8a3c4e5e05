"""Adding, editing, listing and showing, as a person reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_ran import Upheld

AGAIN = (
    "add", "--company", "Severmart", "--subject", "Refund for a broken kettle",
    "--problem", "refund", "--identifier", "order=4821-77",
)  # fmt: skip


def test_add_says_what_is_new_what_lacks_and_what_to_use(upheld: Upheld) -> None:
    ran = upheld("add", "--company", "Northbank", "--subject", "Fee", "--problem", "billing")
    assert ran.out.splitlines()[0] == "#1 Northbank: Fee. Draft."
    assert "lacks" in ran.out
    assert "Northbank is new" in ran.err
    assert "Best channel" in ran.err


def test_add_names_the_option_of_what_is_missing(upheld: Upheld) -> None:
    asked = upheld("add", "--company", "Acme", "--subject", "Refund")
    assert asked.status == 2
    assert "kind of problem" in asked.err
    assert "--problem technical|billing|refund|" in asked.err
    assert "--company …" in upheld("add", "--subject", "Refund", "--problem", "refund").err
    unclear = upheld("add", "--company", "A", "--subject", "R", "--problem", "trouble")
    assert "Here:" not in unclear.err


def test_add_warns_of_the_same_case_and_of_nearly_the_same_company(refund: Upheld) -> None:
    assert "#1" in refund(*AGAIN).err
    near = refund("add", "--company", "Severmrt", "--subject", "Lamp", "--problem", "delivery")
    assert "Severmart" in near.err
    assert "#1" not in near.err


def test_every_fact_can_be_given(upheld: Upheld) -> None:
    case = upheld(
        "add", "--company", "A", "--subject", "B", "--problem", "defect", "--urgency", "high",
        "--formal", "--amount", "12 490 ₽", "--details", "-", "--done", "called", "--result", "fix",
        "--introduction", "I", "--enclosures", "E", "--contacts", "C", "--language", "ru",
        "--country", "ru", "--timezone", "Europe/Moscow", "--playbook", "general",
        "--identifier", "order=1,2", "--identifier", "77-1", "--tag", "x", "--tag", "y", "--json",
        stdin="It broke.\nTwice.\n",
    ).json  # fmt: skip
    assert (case["urgency"], case["formal"], case["country"]) == ("high", True, "RU")
    assert case["details"] == "It broke.\nTwice."
    assert case["amount"] == {"value": "12490", "currency": "RUB"}
    assert case["identifiers"] == [
        {"kind": "", "value": "77-1"},
        {"kind": "order", "value": "1,2"},
    ]
    assert (case["done_already"], case["tags"]) == ("called", ["x", "y"])


def test_edit_says_what_changed_or_that_nothing_did(refund: Upheld) -> None:
    assert "urgency" in refund("edit", "#1", "urgency=high").out
    assert "nothing" in refund("edit", "1", "urgency=high").out
    assert refund("edit", "1", "details=-", "--json", stdin="New.").json["details"] == "New."
    changed = refund("edit", "1", "identifier.order=", "identifier.contract=9", "--json").json
    assert changed["identifiers"] == [{"kind": "contract", "value": "9"}]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ((), [1, 2]),
        (("kettle",), [1]),
        (("-kettle",), [2]),
        (("-is:draft",), []),
        (("stage:draft", "-company:north"), [1]),
        (("stage:draft -company:north",), [1]),
        (('company:"North bank"',), [2]),
        (("company:North bank", "fee"), [2]),
        (("#2",), [2]),
        (("--", "-kettle"), [2]),
        (("nothing like it",), []),
    ],
)
def test_list_by_query(refund: Upheld, query: tuple[str, ...], found: list[int]) -> None:
    refund("add", "--company", "North bank", "--subject", "Fee", "--problem", "billing")
    assert [case["id"] for case in refund("list", "--json", *query).json] == found


def test_list_is_sorted_and_aligned(refund: Upheld) -> None:
    refund("add", "--company", "Банк", "--subject", "Комиссия", "--problem", "billing")
    assert [c["id"] for c in refund("list", "--sort", "company", "--json").json] == [1, 2]
    first, second = refund("list").out.splitlines()
    assert first.index("Draft") == second.index("Draft")


def test_an_empty_book_says_how_to_begin(upheld: Upheld) -> None:
    ran = upheld("list")
    assert ran.out == ""
    assert "upheld add" in ran.err
    assert "Nothing" in upheld("today").out


def test_show_has_facts_timeline_working_and_ladder(refund: Upheld, tmp_path: Path) -> None:
    receipt = tmp_path / "receipt.txt"
    receipt.write_text("paid")
    refund(
        "record", "1", "sent", "--channel", "email", "--reference", "55-10", "--url",
        "https://x.example/55", "--agent", "Ann", "--text", "Dear all\nplease", "--promise", "+3d",
        "--file", str(receipt), on="2026-11-02",
    )  # fmt: skip
    shown = refund("show", "1", on="2026-11-04").out
    for text in (
        "#1 Severmart: Refund for a broken kettle", "£124.90", "order no. 4821-77",
        "55-10 (e-mail)",
        "https://x.example/55", "1. receipt.txt", "I wrote, e-mail", "With: Ann", "  please",
        "by Thu 5 Nov", "10 working days from 2 November 2026", "Sat 7 Nov – Sun 8 Nov",
        "They promised this day.", "1. Request (request): here",
    ):  # fmt: skip
        assert text in shown


def test_check_of_a_file_fits_the_channel(refund: Upheld, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Please refund order 4821-77 by 1 December 2026.")
    on_paper = refund("check", str(file), "--channel", "letter", "--json").json["findings"]
    in_chat = refund("check", str(file), "--channel", "chat", "--json").json["findings"]
    assert {"L05", "L33"} & {f["id"] for f in on_paper}
    assert not {"L05", "L33"} & {f["id"] for f in in_chat}


def test_a_letter_with_nothing_to_mend(refund: Upheld) -> None:
    refund("profile", "name=Ann Smith", "email=ann@example.org", "phone=020 7946 0000", on="")
    checked = refund("check", "1")
    assert checked.status == 0
    assert "error" not in checked.out


def test_a_letter_says_where_to_send_it(refund: Upheld) -> None:
    assert "companies point" in refund("letter", "1", "--channel", "email").err
    refund("companies", "point", "severmart", "email", "help@severmart.example")
    assert "help@severmart.example" in refund("letter", "1", "--channel", "email").err
    sheet = refund("letter", "1", "--channel", "phone").out
    assert "4821-77" in sheet
    assert "[ ]" in sheet


def test_the_profile_is_kept_and_stands_in_letters(refund: Upheld, home: Path) -> None:
    assert refund("profile", "--json").json["name"] == ""
    refund("profile", "name=Ann Smith", "email=ann@example.org")
    assert refund("profile", "--json").json["name"] == "Ann Smith"
    assert "Ann Smith" in refund("letter", "1").out
    (config,) = (home / "config").rglob("config.toml")
    assert config.stat().st_mode & 0o777 == 0o600
    assert "language" not in config.read_text()  # what was only in force is not kept


def test_companies_are_added_changed_and_shown(upheld: Upheld) -> None:
    upheld("companies", "add", "Northbank", "country=gb-sct", "hours=9-17")
    upheld("companies", "point", "northbank", "phone", "+44 20 7946 0000", "--note", "at night")
    upheld("companies", "edit", "Northbank", "note=Ask for Ann")
    shown = upheld("companies", "show", "NORTHBANK")
    for text in ("GB-SCT", "9-17", "+44 20 7946 0000 (at night)", "Ask for Ann"):
        assert text in shown.out
    assert upheld("companies", "--json").json[0]["contact_points"][0]["channel"] == "phone"
    assert "Northbank" in upheld("companies").out


def test_escalating_too_early_says_why_and_how_all_the_same(refund: Upheld) -> None:
    refund("record", "1", "sent", on="2026-11-02")
    early = refund("record", "1", "escalated", "--step", "complaint", on="2026-11-03")
    assert early.status == 2
    assert "--anyway" in early.err
    climbed = refund(
        "record", "1", "escalated", "--step", "complaint", "--anyway", "--json", on="2026-11-03"
    )
    assert climbed.json["step"] == "complaint"


def test_a_step_after_its_time_is_taken_by_who_says_why(refund: Upheld) -> None:
    refund("edit", "1", "playbook=us-billing", "dates=statement=2026-08-03")
    late = refund("record", "1", "sent", "--channel", "letter", on="2026-11-03")
    assert late.status == 2
    assert "2 October" in late.err  # sixty days: 28 of August, 30, 2
    assert "--why" in late.err
    taken = ("record", "1", "sent", "--channel", "letter", "--why", "It came late.", "--json")
    event = refund(*taken, on="2026-11-03").json["timeline"][0]
    assert (event["ended"], event["despite"]) == ("2026-10-02", "It came late.")
    assert "Why all the same: It came late." in refund("ladder", "1").out
    early = refund("record", "1", "escalated", "--step", "cfpb", "--why", "So.", on="2026-11-04")
    assert early.status == 2
    in_time = ("record", "1", "sent", "--channel", "letter", "--at", "2026-10-02")
    assert refund("undo").status == 0
    sent = refund(*in_time, "--json", on="2026-11-05").json["timeline"][0]
    assert sent["ended"] is None, "on its day it was in time"


def test_several_are_edited_as_one_change(refund: Upheld) -> None:
    refund("add", "--company", "Meteor", "--subject", "Bill", "--problem", "billing")
    ran = refund("edit", "1", "#2", "urgency=high", "tags=home", "--json")
    assert [(case["id"], case["urgency"], case["tags"]) for case in ran.json] == [
        (1, "high", ["home"]),
        (2, "high", ["home"]),
    ]
    assert refund("undo").status == 0
    assert {case["urgency"] for case in refund("list", "--json").json} == {"normal"}
    assert refund("edit", "1", "2", "urgency=low").out.startswith("2 cases")
    assert refund("edit", "1", "99", "urgency=critical").status == 1
    assert refund("show", "1", "--json").json["urgency"] == "low"
    for words in (("1", "2"), ("1", "x", "urgency=low"), ("1", "2", "urgency=soon")):
        assert refund("edit", *words).status == 2


def test_no_option_takes_a_draft_up_the_ladder_so_none_is_named(refund: Upheld) -> None:
    said = refund("record", "1", "escalated", "--step", "complaint", "--why", "x", on="2026-11-03")
    assert said.status == 2
    assert "First send the request, and record: sent" in said.err
    assert "--anyway" not in said.err
