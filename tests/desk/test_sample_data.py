"""The sample book as data: well formed, lawful, invented."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from zoneinfo import ZoneInfo

from sample_reading import (
    COMPANIES,
    QUICK,
    SAMPLE,
    SAMPLES,
    SLOW,
    ZONES,
    Sample,
    day_of,
    each,
    history,
    playbook_of,
    played,
)

from tui.cases.card import card_of
from tui.cases.case import Money
from tui.cases.company import name_key
from tui.cases.record import from_plain
from tui.cases.words import Channel
from tui.playbooks.opening import openings
from tui.playbooks.rung import RungState
from tui.wording.money import grouped

TOKEN = re.compile(r"\{day:(0|-?[1-9]\d*)\}")
PROSE = ("subject", "details", "done_already", "expected_result", "enclosures", "text")


def _texts(sample: Sample) -> Iterator[str]:
    for plain in (sample.plain, *sample.events):
        yield from (plain[key] for key in PROSE if plain.get(key))


def test_companies_are_known_once_and_complete() -> None:
    names = Counter(name_key(company.name) for company in COMPANIES)
    assert set(names.values()) == {1}
    assert {"Meteor", "Severmart", "Northbank", "Svyazmost", "Staylink", "Hostwerk"} <= set(ZONES)
    for company in COMPANIES:
        assert not company.extra
        assert ZoneInfo(company.timezone)
        assert re.fullmatch(r"\d\d:\d\d-\d\d:\d\d", company.hours)
        assert company.website
        assert len(company.contact_points) >= 2
    assert set(ZONES) == {sample.plain["company"] for sample in SAMPLES}


@each
def test_case_is_that_of_its_company(sample: Sample) -> None:
    company = next(c for c in COMPANIES if c.name == sample.plain["company"])
    assert sample.plain["country"] == company.country
    assert sample.plain["language"] == ("ru" if company.country == "RU" else "en")
    assert sample.file.startswith(f"cases_{sample.plain['language']}")
    for event in sample.events:
        if event["kind"] in ("sent", "call"):
            assert company.points(Channel(event["channel"])), event["text"]


@each
def test_events_are_lawful_and_in_order(sample: Sample) -> None:
    moments = [(event["day"], event["at"]) for event in sample.events]
    assert moments == sorted(moments)
    assert all(day < 0 for day, _ in moments)
    opened = (sample.plain["opened"], "08:00")
    assert sample.plain["opened"] < 0
    assert opened <= min(moments, default=opened)
    for clock in (QUICK, SLOW):
        assert len(played(sample, clock).timeline) == len(sample.events)


@each
def test_nobody_climbs_too_early(sample: Sample) -> None:
    before = history(sample, SLOW)
    for case, told in zip(before, sample.events, strict=False):
        if told["kind"] == "escalated":
            rungs = openings(card_of(case), playbook_of(sample), day_of(told["day"]))
            (rung,) = (r for r in rungs if r.step.id == told["step"])
            assert rung.state is RungState.OPEN, rung.reason


def test_about_half_stands_on_the_ladder_that_fits() -> None:
    """And each that does is offered for the country and the problem of its case."""
    playbooks = Counter(playbook_of(sample).id for sample in SAMPLES)
    assert len(SAMPLES) / 3 < len(SAMPLES) - playbooks["general"] < len(SAMPLES) * 3 / 4
    assert len(playbooks) >= 12
    for sample in SAMPLES:
        playbook, case = playbook_of(sample), sample.plain
        assert not playbook.countries or case["country"] in playbook.countries
        assert not playbook.problems or case["problem"] in playbook.problems, case["subject"]
        assert {party["role"] for party in case.get("parties", [])} <= set(playbook.parties)


@each
def test_dates_are_days_relative_to_today(sample: Sample) -> None:
    for text in _texts(sample):
        rest = TOKEN.sub("", text)
        assert not set("{}") & set(rest)
        assert not re.search(r"\b20\d\d\b(?!:)", rest)
        assert text == text.strip()
        if sample.plain["language"] == "ru":
            # A Russian date ends in “г.”, and would meet the full stop.
            assert not re.search(r"\{day:-?\d+\}\.", text)


@each
def test_texts_are_clean(sample: Sample) -> None:
    for text in _texts(sample):
        assert not re.search(r"\w*(?:[a-z][а-яё]|[а-яё][a-z])\w*", text, re.IGNORECASE)
        assert not re.search(r"!!|\?\?|[\U0001F300-\U0001FAFF]", text)
        assert not re.search(r"(?<=\S)  (?=[а-яё])", text, re.IGNORECASE)
        if sample.plain["language"] == "ru":
            assert '"' not in text
    assert 3 <= len(TOKEN.sub("22 сентября 2026 г.", sample.plain["subject"])) <= 80


@each
def test_amount_is_that_of_the_text(sample: Sample) -> None:
    if "amount" not in sample.plain:
        return
    money = from_plain(Money, sample.plain["amount"])
    assert isinstance(money.value, Decimal)
    assert re.fullmatch(r"[A-Z]{3}", money.currency)
    digits = grouped(sample.plain["language"], money.value).replace("\u00a0", " ")
    told = " ".join(_texts(sample))
    assert digits in told


def test_everything_is_invented() -> None:
    for path in SAMPLE.glob("*.toml"):
        text = path.read_text("utf-8")
        hosts = re.findall(r"(?:https?://|[\w.]@)([\w.-]+)", text)
        assert all(host.endswith(".example") for host in hosts), hosts
        assert not re.search(r"\.(com|org|net|io|eu|ru|uk|de|nl|ie|se)\b", text)
        for number in re.findall(r"\+\d[\d -]{6,}", text):
            assert re.match(
                r"\+7 900 000-|\+44 20 7946 0|\+49 30 23125 |\+1 312 555 01"
                r"|\+353 20 91|\+46 8 465 004 ",
                number,
            )


def test_no_secrets() -> None:
    for path in SAMPLE.glob("*.toml"):
        assert not re.search(r"(?:\d[ -]?){13,}", path.read_text("utf-8"))
