"""Headers, HTML, attachments, receipts and bounces."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest
from mails import BOUNCE, MY_LETTER, RUSSIAN, plain, reply, word

from tui.mail.message import TOLD, Automatic, Fault, Person
from tui.mail.names import plain_name
from tui.mail.parse import attachment_of, parse

HTML = (
    "<html><head><title>no</title><style>p{{margin:0}}</style></head><body>"
    "<p>Ваше обращение <b>SR-17</b>.<br>Ответ в течение 10&nbsp;рабочих дней.</p>"
    "<div style='DISPLAY : none'>preheader</div>"
    "<p hidden>secret</p><span style='font-size:0px'>zero</span>"
    "<table><tr><td>Чайник</td><td>2&nbsp;490 ₽</td></tr></table>"
    '<p><a href="https://evil.example/x">https://acme.example/</a>'
    ' <a href="javascript:alert(1)">go</a> <a href="mailto:a@acme.example">a@acme.example</a>'
    ' <img src="https://t.example/p.gif"></p>'
    "<script>alert(1)</script>{quote}</body></html>"
)
QUOTES = {
    "gmail": '<div class="gmail_quote"><div class="gmail_attr">вт, 24 нояб. 2026 г.'
    ' в 09:58, Анна &lt;<a href="mailto:a@example.org">a@example.org</a>&gt;:<br></div>'
    "<blockquote>Не доставлен</blockquote></div>",
    "outlook": '<hr><div id="divRplyFwdMsg"><b>От:</b> Анна &lt;a@example.org&gt;<br>'
    "<b>Отправлено:</b> 24 ноября 2026 г.<br><b>Тема:</b> Заказ</div><div>Не доставлен</div>",
    "mail.ru": "<blockquote>Вторник, 24 ноября 2026, 9:58 +03:00 от Анна &lt;a@example.org&gt;:<br>"
    "<div>Не доставлен</div></blockquote>",
    "yandex": '<div>24.11.2026, 09:58, "Анна" &lt;a@example.org&gt;:</div>'
    "<blockquote><p>Не доставлен</p></blockquote>",
}


def test_who_wrote_when_and_to_what() -> None:
    raw = reply(
        RUSSIAN,
        sender=f"{word('Служба, поддержки', 'koi8-r')} <Support@ACME.example>",
        headers=(
            ("Delivered-To", "Anna+c42@example.org"),
            ("Authentication-Results", "mx; dmarc=pass"),
        ),
    )
    mail = parse(raw)
    assert mail.sender == Person(address="support@acme.example", name="Служба, поддержки")
    assert mail.to == (Person(address="anna@example.org"),)
    assert mail.delivered_to == ("anna+c42@example.org",)
    assert (mail.message_id, mail.in_reply_to) == ("<reply-1@acme.example>", (MY_LETTER,))
    assert mail.references == ("<older@example.org>", MY_LETTER)
    assert mail.date == datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
    assert (mail.authentication, mail.problems) == (("mx; dmarc=pass",), ())


@pytest.mark.parametrize(
    ("sender", "address"),
    [
        ('"support@acme.example" <x@evil.example>', "x@evil.example"),
        (word("<support@acme.example>", "utf-8") + " <x@evil.example>", "x@evil.example"),
        ("support@acme.example <x@evil.example>", "x@evil.example"),
        ("nobody", ""),
        ("undisclosed:;", ""),
        ("((((" * 3000, ""),
    ],
)
def test_a_name_is_never_taken_for_the_address(sender: str, address: str) -> None:
    assert parse(plain(f"From: {sender}\nSubject: x")).sender.address == address


@pytest.mark.parametrize(
    "senders",
    [
        "From: a@acme.example, b@evil.example",
        "From: a@acme.example\nFrom: b@evil.example",
        "From: Acme <a@acme.example> <b@evil.example>",
        'From: "Acme <a@acme.example>, x" <a@acme.example>, <b@evil.example>',
    ],
)
def test_two_senders_are_told(senders: str) -> None:
    assert Fault.SENDERS in parse(plain(senders)).problems


@pytest.mark.parametrize("when", ["", "yesterday", "Tue, 99 Nov 2026 10:00:00 +9999", "1" * 5000])
def test_a_date_that_is_none_is_none(when: str) -> None:
    assert parse(plain(f"Date: {when}\nSubject: x")).date is None


@pytest.mark.parametrize("program", QUOTES)
def test_html_is_inert_text_with_true_targets(program: str) -> None:
    mail = parse(reply("", html=HTML.format(quote=QUOTES[program])))
    assert mail.is_html_only
    assert mail.new.replace("\u00a0", " ") == (
        "Ваше обращение SR-17.\nОтвет в течение 10 рабочих дней.\n\nЧайник  2 490 ₽\n\n"
        "https://acme.example/ <https://evil.example/x> go a@acme.example"
    )
    assert "Не доставлен" in mail.rest


def test_of_alternatives_the_plain_one_is_read_unless_it_is_blank() -> None:
    both = parse(reply("plain words", html="<p>rich words</p>"))
    assert (both.new, both.is_html_only) == ("plain words", False)
    blank = parse(reply(" \n", html="<p>rich words</p>"))
    assert (blank.new, blank.is_html_only) == ("rich words", True)


def test_a_mail_of_pictures_says_that_it_has_no_text() -> None:
    mail = parse(reply("", html="<img src=x>"))
    assert (mail.new, mail.problems) == ("", (Fault.NO_TEXT,))


def test_controls_never_leave_the_reader() -> None:
    raw = plain(
        "Subject: a\x1b]0;x\x07b\nFrom: \x1b[1m\x9b <a@b.example>", b"hi \x1b]52;c;eA\x07 \x00"
    )
    mail = parse(raw)
    text = mail.subject + mail.sender.name + mail.new
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in text)
    assert mail.subject == "a␛]0;x␇b"


def test_attachments_are_numbered_hashed_and_had_again_by_their_number() -> None:
    files = (
        ("Акт сверки № 5.pdf", "application/pdf", b"%PDF-1.4"),
        ("../../etc/passwd", "text/plain", b"root"),
    )
    raw = reply(RUSSIAN, files=files)
    mail = parse(raw)
    told = [(a.number, a.name, a.size, a.media_type) for a in mail.attachments]
    assert told == [
        (1, "Акт сверки № 5.pdf", 8, "application/pdf"),
        (2, "passwd", 4, "text/plain"),
    ]
    assert mail.attachments[0].sha256 == hashlib.sha256(b"%PDF-1.4").hexdigest()
    assert (mail.new, attachment_of(raw, 2), attachment_of(raw, 3)) == (RUSSIAN, b"root", None)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("..\\..\\x.exe", "x.exe"),
        ("/etc/", "f"),
        ("..", "f"),
        ("a\u202efdp.exe", "a_fdp.exe"),
        ("a\x00b\x1b[1m.txt", "a_b_[1m.txt"),
        ("-rf", "_-rf"),
        ("CON.txt", "_CON.txt"),
        ("a" * 500 + ".pdf", "a" * 116 + ".pdf"),
        ("ы" * 500 + ".pdf", "ы" * 116 + ".pdf"),
        ("ud\ud800.txt", "ud_.txt"),
        (" .hidden", "hidden"),
    ],
)
def test_names_of_files_are_names_and_show_what_they_are(told: str, name: str) -> None:
    assert plain_name(told, "f") == name


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (("Auto-Submitted", "auto-replied (vacation)"), Automatic.REPLIED),
        (("X-Autoreply", "yes"), Automatic.REPLIED),
        (("Precedence", "auto_reply"), Automatic.REPLIED),
        (("Auto-Submitted", "auto-generated"), Automatic.GENERATED),
        (("Precedence", "bulk"), Automatic.BULK),
        (("List-Id", "<news.acme.example>"), Automatic.BULK),
        (("Auto-Submitted", "no"), Automatic.NO),
    ],
)
def test_what_no_person_wrote_says_so(header: tuple[str, str], said: Automatic) -> None:
    assert parse(reply(headers=(header,))).automatic is said


def test_an_absence_note_is_known_by_its_subject() -> None:
    assert parse(reply(subject="Автоответ: Заказ")).automatic is Automatic.REPLIED
    assert parse(reply(subject="Re: автоответ не пришёл")).automatic is Automatic.NO


def test_a_bounce_tells_which_letter_did_not_reach_whom() -> None:
    bounce = parse(BOUNCE).bounce
    assert bounce is not None
    assert (bounce.message_id, bounce.has_failed) == (MY_LETTER, True)
    told = [(one.recipient, one.action, one.status) for one in bounce.recipients]
    assert told == [
        ("support@acme.example", "failed", "5.1.1"),
        ("second@acme.example", "delayed", "4.4.1"),
    ]
    exim = plain(
        "X-Failed-Recipients: support@acme.example\nContent-Type: text/plain",
        b"returned:\n\nMessage-ID: " + MY_LETTER.encode() + b"\n",
    )
    old = parse(exim).bounce
    assert old is not None
    assert (old.message_id, old.recipients[0].recipient) == (MY_LETTER, "support@acme.example")


def test_a_report_of_success_is_no_bounce() -> None:
    raw = BOUNCE.replace(b"Action: failed", b"Action: delivered").replace(b"delayed", b"relayed")
    assert parse(raw).bounce is None


def test_every_fault_has_its_sentence() -> None:
    assert set(TOLD) == set(Fault)
