"""The same mail by two ways is one; another one with its Message-ID is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.mail.files import Eml, Mbox, file_source
from tui.mail.sameness import is_same

MAIL = (
    b"From: Op <op@zed.example>\nTo: anna@example.org\nSubject: Re: a\n long one\n"
    b"Message-ID: <1@zed.example>\n\nFrom Monday on we pay.\n\n> Dear\n"
)


@pytest.mark.parametrize(
    "other",
    [
        MAIL.replace(b"\n", b"\r\n"),
        b"Received: from mx by mail; Sat, 21 Nov 2026 09:15:00 +0000\n" + MAIL,
        b"Return-Path: <op@zed.example>\r\nX-Spam: no\r\n" + MAIL.replace(b"\n", b"\r\n"),
        MAIL.replace(b"\nFrom Monday", b"\n>From Monday"),
        MAIL + b"\n\n",
        MAIL.replace(b"Re: a\n long", b"Re: a long"),
    ],
    ids=[
        "line ends",
        "one more server",
        "lines above",
        "as a mbox has it",
        "blank lines",
        "folded",
    ],
)
def test_what_the_way_changes_makes_no_other_mail(other: bytes) -> None:
    assert is_same(MAIL, other)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"we pay", b"we refuse"),
        (b"op@zed", b"op@evil"),
        (b"Re: a", b"Re: b"),
        (b"<1@zed.example>\n", b"<1@zed.example>\nIn-Reply-To: <2@x>\n"),
    ],
)
def test_what_the_sender_wrote_otherwise_does(old: bytes, new: bytes) -> None:
    assert not is_same(MAIL, MAIL.replace(old, new))


@pytest.mark.parametrize("content", [b"", b"junk\n", b"\x00\xff\xfe" * 50, b"a: b\n\nno mail"])
def test_what_is_no_mail_is_none(tmp_path: Path, content: bytes) -> None:
    for name in ("x.eml", "x.mbox"):
        path = tmp_path / name
        path.write_bytes(content)
        assert file_source(path) is None or (name, content) == ("x.mbox", b"")


def test_mails_are_known_by_how_they_begin(tmp_path: Path) -> None:
    path = tmp_path / "x.eml"
    path.write_bytes(MAIL)
    assert isinstance(file_source(path), Eml)
    path.write_bytes(b"From op@zed.example Sat Nov 21\n" + MAIL)
    assert isinstance(file_source(path), Mbox)
