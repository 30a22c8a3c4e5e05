"""A fault of our own says one line, keeps what was typed, and shows no data to anybody."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from pty_session import Session, probe
from wire_scan import scan

SECRET = b"hunter2"


def reports(folder: Path) -> list[Path]:
    return sorted((folder / "crashes").iterdir())


def assert_secret_nowhere(session: Session, folder: Path) -> None:
    assert SECRET not in session.raw
    for file in folder.rglob("*"):
        assert file.is_dir() or SECRET not in file.read_bytes()


@pytest.mark.parametrize("key", [b"\x1bOQ", b"~"], ids=["in an action", "in the input thread"])
def test_a_fault_ends_in_one_line(tmp_path: Path, key: bytes) -> None:
    with probe(tmp_path) as session:
        session.send(b"refund")
        shown = session.expect("<refund>")
        session.send(key)
        assert session.finish() == 70
        (report,) = reports(tmp_path)
        after = scan(session.raw[session.raw.rindex(b"\x1b[?1004l") :])
        assert after.text == f"Upheld had to stop, by a fault of its own. Report: {report}"
        assert shown < len(session.raw)
        assert after.strange == []
        assert_secret_nowhere(session, tmp_path)
        assert (tmp_path / "typed").read_text(encoding="utf-8") == "refund"


def test_its_report_says_where_and_is_for_the_owner_alone(tmp_path: Path) -> None:
    with probe(tmp_path) as session:
        session.send(b"\x1bOQ")
        session.finish()
        (report,) = reports(tmp_path)
        assert stat.S_IMODE(report.stat().st_mode) == 0o600
        assert stat.S_IMODE(report.parent.stat().st_mode) == 0o700
        text = report.read_text(encoding="utf-8")
        assert "builtins.ValueError" in text
        assert "Probe.action_fault" in text


def test_a_failing_worker_is_said_and_the_application_lives(tmp_path: Path) -> None:
    with probe(tmp_path) as session:
        session.send(b"\x1bOR")
        session.expect("could not be finished")
        session.send(b"refund")
        session.expect("<refund>")
        session.send(b"\x11")
        assert session.finish() == 0
        assert len(reports(tmp_path)) == 1
        assert_secret_nowhere(session, tmp_path)


def test_what_a_person_can_act_on_is_said_as_it_is_written(tmp_path: Path) -> None:
    with probe(tmp_path) as session:
        session.send(b"\x1bOS")
        session.expect("There is no case 55 [/].")
        session.send(b"\x11")
        assert session.finish() == 0
        assert not (tmp_path / "crashes").exists()
