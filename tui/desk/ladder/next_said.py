"""The next action of a case in words. Imports no Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.advice.action import Action

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.advice.next_action import NextAction
    from tui.cases.card import Card
    from tui.desk.desk import Desk
    from tui.playbooks.rung import Rung
    from tui.wording.wording import Wording


def next_words(desk: Desk, words: Wording, card: Card, action: NextAction) -> str:
    """The next action, and to which step it climbs."""
    if not climbs(action):
        return words.say(action.sentence)
    return _titled(words, action, desk.step_title(card, action.step, words.language))


def next_of_rungs(words: Wording, rungs: Iterable[Rung], action: NextAction) -> str:
    """The same where the ladder is at hand."""
    titles = (rung.step.title for rung in rungs if rung.step.id == action.step)
    title = next(titles, None)
    if title is None or not climbs(action):
        return words.say(action.sentence)
    return _titled(words, action, title[words.language])


def climbs(action: NextAction) -> bool:
    """Whether it leads to a step, of which a person wants to know what it is."""
    return action.action is Action.ESCALATE and bool(action.step)


def _titled(words: Wording, action: NextAction, title: str) -> str:
    return words.t("{action}: {step}", action=action.sentence, step=title)
