"""A card of the board as three lines."""

from __future__ import annotations

from typing import NamedTuple

from tui.cases.words import Stage
from tui.desk.cases.put_off_words import snoozed_until
from tui.desk.views import CardView, Mark
from tui.widgets.lines import Line, Span, Tone
from tui.wording.wording import Wording

TONE_OF = {
    Mark.LATE: Tone.LATE,
    Mark.TODAY: Tone.TODAY,
    Mark.MINE: Tone.MINE,
    Mark.NONE: Tone.PLAIN,
}


_REMEMBERED = 200  # cards: more than a screen shows


class _Drawn(NamedTuple):
    """A card as it was drawn, and what of: whether it is marked, and for which cases it waits."""

    view: CardView
    about: tuple[bool, tuple[int, ...]]
    lines: tuple[Line, ...]


class DrawnCards:
    """The lines of cards: of the same view the same ones again."""

    def __init__(self, words: Wording) -> None:
        self._words = words
        self._drawn: dict[int, _Drawn] = {}

    def lines(self, view: CardView, is_marked: bool, waits: tuple[int, ...]) -> tuple[Line, ...]:
        """See `card_lines`."""
        about, drawn = (is_marked, waits), self._drawn.get(view.id)
        if drawn is None or drawn.view is not view or drawn.about != about:
            if len(self._drawn) >= _REMEMBERED:
                self._drawn.clear()
            lines = card_lines(self._words, view, is_marked=is_marked, waits=waits)
            drawn = self._drawn[view.id] = _Drawn(view, about, lines)
        return drawn.lines


def card_lines(
    words: Wording, view: CardView, *, is_marked: bool = False, waits: tuple[int, ...] = ()
) -> tuple[Line, ...]:
    """Mark, number and company; the subject; how it stands. `waits`: for which open cases."""
    tone = TONE_OF[view.mark]
    card = view.card
    first, *others = _standing(words, view, tone)
    return (
        (
            Span(view.mark, tone),
            Span(_sign(view, is_marked, waits), Tone.ACCENT),
            Span(f"#{card.id} {card.company}", Tone.STRONG),
        ),
        (Span("  " + card.subject),),
        (Span("  "), *_held_up(words, waits, first), *others),
    )


def _sign(view: CardView, is_marked: bool, waits: tuple[int, ...]) -> str:
    if is_marked:
        return "+"
    if view.snoozed:
        return "z"
    return "~" if waits else " "


def _held_up(words: Wording, waits: tuple[int, ...], first: Span) -> Line:
    """For which case it waits, before how it stands; of several the first."""
    if not waits:
        return (first,)
    told = Span(words.t("waits #{id}", id=waits[0]), Tone.DIM)
    return (told, Span(f"  {first.text}", first.tone, optional=True))


def _standing(words: Wording, view: CardView, tone: Tone) -> Line:
    card = view.card
    if card.stage is Stage.CLOSED:
        return _ending(words, view)
    if view.is_asleep and view.snoozed:
        return (Span(snoozed_until(words, view.snoozed), Tone.DIM),)
    if card.stage is Stage.DRAFT:
        gaps = len(card.gaps)
        said = words.n("{count} gap", "{count} gaps", gaps) if gaps else words.t("ready")
        return (Span(said, Tone.DIM if gaps else Tone.GOOD),)
    reference = f"  {card.reference}" if card.reference else ""
    return (Span(_when(words, view), tone), Span(reference, Tone.DIM, optional=True))


def _when(words: Wording, view: CardView) -> str:
    """How the deadline stands, short enough for a narrow column."""
    if view.deadline is None:
        return _undated(words, view)
    if view.deadline.late_on(view.today) and not view.deadline.due_at:
        return words.t("{count} d late", count=view.deadline.days_late(view.today))
    return words.until(view.deadline, view.today)


def _undated(words: Wording, view: CardView) -> str:
    """What there is to do where no date says it: judge what they wrote, or what they answered."""
    card = view.card
    if card.unread:
        return words.t("to judge")
    return words.term(card.last_answer) if card.last_answer else words.t("no date")


def _ending(words: Wording, view: CardView) -> Line:
    """The outcome, and in how many days."""
    card = view.card
    outcome = Span(words.term(card.outcome) if card.outcome else "", Tone.DIM)
    if card.closed_on is None or card.opened_on is None:
        return (outcome,)
    days = (card.closed_on - card.opened_on).days
    return (outcome, Span(words.t(", {days} d", days=days), Tone.DIM, optional=True))
