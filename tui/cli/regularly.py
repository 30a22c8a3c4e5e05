"""What is to be run regularly, as lines for cron and as units for systemd.

Neither knows where programs of a person lie: each line has the whole path.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tui.cases.errors import BadInput
from tui.cli.session import Session
from tui.desk.keeping.new_files import put_new
from tui.store.reasons import reason


class Task(NamedTuple):
    """One verb to be run, and how often, by cron and by systemd.

    `is_quiet`: that it went well is nothing that cron should mail.
    """

    name: str
    about: str
    cron: str
    calendar: str
    verb: str
    is_quiet: bool = False


_NOTIFY = Task("notify", "Reminders of Upheld", "*/15 * * * *", "*:0/15", "notify")
_FETCH = Task("fetch", "Replies for Upheld", "*/10 * * * *", "*:0/10", "mail fetch", is_quiet=True)
_SEND = Task("send", "The outbox of Upheld", "*/5 * * * *", "*:0/5", "mail send --queue")

_SERVICE = """[Unit]
Description={about}

[Service]
Type=oneshot
ExecStart={command}
# 75: the book is busy, or a letter goes out later; the next run does it.
SuccessExitStatus=75
UMask=0077
NoNewPrivileges=yes
"""
_TIMER = """[Unit]
Description={about}, again and again

[Timer]
OnCalendar={calendar}
# What was missed while the machine was off is done when it is on again.
Persistent=yes
RandomizedDelaySec=30

[Install]
WantedBy=timers.target
"""


def tasks(session: Session) -> tuple[Task, ...]:
    """Reminders; replies and letters, where mail is set."""
    mail = session.settings.config.mail
    comes = mail.provider or mail.imap.host or mail.files.maildir
    goes = mail.provider or mail.smtp.host or mail.smtp.command
    return (_NOTIFY, *((_FETCH,) if comes else ()), *((_SEND,) if goes else ()))


def cron_lines(session: Session) -> Iterator[str]:
    """A line a task, as they stand in a crontab."""
    program = shlex.join(_program(session)).replace("%", r"\%")  # a % ends the command there
    for task in tasks(session):
        quiet = " >/dev/null" if task.is_quiet else ""
        yield f"{task.cron}  {program} {task.verb}{quiet}"


def write_units(session: Session, folder: Path) -> tuple[Path, ...]:
    """A service and a timer a task; the timers. Raises BadInput, also where one is there."""
    program = " ".join(map(_quoted, _program(session)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        made = []
        for task in tasks(session):
            told = {**task._asdict(), "command": f"{program} {task.verb}"}
            for ending, text in ((".service", _SERVICE), (".timer", _TIMER)):
                made.append(_written(folder / f"upheld-{task.name}{ending}", text.format(**told)))
    except OSError as error:
        raise BadInput("{file} cannot be used: {reason}.",
                       file=str(folder), reason=reason(error)) from error  # fmt: skip
    return tuple(path for path in made if path.suffix == ".timer")


def _written(path: Path, text: str) -> Path:
    return put_new(lambda out: out.write(text.encode()), path.parent, path.name, only=True)


def _program(session: Session) -> tuple[str, ...]:
    """This program, with the book and the language that it has now."""
    called = Path(sys.argv[0])
    beside = Path(sys.executable).with_name("upheld")
    found = called if called.name == "upheld" and called.exists() else beside
    path = str(found.absolute()) if found.exists() else shutil.which("upheld") or "upheld"
    elsewhere = session.given.get("data") or os.environ.get("UPHELD_DATA")
    data = ("--data", str(session.folder.absolute())) if elsewhere else ()
    language = session.words.language
    return (path, *data, *(() if language == "en" else ("--lang", language)))


def _quoted(word: str) -> str:
    """A word of a line that systemd reads."""
    plain = word.replace("%", "%%")
    if any(char in word for char in " \"'\\$;"):
        escaped = plain.replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$")
        return f'"{escaped}"'
    return plain
