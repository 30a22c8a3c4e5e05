"""Reminders as a mail to myself: over TLS with my password, or by a program of this machine."""

from __future__ import annotations

from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP
from pathlib import Path

import pytest
from desk_story import ANNA, NOW, Place, happens, opened
from smtp_peers import PASSWORD, USER, Authority, whole

from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.desk.reminders.notifying import Came, Told
from tui.settings.config import Config, Settings
from tui.settings.mail_values import MailSettings, Smtp
from tui.wording.wording import Wording

# The server itself warns of a login on a line that is secure from the first byte.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
ENGLISH = Wording("en")


@pytest.fixture
def book() -> Place:
    """1 was to be answered by Friday. Today is Sunday."""
    place = Place()
    desk = place.desk()
    opened(desk)
    happens(desk, 1, "sent", at="2026-11-16", channel="email", due="2026-11-20")
    return place


def mailed(place: Place, mail: MailSettings) -> Told:
    clock, config = FixedClock(NOW), Config(language="en", country="PT", profile=ANNA, mail=mail)
    desk = Desk(place.store(clock), clock, Settings(config=config))
    return desk.notify(ENGLISH, ["mail"], lambda _: None).by_way["mail"]


def server(port: int, password: str) -> MailSettings:
    smtp = Smtp(host="localhost", port=port, user=USER, timeout=5.0)
    return MailSettings(password_command=f"echo {password}", smtp=smtp)


def sendmail(folder: Path, status: int = 0) -> MailSettings:
    """A program that keeps what it is given."""
    program = folder / "sendmail"
    program.write_text(f'#!/bin/sh\ncat > "{folder}/mail"\nexit {status}\n')
    program.chmod(0o700)
    return MailSettings(smtp=Smtp(command=(str(program), "-t", "--")))


def test_it_goes_over_tls_with_my_password(
    book: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = Authority()
    authority.made.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    with whole(tls=authority.context()) as (box, port):
        stranger = mailed(book, server(port, PASSWORD))
        assert (stranger.came, box.logins) == (Came.FAILED, [])  # nobody vouches for it
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        wrong = mailed(book, server(port, "wrong-7"))
        assert wrong.came is Came.FAILED
        assert wrong.why
        assert "wrong-7" not in ENGLISH.say(wrong.why)
        assert mailed(book, server(port, PASSWORD)).came is Came.TOLD
    (envelope,) = box.taken
    assert (envelope.mail_from, envelope.rcpt_tos) == (USER, [USER])


def test_it_says_who_wrote_it_and_what(book: Place, tmp_path: Path) -> None:
    assert mailed(book, sendmail(tmp_path)).came is Came.TOLD
    made = BytesParser(EmailMessage, policy=SMTP).parsebytes((tmp_path / "mail").read_bytes())
    assert made["To"] == made["From"] == "Anna Petrova <anna@example.org>"
    assert made["Subject"] == "Upheld: 1 late"
    assert made["Auto-Submitted"] == "auto-generated"
    assert "They did not answer by 20 November 2026." in made.get_content()


def test_what_nobody_took_is_told_again(book: Place, tmp_path: Path) -> None:
    for mail in (sendmail(tmp_path, 75), MailSettings()):  # later; no server is set
        told = mailed(book, mail)
        assert told.came is Came.FAILED
        assert told.why
    assert mailed(book, sendmail(tmp_path)).came is Came.TOLD
