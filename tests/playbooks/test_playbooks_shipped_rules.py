"""The rules that ship: each is told in full, and each of its examples comes out."""

from __future__ import annotations

import tomllib
from datetime import date, datetime

import pytest

from tui.cases.deadline import Deadline, Working
from tui.cases.errors import BadInput
from tui.cases.words import DeadlineKind, Owner
from tui.deadlines.applying import deadline_of, work_out_rule
from tui.deadlines.hours import parse_hours
from tui.deadlines.period import Unit
from tui.deadlines.rule import FIRM, Bound, Example, Fact, Roll, Rule
from tui.deadlines.terms import Terms
from tui.playbooks.law import RULES, Law
from tui.playbooks.rule_reading import read_shipped

FILES = sorted(RULES.glob("*.toml"))
TITLE_LENGTH = 70
# Where the firm is, in an example that does not say it.
COUNTRIES = {"ru": "RU", "uk": "GB", "us": "US", "eu": "DE"}


def shipped() -> list[Rule]:
    """All rules that can be read; a test of its own says which files cannot."""
    try:
        return list(Law().rules())
    except BadInput:
        return []


def facts() -> list[Fact]:
    try:
        return list(Law().facts())
    except BadInput:
        return []


RULES_SHIPPED, FACTS_SHIPPED = shipped(), facts()


def named(rule: Rule) -> str:
    return f"{rule.id}-{rule.effective_from}"


EXAMPLES = [
    pytest.param(rule, example, id=f"{named(rule)}-{n}")
    for rule in RULES_SHIPPED
    for n, example in enumerate(rule.examples, 1)
]


def test_there_are_rules_of_every_jurisdiction() -> None:
    assert [file.stem for file in FILES] == ["cards", "eu", "ru", "uk", "us", "vendors"]
    assert {rule.id.partition(".")[0] for rule in RULES_SHIPPED} == {file.stem for file in FILES}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_rule_and_fact_of_the_file_is_read(file) -> None:
    text = file.read_text("utf-8")
    read_shipped(text, file.name)  # says what is wrong
    told = tomllib.loads(text)
    ids = [*told.get("rule", {}), *told.get("fact", {})]
    known = {each.id for each in [*Law().rules(), *Law().facts()]}
    assert ids
    assert set(ids) <= known
    assert all(name.startswith(f"{file.stem}.") for name in ids)


@pytest.mark.parametrize("what", [*RULES_SHIPPED, *FACTS_SHIPPED], ids=lambda what: what.id)
def test_it_is_told_in_both_languages_with_its_sources(what: Rule | Fact) -> None:
    assert set(what.titles) == {"en", "ru"}
    assert max(map(len, what.titles.values())) <= TITLE_LENGTH
    texts = what.notes if isinstance(what, Rule) else what.texts
    assert set(texts) in ({"en", "ru"}, set())
    assert what.sources
    assert what.review_by
    for source in what.sources:
        assert source.address.startswith(("https://", "http://"))  # some stand on no other
        assert "memory" not in source.address
        assert " " not in source.address
        assert what.review_by > source.seen_on
        assert source.dated is None or source.dated <= source.seen_on


def test_titles_tell_rules_apart() -> None:
    for language in ("en", "ru"):
        titles: dict[str, set[str]] = {}
        for rule in RULES_SHIPPED:
            titles.setdefault(rule.titles[language], set()).add(rule.id)
        assert {title: ids for title, ids in titles.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("rule", RULES_SHIPPED, ids=named)
def test_what_a_rule_rests_on_is_known(rule: Rule) -> None:
    assert set(rule.basis) <= {fact.id for fact in FACTS_SHIPPED}
    assert rule.examples
    assert rule.file == ""


@pytest.mark.parametrize("rule", RULES_SHIPPED, ids=named)
def test_a_rule_has_the_calendar_that_it_asks(rule: Rule) -> None:
    periods = [rule.period, rule.extended_to, rule.assume, rule.opens_after]
    periods += [part.period for part in rule.parts]
    by_days = any(p and (p.unit is Unit.WD or p.unit.is_business) for p in periods)
    to_act_by = rule.owner is Owner.MINE and rule.bound is Bound.CLOSES
    if by_days or rule.roll is not Roll.NONE or to_act_by:
        assert rule.calendar


@pytest.mark.parametrize("rule", RULES_SHIPPED, ids=named)
def test_only_verified_rules_are_on(rule: Rule) -> None:
    assert rule.is_on is (rule.certainty in {"A", "B"})
    assert not rule.confirmed


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_every_example_comes_out(rule: Rule, example: Example) -> None:
    working, deadline = worked_out(rule, example)
    for name, expected in example.expected.items():
        assert outcome(working, deadline, name, expected) == expected, name


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_is_of_a_time_at_which_the_rule_held(rule: Rule, example: Example) -> None:
    assert rule.held_on(date.fromisoformat(example.start[:10]))


def worked_out(rule: Rule, example: Example) -> tuple[Working, Deadline]:
    country = example.country or rule.calendar
    if country == FIRM:
        country = COUNTRIES[rule.id.partition(".")[0]]
    hours, zone = example.hours or rule.hours, example.zone or rule.zone
    open_hours = parse_hours(hours, zone, example.eve) if hours else None
    others = {name: date.fromisoformat(start) for name, start in example.also.items()}
    terms = Terms(rule, Law().calendar(country), open_hours, others)
    working = work_out_rule(terms, moment_or_day(example.start), extended=example.extended)
    return working, deadline_of(terms, working, DeadlineKind.ANSWER)


def outcome(working: Working, deadline: Deadline, name: str, expected: str) -> str:
    """What the example names, written as it writes it: a day, or a moment in its zone."""
    found = {
        "due": working.due,
        "late_after": deadline.late_after,
        "act_by": deadline.act_by,
        "raw_end": working.raw_end,
        "opens": working.opens,
    }[name]
    wanted = moment_or_day(expected)
    if isinstance(wanted, datetime):
        assert name in {"due", "raw_end"}
        assert working.end_at
        return working.end_at.astimezone(wanted.tzinfo).isoformat()
    return found.isoformat() if found else ""


def moment_or_day(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


@pytest.mark.parametrize("rule_id", ["ru.rpn", "ru.59fz.answer"])
def test_what_is_quoted_beside_a_date_is_its_days(rule_id: str) -> None:
    (rule,) = (rule for rule in RULES_SHIPPED if rule.id == rule_id)
    working = work_out_rule(Terms(rule, Law().calendar("RU")), date(2026, 3, 10))
    assert "30 дней" in working.quote
