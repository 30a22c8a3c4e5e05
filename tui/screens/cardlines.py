"""A card of the board as three lines."""

from __future__ import annotations

from tui.cases.words import Stage
from tui.desk.views import CardView, Mark
from tui.widgets.spans import Line, Span, Tone
from tui.wording.wording import Wording

TONE_OF = {
    Mark.LATE: Tone.LATE,
    Mark.TODAY: Tone.TODAY,
    Mark.MINE: Tone.MINE,
    Mark.NONE: Tone.PLAIN,
}


def card_lines(words: Wording, view: CardView) -> tuple[Line, ...]:
    """Mark, number and company; the subject; how it stands."""
    tone = TONE_OF[view.mark]
    card = view.card
    return (
        (Span(f"{view.mark} ", tone), Span(f"#{card.id} {card.company}", Tone.STRONG)),
        (Span("  " + card.subject),),
        (Span("  "), *_standing(words, view, tone)),
    )


def _standing(words: Wording, view: CardView, tone: Tone) -> Line:
    card = view.card
    if card.stage is Stage.CLOSED:
        return (Span(_ending(words, view), Tone.DIM),)
    if card.stage is Stage.DRAFT:
        gaps = len(card.gaps)
        said = words.n("{count} gap", "{count} gaps", gaps) if gaps else words.t("ready")
        return (Span(said, Tone.DIM if gaps else Tone.GOOD),)
    when = words.until(view.deadline, view.today) if view.deadline else _undated(words, view)
    reference = f"  {card.reference}" if card.reference else ""
    return (Span(when, tone), Span(reference, Tone.DIM))


def _undated(words: Wording, view: CardView) -> str:
    """What there is to do where no date says it: judge what they wrote, or what they answered."""
    card = view.card
    if card.unread:
        return words.t("to judge")
    return words.term(card.last_answer) if card.last_answer else words.t("no date")


def _ending(words: Wording, view: CardView) -> str:
    card = view.card
    outcome = words.term(card.outcome) if card.outcome else ""
    if card.closed_on is None or card.opened_on is None:
        return outcome
    days = (card.closed_on - card.opened_on).days
    return words.t("{outcome}, {days} d", days=days, outcome=outcome)
