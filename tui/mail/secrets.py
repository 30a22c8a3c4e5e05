"""Passwords and tokens: where they come from, and how they stay unseen."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from typing import Any, NoReturn

from tui.cases.errors import BadInput

_LONGEST = 30  # seconds
SERVICE = "upheld"  # under which name a keyring has it


class Secret:
    """A text that shows itself to nobody who does not ask for it by name.

    Neither a traceback, nor a log, nor a copy of an object holds it.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text, for the one place that hands it to a server."""
        return self._text

    def __repr__(self) -> str:
        return "***"

    def __bool__(self) -> bool:
        return bool(self._text)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not copied out")


def of_command(command: str, name: str, *, silent: bool = False) -> Secret:
    """The first line that a command prints. No shell; 30 seconds. `name`: the setting.

    It may ask the person on the terminal, unless it has to be `silent`. Raises BadInput where it
    fails or prints nothing; what it printed is in no message.
    """
    import shlex  # most runs ask for no password

    try:
        ran = _run(shlex.split(command), silent=silent)
    except subprocess.TimeoutExpired:
        raise BadInput("The command of {name} took longer than 30 seconds.", name=name) from None
    except (OSError, ValueError) as error:
        from tui.mail.troubles import quoted  # which knows of accounts, and so of secrets

        problem = getattr(error, "strerror", None) or str(error)
        raise BadInput(
            "The command of {name} under [mail] cannot be run: {problem}.",
            name=name,
            problem=quoted(problem),
        ) from None
    line = ran.stdout.split(b"\n", 1)[0].rstrip(b"\r").decode(errors="replace")
    if ran.returncode or not line:
        raise BadInput(
            "The command of {name} under [mail] gave nothing (exit status {status}): try it in a "
            "shell.",
            name=name,
            status=str(ran.returncode),
        )
    return Secret(line)


def _run(words: Sequence[str], *, silent: bool) -> subprocess.CompletedProcess[bytes]:
    nowhere = subprocess.DEVNULL if silent else None
    return subprocess.run(  # noqa: S603 - the person's own command
        words,
        stdin=nowhere,
        stdout=subprocess.PIPE,
        stderr=nowhere,
        timeout=_LONGEST,
        check=False,
    )


def of_keyring(host: str, user: str) -> Secret | None:
    """What the keyring of the system has for it; None where there is no real one.

    Backends of a priority below 1 keep passwords in plain text, or fail.
    """
    keyring: Any = _real_keyring()
    try:
        found = keyring.get_password(f"{SERVICE}:{host}", user) if keyring else None
    except Exception:  # whatever a backend raises: then it is asked for
        return None
    return Secret(found) if found else None


def _real_keyring() -> Any:
    try:
        import keyring  # an extra
    except ImportError:
        return None
    try:
        backend = keyring.get_keyring()
        is_real = backend.priority >= 1
    except Exception:
        return None
    return backend if is_real else None
