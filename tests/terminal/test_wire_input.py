"""No byte that comes down the line kills the application or locks its keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from pty_session import probe


@pytest.mark.parametrize(
    ("bytes_", "shown"),
    [
        (b"\xe9t\xff\xc3(\xa9", "<�t��(�>"),
        ("Жé日".encode(), "<Жé日>"),
        (b"a\x1b[99999999999u", "<a"),
        (b"a\x1b[200~b\xe9c\x1b[201~d", "<ab�cd>"),
    ],
    ids=["not UTF-8", "UTF-8", "impossible key report", "not UTF-8 in a paste"],
)
def test_any_byte_may_be_typed(tmp_path: Path, bytes_: bytes, shown: str) -> None:
    with probe(tmp_path) as session:
        session.send(bytes_)
        session.expect(shown)
        session.send(b"z")
        session.expect("z")
        session.send(b"\x11")
        assert session.finish() == 0


def test_half_a_letter_is_not_lost_between_two_reads(tmp_path: Path) -> None:
    with probe(tmp_path) as session:
        session.send("aЖ".encode()[:-1])
        session.expect("<a>")
        session.send("Ж".encode()[-1:])
        session.expect("<aЖ>")


def test_a_paste_that_never_ends_is_ended(tmp_path: Path) -> None:
    with probe(tmp_path) as session:
        session.send(b"a\x1b[200~refund")
        session.expect("<arefund>")
        session.send(b"z")
        session.expect("<arefundz>")
        session.send(b"\x11")
        assert session.finish() == 0
