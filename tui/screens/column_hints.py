"""What a column of the board says while it is empty: how a case comes there. Imports no Textual."""

from __future__ import annotations

from collections.abc import Mapping

from tui.cases.words import Stage
from tui.commands import Command
from tui.widgets.labels import label
from tui.wording.mark import N_
from tui.wording.wording import Wording

_HINTS = {
    Stage.DRAFT: (N_("{key} opens a case."), "new"),
    Stage.WAITING: (N_("{key} records what you sent."), "record"),
    Stage.MY_MOVE: (N_("Nothing asks for you."), ""),
    Stage.ESCALATED: (N_("{key} takes a case higher."), "escalate"),
    Stage.CLOSED: (N_("{key} closes a case."), "close_case"),
}


def hint_of(words: Wording, stage: Stage, commands: Mapping[str, Command]) -> str:
    """How a case comes to this stage, with the key that brings it there."""
    text, command_id = _HINTS[stage]
    return words.t(text, key=label(commands[command_id])) if command_id else words.t(text)
