"""What is wrong in config.toml, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tui.cases.sentence import Sentence, Value, say, say_many
from tui.commands import CATALOGUE, character_of
from tui.settings.config import Settings
from tui.settings.fault import Fault, Wrong

_TAKES = {
    "language": say("takes en, ru or nothing"),
    "mouse": say("takes true or false"),
    "look_every": say("takes seconds, from 0.2 to 3600"),
    "profile": say("is a table: [profile]"),
    "profiles": say("is a table for each profile: [profiles.NAME]"),
    "keys": say("is a table of commands and their keys: [keys]"),
}
_TEXT = say("takes a text in quotation marks")

# What each names is told in tui/settings/fault.py; a command is called by its title.
_KEY_REASONS = {
    Wrong.KIND: say("“{name}” takes a key in quotation marks, or several in brackets."),
    Wrong.NO_COMMAND: say("there is no command “{name}”; see: upheld keys."),
    Wrong.NO_KEYS: say("“{name}”: a command has to have a key."),
    Wrong.NO_KEY: say("“{name}”: no key is called “{key}”."),
    Wrong.TAKEN: say("“{name}”: {key} is the key of “{other}”."),
    Wrong.CAPITAL: say("“{name}”: write {key} as the capital letter, “{instead}”."),
    Wrong.SHIFT: say("“{name}”: for {key} most terminals send the key without shift."),
    Wrong.SLOW: say("“{name}”: {key} comes apart over a slow line, as esc and a letter."),
    Wrong.SAME: say("“{name}”: for {key} terminals send the same as for {other}."),
    Wrong.NEVER: say("“{name}”: many terminals cannot send {key}."),
    Wrong.MULTIPLEXER: say("“{name}”: {other} keeps {key} for itself."),
    Wrong.RESERVED: say("“{name}”: {key} does something of its own in terminals and fields."),
    Wrong.TEXT: say("“{name}” works where letters are text: {key} cannot be its key."),
}


def faults_said(settings: Settings, *, with_keys: bool) -> tuple[Sentence, ...]:
    """Each fault with file and line. `with_keys`: those of keys, too, which matter on screens."""
    faults = settings.every_fault if with_keys else settings.faults
    return tuple(fault_said(fault, settings.file) for fault in faults)


def faults_in_brief(faults: Iterable[Sentence]) -> Sentence | None:
    """The first of them, and how many more there are; None for none."""
    first, *more = (*faults, None)
    if first is None or len(more) == 1:
        return first
    return say_many(
        "{first} And {count} more: upheld config --check",
        "{first} And {count} more: upheld config --check",
        len(more) - 1,
        first=first,
    )


def fault_said(fault: Fault, file: Path | None) -> Sentence:
    """One of them with file and line, and what holds instead."""
    return say(
        "{file}, line {line}: {what} The default holds.",
        file=_short(file),
        line=str(fault.line),
        what=reason_said(fault),
    )


def reason_said(fault: Fault) -> Sentence:
    """What is wrong, without the place."""
    return _setting_said(fault) if fault.path[0] != "keys" else _key_said(fault)


def _short(file: Path | None) -> str:
    """The file as a person writes it, from the home folder."""
    if file is None:
        return "config.toml"
    try:
        return f"~/{file.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(file)


def _setting_said(fault: Fault) -> Sentence:
    near = fault.values.get("near", "")
    if fault.wrong is Wrong.UNKNOWN and near:
        return say("there is no setting “{name}”; “{near}”?", name=fault.name, near=near)
    if fault.wrong is Wrong.UNKNOWN:
        return say("there is no setting “{name}”.", name=fault.name)
    takes = _TAKES.get(fault.name, _TEXT)
    return say("“{name}” {takes}.", name=fault.name, takes=takes)


def _key_said(fault: Fault) -> Sentence:
    """A table `keys` that is none has no command."""
    name = fault.path[-1]
    if fault.path == ("keys",):
        return say("“{name}” {takes}.", name=name, takes=_TAKES[name])
    if near := fault.values.get("near", ""):
        return say("there is no command “{name}”; “{near}”?", name=name, near=near)
    key, other = fault.values.get("key", ""), fault.values.get("other", "")
    title: Value = say(CATALOGUE[other].title) if fault.wrong is Wrong.TAKEN else other
    told: dict[str, Value] = {**fault.values, "key": character_of(key) or key, "other": title}
    return Sentence(_KEY_REASONS[fault.wrong].text, {**told, "name": name})
