"""However the terminal is left, what was typed is kept and the terminal is given back."""

from __future__ import annotations

import signal
import termios
from pathlib import Path

import pytest
from pty_session import Session, probe
from wire_scan import scan


def typed(folder: Path) -> str:
    return (folder / "typed").read_text(encoding="utf-8")


def assert_given_back(session: Session) -> None:
    modes = scan(session.raw).modes
    assert termios.tcgetattr(session.fd) == session.before
    assert {mode for mode, on in modes.items() if on} == {7, 25}


def test_the_quit_key_gives_the_terminal_back(tmp_path: Path) -> None:
    with probe(tmp_path, "mouse") as session:
        session.send(b"\x11")
        assert session.finish() == 0
        assert_given_back(session)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_in_good_order(tmp_path: Path, number: signal.Signals) -> None:
    with probe(tmp_path) as session:
        session.send(b"refund")
        session.expect("<refund>")
        session.kill(number)
        assert session.finish() == 128 + number
        assert typed(tmp_path) == "refund"
        assert_given_back(session)


def test_an_interrupt_from_outside_ends_it_too(tmp_path: Path) -> None:
    with probe(tmp_path) as session:
        session.send(b"refund")
        session.expect("<refund>")
        session.kill(signal.SIGINT)
        assert session.finish() == 130
        assert typed(tmp_path) == "refund"
        assert_given_back(session)


def test_a_lost_connection_ends_it(tmp_path: Path) -> None:
    with probe(tmp_path) as session:
        session.send(b"refund")
        session.expect("<refund>")
        session.hang_up()
        assert session.wait() == 129
        assert typed(tmp_path) == "refund"


@pytest.mark.parametrize("ignored", ["HUP", "HUP TERM"])
def test_a_lost_connection_ends_it_where_the_signal_is_ignored(
    tmp_path: Path, ignored: str
) -> None:
    with probe(tmp_path, shell=f"trap '' {ignored}") as session:
        session.send(b"refund")
        session.expect("<refund>")
        session.hang_up()
        assert session.wait() == 129
        assert typed(tmp_path) == "refund"


def test_a_signal_ignored_from_the_start_stays_ignored(tmp_path: Path) -> None:
    with probe(tmp_path, shell="trap '' HUP") as session:
        session.kill(signal.SIGHUP)
        session.send(b"refund")
        session.expect("<refund>")
        session.kill(signal.SIGTERM)
        assert session.finish() == 143


@pytest.mark.parametrize(
    ("key", "in_good_order"), [(b"\x1b[15~", False), (b"\x1b[17~", True)], ids=["ever", "long"]
)
def test_a_frozen_line_does_not_hold_it(tmp_path: Path, key: bytes, in_good_order: bool) -> None:
    """The main thread is waiting in a write, of which there are more for ever, or for long."""
    with probe(tmp_path) as session:
        session.send(b"refund")
        session.expect("<refund>")
        session.send(key)
        session.until((tmp_path / "flooding").exists, "the flood did not begin")
        session.kill(signal.SIGTERM)
        assert session.wait() == 143
        assert typed(tmp_path) == "refund"
        session.finish()
        assert_given_back(session)
        assert (tmp_path / "unmounted").exists() is in_good_order


def test_a_frozen_line_that_is_cut_does_not_hold_it(tmp_path: Path) -> None:
    with probe(tmp_path, shell="trap '' HUP") as session:
        session.send(b"refund")
        session.expect("<refund>")
        session.send(b"\x1b[17~")
        session.until((tmp_path / "flooding").exists, "the flood did not begin")
        session.hang_up()
        assert session.wait() == 129
        assert typed(tmp_path) == "refund"


def test_an_interrupt_meant_for_the_editor_does_not_end_it(tmp_path: Path) -> None:
    with probe(tmp_path) as session:
        session.send(b"\x1b[21~")
        at = session.expect("EDITING")
        session.send(b"\x03")
        session.expect("READY", since=at)
        session.send(b"refund")
        session.expect("<refund>", since=at)
        session.send(b"\x11")
        assert session.finish() == 0


def test_while_an_editor_has_the_terminal_it_can_be_ended(tmp_path: Path) -> None:
    with probe(tmp_path) as session:
        session.send(b"refund")
        session.expect("<refund>")
        session.send(b"\x1b[21~")
        session.expect("EDITING")
        at = len(session.raw)
        session.kill(signal.SIGTERM)
        assert session.wait() == 143
        assert typed(tmp_path) == "refund"
        assert session.raw[at:] == b""


def test_the_message_of_exit_is_shown_cleaned(tmp_path: Path) -> None:
    with probe(tmp_path) as session:
        session.send(b"\x1b[20~")
        assert session.finish() == 0
        found = scan(session.raw)
        assert "bye ␛]0;title␇[/]" in found.text
        assert found.strange == []
