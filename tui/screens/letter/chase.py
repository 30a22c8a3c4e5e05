"""Chasing several: whom to remind, who is left out and why, and one letter after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.cases.case import I_WRITE
from tui.desk.cases.chasing import Chaser
from tui.screens.context import Context
from tui.screens.page import Page
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span, Tone, wrapped

_SENT, _SKIPPED, _OPEN = "+", "-", " "


class ChaseScreen(Page):
    """The queue. Enter begins with the case under the cursor; a letter that was sent, or
    skipped, opens the next one. Esc from a letter comes back here, and Esc again ends it.
    """

    KEYS: ClassVar[tuple[str, ...]] = ("open", "back")
    AUTO_FOCUS = "#rows"
    IS_HOME = True

    def __init__(self, context: Context, case_ids: tuple[int, ...] = ()) -> None:
        super().__init__(context)
        self._is_late = not case_ids
        found = self.desk.chasers(case_ids)
        self._ready, self._left_out = found.ready, found.left_out
        self._marks: dict[int, str] = {}
        self._current, self._written = 0, 0  # the case whose letter is open; its letters before

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        count = len(self._ready)
        self.title_is(self.words.n("Chase {count} case", "Chase {count} cases", count))
        rows = self.query_one(Rows)
        rows.show(tuple(self._rows(rows.room)))
        if self._current:
            rows.select(str(self._current))

    def _rows(self, width: int) -> Iterator[Row]:
        t = self.words.t
        if self._is_late:
            said = self.words.n(
                "No case is marked: this is the one in which they are late.",
                "No case is marked: these are the {count} in which they are late.",
                len(self._ready) + len(self._left_out),
            )
            yield Row(tuple(wrapped(said, width, Tone.DIM, indent=" ")))
        yield heading(f" {t('To remind, one letter after the other')} {len(self._ready)}")
        yield from (self._row(chaser, width, str(chaser.card.id)) for chaser in self._ready)
        if self._left_out:
            yield BLANK
            yield heading(f" {t('Left out')} {len(self._left_out)}")
            yield from (self._row(chaser, width, "") for chaser in self._left_out)

    def _row(self, chaser: Chaser, width: int, key: str) -> Row:
        card = chaser.card
        mark = self._marks.get(card.id, _OPEN)
        first = (
            Span(f" {mark} ", Tone.ACCENT),
            Span(f"#{card.id} {card.company}", Tone.STRONG if key else Tone.DIM),
            Span(f"  {card.subject}", Tone.PLAIN if key else Tone.DIM),
        )
        why = wrapped(self.words.say(chaser.why), width, indent="   ")
        return Row((first, *why), key)

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._look()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self._open(int(event.key))

    def _open(self, number: int) -> None:
        """The letter of a case of the queue, written from the case on the step where it stands."""
        self._current, self._written = number, self._letters(number)
        place = [chaser.card.id for chaser in self._ready].index(number)
        step = self._ready[place].card.step
        about = {"step": step, "place": place + 1, "count": len(self._ready)}
        self.go("chase_letter", case_id=number, skipped=self._skipped, **about)

    def _letters(self, number: int) -> int:
        return sum(event.kind in I_WRITE for event in self.desk.case(number).timeline)

    def _skipped(self) -> None:
        self._marks[self._current] = _SKIPPED

    def on_screen_resume(self) -> None:
        """Back from a letter: where it was sent or skipped, on to the next one."""
        super().on_screen_resume()
        number, self._current = self._current, 0
        if not number:
            return
        if self._letters(number) > self._written:
            self._marks[number] = _SENT
        if number in self._marks:
            self._go_on(number)
        self._look()

    def _go_on(self, number: int) -> None:
        numbers = [chaser.card.id for chaser in self._ready]
        place = numbers.index(number) + 1
        left = (n for n in (*numbers[place:], *numbers[:place]) if n not in self._marks)
        following = next(left, 0)
        if following:
            self._open(following)
            return
        sent = sum(mark == _SENT for mark in self._marks.values())
        self.tell(self.words.t("Done: {count} reminded.", count=sent))
