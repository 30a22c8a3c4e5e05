"""Handing a letter to a program of this machine, such as msmtp or sendmail."""

from __future__ import annotations

import asyncio
import os
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress

from tui.mail.delivery import Came, Delivery, Progress
from tui.mail.troubles import Trouble, shown

# Exit statuses of sysexits.h that say for certain that nothing was taken: usage, data, no input,
# no user, unavailable, no permission, configuration; and no host, which may be there later.
_NO = frozenset({64, 65, 66, 67, 69, 77, 78, 126, 127})
_LATER = frozenset({68, 75})
_MOST = 4096  # bytes of what it says


async def hand_over(
    raw: bytes,
    recipients: Sequence[str],
    command: Sequence[str],
    timeout: float,
    progress: Progress | None = None,
) -> Delivery:
    """Give the message to the program, with the ends of lines of this system.

    Unless -t tells it to read the recipients from the message, they follow the arguments. It has
    `timeout` seconds, then it is ended, and nobody knows what it had done.
    """
    name = os.path.basename(command[0])  # noqa: PTH119 - no path, the name of a program
    try:
        process = await asyncio.create_subprocess_exec(
            *_words(command, recipients), stdin=PIPE, stdout=PIPE, stderr=PIPE
        )
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        return _not_sent(Trouble.NO_COMMAND, name, problem)
    if progress:
        progress.has_begun = True
    return await _given(process, name, raw.replace(b"\r\n", b"\n"), timeout)


async def _given(process: Process, name: str, raw: bytes, timeout: float) -> Delivery:
    try:
        said = await asyncio.wait_for(process.communicate(raw), timeout=timeout)
    except TimeoutError:
        return _unknown(name, "", "…")
    except OSError as error:
        return _unknown(name, str(error), "…")
    finally:
        await _ended(process)
    return _came(name, process.returncode or 0, said[1] or said[0])


def _words(command: Sequence[str], recipients: Sequence[str]) -> tuple[str, ...]:
    if "-t" in command:
        return tuple(command)
    end = () if "--" in command else ("--",)
    return (*command, *end, *recipients)


async def _ended(process: Process) -> None:
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _came(name: str, status: int, said: bytes) -> Delivery:
    answer = said[-_MOST:].decode(errors="replace")
    if status == 0:
        return Delivery(came=Came.SENT)
    if status in _NO:
        return _not_sent(Trouble.COMMAND_NO, name, answer, status)
    if status in _LATER:
        return _not_sent(Trouble.COMMAND_LATER, name, answer, status)
    return _unknown(name, answer, str(status))


def _not_sent(trouble: Trouble, name: str, answer: str, status: int = 0) -> Delivery:
    came = Came.DEFERRED if trouble is Trouble.COMMAND_LATER else Came.REFUSED
    values = {"command": name, "status": str(status), "answer": shown(answer)}
    return Delivery(came=came, trouble=trouble, values=values)


def _unknown(name: str, answer: str, status: str) -> Delivery:
    values = {"command": name, "status": status, "answer": shown(answer)}
    return Delivery(came=Came.UNKNOWN, trouble=Trouble.COMMAND_ENDED, values=values)
