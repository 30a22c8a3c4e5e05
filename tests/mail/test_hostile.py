"""Whatever the bytes are, there is a mail, soon, and it says what could not be read of it."""

from __future__ import annotations

import time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mails import BOUNCE, RUSSIAN, TAILS, plain, reply

from tui.mail.inert import text_of_html
from tui.mail.message import Fault, Mail
from tui.mail.parse import only_headers, parse
from tui.mail.trim import split

SECONDS = 2.0  # on a machine that does three other things

DEEP = b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1000)
)
HOSTILE: dict[str, tuple[bytes, tuple[Fault, ...]]] = {
    "1,000 parts within each other": (DEEP + b"\nhi", (Fault.TOO_DEEP,)),
    "3,000 parts": (
        plain("Subject: x\nContent-Type: multipart/mixed; boundary=b", b"--b\n\nx\n" * 3000),
        (Fault.MANY_PARTS,),
    ),
    "20 MB of one header": (b"Subject: x\nX: " + b"a" * 20_000_000, (Fault.HEADERS,)),
    "a million headers": (b"To: a@b.example\n" * 1_000_000, (Fault.HEADERS,)),
    "names that never close": (b"Subject: x\nFrom: " + b'"\\"(<' * 50_000, ()),
    "parameters that never close": (b"Content-Type: text/plain; " + b'a=";' * 60_000, ()),
    "continued parameters": (
        b"Content-Type: a/b; " + b"".join(b"name*%d*=%%ff; " % n for n in range(9999)),
        (),
    ),
    "encoded words that never end": (b"Subject: " + b"=?a?q?x" * 2000, ()),
    "a boundary of nothing": (b'Content-Type: multipart/x; boundary=""\n\nhi', ()),
    "a boundary that is everywhere": (
        b'Content-Type: multipart/x; boundary="-"\n\n' + b"-" * 5_000_000,
        (),
    ),
    "base64 that is none": (
        b"Content-Transfer-Encoding: base64\n\n===\xff==Zm9v=YQ=\x00",
        (Fault.ENCODING,),
    ),
    "no mail at all": (bytes(range(256)) * 40, (Fault.HEADERS,)),
    "nothing": (b"", ()),
    "larger than any": (b"Subject: big\n\n" + b"x" * (25 * 1024 * 1024), (Fault.TOO_BIG,)),
    "a line of introductions": (plain("Subject: x", b"On a b c " * 300_000), (Fault.TEXT_CUT,)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_mails_are_read_as_far_as_they_go(name: str) -> None:
    raw, faults = HOSTILE[name]
    began = time.perf_counter()
    mail = parse(raw)
    assert time.perf_counter() - began < SECONDS
    assert set(faults) <= set(mail.problems)
    assert len(mail.attachments) <= 200


TEXTS = {
    "quotes": "hi\n" + "> \n" * 30_000 + "x",
    "fields": "hi\n" + "From: a\nOn 2020 x@y\n" * 5_000,
    "introductions": "hi\n" + "> a\n\nOn 2020 <x@y>:\n" * 5_000 + "z",
    "one line": "hi\n" + "On 1.1.2020 " * 8_000,
    "wrote": "hi\n" + "On Anna 24.11.2026 wrote" * 3_000 + ":",
    "rules": "hi\n" + "_" * 100_000,
    "markers": "##- type " * 10_000,
}


@pytest.mark.parametrize("name", TEXTS)
def test_no_text_hangs_the_trimmer(name: str) -> None:
    began = time.perf_counter()
    split(TEXTS[name])
    assert time.perf_counter() - began < SECONDS


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 20_000 + "x",
        "<blockquote>" * 3_000 + "x",
        "<table><tr><td>" * 1_000 + "x",
        "<p style='margin-top:99999999em;padding-left:9999999em'>x",
        "<table><tr><td colspan=99999999 rowspan=9999999>x",
        "<p style='" + "display " * 20_000 + "'>x",
        "<a href='" + "[" * 5_000 + "'>x</a><a href='//[::1'>y</a>",
        "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><p>&b;x</p>",
        "&#0;&#x1b;[31m&#x202e;&#xd800;\0<b\0>",
        "<!--" * 10_000,
        "<![CDATA[x]]><?php x",
    ],
)
def test_no_page_hangs_or_reads_a_file(html: str) -> None:
    began = time.perf_counter()
    text = text_of_html(html)
    assert time.perf_counter() - began < SECONDS
    assert "root:" not in text
    assert (
        "\x1b" not in parse(plain("Content-Type: text/html", html.encode("utf-8", "replace"))).new
    )


SEEDS = (
    BOUNCE,
    reply(f"{RUSSIAN}\n\n{TAILS['gmail ru']}", charset="windows-1251", encoding="base64"),
    reply(RUSSIAN, html="<p>x <a href='http://a.example'>y</a>", files=(("a.pdf", "a/b", b"x"),)),
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A mail with pieces of it cut, doubled, moved, or replaced by any bytes."""
    raw = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(raw)))
        end = min(len(raw), start + draw(st.integers(0, 60)))
        put = draw(
            st.sampled_from([b"", raw[start:end] * 2, b"\r\n\r\n", b"--BB\r\n", b"=?utf-8?b?"])
        )
        raw = raw[:start] + (put or draw(st.binary(max_size=20))) + raw[end:]
    return raw


@given(mutated())
def test_a_broken_mail_is_a_mail(raw: bytes) -> None:
    mail = parse(raw)
    again = msgspec.json.decode(msgspec.json.encode(mail), type=Mail)
    assert again == mail
    only_headers(raw, Fault.BROKEN)


@given(st.text(max_size=300), st.text(max_size=80))
def test_any_text_and_subject_come_through_clean(text: str, subject: str) -> None:
    header = subject.encode("utf-8", "replace").replace(b"\n", b" ").replace(b"\r", b" ")
    mail = parse(b"Subject: " + header + b"\n\n" + text.encode("utf-8", "replace"))
    for shown in (mail.subject, mail.new, mail.rest):
        assert not any(ord(c) < 32 and c not in "\n\t" for c in shown)
        assert not any(0x7F <= ord(c) < 0xA0 for c in shown)
