"""`upheld mail fetch`, `upheld inbox`, and mails that are imported from files."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from cli_ran import Upheld
from mail_story import a_mail, put_into

from tui.cli import session

STRANGER = {"answers": "", "sender": "x@elsewhere.example"}


@pytest.fixture
def maildir(home: Path, tmp_path: Path) -> Path:
    file = home / "config" / "upheld" / "config.toml"
    file.parent.mkdir(parents=True)
    folder = put_into(tmp_path / "Maildir")
    file.write_text(f'[mail.files]\nmaildir = "{folder}"\n')
    return folder


@pytest.fixture
def waiting(refund: Upheld) -> Upheld:
    refund("record", "1", "sent", "--channel", "email", on="2026-11-16")
    return refund


def test_what_is_fetched_is_counted_listed_shown_and_attached(
    waiting: Upheld, maildir: Path
) -> None:
    put_into(maildir, a_mail("Hello \x1b[31m", **STRANGER), a_mail("Bye", **STRANGER))
    told = waiting("mail", "fetch", "--json").json
    assert (told["new"], told["attached"], told["troubles"]) == (2, 0, [])
    assert waiting("mail", "fetch").out == "No new mail.\n"
    first, second = sorted(row["id"] for row in waiting("inbox", "--json").json)
    assert "x@elsewhere.example" in waiting("inbox").out
    shown = waiting("inbox", str(first)).out
    assert "Hello" in shown
    assert "\x1b" not in shown
    assert waiting("inbox", str(first), "attach", "1").out == "Mail 1 is in case #1.\n"
    assert waiting("show", "1", "--json").json["timeline"][-1]["text"].startswith("Hello")
    waiting("add", "--company", "B", "--subject", "C", "--problem", "other")
    moved = waiting("inbox", str(first), "attach", "2").out
    assert moved == "Mail 1 was moved from #1 to #2, and waits there to be judged.\n"
    assert waiting("undo").out == "Taken back: what was done with mail 1.\n"
    assert waiting("inbox", str(second), "ignore").status == 0
    assert [row["id"] for row in waiting("inbox", "--json").json] == [first]
    assert "  aside\n" in waiting("inbox", "--all").out
    assert waiting("inbox", "--all", "--json").json[-1]["state"] == "ignored"
    assert waiting("inbox", str(second), "back").out == "Mail 2 is in the Inbox again.\n"
    assert waiting("inbox", str(second), "back").status == 2
    assert {row["id"] for row in waiting("inbox", "--json").json} == {first, second}
    waiting("inbox", str(second), "ignore")
    assert waiting("inbox", str(first), "--json").json["mail"]["sender"]["address"]
    assert waiting("undo").status == 0
    assert waiting("inbox", str(second), "new", "--json").json["subject"].startswith("Re: ")


def test_a_mail_is_shown_with_its_day_its_case_and_what_was_found(
    waiting: Upheld, maildir: Path
) -> None:
    put_into(maildir, a_mail(answers="", sender="x@elsewhere.example"))
    waiting("mail", "fetch")
    assert "When: Sat 21 Nov 2026" in waiting("inbox", "1").out
    waiting("inbox", "1", "attach", "1")
    shown = waiting("inbox", "1").out.splitlines()
    assert "In case #1: Severmart, Refund for a broken kettle" in shown
    assert "  Promised date: 27 November 2026" in shown
    assert "    “We refund 124.90 EUR within 5 business days.”" in shown
    assert waiting("inbox", "1", "--json").json["came"].startswith("2026-11-21T")


def test_recording_what_a_mail_was(waiting: Upheld, maildir: Path) -> None:
    put_into(maildir, a_mail("We will pay by 30 November.", **STRANGER), a_mail("No.", **STRANGER))
    waiting("mail", "fetch")
    assert waiting("record", "1", "promise", "--promise", "2026-11-30", "--mail", "1").status == 2
    waiting("inbox", "1", "attach", "1")
    waiting("inbox", "2", "attach", "1")
    told = waiting("record", "1", "promise", "--promise", "2026-11-30", "--mail", "1").out
    assert "#1 Severmart: they promised, Sat 21 Nov." in told
    assert "Next: judge what they wrote" in told
    assert [row["id"] for row in waiting("inbox", "--json").json] == [2]
    assert waiting("inbox", "2", "told").out == "Mail 2 is in case #1.\n"
    assert waiting("inbox", "--json").json == []


def test_what_cannot_be_is_one_sentence(waiting: Upheld, maildir: Path) -> None:
    assert waiting("inbox", "9").status == 1
    assert waiting("inbox", "x").status == 2
    assert waiting("inbox", "1", "dance").status == 2
    (maildir / "new").rmdir()
    ran = waiting("mail", "fetch")
    assert (ran.status, ran.out) == (1, "")  # who knows whether there is any
    assert "is no Maildir" in ran.err


def test_a_book_that_is_busy_costs_cron_one_sentence_and_no_mail(
    waiting: Upheld, maildir: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_into(maildir, a_mail("Hello", **STRANGER))
    monkeypatch.setattr(session, "UNATTENDED", 0.01)
    (book,) = home.rglob("book.db")
    with closing(sqlite3.connect(book, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ran = waiting("mail", "fetch", fails=True)
        assert (ran.status, ran.out, ran.err.count("\n")) == (75, "", 1)
    assert waiting("mail", "fetch", "--json").json["new"] == 1


def test_mails_in_files_are_taken_in_once(waiting: Upheld, tmp_path: Path) -> None:
    one, two = a_mail("One", **STRANGER), a_mail("Two", **STRANGER)
    eml, mbox = tmp_path / "one.eml", tmp_path / "all.mbox"
    eml.write_bytes(one)
    mbox.write_bytes(b"".join(b"From x Sat Nov 21\n" + raw + b"\n" for raw in (one, two)))
    folder = put_into(tmp_path / "M", two)
    assert "2 new mails: 2 to the Inbox." in waiting("import", str(eml), str(mbox), str(folder)).out
    assert len(waiting("inbox", "--json").json) == 2
    assert waiting("import", str(mbox)).out == "No new mail.\n"
    assert waiting("import", str(eml), "book.json").status == 2
    assert waiting("import", str(tmp_path / "none.eml")).status == 2


def test_a_number_in_an_automatic_reply_is_told_with_the_line_that_records_it(
    waiting: Upheld, maildir: Path
) -> None:
    number, case = "CS0045127", waiting("show", "1", "--json").json
    mail = a_mail(
        f"Re {case['subject']}: your case number is {number}.",
        sender=f"x@{case['company'].lower()}.example",
        headers=(("Auto-Submitted", "auto-replied"),),
    )
    put_into(maildir, mail)
    waiting("mail", "fetch")
    for row in waiting("inbox", "--json").json:
        waiting("inbox", str(row["id"]), "attach", "1")
    told = next(line for line in waiting("show", "1").out.splitlines() if number in line)
    waiting(*told.partition("upheld ")[2].split())
    assert waiting("show", "1", "--json").json["references"][-1]["number"] == number
    assert "Named in their reply" not in waiting("show", "1").out


def test_the_search_finds_mails_of_no_case(waiting: Upheld, maildir: Path) -> None:
    put_into(maildir, a_mail("Black Friday at our shop", **STRANGER), a_mail("Bye", **STRANGER))
    waiting("mail", "fetch")
    ran = waiting("search", "fridays")
    assert ran.status == 0
    assert "Mails of no case; to read one: upheld inbox NUMBER" in ran.out
    assert ran.out.count("x@elsewhere.example") == 2  # the row, and the place in it
    as_json = waiting("search", "fridays", "--json")
    assert (as_json.json, "Mails of no case have it, too: 1." in as_json.err) == ([], True)
    assert waiting("search", "is:draft", "friday").status == 1
    lines = waiting("inbox").out.splitlines()
    assert all("09:15" in line or "12:15" in line for line in lines)  # one day, two mails
