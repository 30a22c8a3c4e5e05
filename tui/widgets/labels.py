"""Keys as they are written for people. Imports no Textual."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tui.commands import CATALOGUE, Command, character_of

_LABELS = {"space": "space", "escape": "esc", "pagedown": "pgdn", "pageup": "pgup"}


def label(command: Command) -> str:
    """The first key as it is written for people: n, enter, ^s, /."""
    key = command.key.split(",")[0]
    if key.startswith("ctrl+"):
        key = key.removeprefix("ctrl+")
        return "^" + (character_of(key) or key)
    return _LABELS.get(key) or character_of(key) or key


def labels(command: Command) -> str:
    """All keys of a command but those of the Russian layout."""
    singles = (Command(command.id, key, "", "", command.group) for key in command.key.split(","))
    return " ".join(label(single) for single in singles)


def commands(
    ids: Iterable[str], catalogue: Mapping[str, Command] = CATALOGUE
) -> tuple[Command, ...]:
    """The commands of these ids, with the keys of `catalogue`."""
    return tuple(catalogue[command_id] for command_id in ids)
