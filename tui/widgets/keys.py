"""Bindings and key labels, made from the catalogue of commands."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.commands import CATALOGUE, Command, keys_of
from tui.widgets.labels import commands, label, labels

__all__ = ["bindings", "commands", "label", "labels"]


def bindings(*ids: str, priority: bool = False) -> list[BindingType]:
    """The bindings of these commands. The action has the name of the command."""
    return [_binding(CATALOGUE[command_id], priority) for command_id in ids]


_OF_FIELDS = frozenset({"ctrl+d", "ctrl+u"})  # they delete there, and beside fields turn pages


def _binding(command: Command, priority: bool) -> Binding:
    """Its id is what a person's own keys are given to."""
    keys = ",".join(key for key in keys_of(command) if not (priority and key in _OF_FIELDS))
    return Binding(keys, command.id, command.title, priority=priority, id=command.id)
