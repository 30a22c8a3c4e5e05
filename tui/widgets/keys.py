"""Bindings and key labels, made from the catalogue of commands."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from tui.commands import CATALOGUE, Command, keys_of

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


def bindings(*ids: str, priority: bool = False) -> list[BindingType]:
    """The bindings of these commands. The action has the name of the command."""
    return [_binding(CATALOGUE[command_id], priority) for command_id in ids]


def _binding(command: Command, priority: bool) -> Binding:
    return Binding(",".join(keys_of(command)), command.id, command.title, priority=priority)


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
