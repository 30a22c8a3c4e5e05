"""Rules in words: a row of a list, and whole."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tui.cases.words import Owner
from tui.deadlines.period import parse_period
from tui.deadlines.rule import (
    FIRM,
    Bound,
    Combine,
    Counting,
    Example,
    Fact,
    Part,
    Roll,
    Rule,
    Source,
    StartsOn,
)
from tui.playbooks.law import Law
from tui.playbooks.playbook import load_playbook
from tui.wording.playbook_text import playbook_lines, playbook_row
from tui.wording.rule_text import fact_lines, fact_row, note_of, rule_lines, rule_row
from tui.wording.wording import Wording

EN, RU = Wording("en"), Wording("ru")
TODAY = date(2026, 11, 22)
SEEN = Source(address="https://law.example/22", kind="law", seen_on=TODAY)


def _rule(**given: Any) -> Rule:
    facts: dict[str, Any] = {
        "id": "xx.rule",
        "owner": Owner.THEIRS,
        "period": parse_period("10cal"),
        "titles": {"en": "They answer", "ru": "Они отвечают"},
        "certainty": "A",
    }
    return Rule(**{**facts, **given})


def _told(**given: Any) -> list[str]:
    return rule_lines(EN, [_rule(**given)], TODAY)


def test_a_row() -> None:
    assert rule_row(EN, _rule(), TODAY) == (
        "xx.rule", "10 calendar days", "theirs", "They answer", "A",
    )  # fmt: skip
    assert rule_row(RU, _rule(), TODAY)[3] == "Они отвечают"
    assert rule_row(RU, _rule(titles={"en": "They answer"}), TODAY)[3] == "They answer"


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ({"certainty": "C"}, "C, unverified, off"),
        ({"certainty": "X"}, "X, unverified, off"),
        ({"certainty": "X", "confirmed": True}, "X, unverified, on by you"),
        ({"certainty": "own", "file": "my.toml"}, "own, my.toml"),
        ({"certainty": "practice"}, "customary"),
        ({"effective_to": date(2026, 4, 7)}, "A, until 7 April 2026"),
        ({"effective_from": date(2028, 3, 20)}, "A, from 20 March 2028"),
        ({"effective_from": TODAY}, "A"),
        ({"review_by": TODAY}, "A"),
        ({"review_by": date(2026, 11, 21)}, "A, check again"),
    ],
)
def test_the_state_in_a_row(given: dict[str, Any], state: str) -> None:
    assert rule_row(EN, _rule(**given), TODAY)[-1] == state


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Whose: theirs. How long: 10 calendar days."),
        ({"starts_on": StartsOn.LETTER}, "It starts with: the date of the letter."),
        ({"counting": Counting.INCLUSIVE}, "The day of the start is the first day."),
        ({"counting": Counting.SAME_DATE}, "to the same date of the month."),
        ({"calendar": FIRM}, "Working days of the country where the company is."),
        ({"calendar": "GB-ANY"}, "Working days of GB-ANY."),
        ({"calendar": ""}, "Plain dates: no calendar is asked."),
        ({"roll": Roll.UNKNOWN}, "the law is read in two ways"),
        ({"extended_to": parse_period("60cal")}, "They may extend it to 60 calendar days in all"),
        ({"assume": parse_period("1wd")}, "not known: 1 working day after sending."),
        ({"opens_after": parse_period("8w")}, "Before 8 weeks are over it is too early."),
        ({"bound": Bound.OPENS}, "When it is over, you may go on."),
        ({"must_arrive": True}, "It must have reached them by then"),
        ({"period": parse_period("4h")}, "It runs by the clock, day and night."),
        ({"period": parse_period("4bh")}, "Only hours count in which they are open."),
        (
            {"period": parse_period("4bh"), "hours": "Mon-Fri 09:00-18:00", "zone": "UTC"},
            "Only these hours count: Mon-Fri 09:00-18:00 UTC.",
        ),
        ({"notes": {"en": "Keep proof."}}, "Note: Keep proof."),
        ({"certainty": "B"}, "How certain: B (seen on a secondary page)."),
        ({"certainty": "C"}, "It is off: no date rests on it"),
        ({"certainty": "C", "confirmed": True}, "You have checked it and switched it on."),
        ({"review_by": date(2026, 11, 21)}, "was to be checked again by 21 November 2026"),
        ({"review_by": TODAY}, "To be checked again by 22 November 2026."),
        ({"effective_from": TODAY}, "In force from 22 November 2026."),
        ({"file": "my.toml"}, "From your file my.toml."),
        ({"basis": ("ru.gk.193",)}, "It rests on ru.gk.193"),
    ],
)
def test_whole(given: dict[str, Any], said: str) -> None:
    assert [line for line in _told(**given) if said in line], _told(**given)


@pytest.mark.parametrize(
    ("combine", "which"), [(Combine.MIN, "earlier"), (Combine.MAX, "later")]
)  # fmt: skip
def test_several_periods(combine: Combine, which: str) -> None:
    part = Part(StartsOn.PAYMENT, parse_period("540cal"))
    told = _told(parts=(part,), combine=combine)
    assert "Also: 540 calendar days from: the payment." in told
    assert f"The {which} of these counts." in told


def test_sources_and_examples() -> None:
    source = Source("https://a.example", "regulator", TODAY, "art. 5", date(2024, 4, 2), "so")
    example = Example(
        "2026-01-31",
        {"late_after": "2026-02-03", "due": "2026-02-02"},
        extended=True,
        country="DE",
        also={StartsOn.PAYMENT: "2026-01-05"},
    )
    told = _told(sources=(SEEN, source), examples=(example,))
    assert told[-6:] == [
        "Source: https://law.example/22",
        "  official text, seen on 22 November 2026",
        "Source: https://a.example",
        "  regulator, art. 5, dated 2 April 2024, seen on 22 November 2026",
        "  It says: “so”",
        (
            "Example: 31 January 2026, the payment: 5 January 2026, extended, DE: "
            "due 2 February 2026, late after 3 February 2026."
        ),
    ]


def test_an_example_by_the_clock() -> None:
    due = {"due": "2026-05-04T15:00:00+03:00"}
    example = Example("2026-04-30T15:00+03:00", due, hours="09:00-18:00", zone="UTC", eve=60)
    (told,) = [line for line in _told(examples=(example,)) if line.startswith("Example")]
    assert "Thu 30 Apr 2026, 15:00 (UTC+03:00), 09:00-18:00, UTC, 60 minutes shorter" in told
    assert "due Mon 4 May 2026, 15:00 (UTC+03:00)" in told


def test_versions_are_told_apart() -> None:
    old = _rule(effective_to=date(2026, 4, 7))
    new = _rule(effective_from=date(2026, 4, 8), period=parse_period("6w"))
    told = rule_lines(EN, [old, new], TODAY)
    assert told[1:4] == ["", "In force from 8 April 2026.", "Whose: theirs. How long: 6 weeks."]
    assert "In force until 7 April 2026; since when is not known." in told[4:]


def test_what_stands_in_a_file_is_harmless() -> None:
    evil = "a\x1b[2J\nb\u202e"
    rule = _rule(titles={"en": evil}, notes={"en": evil}, file=evil, sources=(SEEN,))
    fact = Fact(id="xx.f", titles={"en": evil}, texts={"en": evil}, certainty="own", file=evil)
    texts = [
        *rule_row(EN, rule, TODAY), *rule_lines(EN, [rule], TODAY), note_of(EN, rule),
        *fact_row(EN, fact, TODAY), *fact_lines(EN, fact, TODAY),
    ]  # fmt: skip
    assert all(text.isprintable() for text in texts)


def test_a_fact() -> None:
    fact = Law().fact("ru.gk.193")
    row, lines = fact_row(EN, fact, TODAY), fact_lines(EN, fact, TODAY)
    assert (row[0], row[1], row[2]) == (fact.id, fact.titles["en"], "A")
    assert lines[:2] == [f"{fact.id}: {fact.titles['en']}", fact.texts["en"]]
    assert [line for line in lines if fact.sources[0].address in line]


def test_a_playbook() -> None:
    playbook = load_playbook("general")
    assert playbook_row(EN, playbook) == ("general", "General ladder", "5 steps", "customary")
    lines = playbook_lines(EN, playbook)
    for number, step in enumerate(playbook.steps, 1):
        assert f"{number}. {step.title['en']} ({step.id})" in lines


def test_every_shipped_rule_reads_in_both_languages() -> None:
    law = Law()
    for rule in law.rules():
        for words in (EN, RU):
            lines = rule_lines(words, law.versions(rule.id), TODAY, law.facts())
            assert lines[0] == f"{rule.id}: {rule.titles[words.language]}"
            assert not [line for line in lines if "{" in line]
