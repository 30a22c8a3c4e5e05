"""`upheld snooze` and `upheld chase`: what they do, what they say, and what goes into files."""

from __future__ import annotations

from pathlib import Path
from stat import S_IMODE

import pytest
from cli_ran import Upheld


@pytest.fixture
def waiting(refund: Upheld) -> Upheld:
    """They promised it by last Friday; today is Monday, 23 November."""
    asked = ("record", "1", "sent", "--channel", "email", "--reference", "55-10")
    refund(*asked, "--promise", "2026-11-20", on="2026-11-16")
    return refund


def test_it_is_put_off_listed_and_woken(waiting: Upheld) -> None:
    case = waiting("snooze", "1", "fri", "--reply", "--json").json
    assert case["snooze"] == {
        "since": "2026-11-23",
        "until": "2026-11-27",
        "reply": True,
        "after": 1,
    }
    assert [row["snoozed"] for row in waiting("list", "is:snoozed", "--json").json] == [
        "2026-11-27"
    ]
    step = waiting("next", "1", "--json").json
    assert (step["action"], step["on"]) == ("wait", "2026-11-27")
    assert waiting("next", "1", "--json", on="2026-11-27").json["action"] == "remind"
    assert "zz until they answer" in waiting("show", "1").out
    assert "remind them of their promise" in waiting("snooze", "1", "--off").out
    assert waiting("list", "is:snoozed", "--json").json == []
    assert "snooze of #1" in waiting("undo").out


def test_several_are_put_off_together_or_not_at_all(waiting: Upheld) -> None:
    waiting("add", "--company", "B", "--subject", "C", "--problem", "other")
    cases = waiting("snooze", "1", "#2", "3wd", "--json").json
    assert [case["snooze"]["until"] for case in cases] == ["2026-11-26", "2026-11-26"]
    for words in (("1", "2"), ("1", "fri", "sat"), ("1", "--off", "fri"), ("1", "2026-11-23")):
        assert waiting("snooze", *words).status == 2
    assert waiting("snooze", "2", "9", "fri").status == 1
    assert waiting("list", "is:snoozed", "--json").json[1]["snoozed"] == "2026-11-26"


def test_what_is_mine_in_the_meantime_is_said(waiting: Upheld) -> None:
    waiting("record", "1", "asked", "--due", "2026-11-26", "--text", "A photo")
    ran = waiting("snooze", "1", "2w")
    assert "reply by 26 November 2026" in ran.out
    assert "#1 comes back before that: act by 26 November 2026." in ran.err


def test_a_rhythm_is_set_shown_and_ended(waiting: Upheld) -> None:
    case = waiting("chase", "1", "--every", "monday", "--json").json
    assert case["chase"]["every"] == "monday"
    assert case["chase"]["on"] == "2026-12-07"  # they have until the 30th to answer
    assert "every Monday, the next on 7 December 2026" in waiting("show", "1").out
    assert waiting("list", "--json").json[0]["chase"] == "2026-12-07"
    due = waiting("next", "1", "--json", on="2026-12-07").json
    assert (due["action"], due["on"]) == ("remind", "2026-12-07")
    assert "no regular reminders" in waiting("chase", "1", "--every", "off").out
    for words in (
        ("--every", "monday"),
        ("1", "--every", "often"),
        ("1", "--every", "1w", "-o", "."),
    ):
        assert waiting("chase", *words).status == 2


def test_reminders_are_written_and_who_is_left_out_is_said(waiting: Upheld, tmp_path: Path) -> None:
    waiting("add", "--company", "B", "--subject", "C", "--problem", "other")
    ran = waiting("chase", "1", "2")
    assert "55-10" in ran.out
    assert "20 November 2026" in ran.out
    assert ran.err.splitlines()[-1] == "Left out: #2. Nothing went out yet."
    folder = tmp_path / "letters"  # made where it is not there
    document = waiting("chase", "1", "2", "-o", str(folder), "--json").json
    (letter,), (left,) = document["letters"], document["left_out"]
    assert (letter["id"], letter["kind"], letter["channel"]) == (1, "reminder", "email")
    assert letter["parts"]["subject"]
    assert left == {"id": 2, "company": "B", "reason": "Nothing went out yet."}
    (file,) = folder.iterdir()
    assert letter["file"] == str(file)
    assert file.read_text() == letter["text"].rstrip("\n") + "\n"
    assert S_IMODE(file.stat().st_mode) == 0o600
    assert waiting("show", "1", "--json").json["timeline"][-1]["kind"] == "sent"  # nothing is sent
    assert len(waiting("show", "1", "--json").json["timeline"]) == 1


def test_without_numbers_it_is_the_late_ones(waiting: Upheld) -> None:
    assert [one["id"] for one in waiting("chase", "--json").json["letters"]] == [1]
    none = waiting("chase", "--json", on="2026-11-17")
    assert (none.status, none.json) == (1, {"letters": [], "left_out": []})
    nobody = waiting("chase", on="2026-11-17")
    assert (nobody.out, "nobody to remind" in nobody.err) == ("", True)
