"""The keys in force: those of the catalogue, and those that a person gave commands instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from tui.commands import CATALOGUE, Command, character_of, keys_of
from tui.commands.meeting import meet
from tui.settings.fault import Fault, Wrong
from tui.settings.key_names import KeyRefused, is_text, key_of
from tui.settings.reading import nearest

_TABLE = "keys"
_ALWAYS_QUITS = "ctrl+q"  # Textual itself binds it


class Keymap(Struct, frozen=True):
    """`commands`: the catalogue with the keys in force. `changed`: all keys, the Russian ones
    included, of the commands that have others than usual, comma-separated by id."""

    commands: Mapping[str, Command] = field(default_factory=lambda: CATALOGUE)
    changed: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def keymap_of(told: Mapping[str, str | Sequence[str]]) -> Keymap:
    """The keymap that a person told, by command: one key, or several. What cannot be is a
    fault, and the command keeps the keys of the catalogue."""
    faults: list[Fault] = []
    wanted: dict[str, Command] = {}
    for command_id, keys in told.items():
        try:
            wanted[command_id] = _wanted(command_id, [keys] if isinstance(keys, str) else keys)
        except KeyRefused as refused:
            faults.append(Fault((_TABLE, command_id), refused.wrong, refused.values))
    while clash := next(_clashes(wanted), None):
        del wanted[clash.path[-1]]  # its usual keys may be another's by now: look again
        faults.append(clash)
    changed = {name: ",".join(keys_of(command)) for name, command in wanted.items()}
    return Keymap(CATALOGUE | wanted, changed, tuple(faults))


def _wanted(command_id: str, typed: Sequence[str]) -> Command:
    """The command with these keys. Raises KeyRefused."""
    command = CATALOGUE.get(command_id)
    if command is None:
        raise KeyRefused(Wrong.NO_COMMAND, command_id, near=nearest(command_id, CATALOGUE))
    if not typed:
        raise KeyRefused(Wrong.NO_KEYS, "")
    usual = command.key.split(",")
    # A usual key may be one that is refused elsewhere: where it stands its use was looked at.
    keys = tuple(dict.fromkeys(key if key in usual else key_of(key) for key in typed))
    if not any(map(character_of, usual)):
        # It works in forms, too, where it comes before the field that has the focus.
        bad = next((key for key in keys if is_text(key) and key not in usual), None)
        if bad:
            raise KeyRefused(Wrong.TEXT, bad)
    if command_id != "quit" and _ALWAYS_QUITS in keys:
        raise KeyRefused(Wrong.TAKEN, _ALWAYS_QUITS, other="quit")
    return replace(command, key=",".join(keys))


def _clashes(wanted: dict[str, Command]) -> Iterator[Fault]:
    """The wishes, from the last, whose key is that of another command.

    A key is free where all who have it stand on other screens.
    """
    in_force = {**CATALOGUE, **wanted}
    for command_id, command in reversed(wanted.items()):
        for other in in_force.values():
            shared = set(keys_of(command)) & set(keys_of(other))
            if shared and other.id != command_id and not _never_meet(command_id, other.id):
                key = next((k for k in keys_of(command) if k in shared), "")
                values = {"key": key, "other": other.id}
                yield Fault((_TABLE, command_id), Wrong.TAKEN, values)


def _never_meet(one: str, other: str) -> bool:
    """On no screen, or in two lists with keys of their own, which share one in the catalogue."""
    return not meet(one, other) or bool(
        set(keys_of(CATALOGUE[one])) & set(keys_of(CATALOGUE[other]))
    )
