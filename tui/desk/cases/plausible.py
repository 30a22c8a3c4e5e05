"""What cannot have happened as it was typed: a slip here becomes a false accusation later."""

from __future__ import annotations

from tui.cases.case import I_WRITE, Case
from tui.cases.errors import BadInput, TooMuchBack
from tui.cases.event import Event
from tui.cases.money import left_of, summed
from tui.cases.words import DeadlineKind, EventKind

_ARRIVES = frozenset({EventKind.DELIVERED, EventKind.REGISTERED})


def require_sense(case: Case, event: Event) -> None:
    """Raises BadInput for an event that contradicts the history of the case."""
    _require_sent_before(case, event)
    answer = case.open_deadline(DeadlineKind.ANSWER, event.party)
    since = answer.paused_on if answer else None
    if event.kind is EventKind.RESUMED and since and event.day < since:
        raise BadInput(
            "Their time stands still since {since}: it cannot have gone on again on {day}.",
            since=since,
            day=event.day,
        )


def _require_sent_before(case: Case, event: Event) -> None:
    sent = [past.day for past in case.timeline if past.kind in I_WRITE]
    if event.kind in _ARRIVES and sent and event.day < min(sent):
        raise BadInput(
            "{day}: nothing had been sent by then; the first was on {first}.",
            day=event.day,
            first=min(sent),
        )


def require_rest(case: Case, event: Event) -> None:
    """Raises TooMuchBack where more than is at stake would have come back.

    What is told is what came with this event; who tells the sum of all tells something twice.
    """
    amount, came = case.amount, event.refund
    if amount is None or came is None or came.currency != amount.currency:
        return
    before = [sum_ for sum_ in summed(case.refunds) if sum_.currency == amount.currency]
    rest = left_of(amount, case.refunds) or amount
    if came.value <= rest.value:
        return
    if not before:
        raise TooMuchBack(
            "{sum} is more than the {amount} at stake.",
            sum=came,
            amount=amount,
        )
    raise TooMuchBack(
        "{back} is recorded already: with {sum} more than the {amount} at stake would have come "
        "back. Write only what came since: {rest} is outstanding.",
        back=before[0],
        sum=came,
        amount=amount,
        rest=rest,
    )
