"""A faulty rule, fact or day is refused with the file, what it is, and the field."""

from __future__ import annotations

import pytest
from law_texts import FACT, OWN, RULE, refusal, versions

from tui.cases.errors import BadInput
from tui.playbooks.rule_making import fact_of, rules_of
from tui.playbooks.rule_reading import read_own, read_shipped
from tui.playbooks.tables import load_toml

PERIOD = 'period = "10cal"'
NO_ID = 'field “id”: must be an id in quotes, such as [rule."ru.zpp.22"].'
EXAMPLE = '[[rule."ru.one".example]]'

FAULTS = [
    (PERIOD, 'period = "10 days"', "period", "“10 days” is no period such as 10wd."),
    (PERIOD, "period = 10", "period", "must be a text."),
    (PERIOD, 'period = ""', "period", "“” is no period such as 10wd."),
    (PERIOD, "", "period", "is missing."),
    (PERIOD, f"{PERIOD}\nperiodd = 1", "periodd", "there is no such field."),
    (PERIOD, f"{PERIOD}\nconfirmed = true", "confirmed", "there is no such field."),
    (PERIOD, f'{PERIOD}\nextended_to = "10cal"', "extended_to", "longer than the period 10cal."),
    (PERIOD, f'{PERIOD}\nassume = "soon"', "assume", "is no period"),
    (PERIOD, f'{PERIOD}\nopens_after = "8w"', "opens_after", "only for a time of mine."),
    (PERIOD, f"{PERIOD}\nmust_arrive = true", "must_arrive", "only for a time of mine."),
    (PERIOD, f'{PERIOD}\nmust_arrive = "yes"', "must_arrive", "must be true or false."),
    (PERIOD, f'{PERIOD}\nbound = "ajar"', "bound", "must be one of: closes, opens."),
    (PERIOD, f'{PERIOD}\ncombine = "min"', "combine", "“combine” and “part” need each other."),
    (PERIOD, f'{PERIOD}\nhours = "any time"', "hours", "are no hours such as"),
    (PERIOD, f'{PERIOD}\nzone = "Moscow"', "zone", "“Moscow” is no time zone such as"),
    (PERIOD, f'{PERIOD}\nbasis = ["GK 193"]', "basis", "“GK 193” is no id such as"),
    (PERIOD, f'{PERIOD}\nbasis = ["ru.a", "ru.a"]', "basis", "names something twice."),
    (PERIOD, f'{PERIOD}\neffective_to = "2024-06-30"', "effective_to", "is before"),
    (PERIOD, f'{PERIOD}\nnote.en = "x"', "note", "must have the languages en, ru."),
    ('"theirs"', '"nobody"', "owner", "must be one of: theirs, mine."),
    ('"demand"', '"payday"', "starts_on", "must be one of: demand, complaint"),
    ('"event_excluded"', '"midnight"', "counting", "must be one of: event_excluded"),
    ('calendar = "RU"', 'calendar = "Russia"', "calendar", "“Russia” is no country such as RU"),
    ('"next_wd"', '"sometimes"', "roll", "must be one of: none, next_wd"),
    ('certainty = "A"', 'certainty = "own"', "certainty", "must be one of: A, B, C, X."),
    ('"2024-07-01"', '"1 July 2024"', "effective_from", "must be a date such as 2026-11-22."),
    ('"2024-07-01"', '"2024-06-31"', "effective_from", "there is no day 2024-06-31."),
    ('"2024-07-01"', '"20240701"', "effective_from", "must be a date"),
    ('"2024-07-01"', "2024-07-01T00:00:00", "effective_from", "must be a date"),
    ('"2027-05-22"', '"unknown"', "review_by", "must be a date"),
    ('title.en = "Money back"', 'title.en = " "', "title.en", "is empty."),
    ('title.en = "Money back"', "", "title", "must have the languages en, ru."),
    ("title.ru", "title.de", "title", "must have the languages en, ru."),
    ('kind = "law"', 'kind = "rumour"', "source.1.kind", "must be one of: law, regulator"),
    ('kind = "law"', "", "source.1.kind", "is missing."),
    ('kind = "law"', 'kind = "law"\nurl = "x"', "source.1.url", "there is no such field."),
    ('"https://example.org/law"', '""', "source.1.address", "is empty."),
    ('seen_on = "2026-11-22"', 'seen_on = "today"', "source.1.seen_on", "must be a date"),
    ("within ten days", "x" * 161, "source.1.quote", "is longer than 160 characters."),
    ('[[rule."ru.one".source]]', '[rule."ru.one".source]', "source", "at least one table."),
    ('start = "2025-12-25"', "", "example.1.start", "is missing."),
    ('start = "2025-12-25"', 'start = "2025-12-32"', "example.1.start", "there is no day"),
    (
        'start = "2025-12-25"',
        'start = "2025-12-25T24:30Z"',
        "example.1.start",
        "there is no moment",
    ),
    ('start = "2025-12-25"', 'start = "2025-12-25T14:30"', "example.1.start", "must be a moment"),
    ('due = "2026-01-12"', "", "example.1.due", "is missing."),
    ('due = "2026-01-12"', 'due = "2026-01-12"\neve = 1440', "example.1.eve", "number 0 to 1439."),
    ('due = "2026-01-12"', 'due = "2026-01-12"\neve = true', "example.1.eve", "must be a number"),
    ('due = "2026-01-12"', 'due = "2026-01-12"\nalso.luck = "x"', "example.1.also.luck", "no such"),
    ('due = "2026-01-12"', 'due = "x"\nalso.payment = "y"', "example.1.due", "must be a date"),
    (
        'due = "2026-01-12"',
        'due = "2026-01-12"\ncountry = "firm"',
        "example.1.country",
        "must be a",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "field", "problem"), FAULTS)
def test_a_fault_in_a_rule_is_named(right: str, wrong: str, field: str, problem: str) -> None:
    text = RULE.replace(right, wrong, 1)
    assert text != RULE

    def read() -> None:
        for told in read_shipped(text, "ru.toml").rules.values():
            rules_of(told)

    said = refusal(read, error=BadInput)
    assert said.startswith(f"ru.toml, rule “ru.one”, field “{field}”: ")
    assert problem in said


@pytest.mark.parametrize("field", ["source", "example"])
def test_what_ships_has_a_source_and_an_example(field: str) -> None:
    start, end = {"source": ('[[rule."ru.one".source', EXAMPLE), "example": (EXAMPLE, "")}[field]
    cut = RULE[: RULE.index(start)] + (RULE[RULE.index(end) :] if end else "")
    said = refusal(read_shipped, cut, "ru.toml", error=BadInput)
    assert said == f"ru.toml, rule “ru.one”, field “{field}”: is missing."


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        ('text.en = "Only there."', "", "text"),
        ('certainty = "B"', "", "certainty"),
        ('certainty = "B"', 'certainty = "B"\nperiod = "1wd"', "period"),
        ('certainty = "B"', 'certainty = "B"\neffective_to = "x"', "effective_to"),
        ('"unknown"', '"2026-01-02"\neffective_to = "2026-01-01"', "effective_to"),
    ],
)
def test_a_fault_in_a_fact_is_named(right: str, wrong: str, field: str) -> None:
    def read() -> None:
        fact_of(read_shipped(FACT.replace(right, wrong, 1), "ru.toml").facts["ru.channel"])

    said = refusal(read, error=BadInput)
    assert said.startswith(f"ru.toml, fact “ru.channel”, field “{field}”: ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "x = ",
            "my.toml is not TOML: at its end: there is no value; a text stands in quotation marks.",
        ),
        ("rules = 1", "my.toml, field “rules”: there is no such field."),
        ("rule = 1", "my.toml, field “rule”: must be a table."),
        ("rule.1 = 2", f"my.toml, rule “1”, {NO_ID}"),
        ('[rule.ru.zpp.22]\nperiod = "1wd"', f"my.toml, rule “ru”, {NO_ID}"),
        ('[rule."RU.zpp"]', f"my.toml, rule “RU.zpp”, {NO_ID}"),
        ('rule."my.x" = []', "my.toml, rule “my.x”, field “id”: must be a table."),
        ('rule."my.x" = [1]', "my.toml, rule “my.x”, field “id”: must be a table."),
        ('[[fact."my.x"]]', "my.toml, fact “my.x”, field “id”: must be a table."),
        ("day = {}", "my.toml, field “day”: must be at least one table."),
        ("[[day]]\nworks = true", "my.toml, day “1”, field “calendar”: is missing."),
    ],
)
def test_a_fault_of_a_file_is_named(text: str, said: str) -> None:
    assert refusal(read_own, text, "my.toml", error=BadInput) == said


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        ('"RU"', '"firm"', "calendar"),
        ('"RU"', '"Atlantis"', "calendar"),
        ('"RU"', '""', "calendar"),
        ("works = false", 'works = "no"', "works"),
        ('name = "Сабантуй"', "", "name"),
        ('name = "Сабантуй"', 'name = "Сабантуй"\nnote = "x"', "note"),
    ],
)
def test_a_fault_in_a_day_is_named(right: str, wrong: str, field: str) -> None:
    day = '[[day]]\ncalendar = "RU"\ndate = 2026-06-20\nworks = false\nname = "Сабантуй"\n'
    assert read_own(day, "my.toml").days
    said = refusal(read_own, day.replace(right, wrong), "my.toml", error=BadInput)
    assert said.startswith(f"my.toml, day “2026-06-20”, field “{field}”: ")


def test_days_ship_with_no_rules() -> None:
    said = refusal(read_shipped, "[[day]]", "ru.toml", error=BadInput)
    assert said == "ru.toml, field “day”: there is no such field."


def test_an_id_begins_with_the_name_of_its_file() -> None:
    said = refusal(read_shipped, RULE, "uk.toml", error=BadInput)
    assert said == "uk.toml, rule “ru.one”, field “id”: must begin with “uk.”."


@pytest.mark.parametrize(
    "spans",
    [
        [("2024-01-01", ""), ("2025-01-01", "")],
        [("2024-01-01", "2025-01-01"), ("2025-01-01", "")],
        [("2025-01-01", ""), ("2024-01-01", "2025-06-30")],
        [("unknown", "2025-01-01"), ("unknown", "2026-01-01")],
        [("unknown", ""), ("2026-01-01", "")],
    ],
)
def test_two_versions_for_one_day_are_refused(spans: list[tuple[str, str]]) -> None:
    told = read_shipped(versions(*spans), "ru.toml").rules["ru.two"]
    said = refusal(rules_of, told, error=BadInput)
    assert said == (
        "ru.toml, rule “ru.two”, field “effective_from”: "
        "two versions of the rule hold on the same day."
    )


@pytest.mark.parametrize("text", ["x = " + "[" * 20_000, "x = " + "9" * 20_000])
def test_what_the_parser_itself_cannot_bear(text: str) -> None:
    assert "my.toml is not TOML: " in refusal(load_toml, text, "my.toml", error=BadInput)


def test_a_rule_of_ones_own_needs_little_but_its_certainty() -> None:
    def read(text: str) -> None:
        rules_of(read_own(text, "my.toml").rules["my.bank"])

    read(OWN)
    said = refusal(read, OWN.replace('certainty = "own"', ""), error=BadInput)
    assert said == "my.toml, rule “my.bank”, field “certainty”: is missing."
