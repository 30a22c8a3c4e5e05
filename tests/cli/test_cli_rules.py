"""`upheld rules`: what there is, one of them whole, and the person's own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cli_ran import Upheld

from tui.playbooks.law import Law
from tui.playbooks.playbook import playbook_ids

OWN = """
[rule."my.gym"]
title.en = "Gym answers \\u001b[31mme"
note.en = "They close in August."
owner = "theirs"
period = "7wd"
starts_on = "letter"
calendar = "PT"
certainty = "own"

[rule."ru.zpp.20"]
confirmed = true
"""


def _own(home: Path, text: str = OWN) -> None:
    folder = home / "config" / "upheld" / "rules"
    folder.mkdir(parents=True)
    (folder / "my.toml").write_text(text, "utf-8")


def _line(out: str, rule_id: str) -> str:
    (line,) = [line for line in out.splitlines() if line.split()[:1] == [rule_id]]
    return line


def test_the_list_has_every_rule_fact_and_playbook(upheld: Upheld) -> None:
    out = upheld("rules").out
    law = Law()
    first = [line.split()[0] for line in out.splitlines() if line.startswith("  ")]
    ids = [one.id for told in (law.rules(), law.facts(), law.meters()) for one in told]
    assert sorted(first) == sorted([*ids, *playbook_ids()])
    headings = [line for line in out.splitlines() if line and not line.startswith(" ")]
    assert headings == [
        "Russia", "European Union", "United Kingdom", "United States", "Cards", "Vendors",
        "Facts", "Penalties", "Playbooks",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rule_id", "said"),
    [
        ("ru.zpp.22", ["10 calendar days", "theirs", "Refund for defective goods", "A"]),
        ("ru.zpp.20", ["45 calendar days", "theirs", "Repair of defective goods",
                       "C, unverified, off"]),
        ("eu.adr2", ["20 working days", "theirs", "A, from 20 March 2028"]),
    ],
)  # fmt: skip
def test_a_line_of_the_list(upheld: Upheld, rule_id: str, said: list[str]) -> None:
    cells = _line(upheld("rules").out, rule_id).strip().split("  ")
    assert cells[0] == rule_id
    assert set(said) <= {cell.strip() for cell in cells}


def test_a_rule_that_changed_has_a_line_for_each_version(upheld: Upheld) -> None:
    first, second = (
        line for line in upheld("rules", "uk").out.splitlines() if line.split()[:1] == ["uk.ofcom"]
    )
    assert "8 weeks" in first
    assert first.endswith("A, until 7 April 2026")
    assert "6 weeks" in second


def test_what_has_to_be_looked_at_again(upheld: Upheld) -> None:
    assert _line(upheld("rules", on="2027-05-22").out, "ru.zpp.22").endswith("  A")
    assert _line(upheld("rules", on="2027-05-23").out, "ru.zpp.22").endswith("A, check again")


def test_a_prefix_lists_what_is_below_it(upheld: Upheld) -> None:
    told = upheld("rules", "ru.zpp", "--json").json
    assert {one["kind"] for one in told} == {"rule", "fact", "meter"}
    assert all(one["id"].startswith("ru.zpp.") for one in told)
    assert upheld("rules", " RU.zpp.26.1.refuse").out.splitlines()[-1] == (
        "Below it: ru.zpp.26.1.refuse.noinfo"
    )


def test_a_rule_whole(upheld: Upheld) -> None:
    out = upheld("rules", "uk.ofcom").out
    for said in (
        "In force until 7 April 2026", "In force from 8 April 2026.", "How long: 8 weeks.",
        "How long: 6 weeks.", "It starts with: I first complain.", "When it is over",
        "A (the text itself was seen)", "To be checked again by", "Source: https://ofcom.org.uk",
        "seen on 22 November 2026", "Example: 20 March 2026: due 15 May 2026",
    ):  # fmt: skip
        assert said in out


def test_every_rule_can_be_shown_whole(upheld: Upheld) -> None:
    for rule in {rule.id: rule for rule in Law().rules()}.values():
        out = upheld("rules", rule.id).out
        assert out.startswith(f"{rule.id}: {rule.titles['en']}\n")
        for source in rule.sources:
            assert source.address in out
            assert source.quote in out
        assert out.count("Example: ") >= len(rule.examples)


def test_a_fact_and_a_playbook_whole(upheld: Upheld) -> None:
    fact = upheld("rules", "ru.gk.193").out
    assert fact.startswith("ru.gk.193: ")
    assert "Source: " in fact
    playbook = upheld("rules", "general").out
    assert "1. Request (request)" in playbook
    assert "They are given 10 working days to answer." in playbook


def test_the_json_of_a_rule(upheld: Upheld) -> None:
    before, after = upheld("rules", "uk.ofcom", "--json").json
    assert (before["effective_to"], before["period"]) == ("2026-04-07", "8w")
    assert (after["effective_from"], after["period"]) == ("2026-04-08", "6w")
    assert after["title"].keys() == after["note"].keys() == {"en", "ru"}
    assert after["off"] is False
    assert after["sources"][0].keys() == {"address", "kind", "seen_on", "where", "dated", "quote"}
    assert after["examples"][0]["expected"]["due"] == "2026-05-22"
    (chargeback,) = [
        one for one in upheld("rules", "cards", "--json").json if one["kind"] == "rule"
    ]
    assert chargeback["parts"] == [{"starts_on": "payment", "period": "540cal"}]
    (off,) = upheld("rules", "ru.zpp.20", "--json").json
    assert (off["off"], off["certainty"]) == (True, "C")


def test_the_json_of_all_has_every_id(upheld: Upheld) -> None:
    told: list[dict[str, Any]] = upheld("rules", "--json").json
    ids = {(one["kind"], one["id"]) for one in told}
    law = Law()
    assert ids == {
        *(("rule", rule.id) for rule in law.rules()),
        *(("fact", fact.id) for fact in law.facts()),
        *(("meter", meter.id) for meter in law.meters()),
        *(("playbook", playbook_id) for playbook_id in playbook_ids()),
    }
    for one in told:
        if one["kind"] != "playbook":
            assert date.fromisoformat(one["review_by"])


@pytest.mark.parametrize("wanted", ["ru.zp", "nonsense", "ru..zpp", "ru.zpp.22.x", "."])
def test_nothing_of_that_id(upheld: Upheld, wanted: str) -> None:
    ran = upheld("rules", wanted)
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert wanted in ran.err
    assert "upheld rules" in ran.err


def test_own_rules_are_listed_and_told_with_their_file(upheld: Upheld, home: Path) -> None:
    _own(home)
    out = upheld("rules").out
    own = out[out.index("Your own") :].splitlines()
    assert own[1].split()[:1] == ["my.gym"]
    assert "7 working days" in own[1]
    assert own[1].endswith("own, my.toml")
    assert _line(out, "ru.zpp.20").endswith("C, unverified, on by you, my.toml")
    whole = upheld("rules", "my.gym").out
    assert "How certain: your own." in whole
    assert "From your file my.toml." in whole
    assert "Note: They close in August." in whole
    assert "You have checked it and switched it on." in upheld("rules", "ru.zpp.20").out


def test_the_text_of_an_own_rule_is_harmless(upheld: Upheld, home: Path) -> None:
    _own(home)
    for words in (("rules",), ("rules", "my.gym"), ("rules", "my", "--json"),
                  ("calc", "2026-11-23", "my.gym")):  # fmt: skip
        ran = upheld(*words)
        assert ran.status == 0
        assert "\x1b" not in ran.out
        assert "Gym answers" in ran.out


def test_own_rules_are_reckoned_with(upheld: Upheld, home: Path) -> None:
    _own(home)
    told = upheld("calc", "2026-11-30", "my.gym", "--json").json
    assert told["due"] == "2026-12-11"  # 1 and 8 December are holidays in Portugal
    told = upheld("calc", "2026-11-22", "ru.zpp.20").out
    assert "You have checked it and switched it on." in told
    assert "From your file" not in told


def test_a_faulty_own_file_is_named(upheld: Upheld, home: Path) -> None:
    _own(home, '[rule."my.gym"]\nperiod = "seven"\n')
    for words in (("rules",), ("rules", "ru"), ("calc", "2026-11-22", "ru.zpp.22")):
        ran = upheld(*words)
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
        for named in ("my.toml", "my.gym", "period"):
            assert named in ran.err
