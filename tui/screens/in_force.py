"""Which commands a key does now, on the screen on top and with the focus where it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.screen import Screen

from tui.commands import CATALOGUE, Command


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
