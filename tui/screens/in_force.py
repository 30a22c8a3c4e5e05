"""Which commands a key does now, on the screen on top and with the focus where it is."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace
from textual.screen import Screen

from tui.commands import CATALOGUE, Command, character_of
from tui.desk.board.saved_filters import SavedFilter


def in_force(
    screen: Screen[None], first: tuple[str, ...], catalogue: Mapping[str, Command] = CATALOGUE
) -> tuple[Command, ...]:
    """Every command with the keys that do it here, those named in `first` at the top.

    `catalogue`: the commands with the keys that the person gave them.
    A letter that a field takes as text is no key of a command there.
    """
    keys: dict[str, set[str]] = {}
    for key, active in screen.active_bindings.items():
        keys.setdefault(active.binding.action, set()).add(key)
    ids = (command_id for command_id in dict.fromkeys((*first, *catalogue)) if command_id in keys)
    narrowed = (_with_keys(catalogue[command_id], keys[command_id]) for command_id in ids)
    return tuple(command for command in narrowed if command.key)


def _with_keys(command: Command, keys: set[str]) -> Command:
    return replace(command, key=",".join(key for key in command.key.split(",") if key in keys))


def without_letters(command: Command) -> Command:
    """With those of its keys that a field does not take as text, if there are any."""
    keys = [key for key in command.key.split(",") if not character_of(key)]
    return replace(command, key=",".join(keys) or command.key)


def named(command: Command, filters: Mapping[str, SavedFilter]) -> Command:
    """The command of a kept filter with its name, if it has one, and its query."""
    kept = filters.get(command.id.removeprefix("filter_"))
    if kept is None:
        return command
    title = command.title if kept.name.isdecimal() else kept.name
    return replace(command, title=title, help=kept.query)
