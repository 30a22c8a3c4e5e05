"""The one handler: whatever goes wrong becomes one sentence and an exit status."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from tui.cases.errors import BadInput, UpheldError
from tui.cases.sentence import Sentence, Value
from tui.cases.toml_faults import toml_fault
from tui.settings.config import ConfigUnusable

if TYPE_CHECKING:
    from tui.cli.session import Session

NO, USAGE, STORE, CRASHED, BUSY, INTERRUPTED, PIPE = 1, 2, 3, 70, 75, 130, 141


def report(error: BaseException, session: Session) -> int:
    """Say on standard error what is wrong and what to do; the exit status."""
    if isinstance(error, KeyboardInterrupt | click.Abort):
        return INTERRUPTED
    if isinstance(error, BrokenPipeError):
        return _reader_left()
    with suppress(OSError):
        session.out.note(_sentence(error, session))
    return _status(error)


def _sentence(error: BaseException, session: Session) -> str:
    words = session.words
    if isinstance(error, UpheldError):
        return words.say(_as_typed(error.sentence))
    if isinstance(error, ConfigUnusable):
        is_toml = "(at " in error.reason  # else what the system says
        reason = words.say(toml_fault(error.reason)) if is_toml else error.reason
        return words.t("{file} cannot be used: {reason}", file=str(error.file), reason=reason)
    if isinstance(error, click.ClickException):
        return _usage(error, session)
    if isinstance(error, OSError) and error.strerror:
        return _refused(error, session)
    return _crash(error, session)


def _refused(error: OSError, session: Session) -> str:
    from tui.store.reasons import reason

    why = reason(error)
    said = why if isinstance(why, str) else session.words.say(why)
    about = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
    if about:
        return f"{about}: {said}"
    return session.words.t("The output cannot be written: {problem}.", problem=said)


def _as_typed(sentence: Sentence) -> Sentence:
    """What can be chosen instead, as it is typed here: “sent”, not “I wrote”."""
    values = {name: _choices(value) for name, value in sentence.values.items()}
    return replace(sentence, values=values)


def _choices(value: Value) -> Value:
    if not isinstance(value, tuple):
        return value
    return tuple(word.value if isinstance(word, StrEnum) else word for word in value)


def _usage(error: click.ClickException, session: Session) -> str:
    """What click says, on one line, and where the help is."""
    said = " ".join(error.format_message().split())
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return said
    return session.words.t("{said} Help: {command} --help", said=said, command=context.command_path)


def _crash(error: BaseException, session: Session) -> str:
    from tui.settings.paths import state_folder
    from tui.terminal.crash import describe, keep

    path = None
    with suppress(RuntimeError):  # no home folder
        path = keep(describe(error), state_folder())
    if path is None:
        return session.words.t("Something in Upheld itself went wrong. Nothing was half done.")
    return session.words.t(
        "Something in Upheld itself went wrong. Nothing was half done. A report without your "
        "data is in {file}.",
        file=str(path),
    )


def _status(error: BaseException) -> int:
    if isinstance(error, BadInput | ConfigUnusable | click.ClickException):
        return USAGE
    if isinstance(error, UpheldError):
        from tui.store.errors import Conflict, StoreBusy, StoreError

        if isinstance(error, StoreBusy):
            return BUSY
        if isinstance(error, Conflict):  # the store is well: somebody else was quicker
            return NO
        return STORE if isinstance(error, StoreError) else NO
    return STORE if isinstance(error, OSError) and error.strerror else CRASHED


def _reader_left() -> int:
    """Nobody reads on: end quietly, as a program does that SIGPIPE ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE
