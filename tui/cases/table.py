"""Which event is lawful in which stage, and what it does to stage and deadlines."""

from __future__ import annotations

from typing import NamedTuple

from tui.cases.words import Answer, DeadlineKind, EventKind, Stage

_DRAFT = frozenset({Stage.DRAFT})
_LIVE = frozenset(stage for stage in Stage if stage.is_live)
_OPEN = _DRAFT | _LIVE
_CLOSED = frozenset({Stage.CLOSED})

_ANSWERED = frozenset({DeadlineKind.ANSWER, DeadlineKind.PROMISE})
_I_ACTED = frozenset({DeadlineKind.DATA, DeadlineKind.CONTACT})
_THEIR_ACT = frozenset({DeadlineKind.PROMISE})
_CHASE = frozenset({DeadlineKind.CONTACT})
_OWED = frozenset({DeadlineKind.ANSWER})
_WENT_ON = _I_ACTED | {DeadlineKind.WINDOW}
_DONE = _ANSWERED | {DeadlineKind.DEED}
_ALL = frozenset(DeadlineKind)
_NONE: frozenset[DeadlineKind] = frozenset()

# Stages that depend on what was before.
WAITS = "waits"  # they owe: waiting, or escalated above the first step; mine while I owe data
JUDGED = "judged"  # where it stood before the messages that are judged now
AGAIN = "again"  # my move, or a draft if nothing was ever sent


class Rule(NamedTuple):
    """What one kind of event does.

    `lawful`: the stages in which it may happen. `to`: the stage after it; None stays.
    `settles`: deadlines it answers, met if in time and missed if not. `waives`: deadlines
    it makes pointless, dropped unless already missed. `moves`: deadlines that it shows to
    have begun later, so that the new date replaces the old even after it. `clock`: "pause"
    or "resume" what they owe. `undone`: it answers without doing what a rule makes them do.
    `confirms`: it shows that they have what I sent, which keeps a time that asks for no more.
    """

    lawful: frozenset[Stage]
    to: Stage | str | None = None
    settles: frozenset[DeadlineKind] = _NONE
    waives: frozenset[DeadlineKind] = _NONE
    moves: frozenset[DeadlineKind] = _NONE
    clock: str = ""
    undone: bool = False
    confirms: bool = False


TABLE: dict[EventKind, Rule] = {
    # I act
    EventKind.SENT: Rule(_OPEN, WAITS, settles=_I_ACTED, clock="resume"),
    EventKind.CALL: Rule(_OPEN, WAITS, settles=_I_ACTED, clock="resume"),
    EventKind.ESCALATED: Rule(_LIVE, Stage.ESCALATED, settles=_WENT_ON, waives=_ANSWERED),
    # they act, and the person says what it was
    EventKind.RECEIVED: Rule(_LIVE, Stage.MY_MOVE),
    EventKind.ANSWERED: Rule(_LIVE, JUDGED),
    EventKind.REFUSED: Rule(_LIVE, JUDGED),
    EventKind.ASKED: Rule(_LIVE, JUDGED),
    EventKind.PROMISE: Rule(_LIVE, JUDGED),
    # facts about the way
    EventKind.DELIVERED: Rule(_LIVE, moves=_OWED),
    EventKind.REGISTERED: Rule(_LIVE, moves=_OWED, confirms=True),
    EventKind.UNDELIVERED: Rule(_LIVE, Stage.MY_MOVE),  # what that letter started is taken back
    EventKind.EXTENDED: Rule(_LIVE, WAITS, confirms=True),
    EventKind.PAUSED: Rule(_LIVE, clock="pause"),
    EventKind.RESUMED: Rule(_LIVE, clock="resume"),
    EventKind.EVIDENCE: Rule(_OPEN | _CLOSED),
    EventKind.NOTE: Rule(_OPEN | _CLOSED),
    # the end, and the end of the end
    EventKind.CLOSED: Rule(_OPEN, Stage.CLOSED, waives=_ALL),
    EventKind.REOPENED: Rule(_CLOSED, AGAIN),
}

# What I write to those beside whom the case stands moves it nowhere.
BESIDE = Rule(_LIVE, settles=_I_ACTED, clock="resume")
# Only a solution keeps a promise; any other answer that comes before its day ends it.
_SHORT_OF_IT = Rule(_LIVE, Stage.MY_MOVE, settles=_OWED, waives=_I_ACTED | _THEIR_ACT, undone=True)
# A table of its own: the words of the two enums are partly the same, and so equal as keys.
ANSWERS: dict[Answer, Rule] = {
    Answer.SOLVED: Rule(_LIVE, Stage.MY_MOVE, settles=_DONE, waives=_I_ACTED),
    Answer.PARTLY: _SHORT_OF_IT,
    Answer.REFUSED: _SHORT_OF_IT,
    Answer.ASKED: Rule(
        _LIVE, Stage.MY_MOVE, waives=_CHASE | _THEIR_ACT, clock="pause", confirms=True
    ),
    Answer.PROMISE: Rule(_LIVE, WAITS, confirms=True),
    Answer.RECEIPT: Rule(_LIVE, confirms=True),
}
