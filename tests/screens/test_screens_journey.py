"""One problem from the empty book to its outcome, with nothing but keys, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from frames import frame
from making import MakeApp
from piloting import notice, press, to_field, under_cursor, until, where, write
from textual.pilot import Pilot

from tui.cases.case import Case, Money
from tui.cases.words import Channel, EventKind, Outcome, Problem, Stage
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.wording.wording import Wording

SIZE = (80, 24)


@dataclass
class Walk:
    """A person at the keyboard, the words on the screen, and the one case in the book."""

    pilot: Pilot[None]
    words: Wording
    desk: Desk
    clock: FixedClock

    @property
    def case(self) -> Case:
        return self.desk.case(1)

    def sees(self, *texts: str) -> bool:
        return all(text in frame(self.pilot.app) for text in texts)

    async def arrives(self, name: str) -> None:
        await until(self.pilot, lambda: where(self.pilot) == name)

    async def fills(self, **fields: str) -> None:
        for name, text in fields.items():
            await to_field(self.pilot, name)
            await write(self.pilot, text)

    async def chooses(self, text: str) -> None:
        """Puts the cursor of a list on the row with these words, and presses Enter."""
        for _ in range(30):
            if text in under_cursor(self.pilot):
                return await press(self.pilot, "enter")
            await press(self.pilot, "j")
        raise AssertionError(f"no row says {text}")


async def _opens_the_case(walk: Walk) -> None:
    assert walk.sees(walk.words.t("Upheld keeps your support cases moving until they are upheld."))
    await press(walk.pilot, "n")
    await walk.fills(company="Severmart")
    await to_field(walk.pilot, "problem")
    await press(walk.pilot, "right", "right")  # technical, billing, refund
    await walk.fills(
        subject="Refund 12 490 ₽, order 4821-77", identifiers="order 4821-77", amount="12490 RUB"
    )
    await press(walk.pilot, "ctrl+s")
    await walk.arrives("ladders")
    await press(walk.pilot, "enter")  # the general one stays
    await walk.arrives("channels")
    assert walk.sees("Severmart", walk.words.term(Channel.CHAT), walk.words.term(Channel.LETTER))
    case = walk.case
    assert (case.stage, case.problem, case.company) == (Stage.DRAFT, Problem.REFUND, "Severmart")
    assert case.amount == Money(value=Decimal(12490), currency="RUB")
    assert case.language == walk.words.language


async def _writes_the_letter(walk: Walk) -> None:
    """Seven parts, Tab to the next; the letter shows each; it is kept when it is read."""
    await press(walk.pilot, "enter")
    await walk.arrives("compose")
    assert walk.sees("L17")  # the problem is not told yet
    texts = {"details": "Paid on 20 October.", "done_already": "Asked in the chat."}
    texts |= {"expected_result": "12 490 ₽ by 4 December 2026.", "enclosures": "1. Receipt"}
    texts |= {"contacts": "anna@example.org", "subject": "", "introduction": "Good day, Severmart."}
    for text in texts.values():
        await write(walk.pilot, text)
        await press(walk.pilot, "tab")
    await until(walk.pilot, lambda: walk.sees("Paid on 20 October."))
    await press(walk.pilot, "ctrl+l")
    await walk.arrives("send")
    assert walk.sees(*filter(None, texts.values()), "4821-77")
    kept = {name: getattr(walk.case, name) for name in texts if name != "subject"}
    assert kept == {name: text for name, text in texts.items() if name != "subject"}


async def _records_that_it_was_sent(walk: Walk) -> None:
    await press(walk.pilot, "s")
    await walk.arrives("transcript")
    await walk.fills(reference="55-10", promise="+3wd", transcript="Anna: hello\nOleg: 55-10")
    await press(walk.pilot, "ctrl+s")
    await walk.arrives("case")
    case = walk.case
    assert case.stage is Stage.WAITING
    assert [reference.number for reference in case.references] == ["55-10"]
    assert case.timeline[0].promise == date(2026, 11, 25)
    assert [piece.name for piece in case.timeline[0].evidence] == ["chat 2026-11-22.txt"]
    assert walk.sees("55-10", walk.words.short_day(date(2026, 11, 25)))


async def _sees_it_turn_late(walk: Walk) -> None:
    walk.clock.pass_days(3)
    await press(walk.pilot, "escape", "t")
    assert walk.sees(walk.words.t("Due today and next"), walk.words.t("today"))
    walk.clock.pass_days(1)
    await press(walk.pilot, "b")
    walk.desk.changed()  # as the other window's write would say
    await until(walk.pilot, lambda: walk.sees(walk.words.n("! {count} late", "! {count} late", 1)))
    assert walk.sees("! #1 Severmart")
    await press(walk.pilot, "t")
    late = walk.words.n("{count} day late", "{count} days late", 1)
    assert walk.sees(walk.words.t("They broke it"), late)
    await press(walk.pilot, "w")
    assert walk.sees(walk.words.t("They promised this day."))
    await press(walk.pilot, "escape")


async def _records_the_refusal(walk: Walk) -> None:
    await press(walk.pilot, "r")
    await walk.chooses(walk.words.t("They refused"))
    await walk.arrives("event")
    await walk.fills(text="Outside the return window")
    await press(walk.pilot, "ctrl+s")
    await walk.arrives("today")
    assert walk.case.stage is Stage.MY_MOVE
    assert walk.case.timeline[-1].kind is EventKind.REFUSED
    assert walk.case.timeline[-1].text == "Outside the return window"


async def _climbs(walk: Walk) -> None:
    await press(walk.pilot, "enter", "e")
    assert walk.sees(walk.words.t("open now"), "[ ]")
    await press(walk.pilot, "tab", "space")
    assert walk.sees("[x]")
    await press(walk.pilot, "tab", "enter")
    await walk.arrives("compose")
    await press(walk.pilot, "ctrl+l")
    await walk.arrives("send")
    assert walk.sees("55-10")
    await press(walk.pilot, "s")
    await walk.arrives("event")
    await walk.fills(reference="55-11")
    await press(walk.pilot, "ctrl+s")
    await walk.arrives("case")
    assert (walk.case.stage, walk.case.step) == (Stage.ESCALATED, "reasons")
    assert walk.sees("55-11", walk.words.term(Stage.ESCALATED))


async def _closes_and_takes_it_back(walk: Walk) -> None:
    await press(walk.pilot, "x")
    await to_field(walk.pilot, "outcome")
    await press(walk.pilot, "ctrl+s")
    assert walk.case.stage is Stage.ESCALATED  # nothing closes without an outcome
    await press(walk.pilot, "right", "right", "ctrl+s")
    await walk.arrives("case")
    assert (walk.case.stage, walk.case.outcome) == (Stage.CLOSED, Outcome.PARTLY)
    await press(walk.pilot, "u")
    assert (walk.case.stage, walk.case.outcome) == (Stage.ESCALATED, None)
    assert "#1" in notice(walk.pilot)
    await press(walk.pilot, "x", "right", "ctrl+s")
    await walk.arrives("case")
    assert (walk.case.stage, walk.case.outcome) == (Stage.CLOSED, Outcome.UPHELD)
    await press(walk.pilot, "escape", "b")
    assert walk.sees(f"{walk.words.term(Stage.CLOSED)} 1")


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_from_problem_to_outcome(
    desk: Desk, app_of: MakeApp, clock: FixedClock, language: str
) -> None:
    desk.save_language(language)
    async with app_of(desk, language).run_test(size=SIZE) as pilot:
        await pilot.pause()
        walk = Walk(pilot, Wording(language), desk, clock)
        await _opens_the_case(walk)
        await _writes_the_letter(walk)
        await _records_that_it_was_sent(walk)
        await _sees_it_turn_late(walk)
        await _records_the_refusal(walk)
        await _climbs(walk)
        await _closes_and_takes_it_back(walk)
        kept = [key.partition("-")[0] for key in desk.drafts.keys()]  # noqa: SIM118 - no dict
        assert set(kept) <= {"checklist"}
