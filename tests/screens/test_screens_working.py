"""The working of the dates: every sentence can be reached at any size, and leads to its rule."""

from __future__ import annotations

import pytest
from frames import frame
from making import MakeApp
from piloting import notice, open_page, press, under_cursor, until, where

from tui.cases.words import EventKind
from tui.clock import FixedClock
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.wording.meter_text import running_lines
from tui.wording.wording import Wording
from tui.wording.working import explain

FACTS = {"company": "Severmart", "subject": "Refund", "problem": "refund", "country": "RU"}


@pytest.fixture
def told(desk: Desk, clock: FixedClock) -> Desk:
    """A case with an answer due by a rule of law, and a promise that was kept."""
    desk.open_case(FACTS)
    sent = {"rule": "ru.zpp.22", "at": "2026-11-02", "channel": "email"}
    desk.record(1, Happening(EventKind.SENT, {**sent, "promise": "2026-11-05"}))
    answer = {"at": "2026-11-05", "answer": "partly", "channel": "email"}
    desk.record(1, Happening(EventKind.ANSWERED, answer))
    desk.record(1, Happening(EventKind.SENT, {"rule": "ru.zpp.22", "at": "2026-11-06"}))
    return desk


async def test_open_dates_come_first_with_their_state_in_words(told: Desk, app_of: MakeApp) -> None:
    async with app_of(told).run_test(size=(80, 60)) as pilot:
        await open_page(pilot, "working", case_id=1)
        assert under_cursor(pilot).startswith("! open, ")
        shown = frame(pilot.app)
        heads = [line for line in shown.splitlines() if line[:2] in ("! ", "  ", "+ ", "x ")]
        heads = [line[2:] for line in heads if line[2:3].strip()]
        states = [line.split(",")[0].split(" ")[0] for line in heads]
        assert states.index("open") < states.index("met")
        for part in ("ru.zpp.22: Refund for defective goods", "https://base.garant.ru", "It says"):
            assert part in shown


async def test_enter_opens_the_rule_of_the_block(told: Desk, app_of: MakeApp) -> None:
    async with app_of(told).run_test(size=(80, 24)) as pilot:
        await open_page(pilot, "working", case_id=1)
        await press(pilot, "j", "j", "enter")
        await until(pilot, lambda: where(pilot) == "rule")
        assert "Refund for defective goods" in frame(pilot.app)
        await press(pilot, "escape")
        assert where(pilot) == "working"


async def test_a_date_that_somebody_named_has_no_rule(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=(80, 24)) as pilot:
        await open_page(pilot, "working", case_id=21)
        await press(pilot, "enter")
        assert where(pilot) == "working"
        assert notice(pilot) == "No rule gives this date: somebody named it."


async def test_a_customary_time_leads_to_its_playbook(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=(80, 24)) as pilot:
        await open_page(pilot, "working", case_id=32)
        await press(pilot, "j", "enter")
        await until(pilot, lambda: where(pilot) == "rule")
        assert "general: General ladder" in frame(pilot.app)


@pytest.mark.parametrize("size", [(80, 24), (40, 20), (20, 5)])
@pytest.mark.parametrize("language", ["en", "ru"])
async def test_every_word_of_every_working_is_seen_on_the_way_down(
    told: Desk, app_of: MakeApp, language: str, size: tuple[int, int]
) -> None:
    words = Wording(language)
    async with app_of(told, language).run_test(size=size) as pilot:
        await open_page(pilot, "working", case_id=1)
        await press(pilot, "g")
        seen, before = "", ""
        while before != (now := under_cursor(pilot) + frame(pilot.app)):
            before, seen = now, seen + under_cursor(pilot)
            lines = frame(pilot.app).splitlines()
            visible = "".join("".join(line[: size[0] - 1].split()) for line in lines)
            assert "".join(under_cursor(pilot).split()) in visible
            await press(pilot, "j")
        joined = "".join(seen.split())
        for deadline in told.case(1).deadlines:
            for sentence in explain(words, deadline):
                assert "".join(sentence.split()) in joined
        (meter,) = told.money(1).meters
        for sentence in running_lines(words, meter):
            assert "".join(sentence.split()) in joined


async def test_a_case_without_dates_says_so(desk: Desk, app_of: MakeApp) -> None:
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=(80, 24)) as pilot:
        await open_page(pilot, "working", case_id=1)
        await press(pilot, "j", "enter")
        assert "No date runs for this case." in frame(pilot.app)


async def test_the_address_of_a_source_is_copied_from_the_dates_and_from_the_rule(
    told: Desk, app_of: MakeApp
) -> None:
    async with app_of(told).run_test(size=(80, 24)) as pilot:
        await open_page(pilot, "working", case_id=1)
        await press(pilot, "y")
        assert pilot.app.clipboard.startswith("https://base.garant.ru/")
        assert notice(pilot) == "The address is in the terminal's clipboard."
        await open_page(pilot, "rule", rule_id="uk.ico.sar")
        await press(pilot, "y")
        assert all(line.startswith("https://") for line in pilot.app.clipboard.splitlines())
        assert notice(pilot).endswith("addresses are in the terminal's clipboard.")
