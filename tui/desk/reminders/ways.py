"""The ways in which reminders reach a person besides mail: programs of this machine.

Nothing of a case ever becomes a word of a shell, a format of tmux or an option of a program.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from tui.cases.errors import BadInput
from tui.cases.sentence import say
from tui.desk.reminders.notifying import NobodyThere
from tui.desk.reminders.reminders import Message
from tui.mail.troubles import quoted
from tui.settings.notify_values import Way

PROGRAMS: Mapping[Way, str] = {"desktop": "notify-send", "tmux": "tmux"}
"""What each way needs to be installed."""
_LONGEST = 30  # seconds
_ROOM = 10  # lines that a desktop shows


def by_command(command: Sequence[str], message: Message) -> None:
    """Run the person's own command: arguments as they are set, the text on its standard input.

    The title is in the variable UPHELD_TITLE. Raises BadInput where it fails.
    """
    if not command:
        raise BadInput("Set command under [notify] in config.toml: the program, its arguments.")
    _run(command, f"{message.title}\n\n{message.text}", {"UPHELD_TITLE": message.title})


def by_tmux(message: Message) -> None:
    """Show the title on the status line of every client of tmux. Raises NobodyThere, BadInput."""
    tmux = _installed("tmux")
    listed = _ran([tmux, "list-clients", "-F", "#{client_name}"])
    clients = listed.stdout.decode(errors="replace").split("\n") if not listed.returncode else []
    clients = [client for client in clients if client]
    if not clients:
        raise NobodyThere(say("No window of tmux is open: nobody was told there."))
    line = _no_format(" | ".join((message.title, *_first_line(message))))
    for client in clients:
        words = [tmux, "display-message", "-c", client]
        if _ran([*words, "-d", "0", "--", line]).returncode:  # until a key; since tmux 3.2
            _run([*words, "--", line])


def by_desktop(message: Message, env: Mapping[str, str] | None = None) -> None:
    """Show it on the desktop of this session. Raises NobodyThere where there is none, BadInput."""
    program = _installed("desktop")
    bus = _session_bus(os.environ if env is None else env)
    if not bus:
        raise NobodyThere(say("No desktop is open: nobody was told there."))
    shown = message.lines[:_ROOM]
    body = "\n".join((*shown, *(("…",) if len(message.lines) > len(shown) else ())))
    words = [program, "--app-name=Upheld", "--", message.title, escape(body, quote=False)]
    _run(words, env={"DBUS_SESSION_BUS_ADDRESS": bus})


def _installed(way: Way) -> str:
    """Where the program of a way is. Raises BadInput."""
    name = PROGRAMS[way]
    program = shutil.which(name)
    if program is None:
        raise BadInput(
            "{program} is not installed here: nobody is told by {way}. Install it, or leave {way} "
            "out of ways under [notify] in config.toml.",
            program=name,
            way=way,
        )
    return program


def _first_line(message: Message) -> tuple[str, ...]:
    """What it is about; the status line has room for no more."""
    return message.lines[:1]


def _no_format(text: str) -> str:
    """A text that tmux shows as it is: `#(…)` would run a command, `%H` be the hour."""
    return text.replace("#", "##").replace("%", "%%")


def _session_bus(env: Mapping[str, str]) -> str:
    """The address of the desktop's bus; cron does not know it, but it has a usual place."""
    if told := env.get("DBUS_SESSION_BUS_ADDRESS", ""):
        return told
    usual = Path(env.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}") / "bus"
    return f"unix:path={usual}" if usual.is_socket() else ""


def _run(words: Sequence[str], text: str = "", env: Mapping[str, str] | None = None) -> None:
    ran = _ran(words, text, env)
    if ran.returncode:
        raise BadInput(
            "{command} did not take the reminder (exit status {status}): {answer}.",
            command=Path(words[0]).name,
            status=str(ran.returncode),
            answer=quoted(ran.stderr[-400:].decode(errors="replace")),
        )


def _ran(
    words: Sequence[str], text: str = "", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """A program that ended. Raises BadInput where it cannot be run, or does not end."""
    try:
        return subprocess.run(  # noqa: S603 - the person's own programs, and no shell
            list(words),
            input=text.encode(errors="replace"),
            capture_output=True,
            timeout=_LONGEST,
            check=False,
            env={**os.environ, **(env or {})},
        )
    except subprocess.TimeoutExpired:
        raise BadInput(
            "{command} took longer than 30 seconds.", command=Path(words[0]).name
        ) from None
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise BadInput(
            "{command} cannot be run: {problem}.", command=words[0], problem=quoted(problem)
        ) from None
