"""Letters with everything around them, for the tests of the formats."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

from tui.cases.words import Part
from tui.letters.export.sheet import Enclosure, Sheet
from tui.letters.letter import Letter, Sender

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)

_SENDERS = {
    "ru": Sender(
        name="Анна Петрова",
        email="anna@example.ru",
        phone="+7 900 000-00-00",
        address="000000, г. Энск, ул. Лесная, 1",
    ),
    "en": Sender(name="Ivan Orlov", email="ivan@example.org", address="1 Forest Lane, Leeds"),
}
_PARTS = {
    "ru": {
        Part.SUBJECT: "Претензия: возврат 12 490 ₽, заказ № 4821-77",
        Part.GREETING: "Здравствуйте!\nМеня зовут Анна Петрова, заказ № 4821-77.",
        Part.PROBLEM: "Заказ оплачен 20.10.2026 и не передан. Срок — 05.11.2026.",
        Part.DONE: "Что уже было по этому вопросу:\n"
        "6 ноября 2026 г. — моё обращение (чат, № 55-10).\n"
        "12 ноября 2026 г. — мой звонок (оператор Олег, № 55-31).",
        Part.RESULT: "Прошу вернуть 12 490 ₽ не позднее 2 декабря 2026 г.",
        Part.ENCLOSURES: "1. чек.pdf\n2. переписка.txt\n3. история трека, 1 л.",
        Part.CONTACTS: "Мои контакты: anna@example.ru.\n\n"
        "С уважением,\nАнна Петрова\n22 ноября 2026 г.",
    },
    "en": {
        Part.SUBJECT: "Formal claim: refund of £124.90, order no. 4821-77",
        Part.GREETING: "Dear Severmart team,\nMy name is Ivan Orlov.",
        Part.PROBLEM: "The kettle arrived broken on 2 November 2026.",
        Part.DONE: "What has happened so far:\n"
        "6 November 2026 — my message (chat, no. 55-10).\n"
        "12 November 2026 — my call (Dana).",
        Part.RESULT: "Please:\n1) refund £124.90 by 2 December 2026;\n2) confirm it in writing.",
        Part.ENCLOSURES: "1. receipt.pdf\n2. chat.txt",
        Part.CONTACTS: "You can reach me at: ivan@example.org.\n\n"
        "Kind regards,\nIvan Orlov\n22 November 2026",
    },
}
ENCLOSURES = {
    "ru": (Enclosure(1, "чек.pdf", 40_000), Enclosure(2, "переписка.txt", 1_200_000)),
    "en": (Enclosure(1, "receipt.pdf", 40_000), Enclosure(2, "chat.txt", 1_200_000)),
}


def letter(language: str, **parts: str) -> Letter:
    """A whole letter; `parts` by their names stand instead of its own."""
    return Letter(language, {**_PARTS[language], **{Part(name): parts[name] for name in parts}})


def sheet(language: str, **facts: Any) -> Sheet:
    told = {
        "sender": _SENDERS[language],
        "day": TODAY,
        "at": AT,
        "to": "Севермарт" if language == "ru" else "Severmart",
        "address": "000000, г. Москва, ул. Новая, д. 10" if language == "ru" else "2 High Street",
        "enclosures": ENCLOSURES[language],
        "uid": "case-1",
    }
    return Sheet(**{**told, **facts})


def mail(language: str, **facts: Any) -> Sheet:
    """A sheet with an e-mail address."""
    return sheet(language, **{"address": "help@severmart.example", **facts})


def squeezed(text: str) -> str:
    """`text` without white space, which every format sets in its own way."""
    return re.sub(r"\s+", "", text)
