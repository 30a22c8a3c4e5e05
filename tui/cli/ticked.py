"""What was ticked off in a calendar, as the command line tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.cli.session import Session

if TYPE_CHECKING:
    from tui.desk.reminders.done_there import DoneThere


def asked(session: Session, one: DoneThere) -> str:
    """That it was ticked off, and what to do about it."""
    title, number = one.item.title, one.item.card.id
    if one.on:
        return session.words.t(
            "Ticked off on {day}: {what}. What did you do? upheld record {id} …",
            day=one.on,
            what=title,
            id=number,
        )
    return session.words.t(
        "Ticked off: {what}. What did you do? upheld record {id} …", what=title, id=number
    )


def of_done(one: DoneThere) -> dict[str, Any]:
    """The same as JSON."""
    card, deadline = one.item.card, one.item.deadline
    return {
        "uid": one.item.uid,
        "id": card.id,
        "company": card.company,
        "kind": deadline.kind,
        "step": deadline.step,
        "due": one.item.day,
        "done_on": one.on,
    }
