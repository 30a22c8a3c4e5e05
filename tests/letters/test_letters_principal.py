"""Whoever writes for somebody else says so and encloses the power of attorney."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from msgspec.structs import replace as with_

from tui.cases.case import Case
from tui.cases.words import Part, Problem
from tui.letters.letter import Principal, Sender
from tui.letters.write import write_letter
from tui.wording.wording import Wording

TODAY = date(2026, 11, 22)
CASE = Case(
    company="Northbank", subject="Card blocked", problem=Problem.ACCOUNT, enclosures="statement"
)
ANNA = Principal("Анна Петрова", "ул. Лесная, 1", "77-12", date(2026, 3, 3), "нотариус Орлова")
PAVEL = Sender(name="Павел Ильин", signature="Павел Ильин,\nпредставитель", principal=ANNA)


def parts(case: Case, sender: Sender, language: str, template: str = "request") -> dict[Part, str]:
    return write_letter(case, sender, template, Wording(language), today=TODAY).parts


def test_the_greeting_says_for_whom_and_by_what_right() -> None:
    said = parts(CASE, PAVEL, "ru")[Part.GREETING].splitlines()
    assert said[1] == "Меня зовут Павел Ильин."
    assert said[2] == (
        f"Действую по доверенности № 77-12 от {Wording('ru').day(date(2026, 3, 3))}; "
        "доверитель — Анна Петрова. Доверенность удостоверена: нотариус Орлова."
    )
    english = parts(CASE, PAVEL, "en")[Part.GREETING]
    assert (
        "I write on behalf of Анна Петрова under power of attorney no. 77-12 of 3 March 2026."
        in english
    )


@pytest.mark.parametrize(
    ("principal", "said"),
    [
        (Principal("Ann Lee", power_number="12"), "under power of attorney no. 12."),
        (Principal("Ann Lee", power_on="spring"), "under power of attorney of spring."),
        (Principal("Ann Lee"), "of [give the date of the power of attorney]."),
    ],
)
def test_as_far_as_it_is_known(principal: Principal, said: str) -> None:
    greeting = parts(CASE, with_(PAVEL, principal=principal), "en")[Part.GREETING]
    assert greeting.splitlines()[-1].endswith(said)
    assert "certified" not in greeting


def test_the_power_of_attorney_is_enclosed_once() -> None:
    enclosed = parts(CASE, PAVEL, "en")[Part.ENCLOSURES]
    assert enclosed == "1. statement\n2. power of attorney no. 77-12 of 3 March 2026 (copy)"
    named = replace(CASE, enclosures="Доверенность, копия")
    assert parts(named, PAVEL, "ru")[Part.ENCLOSURES] == "1. Доверенность, копия"


def test_the_signature_and_the_address_of_the_person_represented() -> None:
    contacts = parts(replace(CASE, formal=True), PAVEL, "ru")[Part.CONTACTS]
    assert "С уважением,\nПавел Ильин,\nпредставитель\n" in contacts
    assert "Адрес доверителя: ул. Лесная, 1." in contacts
    assert "Лесная" not in parts(CASE, PAVEL, "ru")[Part.CONTACTS]


def test_whoever_writes_for_themselves_says_nothing_of_it() -> None:
    text = "\n".join(parts(CASE, Sender(name="Павел Ильин"), "ru").values())
    assert "довер" not in text.lower()


def test_an_own_introduction_is_not_repeated() -> None:
    own = replace(CASE, introduction="I am Pavel, for Анна Петрова.")
    assert parts(own, PAVEL, "en")[Part.GREETING] == "I am Pavel, for Анна Петрова."


def test_a_public_letter_tells_nothing_of_either() -> None:
    told = replace(CASE, details="Анна Петрова, доверенность № 77-12, ул. Лесная, 1.")
    text = "\n".join(parts(told, PAVEL, "ru", "review").values())
    for secret in ("Анн", "Петров", "77-12", "Лесная", "Павел"):
        assert secret not in text, secret
