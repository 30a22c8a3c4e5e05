"""A letter as an e-mail: the headers that were meant, and no others."""

from __future__ import annotations

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parsedate_to_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from on_paper import AT, letter, mail, squeezed

from tui.cases.errors import BadInput
from tui.cases.words import Part
from tui.letters.export.eml import draft, message
from tui.letters.export.formats import Format, export
from tui.letters.export.headers import address_of, file_name, header_text
from tui.letters.export.sheet import Attachment
from tui.letters.letter import Sender

MEANT = ["From", "To", "Subject", "Date", "Message-ID", "Content-Type"]
MEANT += ["Content-Transfer-Encoding", "MIME-Version", "Content-Language"]
SMUGGLING = [
    "a\r\nBcc: evil@example.net",
    "a\nBcc: evil@example.net\n\nbody",
    "a\rBcc: x@y.z",
    "a\x00b\x0bc\x0cd\x85e\u2028f\u2029g",
    "=?utf-8?q?Hi=0ABcc=3A_x=40evil?=",
    "=?utf-8?b?SGkKQmNjOiB4QGV2aWw=?=",
    '"a" <x@evil.net>, b',
    "x" * 2000,
    "щ" * 900,
    "Ромашка, ООО <x@evil.net>",
]


def read(content: bytes) -> EmailMessage:
    return BytesParser(policy=policy.default).parsebytes(content)  # type: ignore[return-value]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_mail_as_another_program_reads_it(language: str) -> None:
    made, around = letter(language), mail(language)
    content = message(made, around)
    found = read(content)
    assert found.keys() == MEANT
    assert found["Subject"] == made.parts[Part.SUBJECT]
    assert found["From"].addresses[0].display_name == around.sender.name
    assert found["To"].addresses[0].addr_spec == "help@severmart.example"
    assert found["Content-Language"] == language
    assert parsedate_to_datetime(found["Date"]) == AT
    assert found["Message-ID"].endswith(f"@{around.sender.email.split('@')[1]}>")
    text = found.get_content()
    for part in set(Part) - {Part.SUBJECT, Part.ENCLOSURES}:
        assert squeezed(made.parts[part]) in squeezed(text)
    assert made.parts[Part.SUBJECT] not in text
    assert "(40 " in text
    assert content.isascii()
    assert all(len(line) <= 998 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_a_file_opens_as_a_draft_even_without_an_addressee() -> None:
    found = read(export(letter("en"), Format.EML, mail("en", address="")))
    assert found["X-Unsent"] == "1"
    assert found["To"] is None
    with pytest.raises(BadInput, match="cannot be used"):
        message(letter("en"), mail("en", address=""))


def test_nothing_tells_of_the_case() -> None:
    content = draft(letter("en"), mail("en", uid="secret-uid"))
    assert b"secret-uid" not in content
    assert b"pheld" not in content


def test_an_id_is_another_one_for_each_text_and_moment() -> None:
    later = AT.replace(minute=31)
    made = [(letter("en"), mail("en")), (letter("en"), mail("en", at=later))]
    made += [(letter("en", result="x"), mail("en")), (letter("en"), mail("en", uid="case-2"))]
    assert len({read(message(*pair))["Message-ID"] for pair in made}) == 4
    given_id = mail("en", message_id="<mine@example.org>")
    assert read(message(letter("en"), given_id))["Message-ID"] == "<mine@example.org>"


def test_an_answer_stands_in_its_thread() -> None:
    around = mail("en", in_reply_to="<2@x.example>", references=("<1@x.example>", "<2@x.example>"))
    found = read(message(letter("en"), around))
    assert found["In-Reply-To"] == "<2@x.example>"
    assert found["References"] == "<1@x.example> <2@x.example>"
    with pytest.raises(BadInput, match="not the id"):
        message(letter("en"), mail("en", in_reply_to="<2@x.example>\nBcc: x@y.z"))


@pytest.mark.parametrize("text", SMUGGLING)
def test_no_header_is_smuggled(text: str) -> None:
    around = mail(
        "en",
        to=text,
        sender=Sender(name=text, email="ivan@example.org"),
        attachments=(Attachment(text, b"x", "image/png\r\nBcc: x@evil.net"),),
    )
    content = message(letter("en", subject=text), around)
    found = read(content)
    assert sorted({*found.keys()}) == sorted({*MEANT} - {"Content-Language", MEANT[6]})
    assert [a.addr_spec for a in found["To"].addresses] == ["help@severmart.example"]
    assert [a.addr_spec for a in found["From"].addresses] == ["ivan@example.org"]
    assert [part.get_content_type() for part in found.iter_attachments()] == [
        "application/octet-stream"
    ]
    assert b"\nBcc:" not in content


@given(st.text(max_size=200), st.text(max_size=80), st.text(max_size=80))
def test_headers_and_text_come_through(subject: str, name: str, told: str) -> None:
    found = read(message(letter("ru", subject=subject, problem=told), mail("ru", to=name)))
    assert found.keys() == MEANT
    assert found["Subject"].split() == header_text(subject).split()
    assert [a.addr_spec for a in found["To"].addresses] == ["help@severmart.example"]


def test_files_go_along_as_they_are() -> None:
    files = (
        Attachment("../../чек №1.pdf", bytes(range(256)), "application/pdf"),
        Attachment("C:\\Temp\\chat.txt", "привет".encode(), "text/plain"),
        Attachment("old.txt", "привет".encode("cp1251"), "text/plain"),
        Attachment("mail.eml", b"Subject: x\r\n\r\ny", "message/rfc822"),
    )
    content = message(letter("ru"), mail("ru", attachments=files))
    assert content == message(letter("ru"), mail("ru", attachments=files))
    found = list(read(content).iter_attachments())
    assert [part.get_filename() for part in found] == [
        "чек №1.pdf", "chat.txt", "old.txt", "mail.eml",
    ]  # fmt: skip
    assert [part.get_content_type() for part in found] == [
        "application/pdf", "text/plain", "application/octet-stream", "application/octet-stream",
    ]  # fmt: skip
    assert [part.get_payload(decode=True) for part in found] == [file.content for file in files]
    assert found[1].get_content() == "привет"
    assert b"filename*=utf-8''" in content.replace(b"\r\n ", b"")


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("help@severmart.example", "help@severmart.example"),
        (" Help desk <help@severmart.example> ", "help@severmart.example"),
        ("info@почта.рф", "info@xn--80a1acny.xn--p1ai"),
        ("a.b+c@x-y.example.org", "a.b+c@x-y.example.org"),
    ],
)
def test_addresses(written: str, address: str) -> None:
    assert address_of(written).addr_spec == address


@pytest.mark.parametrize(
    "written",
    [
        "", "help", "@x.ru", "a@", "a@localhost", "a b@x.ru", "a@x.ru, b@y.ru", "a@x.ru;b@y.ru",
        "a@x.ru\nBcc: b@y.ru", "a@x..ru", ".a@x.ru", "a..b@x.ru", "инфо@x.ru", "a@-x.ru",
        "a@[127.0.0.1]", '"a b"@x.ru', "a@x.ru>", "<a@x.ru> <b@y.ru>", "a" * 65 + "@x.ru",
        "a@" + "x" * 64 + ".ru", "a@" + "x." * 130 + "ru", "a@\ud800.ru", "a@x.ru?cc=b@y.ru",
    ],
)  # fmt: skip
def test_what_is_no_address(written: str) -> None:
    with pytest.raises(BadInput, match=r"name@example\.org"):
        address_of(written)


def test_a_sender_without_an_address_is_told_what_to_type() -> None:
    with pytest.raises(BadInput, match="upheld profile email="):
        draft(letter("en"), mail("en", sender=Sender(name="Ivan")))


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("a.pdf", "a.pdf"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\x.exe", "x.exe"),
        (".hidden", "hidden"),
        ("..", "file"),
        ("", "file"),
        ("a\u202egpj.exe", "a\ufffdgpj.exe"),
        ("a\nb.txt", "a b.txt"),
        ("я" * 200 + ".pdf", "я" * 116 + ".pdf"),
    ],
)
def test_names_of_files(name: str, clean: str) -> None:
    assert file_name(name) == clean
