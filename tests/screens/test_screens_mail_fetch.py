"""Replies are fetched from the keyboard, from a Maildir and a real server; the board goes on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from certificates import Certificate, made_in
from frames import frame
from imap_host import ImapHost, talking
from mail_story import a_mail, put_into, written_to
from making import ANNA, NOW, MakeApp
from piloting import notice, open_page, press, to_field, until, where, write
from pymap_host import pymap

from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.settings.config import Config, Settings
from tui.settings.mail_values import Imap, MailFiles, MailSettings
from tui.store.opening import open_store

SIZE = (80, 24)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return made_in(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def host(certificate: Certificate) -> Iterator[ImapHost]:
    with pymap(certificate) as running:
        yield running


@pytest.fixture(autouse=True)
def _no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.mail.secrets._real_keyring", lambda: None)


def desk_with(folder: Path, mail: MailSettings) -> Desk:
    """A book in a folder, with a case to which a letter went."""
    clock = FixedClock(NOW)
    config = Config(language="en", country="PT", profile=ANNA, mail=mail)
    desk = Desk(open_store(folder / "data", at=clock.now), clock, Settings(config=config))
    written_to(desk)
    return desk


async def test_from_the_palette_out_of_a_maildir(app_of: MakeApp, tmp_path: Path) -> None:
    bulk = a_mail("News", answers="", subject="N", headers=(("List-Id", "n"),))
    maildir = put_into(tmp_path / "M", a_mail(), a_mail(sender="x@evil.example"), bulk)
    desk = desk_with(tmp_path, MailSettings(files=MailFiles(maildir=str(maildir))))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "inbox")
        assert "Nothing waits here. f fetches replies." in frame(pilot.app)
        await press(pilot, "escape", "colon", *"receive", "enter")
        came = "3 new mails: 1 to its case, 1 to the Inbox, 1 put aside."
        await until(pilot, lambda: notice(pilot) == came)
        assert where(pilot) == "board"
        await press(pilot, "E")
        await until(pilot, lambda: "Perhaps of a case 1" in frame(pilot.app))
        assert len(desk.case(1).timeline) == 2
        await press(pilot, "f")
        await until(pilot, lambda: notice(pilot) == "No new mail.")
        maildir.rename(tmp_path / "elsewhere")
        await press(pilot, "f")
        await until(pilot, lambda: "is no Maildir" in notice(pilot))
        assert len(list((tmp_path / "elsewhere" / "new").iterdir())) == 3


async def test_from_a_server_that_asks_for_a_password_once(
    app_of: MakeApp,
    tmp_path: Path,
    host: ImapHost,
    certificate: Certificate,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.ca))
    imap = Imap(host="localhost", port=host.tls_port, user="anna")
    desk = desk_with(tmp_path, MailSettings(imap=imap))
    host.deliver(a_mail())

    async def fetch_with(password: str) -> None:
        await press(pilot, "f")
        await until(pilot, lambda: where(pilot) == "password")
        await to_field(pilot, "password")
        await write(pilot, password)
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "inbox")

    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "inbox")
        await fetch_with("wrong-7")
        await until(pilot, lambda: "does not take the user anna" in notice(pilot))
        assert "wrong-7" not in frame(pilot.app)
        await fetch_with("secret")  # asked anew: it was wrong
        await until(pilot, lambda: "1 new mail: 1 to its case." in notice(pilot))
        assert "Judge what they wrote 1" in frame(pilot.app)
        host.deliver(a_mail("More.", message_id="<r2@meteor.example>"))
        await press(pilot, "f")  # and no more
        await until(pilot, lambda: "1 new mail: 1 to its case." in notice(pilot))
        assert len(desk.case(1).timeline) == 3
    assert set(host.flags()) <= {""}


async def test_a_silent_server_keeps_nobody_from_the_board(
    app_of: MakeApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.mail.mail_fetch.MOMENT", 0.01)
    heard, may_end = threading.Event(), threading.Event()

    def talk(_: object) -> None:
        heard.set()
        may_end.wait(20)

    with talking(talk) as port:
        imap = Imap(host="127.0.0.1", port=port, security="none", user="anna")
        mail = MailSettings(imap=imap, password_command="echo secret")
        desk = desk_with(tmp_path, mail)
        async with app_of(desk).run_test(size=SIZE) as pilot:
            await open_page(pilot, "inbox")
            await press(pilot, "f")
            await until(pilot, heard.is_set)
            await until(pilot, lambda: "127.0.0.1 is asked for mail." in frame(pilot.app))
            await press(pilot, "escape", "n")
            await until(pilot, lambda: where(pilot) == "new")
            await press(pilot, "escape", "E", "f")
            await until(pilot, lambda: notice(pilot) == "The fetch was stopped.")
            assert "is asked" not in frame(pilot.app)
        may_end.set()
