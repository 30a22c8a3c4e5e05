"""Stopped and continued, by key or by force, it draws the same screen again."""

from __future__ import annotations

import signal
import termios
from pathlib import Path

import pyte
import pytest
from pty_session import Session, probe
from wire_scan import scan


def shown(raw: bytes) -> list[str]:
    screen = pyte.Screen(80, 24)
    # pyte prints the end of a sequence with < in it.
    pyte.ByteStream(screen).feed(bytes(raw).replace(b"\x1b[<u", b""))
    return [line.strip("▊▎ ") for line in screen.display]


def stopped(session: Session) -> bool:
    state = Path(f"/proc/{session.pid}/stat").read_text().rpartition(")")[2].split()[0]
    return state == "T"


def stop(session: Session, by: str) -> None:
    if by == "key":
        session.send(b"\x1b[18~")
    else:
        session.kill(signal.Signals[by])
    session.until(lambda: stopped(session), "it does not stop")


@pytest.mark.parametrize("by", ["key", "SIGTSTP", "SIGSTOP"])
def test_it_comes_back_with_the_same_screen(tmp_path: Path, by: str) -> None:
    with probe(tmp_path) as session:
        session.send(b"refund")
        session.until(
            lambda: {"refund", "<refund>"} <= set(shown(session.raw)), "the text is not shown"
        )
        session.read_on()
        before = shown(session.raw)
        stop(session, by)
        if by != "SIGSTOP":
            assert termios.tcgetattr(session.fd) == session.before
            session.until(lambda: not scan(session.raw).modes[1049], "the screen is not left")
        at = len(session.raw)
        session.kill(signal.SIGCONT)
        session.until(lambda: shown(session.raw[at:]) == before, "the screen is another")
        session.send(b"z")
        session.expect("<refundz>", since=at)
        session.send(b"\x11")
        assert session.finish() == 0
        assert termios.tcgetattr(session.fd) == session.before


def test_it_can_be_told_to_leave_after_it_came_back(tmp_path: Path) -> None:
    with probe(tmp_path) as session:
        stop(session, "key")
        at = len(session.raw)
        session.kill(signal.SIGCONT)
        session.expect("READY", since=at)
        session.kill(signal.SIGTERM)
        assert session.finish() == 143
        assert termios.tcgetattr(session.fd) == session.before


def test_it_keeps_no_more_files_open_each_time(tmp_path: Path) -> None:
    with probe(tmp_path) as session:
        counts = []
        for _ in range(3):
            stop(session, "key")
            at = len(session.raw)
            session.kill(signal.SIGCONT)
            session.expect("READY", since=at)
            counts.append(len(list(Path(f"/proc/{session.pid}/fd").iterdir())))
        assert counts[1:] == counts[:1] * 2
