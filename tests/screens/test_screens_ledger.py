"""What is at stake, what came back, who promised what: on the screens of a case."""

from __future__ import annotations

from pathlib import Path

import pytest
from frames import frame
from making import ANNA, MakeApp
from piloting import notice, open_page, press, to_field, until, where, write

from tui.clock import FixedClock
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.settings.config import Config, Settings
from tui.store.opening import memory_store

FACTS = {
    "company": "Severmart", "subject": "Refund, order 4821-77", "problem": "refund",
    "amount": "12490 RUB",
}  # fmt: skip
SIZE = (100, 40)


@pytest.fixture
def claimed(clock: FixedClock, tmp_path: Path) -> Desk:
    """A claim of 2 November whose ten days are over; the person vouches for the penalty."""
    (tmp_path / "rules").mkdir()
    on = '[meter."ru.zpp.23"]\nconfirmed = true\n'
    (tmp_path / "rules" / "my.toml").write_text(on, "utf-8")
    config = Config(language="en", country="RU", profile=ANNA)
    settings = Settings(tmp_path / "config.toml", config)
    desk = Desk(memory_store(at=clock.now), clock, settings)
    desk.open_case(FACTS)
    claim = {"rule": "ru.zpp.22", "at": "2026-11-02", "channel": "email"}
    desk.record(1, Happening("sent", {**claim, "promise": "2026-11-05", "agent": "Olga"}))
    return desk


@pytest.mark.parametrize("size", [SIZE, (80, 24)])
@pytest.mark.parametrize("language", ["en", "ru"])
async def test_a_case_shows_what_the_delay_costs_and_who_broke_what(
    claimed: Desk, app_of: MakeApp, language: str, size: tuple[int, int]
) -> None:
    claimed.record(1, Happening("received", {"refund": "5000", "channel": "email"}))
    async with app_of(claimed, language).run_test(size=size) as pilot:
        await open_page(pilot, "case", case_id=1)
        shown = " ".join(frame(pilot.app).replace("\xa0", " ").split())
        for said in ("RUB 12,490", "1,249", "5,000") if language == "en" else ("12 490 ₽", "1 249"):
            assert said in shown
        assert "Olga" in shown
        assert shown.count("!") >= 1


async def test_a_case_is_closed_with_what_came_of_it(claimed: Desk, app_of: MakeApp) -> None:
    async with app_of(claimed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "event", case_id=1, kind="closed")
        await press(pilot, "right")
        await to_field(pilot, "refund")
        await write(pilot, "12490")
        await to_field(pilot, "satisfaction")
        await press(pilot, "right", "right", "right", "right")
        await to_field(pilot, "text")
        await write(pilot, "Write first, call later.")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: claimed.case(1).outcome)
    event = claimed.case(1).timeline[-1]
    assert (event.outcome, event.satisfaction) == ("upheld", 4)
    assert event.text == "Write first, call later."
    assert claimed.money(1).back == (claimed.case(1).amount,)


async def test_what_came_back_before_is_shown_and_the_sum_of_all_is_asked_about(
    claimed: Desk, app_of: MakeApp
) -> None:
    claimed.record(1, Happening("received", {"refund": "5000"}))
    async with app_of(claimed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "event", case_id=1, kind="closed")
        shown = frame(pilot.app).replace("\xa0", " ")
        assert "More money back" in shown
        assert "beside what is recorded: back RUB 5,000 of RUB 12,490" in shown
        await press(pilot, "right")
        await to_field(pilot, "refund")
        await write(pilot, "12490")
        await press(pilot, "ctrl+s")
        assert "Write only what came since: RUB\u00a07,490 is outstanding." in notice(pilot)
        assert claimed.case(1).outcome is None
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: claimed.case(1).outcome)
    assert str(claimed.money(1).back[0].value) == "17490"


async def test_a_contact_with_somebody_ends_with_their_number(
    claimed: Desk, app_of: MakeApp
) -> None:
    async with app_of(claimed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "event", case_id=1, kind="call")
        await press(pilot, "ctrl+s")
        assert notice(pilot).startswith("Ask for their number while you have them")
        await press(pilot, "tab", "right", "ctrl+s")
        await until(pilot, lambda: claimed.case(1).timeline[-1].reference_refused)


async def test_a_number_that_is_known_is_not_asked_for_again(
    claimed: Desk, app_of: MakeApp
) -> None:
    claimed.record(1, Happening("registered", {"reference": "55-10"}))
    async with app_of(claimed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "event", case_id=1, kind="call")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: len(claimed.case(1).timeline) == 3)


async def test_the_working_of_the_sum_leads_to_its_meter(claimed: Desk, app_of: MakeApp) -> None:
    async with app_of(claimed).run_test(size=SIZE) as pilot:
        await open_page(pilot, "working", case_id=1)
        shown = frame(pilot.app)
        assert "10 days of delay" in shown
        assert "1 % a day of RUB\xa012,490" in shown
        await press(pilot, "G", *("k",) * 4, "enter")
        await until(pilot, lambda: where(pilot) == "rule")
        assert "ru.zpp.23: Penalty" in frame(pilot.app)
