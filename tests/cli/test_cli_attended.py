"""What takes its time is said on a terminal, and in no log."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from cli_ran import Upheld
from mail_ready import HERE, configured, made_ready
from smtp_peers import whole

from tui.cases.sentence import say, say_many
from tui.cli.attended import Doing, agreed
from tui.cli.session import Session
from tui.wording.wording import Wording


class Screen(io.StringIO):
    """Standard error that a person looks at."""

    def isatty(self) -> bool:
        return True


def test_counts_stand_on_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    doing = Doing(Session(Wording("en")))
    doing.tell(say("{host} is asked for mail.", host="a\x1b.example"))
    for count in (1, 2):
        doing.tell(say_many("{count} new mail so far.", "{count} new mails so far.", count))
    doing.end()
    doing.end()
    assert screen.getvalue() == (
        "a␛.example is asked for mail.\n1 new mail so far.\r2 new mails so far.\n"
    )


def test_a_server_that_is_asked_is_named_on_a_terminal_only(
    refund: Upheld, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upheld = made_ready(refund)
    with whole() as (_, port):
        configured(home, HERE.format(port=port))
        assert "127.0.0.1" not in upheld("mail", "test").err
        monkeypatch.setattr(sys, "stderr", screen := Screen())
        upheld("mail", "test")
        upheld("mail", "send", "1", "--yes")
        upheld("mail", "send", "--queue")
        (home / "Maildir" / "cur").mkdir(parents=True)
        configured(home, f'[mail.files]\nmaildir = "{home / "Maildir"}"\n')
        upheld("mail", "fetch")
    said = screen.getvalue()
    assert said.count("Connecting to 127.0.0.1…\n") == 2  # nothing was left for the queue
    assert f"Mails are read from {home / 'Maildir'}.\n" in said


def test_a_terminal_gets_whole_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", screen := Screen())
    monkeypatch.setattr(sys, "stdout", answer := Screen())
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\n"))
    monkeypatch.setenv("COLUMNS", "20")
    session = Session(Wording("en"))
    assert not agreed(session, "Send “Kettle” to help@severmart.example all the same?")
    assert screen.getvalue() == "Send “Kettle” to\nhelp@severmart.example\nall the same? [y/N] "
    session.out.prose("It may have arrived, or not.", indent="  ")
    assert answer.getvalue() == "  It may have\n  arrived, or not.\n"
