"""Put aside with Ctrl+Z in a real shell, brought back with fg: the same screen and its keys."""

from __future__ import annotations

import fcntl
import shlex
import shutil
import struct
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest
from pty_session import Session
from wire_scan import scan

SHELL = shutil.which("bash")
pytestmark = pytest.mark.skipif(SHELL is None, reason="no shell with job control")
COMMAND = f"{shlex.quote(sys.executable)} -c 'from tui.cli.start import main; main()'"
ASIDE, UNDO_ELSEWHERE = b"\x1a", b"\x1c"
# Stops itself and whoever started it, as vi does with Ctrl+Z.
EDITOR = """#!/bin/sh
echo EDITING
kill -TSTP 0
echo AGAIN
printf ' and edited' >> "$1"
"""

Run = Callable[..., str]


class Shell(Session):
    """A shell in which upheld was begun."""

    def __init__(self, environment: dict[str, str]) -> None:
        assert SHELL is not None
        env = {**environment, "PS1": "SHELL> ", "HISTFILE": ""}
        super().__init__([SHELL, "--norc", "--noprofile", "-i"], env=env)
        self.expect("SHELL>")
        self.send(f"{COMMAND}\r".encode())

    def shows(self, *texts: str, since: int = 0) -> None:
        for text in texts:
            self.expect(text, since)
        self.read_on(0.1)

    def aside(self, key: bytes = ASIDE) -> None:
        at = len(self.raw)
        self.send(key)
        self.expect("Stopped", since=at)
        self.expect("SHELL>", since=at)
        assert not {mode for mode, on in scan(self.raw).modes.items() if on} - {7, 25, 2004}
        assert termios.tcgetattr(self.fd)[3] & termios.ISIG

    def back(self) -> int:
        """Brought back; from where what comes is of the application again."""
        at = len(self.raw)
        self.send(b"fg\r")
        self.until(lambda: scan(self.raw[at:]).modes.get(1049), "the screen is not taken")
        return at

    def resized(self, rows: int, columns: int) -> None:
        self.size = (columns, rows)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def leave(self) -> None:
        at = len(self.raw)
        self.send(b"\x11")
        self.expect("SHELL>", since=at)
        self.send(b"exit\r")
        assert self.finish() == 0


@pytest.fixture
def shell(environment: dict[str, str], run: Run) -> Callable[..., Shell]:
    run("add", "--company", "Severmart", "--subject", "Refund", "--problem", "refund")

    def begin(**more: str) -> Shell:
        return Shell({**environment, **more})

    return begin


def test_on_the_board_and_resized_meanwhile(shell: Callable[..., Shell]) -> None:
    with shell() as session:
        session.shows("Severmart")
        session.aside()
        session.resized(30, 100)
        at = session.back()
        session.shows("Severmart", "? keys", since=at)
        assert b"\x1b[30;" in session.raw[at:]
        session.send(b"t")
        session.shows("Today", since=at)
        session.leave()


def test_with_half_typed_text(shell: Callable[..., Shell]) -> None:
    """In a line of a form and in a box of Compose, where Ctrl+Z takes back what was typed."""
    with shell() as session:
        session.shows("Severmart")
        session.send(b"nHalf a na")
        session.shows("Half a na")
        session.aside(UNDO_ELSEWHERE)
        at = session.back()
        session.shows("Half a na", since=at)
        session.send(b"me\x1b")
        session.shows("Severmart", since=at)
        session.send(b"c")
        session.shows("Letter", since=at)
        session.send(b"Half a sen")
        session.shows("Half a sen", since=at)
        session.aside(UNDO_ELSEWHERE)
        at = session.back()
        session.send(b"tence.")
        session.shows("Half a sentence.", since=at)
        session.leave()


def test_in_the_editor(shell: Callable[..., Shell], tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(EDITOR)
    editor.chmod(0o755)
    with shell(EDITOR=str(editor)) as session:
        session.shows("Severmart")
        session.send(b"c")
        session.shows("Letter")
        session.send(b"Typed")
        session.shows("Typed")
        session.aside(b"\x05")
        at = len(session.raw)
        session.send(b"fg\r")
        at = session.expect("AGAIN", since=at)
        session.shows("Typed and edited", since=at)
        session.leave()


def test_where_no_shell_waits_it_stays(upheld: Callable[..., Session], run: Run) -> None:
    """As when it was started by ssh or in a window of tmux: nobody could bring it back."""
    run("add", "--company", "Severmart", "--subject", "Refund", "--problem", "refund")
    with upheld() as session:
        session.expect("Severmart")
        session.send(ASIDE)
        session.expect("No shell waits here")
        session.send(b"t")
        session.expect("Today")
        session.send(b"q")
        assert session.finish() == 0
