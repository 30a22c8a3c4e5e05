"""`upheld keys`."""

from __future__ import annotations

from collections.abc import Iterable

from tui.cli.session import Session
from tui.cli.verb import verb
from tui.commands import CATALOGUE, Command, character_of
from tui.desk.keeping.config_faults import faults_said

_TITLES = (2, 3)  # the columns of the table that may be cut


@verb("keys", takes=("lang", "json"), says_faults=False)
def keys(session: Session) -> int:
    """The keys in force, with the command that each does; * marks those of config.toml."""
    faults = [session.words.say(said) for said in faults_said(session.settings, with_keys=True)]
    commands = session.settings.keymap.commands.values()
    if session.as_json:
        listed = [_as_json(session, command) for command in commands]
        session.out.json({"file": str(session.settings.file), "keys": listed, "faults": faults})
    else:
        _print(session, commands)
        for said in faults:
            session.out.note(said)
    return int(bool(faults))


def typed_keys(command: Command) -> tuple[str, ...]:
    """The keys of a command as they are written in config.toml: ?, f1, ctrl+s."""
    keys = command.key.split(",")
    return tuple(key if key == "space" else character_of(key) or key for key in keys)


def _print(session: Session, commands: Iterable[Command]) -> None:
    t = session.words.t
    rows = [
        (
            ("* " if command != CATALOGUE[command.id] else "  ") + " ".join(typed_keys(command)),
            command.id,
            t(command.title),
            t(command.help),
        )
        for command in commands
    ]
    session.out.table(rows, give=_TITLES)


def _as_json(session: Session, command: Command) -> dict[str, object]:
    t = session.words.t
    return {
        "command": command.id,
        "keys": typed_keys(command),
        "default": typed_keys(CATALOGUE[command.id]),
        "title": t(command.title),
        "help": t(command.help),
    }
