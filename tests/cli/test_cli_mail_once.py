"""`upheld mail send` again: no second copy, and no reminder that nobody asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_ran import Upheld
from mail_ready import HERE, configured, made_ready
from smtp_peers import whole

LOST = "lost@severmart.example"
DAY = "2026-11-24"


def test_beside_a_letter_that_may_have_gone_out_none_is_sent(refund: Upheld, home: Path) -> None:
    upheld = made_ready(refund, LOST)
    with whole() as (box, port):
        configured(home, HERE.format(port=port))
        ran = upheld("mail", "send", "1", "--yes")
        assert ran.status == 1
        assert "#1: If it went out: upheld mail queue 1 there." in ran.out
        shown = upheld("mail", "queue", "1").out
        (message_id,) = (line[12:] for line in shown.splitlines() if line.startswith("Message-ID"))
        assert f"or the log of the mail server ({message_id})." in ran.out
        assert "Look among" not in ran.out
        again = upheld("mail", "send", "1", "--yes", "--override", "now", on=DAY)
        assert (again.status, again.out, again.err.count("\n")) == (2, "", 1)
        assert (
            "nobody knows whether letter 1 of the outbox, for the same step, went out" in again.err
        )
        assert "If it did not: upheld mail queue 1 again, or drop." in again.err
        assert upheld("mail", "queue", "1", "there").status == 0
        assert len(box.taken) == 1
        assert [e["kind"] for e in upheld("show", "1", "--json").json["timeline"]] == ["sent"]


def test_what_the_person_says_did_not_go_out_may_be_written_anew(
    refund: Upheld, home: Path
) -> None:
    upheld = made_ready(refund, LOST)
    with whole() as (box, port):
        configured(home, HERE.format(port=port))
        upheld("mail", "send", "1", "--yes")
        refused = upheld("mail", "queue", "1", "again")
        assert (refused.status, refused.out) == (2, "")
        assert "may get it twice" in refused.err
        told = upheld("mail", "queue", "1", "again", "--yes").out
        assert "It goes out by Upheld while it is open, or by: upheld mail send --queue" in told
        assert upheld("mail", "send", "1", "--yes", on=DAY).status == 2
        upheld("mail", "queue", "1", "drop")
        assert upheld("mail", "send", "1", "--yes", on=DAY).status == 1
    assert len(box.taken) == 2


def test_a_reminder_that_comes_too_early_is_not_sent_unasked(
    refund: Upheld, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upheld = made_ready(refund)
    with whole() as (box, port):
        configured(home, HERE.format(port=port))
        assert upheld("mail", "send", "1", "--yes").status == 0
        ran = upheld("mail", "send", "1", on=DAY)
        assert (ran.status, ran.out) == (2, "")
        said = ran.err.splitlines()
        assert said[0] == "This step was taken already, so this is: Reminder."
        assert said[1].startswith("L23 warning  Subject: Too early: they have until")
        assert "(L23)" in said[-1]
        assert "--yes" in said[-1]
        monkeypatch.setattr("tui.cli.mail_checked.is_attended", lambda: True)
        for answer in ("", "\n", "n\n", "no\n"):
            ran = upheld("mail", "send", "1", on=DAY, stdin=answer)
            assert (ran.status, ran.out) == (1, "")
            asked, _, after = ran.err.splitlines()[-1].rpartition(" all the same? ")
            assert asked.startswith("Send “")
            assert asked.endswith("” to help@severmart.example")
            assert after == "[y/N] Nothing was sent."
        assert len(box.taken) == 1
        assert upheld("mail", "send", "1", on=DAY, stdin="y\n").status == 0
        assert len(box.taken) == 2


def test_who_insists_with_a_reason_is_asked_no_more(refund: Upheld, home: Path) -> None:
    upheld = made_ready(refund)
    with whole() as (_, port):
        configured(home, HERE.format(port=port))
        upheld("mail", "send", "1", "--yes")
        assert upheld("mail", "send", "1", "--override", "they asked", on=DAY).status == 0
    assert upheld("show", "1", "--json").json["timeline"][-1]["override"] == "L23: they asked"


def test_what_is_found_stands_beside_what_would_go_out(refund: Upheld, home: Path) -> None:
    upheld = made_ready(refund)
    configured(home, HERE.format(port=1))
    upheld("edit", "1", "details=My card 4111 1111 1111 1111 was charged on 2 November.")
    shown = upheld("mail", "send", "1", "--dry-run")
    assert "L11 error" in shown.err
    assert "4111" not in shown.err
    told = upheld("mail", "send", "1", "--dry-run", "--json").json
    assert told["errors"] == ["L11"]
    assert "L18" in told["warnings"]


def test_who_is_asked_whether_it_may_go_twice_may_say_no(
    refund: Upheld, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upheld = made_ready(refund, LOST)
    monkeypatch.setattr("tui.cli.mail_queue.is_attended", lambda: True)
    with whole() as (_, port):
        configured(home, HERE.format(port=port))
        upheld("mail", "send", "1", "--yes")
        no = upheld("mail", "queue", "1", "again", stdin="n\n")
        assert (no.status, no.out) == (1, "")
        assert f"may have reached {LOST}: they may get it twice." in no.err
        assert upheld("mail", "queue", "1", "again", stdin="y\n").status == 0


def test_a_wrong_address_has_a_way_out(refund: Upheld, home: Path) -> None:
    nobody, right = "nobody@severmart.example", "help@severmart.example"
    upheld = made_ready(refund, nobody)
    with whole() as (box, port):
        configured(home, HERE.format(port=port))
        told = upheld("mail", "send", "1", "--yes").out
        assert f"Sent again it goes to {nobody} as before." in told
        assert f"email ADDRESS --instead {nobody}, then anew: upheld mail send 1" in told
        point = ("companies", "point", "Severmart", "email")
        assert upheld(*point, right, "--instead", "none@severmart.example").status == 2
        assert upheld(*point, right, "--instead", nobody).status == 0
        assert upheld("mail", "send", "1", "--yes").status == 0
    assert [one.rcpt_tos for one in box.taken] == [[right]]
