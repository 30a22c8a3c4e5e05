"""The JSON of each verb has the keys that the contract of the command line names."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_ran import Upheld

CASE = {
    "id", "uid", "revision", "company", "subject", "problem", "urgency", "language", "country",
    "playbook", "identifiers", "details", "done_already", "expected_result", "amount", "contacts",
    "evidence", "references", "tags", "timeline", "stage", "outcome", "deadlines", "step",
}  # fmt: skip
NEXT = {"action", "on", "reason", "step"}


@pytest.fixture
def waiting(refund: Upheld) -> Upheld:
    refund("record", "1", "sent", "--channel", "email", "--promise", "2026-11-20", on="2026-11-16")
    return refund


@pytest.mark.parametrize(
    "words",
    [
        ("add", "--company", "A", "--subject", "B", "--problem", "other"),
        ("edit", "1", "urgency=high"),
        ("show", "1"),
        ("record", "1", "note", "--text", "x"),
    ],
)
def test_a_case(waiting: Upheld, words: tuple[str, ...]) -> None:
    case = waiting(*words, "--json").json
    assert case.keys() >= CASE
    assert isinstance(case["timeline"], list)


def test_the_values_of_a_case(waiting: Upheld) -> None:
    case = waiting("show", "1", "--json").json
    assert case["amount"] == {"value": "124.90", "currency": "GBP"}
    assert case["identifiers"] == [{"kind": "order", "value": "4821-77"}]
    assert case["timeline"][0]["at"].startswith("2026-11-16T")
    assert case["timeline"][0].keys() >= {"id", "at", "kind", "channel", "text"}
    assert case["deadlines"][0].keys() >= {"owner", "due", "late_after", "rule", "state"}


def test_a_list_of_summaries(waiting: Upheld) -> None:
    (summary,) = waiting("list", "--json").json
    assert summary.keys() >= {"id", "uid", "company", "subject", "stage", "urgency", "reference"}
    assert (summary["due"], summary["late"]) == ("2026-11-20", True)
    assert summary["next"].keys() == NEXT


def test_today(waiting: Upheld) -> None:
    ran = waiting("today", "--json")
    assert ran.status == 1
    assert ran.json.keys() == {"on", "broken", "due", "mine", "not_before"}
    assert ran.json["on"] == "2026-11-23"
    (row,) = ran.json["broken"]
    assert row.keys() == {"id", "company", "subject", "deadline", "next"}
    assert row["deadline"]["late_after"] == "2026-11-20"
    assert row["next"].keys() == NEXT


def test_today_counted(waiting: Upheld) -> None:
    assert waiting("today", "--count").out == "!1\n"
    counted = waiting("today", "--count", "--json").json
    assert counted == {"on": "2026-11-23", "broken": 1, "due": 0, "mine": 0, "not_before": 0}
    assert waiting("today", "--count", on="2026-11-17").out == "*1\n"


def test_next(waiting: Upheld) -> None:
    step = waiting("next", "1", "--json").json
    assert step.keys() == NEXT
    assert step["action"] == "remind"


def test_the_last_changes_and_who_made_them(
    waiting: Upheld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "boris")
    waiting("edit", "1", "urgency=low")
    listed = waiting("undo", "--list", "--json").json
    assert [(c["verb"], c["case"]) for c in listed] == [("edit", 1), ("record", 1), ("add", 0)]
    assert listed[0]["who"] == "boris"
    lines = waiting("undo", "--list").out.splitlines()
    assert "boris" in lines[0]
    assert lines[0].endswith("the change of urgency in #1")
    assert waiting("undo").status == 0
    assert len(waiting("undo", "--list", "--json").json) == 2
    monkeypatch.setenv("LOGNAME", "clara")
    refused = waiting("undo")
    assert (refused.status, refused.err) == (1, "There is nothing to take back.\n")


def test_a_list_of_no_changes_says_so(refund: Upheld) -> None:
    assert refund("undo").status == 0
    listed = refund("undo", "--list")
    assert (listed.status, listed.out, listed.err) == (0, "", "There is nothing to take back.\n")


def test_undo(waiting: Upheld) -> None:
    undone = waiting("undo", "--json").json
    assert (undone["verb"], undone["case"], undone["detail"]) == ("record", 1, "sent")


@pytest.mark.parametrize("words", [("1",), ("--problem", "refund", "--urgency", "high")])
def test_advise(waiting: Upheld, words: tuple[str, ...]) -> None:
    ran = waiting("advise", *words, "--json")
    assert ran.json.keys() == {"channels"}
    assert len(ran.json["channels"]) == 7
    assert ran.json["channels"][0].keys() == {
        "channel", "score", "reasons", "against", "warnings",
    }  # fmt: skip
    scores = [channel["score"] for channel in ran.json["channels"]]
    assert scores == sorted(scores, reverse=True)


def test_check(waiting: Upheld) -> None:
    ran = waiting("check", "-", "--problem", "refund", "--json", stdin="Give me my money.\n")
    assert ran.status == 1
    (finding, *_) = ran.json["findings"]
    assert finding.keys() == {
        "id", "severity", "part", "start", "end", "text", "message", "mend", "replacement",
    }  # fmt: skip
    assert finding["id"].startswith("L")


def test_a_letter(waiting: Upheld) -> None:
    letter = waiting("letter", "1", "--lang", "ru", "--json").json
    assert letter["language"] == "ru"
    assert list(letter["parts"]) == [
        "subject", "greeting", "problem", "done", "result", "enclosures", "contacts",
    ]  # fmt: skip


def test_a_ladder(waiting: Upheld) -> None:
    steps = waiting("ladder", "1", "--json").json["steps"]
    fixed = {"id", "title", "opens", "closes", "due", "state"}
    assert steps[0].keys() == fixed | {
        "party", "branch", "channels", "reason", "due_at", "only_late", "despite", "ended",
    }  # fmt: skip
    assert steps[0]["state"] == "current"


def test_calc(waiting: Upheld) -> None:
    reckoned = waiting("calc", "2026-11-02", "10wd", "--country", "RU", "--json").json
    assert reckoned.keys() == {
        "start", "due", "late_after", "act_by", "raw_end", "counted", "skipped", "roll",
        "calendar", "certainty", "source",
        # and what a rule adds
        "period", "counting", "starts_on", "due_at", "opens", "extended_to", "flags", "quote",
        "rule", "title", "parts",
    }  # fmt: skip
    assert (reckoned["due"], reckoned["counted"]) == ("2026-11-17", 10)
    holiday = {"date": "2026-11-04", "why": "День народного единства"}
    assert holiday in reckoned["skipped"]


def test_calc_of_mine_with_a_pause(waiting: Upheld) -> None:
    words = ("--owner", "mine", "--pause", "2026-11-03..2026-11-05", "--country", "GB")
    reckoned = waiting("calc", "2026-11-02", "10cal", *words, "--json").json
    assert (reckoned["raw_end"], reckoned["act_by"]) == ("2026-11-15", "2026-11-13")


def test_export_and_import(waiting: Upheld, tmp_path: Path) -> None:
    file = tmp_path / "book.json"
    assert waiting("export", "--all", "-o", str(file), "--json").json == {
        "cases": 1,
        "companies": 1,
    }
    assert file.stat().st_mode & 0o777 == 0o600
    again = waiting("import", str(file), "--json").json
    assert again == {"added": 0, "updated": 0, "unchanged": 1}
    elsewhere = ("--data", str(tmp_path / "other"))
    assert waiting(*elsewhere, "import", str(file), "--json").json["added"] == 1
    there = waiting(*elsewhere, "show", "1", "--json").json
    here = waiting("show", "1", "--json").json
    assert there["timeline"] == here["timeline"]
    assert there["deadlines"] == here["deadlines"]


def test_export_to_standard_output_can_be_taken_in(waiting: Upheld, tmp_path: Path) -> None:
    document = waiting("export", "1").out
    ran = waiting("--data", str(tmp_path / "other"), "import", "-", stdin=document)
    assert "Added: 1" in ran.out


def test_an_unknown_field_is_kept(upheld: Upheld) -> None:
    case = '{"company": "A", "subject": "B", "problem": "other", "colour": "green"}'
    upheld("add", "--json-file", "-", stdin=case)
    assert upheld("show", "1", "--json").json["colour"] == "green"
