"""Keys as they are written for people. Imports no Textual."""

from __future__ import annotations

from collections.abc import Iterable

from tui.commands import CATALOGUE, Command

_LABELS = {
    "enter": "enter",
    "escape": "esc",
    "slash": "/",
    "exclamation_mark": "!",
    "plus": "+",
    "minus": "-",
    "question_mark": "?",
    "colon": ":",
    "space": "space",
    "tab": "tab",
    "shift+tab": "shift+tab",
    "pagedown": "pgdn",
    "pageup": "pgup",
}


def label(command: Command) -> str:
    """The first key as it is written for people: n, enter, ^s, /."""
    key = command.key.split(",")[0]
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    return _LABELS.get(key, key)


def labels(command: Command) -> str:
    """All keys of a command but those of the Russian layout."""
    singles = (Command(command.id, key, "", "", command.group) for key in command.key.split(","))
    return " ".join(label(single) for single in singles)


def commands(ids: Iterable[str]) -> tuple[Command, ...]:
    """The commands of these ids."""
    return tuple(CATALOGUE[command_id] for command_id in ids)
