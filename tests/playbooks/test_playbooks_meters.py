"""The meters that ship, those of the person, and which of them run in a case."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from case_story import COMPLETE, answered, closed, event, nov, owed, sent, told
from law_texts import SOURCE, lawful, refusal
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.cases.money import Money
from tui.cases.words import Answer, DeadlineKind, EventKind
from tui.deadlines.meter import Meter, MeterExample, Per, read_meter
from tui.playbooks.law import Law
from tui.playbooks.meters import Running, running

SHIPPED = Law().meters()
METER = (
    """
[meter."ru.late"]
title.en = "Penalty"
title.ru = "Неустойка"
rate = "1%"
per = "day"
base = "price"
cap = "price"
cap_from = 2026-02-01
for_rules = ["ru.one"]
review_by = "2027-05-22"
certainty = "C"
"""
    + SOURCE.format(kind="meter", id="ru.late")
    + """
[[meter."ru.late".example]]
first = "2026-12-03"
last = "2026-12-22"
price = "12490"
amount = "2498.00"
"""
)
MINE = """
[meter."my.interest"]
title.en = "Interest under the contract"
rate = "7.5%"
per = "year"
for_rules = ["my.terms"]
certainty = "own"
"""
EXAMPLES = [pytest.param(m, e, id=f"{m.id}-{e.first}") for m in SHIPPED for e in m.examples]
PAID = Money(value=Decimal(12490), currency="RUB")


@pytest.mark.parametrize(("meter", "example"), EXAMPLES)
def test_every_example_comes_out(meter: Meter, example: MeterExample) -> None:
    price = Money(value=Decimal(example.price), currency=example.currency)
    reading = read_meter(meter, price, example.first, example.last)
    assert reading
    assert str(reading.amount.value) == example.amount
    assert (str(reading.at_most.value) if reading.at_most else "") == example.at_most


def test_what_ships_is_told_in_full_and_off() -> None:
    """Their rates are from memory: no sum may rest on them before a person has looked."""
    rules, facts = Law().rules(), {fact.id for fact in Law().facts()}
    assert {m.id: str(m.rate) for m in SHIPPED} == {
        "ru.zpp.23": "1",
        "ru.zpp.23.1.penalty": "0.5",
        "ru.zpp.28": "3",
    }
    for meter in SHIPPED:
        assert (meter.certainty, meter.is_on, meter.file) == ("C", False, "")
        assert set(meter.titles) == set(meter.notes) == {"en", "ru"}
        assert set(meter.for_rules) <= {rule.id for rule in rules}
        assert set(meter.basis) <= facts
        assert meter.sources
        assert meter.examples
        assert meter.review_by


def test_it_is_switched_on_as_a_rule_is(tmp_path: Path) -> None:
    (shipped,) = lawful(tmp_path, ru=METER).meters()
    own = {"my": '[meter."ru.late"]\nconfirmed = true\n'}
    (meter,) = lawful(tmp_path, own=own, ru=METER).meters()
    assert meter == replace(shipped, confirmed=True, file="my.toml")
    assert (shipped.is_on, meter.is_on) == (False, True)


def test_a_rate_of_ones_own_is_no_longer_what_the_sources_say(tmp_path: Path) -> None:
    own = {"my": '[meter."ru.late"]\nrate = "0.5%"\ntitle.en = "Mine"\n'}
    (meter,) = lawful(tmp_path, own=own, ru=METER).meters()
    assert (meter.rate, meter.certainty, meter.is_on) == (Decimal("0.5"), "own", True)
    assert meter.sources == meter.examples == ()
    assert meter.titles == {"en": "Mine", "ru": "Неустойка"}


def test_one_of_ones_own_beside_those_that_ship(tmp_path: Path) -> None:
    law = lawful(tmp_path, own={"my": MINE}, ru=METER)
    assert [meter.id for meter in law.meters()] == ["my.interest", "ru.late"]
    (mine,) = law.meters(["my.terms"])
    assert (mine.per, mine.cap, mine.titles["ru"]) == (
        Per.YEAR,
        None,
        "Interest under the contract",
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("rate = 1", "“rate”: must be a text."),
        ('rate = "0%"', "“rate”: must be a share such as “0.5%”."),
        ('rate = "1,5%"', "“rate”: must be a share such as “0.5%”."),
        ('per = "week"', "“per”: must be one of: day, year."),
        ('base = "salary"', "“base”: must be one of: price."),
        ('for_rules = ["all"]', "“for_rules”: “all” is no id such as ru.gk.193."),
        ("cap_from = 2026-02-01", "“cap_from”: needs “cap”."),
        ("speed = 3", "“speed”: there is no such field."),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, line: str, said: str) -> None:
    name = line.partition(" ")[0]
    kept = "\n".join(one for one in MINE.splitlines() if not one.startswith(f"{name} "))
    law = lawful(tmp_path, own={"my": f"{kept}\n{line}\n"})
    told_to_them = refusal(law.meters, error=BadInput)
    assert told_to_them == f"my.toml, meter “my.interest”, field {said}"


# ---- which runs

ON = next(replace(m, confirmed=True) for m in SHIPPED if m.id == "ru.zpp.23")


def claimed(*happened: object, amount: Money | None = PAID) -> Case:
    """A claim under ru.zpp.22 whose time ended on 12 November."""
    claim = sent(nov(2), answer=nov(12))
    by_law = msgspec.structs.replace(owed(DeadlineKind.ANSWER, nov(12)), rule="ru.zpp.22")
    claim = msgspec.structs.replace(claim, starts=(by_law,))
    case = msgspec.structs.replace(COMPLETE, amount=amount)
    return told(claim, *happened, case=case)  # type: ignore[arg-type]


def the_one(case: Case, today: date) -> Running | None:
    return next(iter(running(case, [ON], today)), None)


def days_of(case: Case, today: date) -> int:
    found = the_one(case, today)
    return found.reading.days if found and found.reading else 0


def test_it_runs_from_the_day_after_their_time_ended() -> None:
    assert the_one(claimed(), nov(12)) is None
    found = the_one(claimed(), nov(22))
    assert found
    assert found.reading
    assert (found.late_since, found.reading.days) == (nov(13), 10)
    assert str(found.reading.amount.value) == "1249.00"
    assert not found.ended


def test_off_or_without_an_amount_it_has_no_sum() -> None:
    (off,) = running(claimed(), [replace(ON, confirmed=False)], nov(22))
    assert (off.reading, off.late_since) == (None, nov(13))
    assert days_of(claimed(amount=None), nov(22)) == 0


def test_a_late_refusal_lets_it_run_and_a_solution_or_the_end_stops_it() -> None:
    refused = claimed(answered(nov(15), Answer.REFUSED))
    assert days_of(refused, nov(22)) == 10
    assert days_of(claimed(answered(nov(15), Answer.SOLVED)), nov(22)) == 3
    assert days_of(claimed(closed(nov(14))), nov(22)) == 2


def test_all_the_money_back_stops_it_and_a_part_does_not() -> None:
    part = Money(value=Decimal(5000), currency="RUB")
    rest = Money(value=Decimal(7490), currency="RUB")
    first = event(EventKind.NOTE, nov(14), refund=part)
    assert days_of(claimed(first), nov(22)) == 10
    whole = claimed(first, event(EventKind.NOTE, nov(16), refund=rest))
    assert days_of(whole, nov(22)) == 4
    found = the_one(whole, nov(22))
    assert found
    assert found.ended


def test_nobody_pays_while_it_is_not_known_when_it_reached_them() -> None:
    unsure = msgspec.structs.replace(
        owed(DeadlineKind.ANSWER, nov(12)), rule="ru.zpp.22", unsure="receipt"
    )
    claim = msgspec.structs.replace(sent(nov(2)), starts=(unsure,))
    case = told(claim, case=msgspec.structs.replace(COMPLETE, amount=PAID))
    assert the_one(case, nov(22)) is None
