"""`upheld stats` and the scoreboard of `upheld companies`."""

from __future__ import annotations

import pytest
from cli_ran import Upheld


@pytest.fixture
def ended(refund: Upheld) -> Upheld:
    """Case 1: asked on 2 November, answered after three days, upheld on the tenth day."""
    refund("record", "1", "sent", "--channel", "email", on="2026-11-02")
    refund("record", "1", "answered", "--answer", "solved", "--channel", "email", on="2026-11-05")
    back = ("--refund", "100 GBP")
    refund("record", "1", "closed", "--outcome", "upheld", *back, on="2026-11-12")
    return refund


def test_figures_as_json(ended: Upheld) -> None:
    told = ended("stats", "--json").json
    assert (told["cases"], told["open"], told["closed"], told["late"]) == (1, 0, 1, 0)
    assert told["outcomes"] == {"upheld": 1}
    assert told["upheld"] == {"upheld": 1, "partly": 0, "of": 1}
    assert told["days_to_answer"] == {"median": 3, "answers": 1}
    assert told["days_to_outcome"] == {"median": 10, "outcomes": 1}
    assert told["promises"] == {"kept": 0, "broken": 0, "running": 0}
    assert told["money"] == [{"currency": "GBP", "asked": "124.90", "back": "100", "at_stake": "0"}]
    assert told["stages"]["closed"] == 1
    assert told["months"][-1] == {"month": "2026-11", "opened": 1, "closed": 1}
    assert told["outcome_days"]["quartiles"] is None
    assert [b["cases"] for b in told["outcome_days"]["bins"]] == [0, 1, 0, 0, 0, 0]
    assert told["channels"]["email"]["cases"] == told["companies"][0]["cases"] == 1


def test_figures_in_words_with_bars_of_ascii(ended: Upheld) -> None:
    lines = ended("stats").out.splitlines()
    assert "Upheld        1 of 1, 100 %" in lines
    assert "First answer  after 3 days, once" in lines
    assert "Money         back £100 of £124.90, £0 at stake" in lines
    assert f"  Closed     1 {'#' * 30}" in lines
    assert f"  November 2026   1 {'#' * 30}  1 {'-' * 30}" in lines
    assert ended("stats", "--company", "severmart").out.splitlines()[:4] == lines[:4]


def test_each_currency_has_a_line_of_its_own(ended: Upheld) -> None:
    facts = ("--company", "Meteor", "--subject", "B", "--problem", "billing")
    ended("add", *facts, "--amount", "12490 RUB", "--details", "x", "--result", "y")
    ended("record", "2", "sent", "--channel", "email")
    lines = ended("stats").out.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("Money"))
    assert (
        lines[first + 1].strip() == "back RUB\u00a00 of RUB\u00a012,490, RUB\u00a012,490 at stake"
    )


def test_what_is_late_says_for_how_long(refund: Upheld) -> None:
    refund("record", "1", "sent", "--channel", "email", "--promise", "2026-11-20", on="2026-11-16")
    assert "#1 Severmart  ! 3 days late: their promise" in refund("stats").out
    (late,) = refund("stats", "--json").json["late_cases"]
    assert (late["id"], late["kind"], late["late_after"]) == (1, "promise", "2026-11-20")
    assert "! 1 late" in refund("companies").out


def test_nothing_to_count_and_a_company_that_is_not_there(refund: Upheld) -> None:
    ran = refund("stats")
    assert (ran.status, ran.out) == (0, "")
    assert "nothing to count" in ran.err
    ran = refund("stats", "--company", "Nobody", fails=True)
    assert ran.status == 1
    assert "Nobody" in ran.err


def test_the_scoreboard_of_a_company(ended: Upheld) -> None:
    (company,) = ended("companies", "--json").json
    assert (company["name"], company["score"]["closed"]) == ("Severmart", 1)
    shown = ended("companies", "show", "severmart", "--json").json
    assert shown["score"]["channels"]["email"] == {
        "answers": 1, "median_days": 3, "silent": 0, "promises": {"kept": 0, "broken": 0},
    }  # fmt: skip
    assert shown["score"]["best_channel"] is None
    assert shown["open_cases"] == []
    assert "1 of 1 upheld, answer in 3 days" in ended("companies").out
    assert "  Outcome       after 10 days, once" in ended("companies", "show", "Severmart").out
