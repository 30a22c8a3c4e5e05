"""Replies as mail programs write them. All people, companies and numbers are invented."""

from __future__ import annotations

import base64
from email.message import EmailMessage

MY_LETTER = "<case42.1@example.org>"
RUSSIAN = (
    "Здравствуйте, Анна!\n\nВаше обращение зарегистрировано под номером SR-2026-00417.\n"
    "- Ответ предоставим в течение 10 рабочих дней."
)
ENGLISH = (
    "Hi Anna,\n\nyour case number is CS0045127.\n- We will reply within 5 business days.\n"
    "- You need not do anything."
)
_MINE_RU = "Здравствуйте!\n\nЗаказ № 123-456 не доставлен до 20 ноября 2026.\n\nАнна"
_MINE_EN = "Hello,\n\nOrder 123-456 has not been delivered by 20 November.\n\nAnna"


def quoted(text: str, mark: str = "> ") -> str:
    return "\n".join(f"{mark}{line}".rstrip() for line in text.split("\n"))


# Program and language: what it puts below the new text.
TAILS: dict[str, str] = {
    "gmail ru": "вт, 24 нояб. 2026 г. в 09:58, Анна Петрова <anna@example.org>:\n\n"
    + quoted(_MINE_RU),
    "gmail ru wrapped": "вт, 24 нояб. 2026 г. в 09:58, Анна Константинопольская-Петрова <\n"
    f"anna@example.org>:\n\n{quoted(_MINE_RU)}",
    "yandex ru": f'24.11.2026, 09:58, "Анна Петрова" <anna@example.org>:\n{quoted(_MINE_RU)}',
    "mail.ru": "Вторник, 24 ноября 2026, 9:58 +03:00 от Анна Петрова <anna@example.org>:\n \n"
    + quoted(_MINE_RU, ">"),
    "mail.ru mobile": "--\nСлужба поддержки\nОтправлено из мобильной Почты Mail.ru\n\n"
    f"вторник, 24 ноября 2026 г., 09:58 +0300 от anna@example.org:\n{quoted(_MINE_RU)}",
    "outlook ru": "________________________________\nОт: Анна <anna@example.org>\n"
    f"Отправлено: 24 ноября 2026 г. 9:58\nКому: Support\nТема: Заказ\n\n{_MINE_RU}",
    "outlook ru marked": "-----Исходное сообщение-----\nОт: Анна <anna@example.org>\n"
    f"Отправлено: вторник, 24 ноября 2026 г. 9:58\nКому: support\nТема: Заказ\n\n{_MINE_RU}",
    "thunderbird ru": f"24.11.2026 09:58, Анна Петрова пишет:\n{quoted(_MINE_RU)}",
    "apple ru": "> 24 нояб. 2026 г., в 09:58, Анна <anna@example.org> написал(а):\n> \n"
    + quoted(_MINE_RU),
    "forwarded ru": "-------- Перенаправленное сообщение --------\nТема: Заказ\nДата: 24.11.2026\n"
    f"От: Анна <anna@example.org>\n\n{_MINE_RU}",
    "gmail en": "On Tue, Nov 24, 2026 at 9:58 AM Anna <anna@example.org> wrote:\n\n"
    + quoted(_MINE_EN),
    "gmail en wrapped": "On Tue, Nov 24, 2026 at 9:58 AM Anna Alexandrovna Konstantinopolskaya <\n"
    f"anna@example.org> wrote:\n\n{quoted(_MINE_EN)}",
    "outlook en": "________________________________\nFrom: Anna <anna@example.org>\nSent: Tuesday,"
    f" November 24, 2026 9:58 AM\nTo: Support\nSubject: Order\n\n{_MINE_EN}",
    "outlook en bare": "From: Anna <anna@example.org>\nSent: Tuesday, November 24, 2026 9:58 AM\n"
    f"To: Support\nSubject: Order\n\n{_MINE_EN}",
    "outlook desktop": "-----Original Message-----\nFrom: Anna [mailto:anna@example.org]\n"
    f"Sent: Tuesday, November 24, 2026 9:58 AM\nTo: Support\nSubject: Order\n\n{_MINE_EN}",
    "apple en": "Sent from my iPhone\n\n> On 24 Nov 2026, at 09:58, Anna <a@example.org> wrote:\n"
    f"> \n{quoted(_MINE_EN)}",
    "quote without a word": quoted(_MINE_EN),
    "zendesk tag": "[ABCDEF-12345]",
    "signature": "-- \nSupport of Acme\nacme.example",
}


def reply(
    text: str = ENGLISH,
    *,
    sender: str = "Support <support@acme.example>",
    subject: str = "Re: Order 123-456 not delivered",
    charset: str = "utf-8",
    encoding: str | None = None,
    html: str = "",
    answers: str = MY_LETTER,
    headers: tuple[tuple[str, str], ...] = (),
    files: tuple[tuple[str, str, bytes], ...] = (),
) -> bytes:
    """The bytes of a reply; `files`: name, media type, content."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "anna@example.org", subject
    mail["Date"] = "Tue, 24 Nov 2026 10:15:00 +0300"
    mail["Message-ID"] = "<reply-1@acme.example>"
    if answers:
        mail["In-Reply-To"], mail["References"] = answers, f"<older@example.org> {answers}"
    for name, value in headers:
        mail[name] = value
    if text:
        mail.set_content(text + "\n", charset=charset, cte=encoding)
    if html and text:
        mail.add_alternative(html, subtype="html", charset=charset)
    elif html:
        mail.set_content(html, subtype="html", charset=charset)
    for name, media, content in files:
        main, sub = media.split("/")
        mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return bytes(mail)


def plain(headers: str, body: bytes = b"", charset: str = "utf-8") -> bytes:
    """A mail of these very bytes, lawful or not."""
    return headers.replace("\n", "\r\n").encode(charset) + b"\r\n\r\n" + body


def word(text: str, charset: str) -> str:
    """An encoded word."""
    return f"=?{charset}?B?{base64.b64encode(text.encode(charset)).decode()}?="


BOUNCE = plain(
    "From: MAILER-DAEMON@mx.example.org\nTo: anna@example.org\nSubject: Undelivered Mail\n"
    "Message-ID: <b1@mx.example.org>\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\n"
    'Content-Type: multipart/report; report-type=delivery-status; boundary="BB"',
    b"--BB\r\nContent-Type: text/plain\r\n\r\nnot delivered\r\n--BB\r\n"
    b"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\n"
    b"Final-Recipient: rfc822; support@acme.example\r\nAction: failed\r\nStatus: 5.1.1\r\n"
    b"Diagnostic-Code: smtp; 550 5.1.1 no such user\r\n\r\n"
    b"Final-Recipient: rfc822; second@acme.example\r\nAction: delayed\r\nStatus: 4.4.1\r\n\r\n"
    b"--BB\r\nContent-Type: message/rfc822\r\n\r\nFrom: anna@example.org\r\nMessage-ID: "
    + MY_LETTER.encode()
    + b"\r\nSubject: x\r\n\r\nbody\r\n--BB--\r\n",
)
