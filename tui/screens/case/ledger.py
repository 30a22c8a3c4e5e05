"""Of a case: what is at stake and what came back, and the ledger of promises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from tui.cases.event import Event
from tui.cases.promises import Kept, Promise, broken_of
from tui.desk.ladder.money import MoneyView
from tui.widgets.rows import Row, heading
from tui.widgets.spans import Span, Tone, wrapped
from tui.wording.stake_text import MARKS, back_line, promise_line, stake_lines
from tui.wording.wording import Wording

_TONES = {Kept.BROKEN: Tone.LATE, Kept.PENDING: Tone.PLAIN}


def money_lines(words: Wording, money: MoneyView) -> Iterator[str]:
    """At stake 12 490 ₽, penalty 2 498 ₽ by today; then what came back of it."""
    yield from stake_lines(words, money.at_stake, money.meters)
    if back := back_line(words, money.at_stake, money.back):
        yield back


def promise_rows(
    words: Wording, promises: Sequence[Promise], today: date, width: int
) -> Iterator[Row]:
    """Each promise with what became of it, the newest first; nothing where there is none."""
    if not promises:
        return
    broken = len(broken_of(promises))
    told = words.n("{count} broken", "{count} broken", broken)
    title = words.t("Promises")
    yield heading(f"{title}: {told}" if broken else title)
    for promise in reversed(promises):
        tone = _TONES.get(promise.state, Tone.DIM)
        first, *others = wrapped(promise_line(words, promise, today), width - 2, tone, "  ")
        mark = Span(MARKS[promise.state], tone)
        yield Row(((mark, Span(first[0].text[1:], tone), *first[1:]), *others))


def end_facts(words: Wording, event: Event) -> list[str]:
    """Money that came back with an event, and how content I was."""
    facts = [words.t("back {sum}", sum=words.money(event.refund))] if event.refund else []
    if event.satisfaction:
        facts.append(words.t("content: {count} of 5", count=event.satisfaction))
    return facts
