"""`upheld mail send`, `queue` and `test`: what goes out, what is said, and with which status."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from cli_ran import Upheld
from mail_ready import HERE, configured, made_ready, says
from smtp_peers import PASSWORD, USER, Authority, whole

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")

SMTP = '[mail]\npassword_command = "{command}"\n[mail.smtp]\nhost = "{host}"\nport = {port}\n'


@pytest.fixture
def ready(refund: Upheld) -> Upheld:
    return made_ready(refund)


@pytest.fixture
def trusted(home: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    authority, file = Authority(), home / "ca.pem"
    authority.made.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    return authority


def test_a_letter_goes_out_and_is_recorded(ready: Upheld, home: Path, trusted: Authority) -> None:
    with whole(tls=trusted.context()) as (box, port):
        configured(home, SMTP.format(command=says(home, PASSWORD), host="localhost", port=port))
        seen = ready("mail", "test")
        assert seen.status == 0
        assert f"connected (TLSv1.3) and logged in as {USER}." in seen.out
        assert not box.taken
        shown = ready("mail", "send", "1", "--dry-run")
        assert "To: Severmart <help@severmart.example>" in shown.out
        assert "by localhost" in shown.err
        assert not box.taken
        ran = ready("mail", "send", "1", "--yes")
        assert ran.out == "#1: Sent to help@severmart.example, and recorded in #1.\n"
        assert ready("mail", "test", "--to", "me@example.org").status == 0
    assert [envelope.rcpt_tos for envelope in box.taken] == [
        ["help@severmart.example"], ["me@example.org"],
    ]  # fmt: skip
    (event,) = ready("show", "1", "--json").json["timeline"]
    assert (event["kind"], event["channel"], event["to"]) == (
        "sent", "email", "help@severmart.example",
    )  # fmt: skip
    assert event["message_id"].encode() in box.taken[0].content
    assert PASSWORD not in ran.out + ran.err + seen.out + seen.err
    kept = [file for file in home.rglob("*") if file.is_file() and file.name != "password"]
    assert not [file for file in kept if PASSWORD.encode() in file.read_bytes()]


def test_a_wrong_password_is_one_sentence(ready: Upheld, home: Path, trusted: Authority) -> None:
    with whole(tls=trusted.context()) as (box, port):
        configured(home, SMTP.format(command=says(home, "wrong-7"), host="localhost", port=port))
        ran = ready("mail", "send", "1", "--yes")
        assert ran.status == 1
        assert f"does not take the user {USER} with this password" in ran.out
        assert "wrong-7" not in ran.out + ran.err
        (entry,) = ready("mail", "queue", "--json").json
        assert (entry["standing"], entry["case"]) == ("refused", 1)
        says(home, PASSWORD)
        assert ready("mail", "queue", "1", "again").status == 0
        assert ready("mail", "send", "--queue").status == 0
    assert len(box.taken) == 1
    assert ready("mail").err == "The outbox is empty.\n"
    assert len(ready("mail", "queue", "--all", "--json").json) == 1


def test_one_written_anew_takes_the_place_of_what_was_refused(ready: Upheld, home: Path) -> None:
    configured(home, '[mail.smtp]\ncommand = ["sh", "-c", "exit 67"]\n')
    for day in ("2026-11-23", "2026-11-24"):
        assert ready("mail", "send", "1", "--yes", on=day).status == 1
    every = ready("mail", "queue", "--all", "--json").json
    assert [entry["standing"] for entry in every] == ["dropped", "refused"]
    assert "When that is mended: upheld mail queue 2 again\n" in ready("mail", "queue").out


def test_why_there_is_no_copy_is_said(
    ready: Upheld, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.mail.secrets._real_keyring", lambda: None)
    with whole() as (box, port):
        configured(home, HERE.format(port=port))
        configured(home, '[mail.imap]\nhost = "localhost"\nport = 1\nuser = "anna"\n')
        ran = ready("mail", "send", "1", "--yes")
    assert (ran.status, len(box.taken)) == (0, 1)
    assert "No copy was put among your sent mail: The password of anna at localhost" in ran.err


def test_later_is_75_and_cron_tries_again(ready: Upheld, home: Path) -> None:
    configured(home, HERE.format(port=1))
    ran = ready("mail", "send", "1", "--yes", fails=True)
    assert ran.status == 75
    assert "cannot be reached on port 1: “Connection refused”." in ran.out
    assert "tried next at Mon 23 Nov 2026, 12:01 or later" in ran.out
    assert "by cron: upheld mail send --queue" in ran.out
    assert "given up after 25 November 2026." in ran.out
    assert ready("mail", "send", "--queue").out == ""  # not due yet
    again = ready("mail", "send", "1", "--yes", "--kind", "reminder")
    assert again.status == 2
    assert "letter 1 of the outbox is for the same step (not sent yet: tried again)" in again.err
    assert [entry["number"] for entry in ready("mail", "queue", "--json").json] == [1]
    ready("mail", "queue", "1", "drop")
    assert ready("mail", "queue").err == "The outbox is empty.\n"


def test_a_program_takes_it_instead(ready: Upheld, home: Path) -> None:
    program = home / "msmtp.py"
    program.write_text(
        f"import sys; open({str(home / 'got')!r}, 'wb').write(sys.stdin.buffer.read())"
    )
    configured(home, f'[mail.smtp]\ncommand = ["{sys.executable}", "{program}", "-t", "--"]\n')
    assert "by the command" in ready("mail", "test").out
    assert ready("mail", "send", "1", "--yes").status == 0
    assert b"\r" not in (home / "got").read_bytes()
    assert b"help@severmart.example" in (home / "got").read_bytes()


def test_with_errors_it_does_not_go_out(ready: Upheld, home: Path) -> None:
    configured(home, HERE.format(port=1))
    ready("edit", "1", "details=My card 4111 1111 1111 1111 was charged on 2 November.")
    ran = ready("mail", "send", "1")
    assert ran.status == 2
    assert "--override WHY" in ran.err
    assert ready("mail", "queue", "--json").json == []


def test_what_is_missing_is_said(ready: Upheld) -> None:
    assert "How your letters go out by e-mail is not set" in ready("mail", "send", "1").err
    for words in (("send",), ("send", "1", "--queue"), ("queue", "7", "again"), ("queue", "7")):
        assert ready("mail", *words).status in (1, 2)
