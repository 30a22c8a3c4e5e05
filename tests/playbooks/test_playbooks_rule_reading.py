"""What a rule file says is what the rule has."""

from __future__ import annotations

from datetime import date

import pytest
from law_texts import FACT, OWN, RULE, versions

from tui.cases.words import Owner
from tui.deadlines.own_days import OwnDay
from tui.deadlines.period import parse_period
from tui.deadlines.rule import (
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
from tui.playbooks.rule_making import day_of, fact_of, rules_of
from tui.playbooks.rule_reading import read_own, read_shipped

LAW = Source(
    address="https://example.org/law",
    kind="law",
    seen_on=date(2026, 11, 22),
    where="p. 1",
    dated=date(2024, 4, 2),
    quote="within ten days",
)


def test_a_rule_with_what_every_rule_has() -> None:
    ((rule, _),) = rules_of(read_shipped(RULE, "ru.toml").rules["ru.one"])
    assert rule == Rule(
        id="ru.one",
        owner=Owner.THEIRS,
        period=parse_period("10cal"),
        titles={"en": "Money back", "ru": "Возврат денег"},
        calendar="RU",
        roll=Roll.NEXT_WD,
        effective_from=date(2024, 7, 1),
        review_by=date(2027, 5, 22),
        certainty="A",
        sources=(LAW,),
        examples=(Example("2025-12-25", {"due": "2026-01-12"}),),
    )


def test_a_rule_with_all_that_a_rule_can_have() -> None:
    text = (
        RULE.replace('"theirs"', '"mine"')
        .replace('"2024-07-01"', '"unknown"\neffective_to = 2026-04-07')
        .replace('"event_excluded"', '"inclusive"')
        .replace('calendar = "RU"', 'calendar = "uk-sct"')
        .replace(
            "review_by",
            'extended_to = "2m"\nopens_after = "8w"\nassume = "1wd"\nbound = "opens"\n'
            'must_arrive = true\ncombine = "max"\nhours = "Mon-Fri 09:00-17:00"\n'
            'zone = "Europe/London"\nnote = {en = "n", ru = "н"}\nbasis = ["ru.gk.193"]\n'
            'part = [{starts_on = "payment", period = "540cal"}]\nreview_by',
        )
        .replace(
            'start = "2025-12-25"',
            'start = 2026-10-25T01:30:00+01:00\nextended = true\ncountry = "DE"\neve = 60\n'
            'hours = "24/7"\nzone = "Europe/Berlin"\nalso.payment = "2026-01-05"\n'
            'act_by = "2026-10-25T02:30Z"',
        )
    )
    ((rule, _),) = rules_of(read_shipped(text, "ru.toml").rules["ru.one"])
    assert rule == Rule(
        id="ru.one",
        owner=Owner.MINE,
        period=parse_period("10cal"),
        titles={"en": "Money back", "ru": "Возврат денег"},
        counting=Counting.INCLUSIVE,
        calendar="GB-SCT",
        roll=Roll.NEXT_WD,
        extended_to=parse_period("2m"),
        assume=parse_period("1wd"),
        opens_after=parse_period("8w"),
        bound=Bound.OPENS,
        must_arrive=True,
        combine=Combine.MAX,
        parts=(Part(StartsOn.PAYMENT, parse_period("540cal")),),
        hours="Mon-Fri 09:00-17:00",
        zone="Europe/London",
        notes={"en": "n", "ru": "н"},
        basis=("ru.gk.193",),
        effective_to=date(2026, 4, 7),
        review_by=date(2027, 5, 22),
        certainty="A",
        sources=(LAW,),
        examples=(
            Example(
                "2026-10-25T01:30:00+01:00",
                {"due": "2026-01-12", "act_by": "2026-10-25T02:30:00+00:00"},
                extended=True,
                country="DE",
                also={StartsOn.PAYMENT: "2026-01-05"},
                hours="24/7",
                zone="Europe/Berlin",
                eve=60,
            ),
        ),
    )


def test_versions_stand_oldest_first_however_they_are_written() -> None:
    spans = [("2026-04-08", ""), ("unknown", "2024-12-31"), ("2025-01-01", "2026-04-07")]
    told = read_shipped(versions(*spans), "ru.toml").rules["ru.two"]
    assert [rule.period.count for rule, _ in rules_of(told)] == [2, 3, 1]


@pytest.mark.parametrize("calendar", ["", "firm", "GB-ANY", "US"])
def test_calendars_that_a_rule_may_name(calendar: str) -> None:
    text = RULE.replace('calendar = "RU"', f'calendar = "{calendar}"')
    ((rule, _),) = rules_of(read_shipped(text, "ru.toml").rules["ru.one"])
    assert rule.calendar == calendar


def test_a_fact() -> None:
    assert fact_of(read_shipped(FACT, "ru.toml").facts["ru.channel"]) == Fact(
        id="ru.channel",
        titles={"en": "Where", "ru": "Куда"},
        texts={"en": "Only there.", "ru": "Только туда."},
        certainty="B",
        review_by=date(2027, 5, 22),
        sources=(LAW,),
    )


def test_a_rule_of_ones_own_is_told_in_one_language_and_marked_with_its_file() -> None:
    ((rule, _),) = rules_of(read_own(OWN, "my.toml").rules["my.bank"])
    assert rule == Rule(
        id="my.bank",
        owner=Owner.THEIRS,
        period=parse_period("5wd"),
        titles={"en": "My bank answers", "ru": "My bank answers"},
        certainty="own",
        file="my.toml",
    )
    assert rule.is_on


def test_days() -> None:
    text = (
        '[[day]]\ncalendar = "ru-ta"\ndate = "2026-06-20"\nworks = false\nname = "Сабантуй"\n'
        '[[day]]\ncalendar = "UK"\ndate = 2026-12-26\nworks = true\n'
    )
    assert [day_of(told) for told in read_own(text, "my.toml").days] == [
        OwnDay("RU-TA", date(2026, 6, 20), works=False, name="Сабантуй"),
        OwnDay("GB", date(2026, 12, 26), works=True),
    ]
