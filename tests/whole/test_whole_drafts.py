"""What is typed is there again, however the terminal ends."""

from __future__ import annotations

import signal
import termios
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from pty_session import Session
from wire_scan import scan

Open = Callable[..., Session]


def _add_case(run: Callable[..., str]) -> None:
    run("add", "--company", "Severmart", "--subject", "Refund", "--problem", "refund")


def _kept(folder: Path, text: str) -> bool:
    for draft in (folder / "book" / "drafts").glob("*.json"):
        with suppress(FileNotFoundError):  # it was dropped just now
            if text in draft.read_text("utf-8"):
                return True
    return False


def _type_a_letter(upheld: Open, text: str, **how: str) -> Session:
    session = upheld(**how)
    session.expect("Severmart")
    session.send(b"c")
    session.expect("Letter")
    session.send(text.encode())
    session.expect(text[-4:])
    return session


# Measured: 0.1 s, and more on a busy machine; what hangs is cut short after 2 s.
SOON = 1.9  # seconds


def _is_there_again(upheld: Open, text: str) -> None:
    with upheld() as again:
        again.expect("Severmart")
        again.send(b"c")
        again.expect(text)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_right_after_the_last_key(
    upheld: Open, run: Callable[..., str], number: signal.Signals
) -> None:
    _add_case(run)
    with _type_a_letter(upheld, "paid on 20 October") as session:
        began = time.monotonic()
        session.kill(number)
        assert session.finish() == 128 + number
        assert time.monotonic() - began < SOON
        assert termios.tcgetattr(session.fd) == session.before
        assert {mode for mode, on in scan(session.raw).modes.items() if on} == {7, 25}
    _is_there_again(upheld, "aid on 20 October")  # on the first letter stands the cursor


@pytest.mark.parametrize("ignored", ["", "trap '' HUP"])
def test_a_line_that_drops(
    upheld: Open, run: Callable[..., str], tmp_path: Path, ignored: str
) -> None:
    """Also where the signal is ignored, as with nohup: reading tells of it."""
    _add_case(run)
    with _type_a_letter(upheld, "never delivered", shell=ignored or ":") as session:
        began = time.monotonic()
        session.hang_up()
        assert session.wait() == 128 + signal.SIGHUP
        assert time.monotonic() - began < SOON
    assert _kept(tmp_path, "never delivered")
    if ignored:
        _is_there_again(upheld, "ever delivered")


def test_kill_9_loses_only_what_was_typed_last(
    upheld: Open, run: Callable[..., str], tmp_path: Path
) -> None:
    _add_case(run)
    with _type_a_letter(upheld, "written a while ago") as session:
        session.until(lambda: _kept(tmp_path, "written a while ago"), "the draft is not kept")
        session.kill(signal.SIGKILL)
        session.wait()
    _is_there_again(upheld, "a while ago")


def test_kill_9_after_another_window_saved_the_same_form(
    upheld: Open, run: Callable[..., str], tmp_path: Path
) -> None:
    _add_case(run)
    with _type_a_letter(upheld, "a whole paragraph") as first:
        first.until(lambda: _kept(tmp_path, "a whole paragraph"), "the draft is not kept")
        with _type_a_letter(upheld, "one word") as second:
            second.until(lambda: _kept(tmp_path, "one word"), "the draft is not kept")
            second.send(b"\x13")
            second.until(lambda: not _kept(tmp_path, "one word"), "it is not saved")
        assert _kept(tmp_path, "a whole paragraph")
        first.kill(signal.SIGKILL)
        first.wait()
    _is_there_again(upheld, "whole paragraph")


def test_the_terminal_is_given_back_as_it_was(upheld: Open, run: Callable[..., str]) -> None:
    _add_case(run)
    with upheld() as session:
        session.expect("Severmart")
        session.send(b"q")
        assert session.finish() == 0
        found = scan(session.raw)
    assert found.strange == []
    assert not found.modes.get(1049, False)


def test_hostile_facts_never_reach_the_terminal(upheld: Open, run: Callable[..., str]) -> None:
    evil = "[/foo]\x1b]52;c;ZXZpbA==\x07 [@click=app.quit]x[/] \u202egnp.exe \x9b31m"
    run("add", "--company", evil, "--subject", evil, "--problem", "refund", "--details", evil)
    with upheld() as session:
        session.expect("[/foo]")
        for key in (b"\r", b"c", b"\x0c", b"\x1b", b"\x1b"):
            seen = len(session.raw)
            session.send(key)
            session.until(lambda before=seen: len(session.raw) > before, "nothing was drawn")
        session.kill(signal.SIGTERM)
        session.finish()
        assert scan(session.raw).strange == []
