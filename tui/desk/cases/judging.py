"""Recording what a message of theirs was: that takes its place in the timeline.

It counts on the day on which it came, and stands before what happened since, in whatever order
several messages are judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.case import I_WRITE, Case
from tui.cases.errors import NotFound, UpheldError
from tui.cases.event import Event
from tui.cases.judging import is_unjudged
from tui.cases.lifecycle import apply, replay
from tui.cases.retelling import retold, settled
from tui.cases.words import EventKind
from tui.desk.cases.chasing import with_chase
from tui.desk.cases.event_clocks import started
from tui.desk.cases.plausible import require_rest, require_sense
from tui.desk.cases.recording import Happening, happened, happening_as_event, taken_in
from tui.desk.ladder.climbing import placed, with_windows
from tui.desk.opening import change

if TYPE_CHECKING:
    from tui.desk.office import Office
    from tui.store.book_contract import Book

# What I did when I had read it stands beside it; files of theirs say nothing of what it was.
_MINE = I_WRITE | {EventKind.CLOSED, EventKind.NOTE}
_BESIDE = frozenset({EventKind.EVIDENCE, EventKind.REOPENED})


def judge(office: Office, case_id: int, happening: Happening) -> Case:
    """Record what the message was that `happening.judges` names, or what I did about it.

    Raises as `record` does; NotFound where there is no such message.
    """
    with office.store.writing(change(office, "record", case_id, happening.kind)) as book:
        case = book.case(case_id)
        message = next((e for e in case.timeline if e.id == happening.judges), None)
        if message is None:
            raise NotFound("There is no event {number} in case #{id}.",
                           number=happening.judges, id=case_id)  # fmt: skip
        if happening.kind in _MINE | _BESIDE:
            if happening.kind in _MINE:
                case = with_windows(office, settled(case, [message.id]))
            return book.put(happened(office, book, case, happening))
        if is_unjudged(message):
            return book.put(_in_its_place(office, book, case, message, happening))
        # More that the same message told: its text stands there already.
        return book.put(happened(office, book, case, happening, replace(message, text="")))


def _in_its_place(
    office: Office, book: Book, case: Case, message: Event, happening: Happening
) -> Case:
    place = case.timeline.index(message)
    before = replay(case, case.timeline[:place])
    event = happening_as_event(office, before, happening, message)
    require_sense(before, event)
    if not happening.anyway:
        require_rest(case, event)
    event = placed(office, before, event, happening.anyway)
    event = replace(event, id=message.id, evidence=taken_in(book, case, happening))
    timeline = tuple(_from(office, before, (event, *case.timeline[place + 1 :])))
    return with_chase(office, with_windows(office, retold(case, timeline, event)))


def _from(office: Office, case: Case, events: tuple[Event, ...]) -> Iterator[Event]:
    """The timeline with these events, each with the deadlines that it starts.

    A letter started none where their time seemed to run already; it may start one now.
    """
    first, *later = events
    case = apply(case, replace(first, starts=started(office, case, first)))
    for event in later:
        if event.kind in I_WRITE and not event.starts:
            with suppress(UpheldError):  # a rule that is no more: as it was
                event = replace(event, starts=started(office, case, event))  # noqa: PLW2901
        case = apply(case, event)
    return iter(case.timeline)
