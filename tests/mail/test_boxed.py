"""Mails are read in a process that may hang, burst or be killed; the next one is read as well."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from mails import RUSSIAN, plain, reply

from tui.mail.boxed import Box, NoReader
from tui.mail.message import Fault
from tui.mail.parse import parse

# Seconds of work: a boundary at the beginning of millions of lines that is none.
SLOW = plain("Subject: slow\nFrom: a@b.example\nContent-Type: multipart/x; boundary=-") + (
    b"---x\n" * 4_000_000
)
HUGE = plain("Subject: huge\nContent-Transfer-Encoding: base64", b"QUJD" * 5_000_000)


@pytest.fixture(scope="module")
def box() -> Iterator[Box]:
    with Box() as one:
        yield one


def test_what_the_box_reads_is_what_was_sent(box: Box) -> None:
    raw = reply(RUSSIAN, files=(("акт.pdf", "application/pdf", bytes(range(256)) * 4000),))
    assert box.read(raw) == parse(raw)
    assert box.attachment(raw, 1) == bytes(range(256)) * 4000
    assert box.attachment(raw, 2) is None
    assert box.read(b"").problems == ()


def test_one_process_serves_many_mails_and_many_threads(box: Box) -> None:
    box.read(b"")
    first = box._process
    raws = [reply(f"Mail {n}.") for n in range(40)]
    told: dict[int, str] = {}

    def read(start: int) -> None:
        for n in range(start, 40, 4):
            told[n] = box.read(raws[n]).new

    threads = [threading.Thread(target=read, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == {n: f"Mail {n}." for n in range(40)}
    assert box._process is first


def test_a_mail_that_takes_too_long_is_stopped_and_its_headers_are_had() -> None:
    with Box(seconds=0.3) as box:
        mail = box.read(SLOW)
        assert (mail.subject, mail.sender.address) == ("slow", "a@b.example")
        assert mail.problems == (Fault.TOO_SLOW,)
        assert not mail.is_read
        assert box.attachment(SLOW, 1) is None
        assert box.read(reply("Next.")).new == "Next."


def test_a_mail_that_needs_too_much_memory_is_only_kept() -> None:
    with Box(memory=60 * 1024 * 1024) as box:
        assert box.read(reply("One.")).new == "One."
        mail = box.read(HUGE)
        assert (mail.subject, mail.problems) == ("huge", (Fault.BROKEN,))
        assert box.read(reply("Next.")).new == "Next."


def test_a_process_that_was_killed_in_between_is_started_again() -> None:
    with Box() as box:
        assert box.read(reply("One.")).new == "One."
        assert box._process is not None
        os.kill(box._process.pid, signal.SIGKILL)
        os.waitid(os.P_PID, box._process.pid, os.WEXITED | os.WNOWAIT)
        assert box.read(reply("Two.")).new == "Two."


def test_a_mail_that_is_too_large_is_not_even_given_to_it() -> None:
    with Box() as box:
        mail = box.read(b"Subject: big\n\n" + b"x" * (25 * 1024 * 1024))
        assert (mail.subject, mail.problems) == ("big", (Fault.TOO_BIG,))
        assert box._process is None


def test_where_python_does_not_start_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for program in ("/nowhere/python", "/bin/false"):
        monkeypatch.setattr(sys, "executable", program)
        with Box() as box, pytest.raises(NoReader):
            box.read(b"Subject: x\n\n")


def test_the_process_knows_no_secret_and_ends_with_its_input(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("UPHELD_TEST_SECRET", "hunter2")
    box = Box()
    box.read(b"Subject: x\n\n")
    process = box._process
    assert process is not None
    assert process.stdin is not None
    with open(f"/proc/{process.pid}/environ", "rb") as environment:  # noqa: PTH123
        assert b"hunter2" not in environment.read()
    process.stdin.close()
    assert process.wait(10) == 0
    box.close()


def test_what_reads_mails_loads_neither_screens_nor_calendars() -> None:
    code = (
        "import sys, tui.mail.boxed, tui.mail.facts, tui.mail.matching\n"
        "bad = {'textual', 'holidays', 'tinydb', 'lxml', 'inscriptis', 'charset_normalizer'}\n"
        "print(sorted(bad & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
