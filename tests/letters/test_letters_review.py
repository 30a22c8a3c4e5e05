"""A public review tells facts, and nothing that tells who wrote it."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.particulars import Identifier
from tui.cases.words import Channel, Part, Problem
from tui.letters.letter import Sender
from tui.letters.public import without_personal
from tui.letters.write import write_letter
from tui.wording.wording import Wording

CASE = Case(
    company="Northbank",
    subject="Card blocked",
    problem=Problem.ACCOUNT,
    identifiers=(Identifier(kind="contract", value="S-204 of 1.2.2025"),),
)
ANN = Sender(name="Ann Will", email="ann@example.org", phone="555 12 12", address="Street 1")


def test_a_review_has_no_personal_data(
    undelivered: Case, anna: Sender, words: Wording, today: date
) -> None:
    from_now = replace(undelivered, details=undelivered.details + " Спасибо Олегу, А. Петровой!")
    letter = write_letter(from_now, anna, "review", words, today=today)
    text = letter.text()
    for secret in (
        "Анн",
        "Петров",
        "Олег",
        "4821",
        "RA000000000RU",
        "55-",
        "1234",
        "@",
        "+7",
        "900",
    ):
        assert secret not in text, secret
    for fact in ("Севермарт", "12 490 ₽", "05.11.2026", "20.10.2026", words.term(Channel.CHAT)):
        assert fact in text, fact
    assert letter.parts[Part.GREETING] == ""
    assert letter.parts[Part.ENCLOSURES] == ""
    assert letter.parts[Part.CONTACTS] == ""


@pytest.mark.parametrize(
    ("text", "public"),
    [
        ("Contract no. S-204 is mine.", "Contract … is mine."),
        ("Mail me at x.y@mail.example.com.", "Mail me at …."),
        ("Call +44 20 7946 0000 now", "Call … now"),
        ("card *1234, xxxx 9876", "card …"),
        ("card 4111 1111 1111 1111", "card …"),
        ("order RA000000000RU stuck", "order … stuck"),
        ("Ann said it will work", "… said it will work"),
        ("on 2026-11-09 10:40 and 09.11.2026", "on 2026-11-09 10:40 and 09.11.2026"),
        ("paid 12 490 ₽, 10000rub, $1,234,567.50", "paid 12 490 ₽, 10000rub, $1,234,567.50"),
        ("Will does", "… does"),
        ("Составлен акт № 77-А, счёт №5", "Составлен акт …, счёт …"),
        ("Закон РФ от 07.02.1992 № 2300-1", "Закон РФ от 07.02.1992 № 2300-1"),
        ("указанный заказ № 77", "указанный заказ …"),
        (
            "Постановление Правительства РФ № 2463, приложение № 2 к договору № 5",
            "Постановление Правительства РФ № 2463, приложение № 2 к договору …",
        ),
    ],
)
def test_what_tells_who_i_am_is_taken_out_and_the_rest_stays(text: str, public: str) -> None:
    assert without_personal(text, CASE, ANN) == public


def test_own_words_for_the_review_stay_as_they_are(today: date) -> None:
    own = replace(CASE, letters={"review": {"problem": "Ann, contract S-204"}})
    letter = write_letter(own, ANN, "review", Wording("en"), today=today)
    assert letter.parts[Part.PROBLEM] == "Ann, contract S-204"
