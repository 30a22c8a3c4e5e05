"""The case under the cursor beside a wide board, line by line. Imports no Textual: the first frame
is drawn from it, too."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from tui.advice.next_action import NextAction
from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.numbers import their_references
from tui.cases.words import Stage
from tui.desk.cases.put_off_words import chase_said, snooze_said
from tui.desk.desk import Desk
from tui.desk.ladder.next_said import next_words
from tui.desk.views import CardView
from tui.widgets.lines import Line, Span, Tone, wrapped
from tui.wording.owed import what_is_due
from tui.wording.wording import Wording

WIDE, TALL = 120, 12  # columns and lines of a terminal from which on there is room for it
_NARROWEST, _WIDEST = 40, 80  # with the first the columns have what they have on 80
_EVENTS, _MORE_EVENTS = 6, 12  # the latest
_TOLD, _MORE_TOLD = 2, 4  # lines of what an event says
_ROOMY = 57  # cells from which on there is room for more of both
BARS = 3  # lines of the screen above and below it
_EDGES = 4  # cells: an upright rule between blanks, and a blank at the end
_DAY = 11  # cells of a day and the gap behind it


def detail_width(width: int, height: int) -> int:
    """The cells beside a board on a terminal of this size, the line that parts them included; 0
    where there is no room."""
    if width < WIDE or height < TALL:
        return 0
    return min(_WIDEST, max(_NARROWEST, width * 3 // 10))


def detail_lines(
    desk: Desk, words: Wording, view: CardView, width: int, height: int
) -> tuple[Line, ...]:
    """What to know before it is opened: the next step, dates, numbers, what happened, details.

    `width`: as `detail_width` says. The details take what is left of `height` lines.
    """
    width -= _EDGES
    case = desk.case(view.id)  # its text becomes harmless where lines are laid
    parts = (
        _head(words, view, width),
        _next(desk, words, view, width),
        _dates(words, view, width),
        _known(desk, words, case, width),
        _happened(words, case, view.today, width),
    )
    lines: list[Line] = []
    for part in map(tuple, parts):
        lines += [(), *part] if lines and part else part
    return (*lines, (), *_details(words, case, width, height - len(lines) - 2))


def _head(words: Wording, view: CardView, width: int) -> Iterator[Line]:
    card = view.card
    yield (Span(f"#{card.id} {card.company}", Tone.STRONG),)
    yield from wrapped(card.subject, width)
    about = [words.term(card.stage), words.term(card.problem)]
    if card.amount:
        about.append(words.money(card.amount))
    yield from wrapped(", ".join([*about, *card.tags]), width, Tone.DIM)
    if card.snooze:
        yield from wrapped(snooze_said(words, card.snooze), width, Tone.DIM)
    if card.chase:
        yield from wrapped(chase_said(words, card.chase), width, Tone.DIM)


def _next(desk: Desk, words: Wording, view: CardView, width: int) -> Iterator[Line]:
    action: NextAction = desk.next_action(view.id)
    said = words.t("Next: {action}", action=next_words(desk, words, view.card, action))
    yield from wrapped(said, width, Tone.ACCENT)
    yield from wrapped(words.say(action.reason), width, Tone.DIM)


def _dates(words: Wording, view: CardView, width: int) -> Iterator[Line]:
    """What runs, the nearest first."""
    card = view.card
    dates = (*card.deadlines, *card.windows_on(view.today))
    if not dates or card.stage is Stage.CLOSED:
        return
    yield (Span(words.t("Deadlines"), Tone.HEAD),)
    for deadline in sorted(dates, key=lambda d: d.due):
        yield from _date(words, view, deadline, width)


def _date(words: Wording, view: CardView, deadline: Deadline, width: int) -> Iterator[Line]:
    is_late = deadline.late_on(view.today)
    tone = Tone.LATE if is_late else Tone.PLAIN
    what = f"{words.term(deadline.owner)}: {what_is_due(words, deadline)}, "
    text = f"{what}{words.until(deadline, view.today)}"
    first, *more = wrapped(text, width - 2, tone)
    yield (Span("! " if is_late else "  ", Tone.LATE), *first)
    yield from ((Span("  "), *line) for line in more)


def _known(desk: Desk, words: Wording, case: Case, width: int) -> Iterator[Line]:
    """Their numbers, and by what they know me."""
    theirs = [words.t("their number {number}", number=r.number) for r in their_references(case)]
    known = [*theirs, *desk.known_by(case, words.language)]
    if known:
        yield (Span(words.t("Numbers"), Tone.HEAD),)
    for text in known:
        yield from wrapped(text, width, indent="  ")


def _happened(words: Wording, case: Case, today: date, width: int) -> Iterator[Line]:
    """The latest, the newest first."""
    if not case.timeline:
        return
    yield (Span(words.t("Timeline"), Tone.HEAD),)
    newest = sorted(case.timeline, key=lambda event: (event.at, event.id), reverse=True)
    for event in islice(newest, _MORE_EVENTS if width >= _ROOMY else _EVENTS):
        yield from _event(words, event, today, width)


def _event(words: Wording, event: Event, today: date, width: int) -> Iterator[Line]:
    what = words.term(event.kind) + (f": {words.term(event.answer)}" if event.answer else "")
    channel = f"  {words.term(event.channel)}" if event.channel else ""
    day = words.short_day(event.day, today)
    yield (
        Span(f"  {day:<{_DAY - 1}} ", Tone.DIM),
        Span(what),
        Span(channel, Tone.DIM, optional=True),
    )
    if event.text:
        yield from _told(event.text, width)


def _told(text: str, width: int) -> Iterator[Line]:
    """The beginning of what was said or noted."""
    lines = wrapped(" ".join(text.split()), width - 1, Tone.DIM, " " * (2 + _DAY))
    yield from _begun(lines, _MORE_TOLD if width >= _ROOMY else _TOLD)


def _details(words: Wording, case: Case, width: int, most: int) -> Iterator[Line]:
    if case.details and most > 0:
        yield (Span(words.t("Details"), Tone.HEAD),)
        # A letter of many pages is not laid out for the few lines that are seen.
        lines = wrapped(case.details[: width * (most + 1)], width - 1, Tone.PLAIN, "  ")
        yield from _begun(lines, most)


def _begun(lines: list[Line], most: int) -> Iterator[Line]:
    """The first lines, so many at most; where there are more, the last one says so."""
    yield from lines[: most - 1]
    if len(lines) >= most:
        more = " …" if len(lines) > most else ""
        yield (*lines[most - 1], Span(more, Tone.DIM))
