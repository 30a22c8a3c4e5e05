"""A program that takes a letter: what it gets, and what its exit status says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tui.mail.delivery import Came
from tui.mail.sendmail import hand_over
from tui.mail.troubles import Trouble

RAW = b"From: anna@example.org\r\nTo: help@meteor.example\r\n\r\n" + b".dot\r\n" * 100
TO = "help@meteor.example"


def program(tmp_path: Path, text: str) -> tuple[str, ...]:
    file = tmp_path / "msmtp"
    file.write_text(f"import sys, os, time\nraw = sys.stdin.buffer.read()\n{text}\n")
    return (sys.executable, str(file))


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("sys.exit(0)", Came.SENT),
        ("sys.stderr.write('550 no such user'); sys.exit(65)", Came.REFUSED),
        ("sys.exit(75)", Came.DEFERRED),
        ("sys.exit(74)", Came.UNKNOWN),
        ("os.kill(os.getpid(), 9)", Came.UNKNOWN),
        ("time.sleep(60)", Came.UNKNOWN),
    ],
)
async def test_a_program_says_by_its_status_what_it_did(
    tmp_path: Path, text: str, came: Came
) -> None:
    patience = 0.3 if "sleep" in text else 10
    delivery = await hand_over(RAW, [TO], program(tmp_path, text), patience)
    assert delivery.came is came
    if came is Came.REFUSED:
        assert "550 no such user" in delivery.values["answer"]


async def test_a_program_gets_the_message_and_the_recipients(tmp_path: Path) -> None:
    text = f"open({str(tmp_path / 'got')!r}, 'wb').write(repr(sys.argv[1:]).encode() + raw)"
    await hand_over(RAW, [TO], (*program(tmp_path, text), "-t", "--"), 10)
    assert (tmp_path / "got").read_bytes() == b"['-t', '--']" + RAW.replace(b"\r\n", b"\n")
    await hand_over(RAW, ["-evil@x.example"], program(tmp_path, text), 10)
    assert (tmp_path / "got").read_bytes().startswith(b"['--', '-evil@x.example']")


async def test_a_program_that_is_not_there() -> None:
    delivery = await hand_over(RAW, [TO], ("/nowhere/msmtp", "-t"), 10)
    assert (delivery.came, delivery.trouble) == (Came.REFUSED, Trouble.NO_COMMAND)
