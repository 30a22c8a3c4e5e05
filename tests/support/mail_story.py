"""A case with a company that writes mails, and mails on their way to it."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.words import Channel, EventKind
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.desk.figures.companies import add_point
from tui.desk.mail.taking_mail import Taken
from tui.store.contract import Change

MY_LETTER = "<case.1@example.org>"
ANSWER = "We refund 124.90 EUR within 5 business days. Your number is CS0045127."
DAY = "Sat, 21 Nov 2026 09:15:00 +0000"


def written_to(desk: Desk, company: str = "Meteor", message_id: str = MY_LETTER) -> Case:
    """A case whose first letter went by e-mail to support@meteor.example."""
    case = desk.open_case({
        "company": company, "subject": "Refund of a kettle", "problem": "refund",
        "identifiers": "order 77-1", "details": "It leaks.", "expected_result": "The money back.",
    })  # fmt: skip
    add_point(desk._office, company, Channel.EMAIL, f"support@{company.lower()}.example")
    texts = {"at": "2026-11-20", "channel": "email", "due": "2026-11-30"}
    desk.record(case.id, Happening(EventKind.SENT, texts))
    store = desk._office.store
    with store.writing(Change(verb="edit", case=case.id, at=desk.moment())) as book:
        now = book.case(case.id)
        sent = replace(now.timeline[-1], message_id=message_id)
        return book.put(replace(now, timeline=(*now.timeline[:-1], sent)))


def a_mail(
    text: str = ANSWER,
    *,
    sender: str = "Mia <support@meteor.example>",
    subject: str = "Re: Refund of a kettle",
    answers: str = MY_LETTER,
    headers: tuple[tuple[str, str], ...] = (),
    files: tuple[tuple[str, bytes], ...] = (),
    message_id: str = "<r1@meteor.example>",
    day: str = DAY,
) -> bytes:
    """The bytes of a mail."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "anna@example.org", subject
    mail["Date"], mail["Message-ID"] = day, message_id
    if answers:
        mail["In-Reply-To"] = answers
    for name, value in headers:
        mail[name] = value
    mail.set_content(text + "\n")
    for name, content in files:
        mail.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return bytes(mail)


def a_bounce(message_id: str = MY_LETTER, action: str = "failed") -> bytes:
    """The report of a mail server that a letter did not arrive, or not yet."""
    return (
        "From: MAILER-DAEMON@mx.example.org\r\nTo: anna@example.org\r\nSubject: Undelivered\r\n"
        f"Date: {DAY}\r\nMessage-ID: <b1@mx.example.org>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="BB"\r\n\r\n'
        "--BB\r\nContent-Type: text/plain\r\n\r\nnot delivered\r\n--BB\r\n"
        "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\n"
        f"Final-Recipient: rfc822; support@meteor.example\r\nAction: {action}\r\n"
        "Status: 5.1.1\r\nDiagnostic-Code: smtp; 550 no such user\r\n\r\n"
        f"--BB\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: {message_id}\r\n\r\nx\r\n"
        "--BB--\r\n"
    ).encode()


def put_into(maildir: Path, *mails: bytes, folder: str = "new") -> Path:
    """Deliver mails as a mail server does."""
    for name in ("new", "cur", "tmp"):
        (maildir / name).mkdir(parents=True, exist_ok=True)
    first = sum(1 for _ in maildir.rglob("*.host*"))
    for number, mail in enumerate(mails, first):
        (maildir / folder / f"{number}.host:2,").write_bytes(mail)
    return maildir


def take_in(desk: Desk, folder: Path, *mails: bytes) -> Taken:
    """Take mails in as files; what came of it."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{number}.eml" for number in range(len(mails))]
    for path, mail in zip(paths, mails, strict=True):
        path.write_bytes(mail)
    return desk.take_mail_files(paths)
