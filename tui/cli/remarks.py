"""What is remarked when something is recorded: on standard error, and it stops nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cases.case import I_WRITE
from tui.cases.numbers import gave_no_number
from tui.cases.words import Channel, EventKind, Stage
from tui.cli.saying import same_lines
from tui.cli.session import Session

if TYPE_CHECKING:
    from tui.cases.case import Case
    from tui.desk.cases.recording import Happening


def remarks_before(session: Session, case_id: int, happening: Happening) -> tuple[str, ...]:
    """What can be told only of the case as it was."""
    asked = _asked_already(session, case_id, happening.kind)
    return (*asked, *_no_number(session, case_id, happening))


def remarks_after(session: Session, case: Case) -> Iterator[str]:
    """A letter by a channel that does not count is written again by one that does."""
    if case.timeline[-1].kind in I_WRITE and (why := session.desk.does_not_count(case.id)):
        yield session.words.say(why)


def _asked_already(session: Session, case_id: int, kind: EventKind) -> tuple[str, ...]:
    """Open cases about the same, when a draft goes out."""
    if kind not in I_WRITE or session.desk.card(case_id).stage is not Stage.DRAFT:
        return ()
    return tuple(same_lines(session, session.desk.same_matter(case_id)))


def _no_number(session: Session, case_id: int, happening: Happening) -> Iterator[str]:
    """Said once, while one may still have them there."""
    from tui.desk.cases.facts import word_of

    texts = happening.texts
    channel = word_of(Channel, texts["channel"], "channel") if texts.get("channel") else None
    told = texts.get("reference") or texts.get("reference_refused")
    if not told and gave_no_number(session.desk.case(case_id), happening.kind, channel):
        yield session.words.t(
            "No number of theirs was recorded. Ask for it and add --reference, or say "
            "--reference-refused."
        )
