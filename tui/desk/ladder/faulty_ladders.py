"""Ladders of the person's own that cannot be used: what is told of them, and of their cases."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from msgspec.structs import replace

from tui.advice.action import Action, NextAction
from tui.cases.card import Card
from tui.cases.errors import BadInput
from tui.cases.sentence import Sentence, say, say_many
from tui.cases.words import Stage
from tui.playbooks.law import Law
from tui.playbooks.references import require_references
from tui.playbooks.shelf import Playbooks
from tui.playbooks.steps import Playbook

# What these say of a case rests on its ladder. The others rest on what was recorded.
_OF_LADDER = frozenset({Action.COMPOSE, Action.SEND, Action.ESCALATE, Action.CLOSE})


def faults_in(playbooks: Playbooks, law: Law, letters: Path | None) -> tuple[Sentence, ...]:
    """What is wrong in the files of the person's playbooks, one sentence a file.

    `letters`: the folder of their own letters.
    """
    own = playbooks.own()
    if not own:
        return ()  # then no letter is read
    from tui.letters.letter_book import LetterBook

    known = {listed.id for listed in LetterBook(letters).listed()}
    return tuple(fault.sentence for one in own if (fault := _fault(one, law, known)))


def _fault(found: Playbook | BadInput, law: Law, letters: Collection[str]) -> BadInput | None:
    if isinstance(found, BadInput):
        return found
    try:
        require_references(found, law, letters)
    except BadInput as error:
        return error
    return None


def ladders_in_brief(faults: Sequence[Sentence]) -> Sentence | None:
    """The first of them, and how many more there are; None for none."""
    if len(faults) <= 1:
        return faults[0] if faults else None
    return say_many(
        "{first} And {count} more: upheld doctor",
        "{first} And {count} more: upheld doctor",
        len(faults) - 1,
        first=faults[0],
    )


def without_ladder(action: NextAction, card: Card, fault: BadInput | None) -> NextAction:
    """The action of a case whose ladder is faulty: what the general one says is not for it."""
    if fault is None or card.stage is Stage.CLOSED:
        return action
    if action.action not in _OF_LADDER:
        return replace(action, reason=fault.sentence)
    return replace(
        action,
        action=Action.NONE,
        sentence=say("mend the file of its ladder"),
        reason=fault.sentence,
        step="",
    )
