"""Keys that move the cursor before Textual is there do it as they would afterwards."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios
import threading
from pathlib import Path

import pyte
import pytest
from pty_session import Session

from tui.terminal.early import EarlyKeys, bytes_of, understood
from tui.terminal.first import FirstFrame
from tui.terminal.looks import PLAIN
from tui.terminal.pen import cells_of_text

TAKEN_OVER = b"\x1b[?2004h"
DOWN, RIGHT, PAGE_DOWN = b"\x1b[B", b"\x1b[C", b"\x1b[6~"
GATED = """
import os, sys, time

class Gate:
    def find_spec(self, name, path=None, target=None):
        while name == "tui.app" and not os.path.exists(os.environ["GATE"]):
            time.sleep(0.005)

sys.meta_path.insert(0, Gate())
from tui.cli.start import main
sys.exit(main())
"""


def gated(home: Path, columns: int, rows: int, language: str = "en") -> Session:
    """The demonstration, which imports Textual when there is a file called gate."""
    command = [sys.executable, "-c", GATED, "demo", "--on", "2026-11-23", "--lang", language]
    env = {"HOME": str(home), "GATE": str(home / "gate"), "COLORTERM": "truecolor"}
    return Session(command, env=env, columns=columns, rows=rows)


def seen(session: Session) -> list[object]:
    """The cells with their grounds."""
    screen = pyte.Screen(*session.size)
    raw = re.sub(rb"\x1b\[[<>][0-9;]*u", b"", bytes(session.raw))
    pyte.ByteStream(screen).feed(raw)
    return [[(c.data, c.bg, c.reverse) for _, c in sorted(screen.buffer[y].items())]
            for y in range(session.size[1])]  # fmt: skip


def leave(session: Session) -> None:
    session.send(b"q")
    assert session.finish() == 0
    assert termios.tcgetattr(session.fd) == session.before


@pytest.mark.parametrize(
    ("columns", "rows"), [(80, 24), (200, 50), (24, 8)], ids=["usual", "with a pane", "narrow"]
)
def test_the_cursor_moves_before_textual_is_there_and_stays(
    tmp_path: Path, columns: int, rows: int
) -> None:
    keys = (RIGHT, DOWN, "о".encode(), RIGHT, PAGE_DOWN, b"g", b"j")  # о is j on ЙЦУКЕН
    (tmp_path / "gate").touch()
    with gated(tmp_path, columns, rows) as session:
        session.until(lambda: TAKEN_OVER in session.raw, "Textual did not come")
        session.read_on()
        still = seen(session)
        for key in keys:
            session.send(key)
            session.read_on()
        session.read_on(0.3)  # what stands beside the board follows where the cursor rests
        moved = seen(session)
        assert moved != still
        leave(session)
    (tmp_path / "gate").unlink()
    with gated(tmp_path, columns, rows) as session:
        session.expect("#")
        session.send(b"".join(keys))
        session.until(lambda: seen(session) == moved, "it shows something else")
        assert TAKEN_OVER not in session.raw
        (tmp_path / "gate").touch()
        session.until(lambda: TAKEN_OVER in session.raw, "Textual did not come")
        session.read_on()
        assert seen(session) == moved
        leave(session)


def test_what_is_no_step_waits_for_textual_with_all_that_follows(tmp_path: Path) -> None:
    with gated(tmp_path, 80, 24) as session:
        session.expect("? keys")
        still = seen(session)
        session.send(RIGHT + b"n" + b"jj Refund" + "Возврат".encode()[:3])
        session.until(lambda: seen(session) != still, "the step waits")
        assert TAKEN_OVER not in session.raw
        session.send("Возврат".encode()[3:])
        (tmp_path / "gate").touch()
        session.expect("jj RefundВозврат")
        session.send(b"\x1b")
        session.expect("#")
        session.kill(signal.SIGTERM)
        session.finish()


def test_enter_that_was_typed_before_the_terminal_was_told_is_enter(tmp_path: Path) -> None:
    """Till then a terminal makes a line feed of it. And it opens what the steps led to."""
    with gated(tmp_path, 80, 24) as session:
        session.send(RIGHT + b"\n")  # as it arrives then
        (tmp_path / "gate").touch()
        session.until(lambda: TAKEN_OVER in session.raw, "Textual did not come")
        session.expect("Timeline")
        session.send(b"\x1b")
        session.read_on()
        leave(session)


def test_a_sequence_that_is_cut_by_the_take_over_is_whole_again(tmp_path: Path) -> None:
    with gated(tmp_path, 80, 24) as session:
        session.expect("? keys")
        still = seen(session)
        session.send(RIGHT[:2])
        session.read_on(0.3)  # it is read by now, on all but the slowest machines
        (tmp_path / "gate").touch()
        session.send(RIGHT[2:])
        session.until(lambda: TAKEN_OVER in session.raw, "Textual did not come")
        session.until(lambda: seen(session) != still, "the key was lost")
        leave(session)


def test_a_text_is_understood_as_far_as_all_of_it_is() -> None:
    meanings = {b"j": "down", b"\x1b[B": "down", b"\x1b[6~": "page_down"}
    assert understood(b"j\x1b[Bj", meanings) == (["down", "down", "down"], b"")
    assert understood(b"jxj", meanings) == (["down"], b"xj")
    assert understood(b"j\x1b[", meanings) == (["down"], b"\x1b[")
    assert understood(b"", meanings) == ([], b"")
    assert bytes_of("о") == ("о".encode(),)
    assert bytes_of("pagedown") == (b"\x1b[6~",)
    assert bytes_of("ctrl+d") == bytes_of("f1") == ()


@pytest.mark.parametrize("fault", ["meanings", "after", "size"])
def test_where_it_goes_wrong_what_was_typed_is_left(
    fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the terminal is left to Textual."""
    master, slave = os.openpty()
    first = FirstFrame()
    first.rows = [cells_of_text(" " * 80, PLAIN, 80)] * 24
    sizes = iter([(80, 24), (80, 24), (81, 24)] if fault == "size" else [(80, 24)] * 9)
    monkeypatch.setattr(FirstFrame, "size", property(lambda _: next(sizes)))
    kept, real = os.dup(0), threading.excepthook
    os.dup2(slave, 0)
    try:
        early = EarlyKeys(
            first,
            (lambda: {b"x": "down"}) if fault != "meanings" else (lambda: 1 / 0),  # type: ignore[return-value, arg-type]
            (lambda _: first.rows) if fault == "size" else (lambda _: 1 / 0),  # type: ignore[return-value, arg-type]
        )
        with early:
            os.write(master, b"xq\n" if fault == "meanings" else b"x\n")
            early._thread.join(10)
            assert not early._thread.is_alive() or fault == "size"
    finally:
        os.dup2(kept, 0)
        for descriptor in (kept, master, slave):
            os.close(descriptor)
    assert threading.excepthook is real
    assert early.left == {"meanings": b"xq\r", "after": b"\r", "size": b"\r"}[fault]
