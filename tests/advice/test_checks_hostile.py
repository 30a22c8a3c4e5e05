"""Texts made to keep a check busy: whatever is repeated, the work grows with the length only.

Nothing is timed; a pattern that goes back and forth would run into the time-out of the suite.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tui.advice.checks.checks import Context, check_letter, check_text
from tui.cases.case import Money
from tui.cases.particulars import Identifier
from tui.cases.words import Part

PIECES = [
    *(
        "a",
        "я",
        "1",
        " ",
        "\n",
        ".",
        "A ",
        "ВЕРНИТЕ МОИ ",
        "!?",
        "*",
        "б*",
        "x ",
        "х у ",
        "1 ",
        "1-",
    ),
    *("4111 1111 ", "11-1", "eyJ", "eyJaaaaaaaa.", "-----BEGIN PRIVATE KEY-----", "password "),
    *("password: x", "пароль: qwe1 ", "паспорт ", "GB82", "[date] ", "{a} ", "<a>", "____ ", "№ "),
    *("id ", "id no ", "1 ₽ ", "1,000,", "12 490 ₽ и ", "05.11.2026 ", "31.02.2026 ", "Fri 5 May "),
    *("ст. ", "ст. 1 закона ", "consumer credit ", "act 1974 ", "вы обязаны за 3 дня ", "недавно "),
    *("you must within 3 days ", "кроме того ", "не доставлен ", "идиоты ", "вы ", "вы мошенники "),
    *("я вас убью ", "I will kill you ", "«", "“", "«а ", "😀", "😀 ", "приложение 7 ", "a.pdf "),
    *(
        "прилагаю оригинал ",
        "original receipt ",
        "dо",
        "дo ",
        "a@a.",
        "a@",
        "+7 ",
        "8 ",
        "- ",
        "1) ",
    ),
    *("Subject: ", f"Subject:{' ' * 50}a", "Тема:", "Hello, ", "Dear a", "I am A", "A. ", "Прошу "),
    *(
        "Приложения: ",
        "\r\n ",
        "a\n",
        "Анна Петрова\n",
        "Анна Петрова, ",
        "неустойка 5 ₽ ",
        "\u2028",
    ),
    *(
        "http://a:",
        "api_key=",
        "Bearer ",
        "0 0 ",
        "12 CFR 1.",
        "regulation ",
        "x-",
        "_",
        "$ ",
        "€1",
    ),
]
KNOWN = Context(
    language="ru",
    today=date(2026, 11, 22),
    norms={},
    sender="Анна Петрова",
    identifiers=(Identifier(kind="order", value="1-1"),),
    amount=Money(value=Decimal(5), currency="RUB"),
    enclosures=((1, "a.txt"),),
)


def _check(text: str) -> None:
    context = Context(attached=(("a.log", text),))
    for known in (KNOWN, context, Context(public=True, sender="Анна")):
        check_letter({Part.PROBLEM: text, Part.RESULT: text[:500]}, context=known)
    check_text(text, context=KNOWN)


@pytest.mark.parametrize("length", [300, 600])
def test_one_piece_again_and_again(length: int) -> None:
    for piece in PIECES:
        _check((piece * length)[:length])


@pytest.mark.parametrize(
    "piece", ["*", "1-", "id ", "eyJ", "a", "х у ", " ", "[date] ", "05.11.2026 "]
)
def test_fifty_thousand_characters(piece: str) -> None:
    text = (piece * 50_000)[:50_000]
    check_letter({Part.PROBLEM: text}, context=KNOWN)
    check_text(text, context=KNOWN)


def test_all_of_them_in_a_long_text() -> None:
    share = 80_000 // len(PIECES)
    _check("".join((piece * share)[:share] for piece in PIECES))
