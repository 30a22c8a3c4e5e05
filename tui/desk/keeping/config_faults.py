"""What is wrong in config.toml, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tui.cases.sentence import Sentence, Value, say, say_many
from tui.commands import CATALOGUE, character_of
from tui.desk.board.query import query_of
from tui.settings.config import Settings
from tui.settings.fault import Fault, Wrong

_PORT = say("takes a number from 1 to 65535, or 0 for the usual one")
_SECURITY = say("takes tls, starttls or none")
_SECONDS = say("takes seconds, from 1 to 600")
_PROVIDERS = say("takes gmail, yandex, mailru, rambler, outlook, icloud, yahoo or gmx")
_TAKES = {
    "language": say("takes en, ru or nothing"),
    "mouse": say("takes true or false"),
    "theme": say("takes auto, dark, light, contrast or terminal"),
    "drawing": say("takes auto or ascii"),
    "detail": say("takes true or false"),
    "order": say("takes due or urgency"),
    "snooze": say("takes lengths such as 1d 3wd 2w 1m"),
    "look_every": say("takes seconds, from 0.2 to 3600"),
    "profile": say("is a table: [profile]"),
    "profiles": say("is a table for each profile: [profiles.NAME]"),
    "mail": say("is a table: [mail]"),
    "mail.smtp": say("is a table: [mail.smtp]"),
    "mail.imap": say("is a table: [mail.imap]"),
    "mail.files": say("is a table: [mail.files]"),
    "mail.provider": _PROVIDERS,
    "mail.plus_address": say("takes true or false"),
    "mail.smtp.port": _PORT,
    "mail.imap.port": _PORT,
    "mail.smtp.security": _SECURITY,
    "mail.imap.security": _SECURITY,
    "mail.smtp.timeout": _SECONDS,
    "mail.imap.timeout": _SECONDS,
    "mail.smtp.copy_to_sent": say("takes auto, yes or no"),
    "mail.smtp.command": say('takes words in brackets: ["msmtp", "-t", "--"]'),
    "mail.imap.folders": say('takes names in brackets: ["INBOX"]'),
    "notify": say("is a table: [notify]"),
    "notify.ways": say('takes terminal, mail, desktop, tmux, command, in brackets: ["mail"]'),
    "notify.command": say('takes words in brackets: ["ntfy", "publish", "mine"]'),
    "notify.signal": say("takes bell, osc9, osc777 or none"),
    "notify.quiet": say("takes hours such as 22:00-08:00"),
    "notify.digest": say("takes true or false"),
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
    said = tuple(fault_said(fault, settings.file) for fault in faults)
    return (*said, *_filters_said(settings)) if with_keys else said


def _filters_said(settings: Settings) -> Iterator[Sentence]:
    """What of each filter can be so of no case. It filters all the same, by what is left."""
    for name, query in settings.config.filters.items():
        for doubt in query_of(query).doubts:
            yield say(
                "{file}, line {line}: filter “{name}”: {what}",
                file=short_name(settings.file),
                line=str(settings.line_of("filters", name)),
                name=name,
                what=doubt,
            )


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
        file=short_name(file),
        line=str(fault.line),
        what=reason_said(fault),
    )


def reason_said(fault: Fault) -> Sentence:
    """What is wrong, without the place."""
    return _setting_said(fault) if fault.path[0] != "keys" else _key_said(fault)


def short_name(file: Path | None) -> str:
    """A file as a person writes it, from the home folder; config.toml where there is none."""
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
