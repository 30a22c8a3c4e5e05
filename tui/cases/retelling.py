"""A timeline told again, where what they wrote turned out to be something."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.event import Event
from tui.cases.gathered import with_reference
from tui.cases.judging import is_unjudged
from tui.cases.lifecycle import replay


def retold(case: Case, timeline: Iterable[Event], new: Event) -> Case:
    """The case with another timeline, in which the event `new` stands in the place of one."""
    again = with_reference(replay(case, timeline), new)
    known = {piece.number for piece in again.evidence}
    more = tuple(piece for piece in new.evidence if piece.number not in known)
    return replace(again, evidence=(*again.evidence, *more))


def settled(case: Case, ids: Iterable[int]) -> Case:
    """The case in which other events tell what these messages said: nobody has to judge them."""
    wanted = set(ids)
    return replay(
        case,
        (replace(e, told=True) if e.id in wanted and is_unjudged(e) else e for e in case.timeline),
    )
