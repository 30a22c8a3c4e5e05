"""What the terminal is asked for: no more than is used, and nothing that old ones would print."""

from __future__ import annotations

from pathlib import Path

import pytest
from pty_session import probe
from wire_scan import scan

MOUSE = {1000, 1002, 1003, 1006, 1015, 1016}


def test_without_the_mouse_nothing_is_asked_of_it(tmp_path: Path) -> None:
    with probe(tmp_path) as session:
        session.send(b"\x11")
        session.finish()
        assert not MOUSE & scan(session.raw).modes.keys()
        assert b"\x1b]22;" not in session.raw


def test_a_click_is_taken_but_movements_are_not_asked_for(tmp_path: Path) -> None:
    with probe(tmp_path, "mouse") as session:
        modes = scan(session.raw).modes
        assert {mode for mode in MOUSE if modes.get(mode)} == {1000, 1006}
        session.send(b"a")
        session.expect("<a>")
        session.send(b"\x1b[<0;9;6M\x1b[<0;9;6m")
        session.send(b"zz")
        session.expect("•" * 9)
        session.send(b"\x11")
        session.finish()
        assert b"<az" not in session.raw


@pytest.mark.parametrize("term", ["linux", "vt100"])
def test_old_terminals_get_no_queries_that_they_would_print(tmp_path: Path, term: str) -> None:
    with probe(tmp_path, env={"TERM": term}) as session:
        session.send(b"\x11")
        assert session.finish() == 0
        assert b"$p" not in session.raw
        assert b"u" not in session.raw.replace(b"READY", b"")
        assert scan(session.raw).strange == []
