"""What the delay costs them: only by a meter that is on, in the case, in letters, in the law."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from desk_story import ANNA, happens

from tui.cases.words import Part, Tone
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.settings.config import Config, Settings
from tui.store.opening import memory_store

NOON = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Europe/Moscow"))
ON = '[meter."ru.zpp.23"]\nconfirmed = true\n'
INTEREST = """
[meter."my.interest"]
title.en = "Interest under the contract"
rate = "7.5%"
per = "year"
for_rules = ["ru.zpp.22"]
certainty = "own"
"""
FACTS = {
    "company": "Severmart",
    "subject": "Refund of 12 490 RUB, order 4821-77",
    "problem": "refund",
    "country": "RU",
    "playbook": "ru-shop",
    "amount": "12490 RUB",
    "identifiers": "order 4821-77",
    "details": "I paid 12 490 RUB on 20 October 2026. The kettle does not work.",
    "expected_result": "Please refund 12 490 RUB to my card by 2 December 2026.",
}


def desk_with(folder: Path, own: str = "") -> Desk:
    (folder / "rules").mkdir()
    (folder / "rules" / "my.toml").write_text(own, "utf-8")
    clock = FixedClock(NOON)
    settings = Settings(folder / "config.toml", Config(language="en", country="RU", profile=ANNA))
    return Desk(memory_store(at=clock.now), clock, settings)


def claimed(desk: Desk) -> Desk:
    """A demand under article 22 on 2 November: its ten days ended on the 12th."""
    desk.open_case(FACTS)
    happens(desk, 1, "sent", rule="ru.zpp.22", at="2026-11-02", channel="email")
    return desk


def problem_of(desk: Desk, template: str, tone: Tone | None = None, language: str = "en") -> str:
    letter = desk.compose(1, template=template, tone=tone, language=language).letter
    return letter.parts[Part.PROBLEM].replace("\xa0", " ")


def test_off_it_shows_no_sum_anywhere(tmp_path: Path) -> None:
    desk = claimed(desk_with(tmp_path))
    (meter,) = desk.money(1).meters
    assert (meter.meter.id, meter.late_since, meter.reading) == (
        "ru.zpp.23",
        date(2026, 11, 13),
        None,
    )
    assert "1,249" not in problem_of(desk, "claim").replace(" ", "")


def test_on_it_is_in_the_case_and_in_formal_letters(tmp_path: Path) -> None:
    desk = claimed(desk_with(tmp_path, ON))
    (meter,) = desk.case_view(1).money.meters
    assert meter.reading
    assert str(meter.reading.amount.value) == "1249.00"
    said = "as of 22 November 2026 (10 days × 1 % of RUB 12,490)."
    for template in ("claim", "last_notice"):
        assert f"buyer’s demand: RUB 1,249 {said}" in problem_of(desk, template)
    assert "1,249" not in problem_of(desk, "complaint", Tone.FIRM)
    told = problem_of(desk, "claim", language="ru")
    assert "покупателя: 1 249 ₽ на 22 ноября 2026 г. (10 дн. × 1 % от 12 490 ₽)." in told


def test_a_letter_with_the_sum_has_nothing_to_mend_for_it(tmp_path: Path) -> None:
    found = claimed(desk_with(tmp_path, ON)).compose(1, template="claim").findings
    assert not [finding for finding in found if "1" in finding.text and "249" in finding.text]


def test_interest_of_ones_own_contract_runs_beside_it(tmp_path: Path) -> None:
    desk = claimed(desk_with(tmp_path, ON + INTEREST))
    sums = {m.meter.id: str(m.reading.amount.value) for m in desk.money(1).meters if m.reading}
    assert sums == {"my.interest": "25.66", "ru.zpp.23": "1249.00"}
    assert "(10 days at 7.5 % a year on RUB 12,490)." in problem_of(desk, "claim")


def test_a_faulty_file_of_rules_hides_the_sum_and_nothing_else(tmp_path: Path) -> None:
    desk = claimed(desk_with(tmp_path, ON))
    (tmp_path / "rules" / "my.toml").write_text("[meter", "utf-8")
    assert desk.money(1).meters == ()
    assert desk.promises(1) == ()


@pytest.mark.parametrize("kind", ["refused", "answered"])
def test_a_mere_answer_in_time_pays_nothing_and_the_penalty_runs(tmp_path: Path, kind: str) -> None:
    desk = claimed(desk_with(tmp_path, ON))
    happens(desk, 1, kind, answer="" if kind == "refused" else "partly", at="2026-11-10")
    (meter,) = desk.money(1).meters
    assert (meter.late_since, meter.ended) == (date(2026, 11, 13), False)
    assert meter.reading
    assert str(meter.reading.amount.value) == "1249.00"
    assert not desk.case_view(1).card.late(date(2026, 11, 22))  # the ladder leads on at once
    happens(desk, 1, "answered", answer="solved", at="2026-11-15")
    assert desk.money(1).meters[0].ended


@pytest.mark.parametrize("some_id", ["ru.zpp.23", "ru.zpp.23.1.penalty", "ru.zpp.28"])
def test_the_law_book_has_it(tmp_path: Path, some_id: str) -> None:
    desk = desk_with(tmp_path)
    entry = desk.rule(some_id)
    assert entry.meter
    assert some_id in desk.lawbook("ru.zpp").ids
    assert [fact.id for fact in entry.basis] == list(entry.meter.basis)


def test_only_who_is_late_is_told_of_the_penalty(tmp_path: Path) -> None:
    """The seller let the ten days of the demand pass, and not the marketplace."""
    desk = desk_with(tmp_path, ON)
    desk.open_case({**FACTS, "playbook": "ru-marketplace", "parties": "seller=Lamp"})
    happens(desk, 1, "sent", at="2026-10-20", channel="chat")
    happens(desk, 1, "escalated", at="2026-10-27", step="claim", channel="email")
    assert "Penalty" not in problem_of(desk, "claim")
    assert "Penalty" in problem_of(desk, "court")
