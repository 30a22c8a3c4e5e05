"""The catalogue of commands: keys, footer, palette, help and keymap follow from it.

Titles and helps are texts of the catalogue of words, in English; they are translated where
they are shown. A key is written as on a QWERTY keyboard; `keys_of` adds the key that sits
in the same place on ЙЦУКЕН.
"""

from __future__ import annotations

from collections.abc import Iterable

from tui.commands.cases import CASES
from tui.commands.command import Command, Group
from tui.commands.general import GENERAL
from tui.commands.layouts import character_of, key_named, keys_of, on_jcuken, on_qwerty
from tui.commands.letters import LETTERS
from tui.commands.mail import MAIL
from tui.commands.moving import MOVING
from tui.commands.screens import SCREENS

__all__ = [
    "CATALOGUE",
    "COMMANDS",
    "Command",
    "Group",
    "character_of",
    "key_named",
    "keys_of",
    "on_jcuken",
    "on_qwerty",
    "pick",
]

COMMANDS: tuple[Command, ...] = (*MOVING, *CASES, *SCREENS, *GENERAL, *LETTERS, *MAIL)
CATALOGUE: dict[str, Command] = {command.id: command for command in COMMANDS}


def pick(*ids: str) -> Iterable[Command]:
    """These commands, in this order."""
    return tuple(CATALOGUE[command_id] for command_id in ids)
