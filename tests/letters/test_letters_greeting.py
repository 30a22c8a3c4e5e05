"""Who I am, and what my numbers are called."""

from __future__ import annotations

import pytest
from letter_parts import BARE, EN, ORDER, TODAY, part
from msgspec.structs import replace

from tui.advice.checks.checks import check_letter
from tui.cases.company import Company
from tui.cases.particulars import Identifier
from tui.cases.words import Part
from tui.letters.letter import Sender
from tui.letters.write import write_letter
from tui.wording.wording import Wording

RU = Wording("ru")


@pytest.mark.parametrize(
    ("name", "identifiers", "who"),
    [
        ("Ann Lee", ORDER, "My name is Ann Lee. My details: order no. 4821-77."),
        ("Ann Lee", (), "My name is Ann Lee."),
        ("", ORDER, "My details: order no. 4821-77."),
    ],
)
def test_the_greeting_says_who_i_am(
    name: str, identifiers: tuple[Identifier, ...], who: str
) -> None:
    case = replace(BARE, identifiers=identifiers)
    greeting = part(Part.GREETING, case, sender=Sender(name=name))
    assert greeting == f"Dear Northbank team,\n{who}"


@pytest.mark.parametrize(
    ("identifiers", "said"),
    [
        ([("", "77-4512")], "Номер: 77-4512."),
        ([("", "anna")], "Мои данные: anna."),
        ([("", "77"), ("order", "78")], "Мои данные: 77, заказ № 78."),
        ([("", "77"), ("order", " ")], "Номер: 77."),
    ],
)
def test_a_number_of_no_kind_is_called_a_number(
    identifiers: list[tuple[str, str]], said: str
) -> None:
    known = tuple(Identifier(kind=kind, value=value) for kind, value in identifiers)
    case = replace(BARE, identifiers=known)
    for name, who in (("", ""), ("Анна", "Меня зовут Анна. ")):
        letter = write_letter(case, Sender(name=name), "request", RU, today=TODAY)
        assert letter.parts[Part.GREETING] == f"Здравствуйте!\n{who}{said}"


def test_a_number_that_says_what_it_is_follows_the_name() -> None:
    known = (Identifier(kind="order", value="4821-77"), Identifier(kind="card", value="*1234"))
    case, anna = replace(BARE, identifiers=known), Sender(name="Анна Петрова")
    letter = write_letter(case, anna, "request", RU, today=TODAY)
    said = "Меня зовут Анна Петрова, заказ № 4821-77, карта *1234."
    assert letter.parts[Part.GREETING] == f"Здравствуйте!\n{said}"
    assert "L33" not in {finding.id for finding in check_letter(letter.parts)}
    nameless = write_letter(case, Sender(), "request", RU, today=TODAY).parts[Part.GREETING]
    assert nameless.endswith("Мои данные: заказ № 4821-77, карта *1234.")


def test_the_name_of_the_company_is_that_of_its_card() -> None:
    company = Company(name="Northbank Ltd.")
    letter = write_letter(BARE, Sender(), "request", EN, today=TODAY, company=company)
    assert letter.parts[Part.GREETING] == "Dear Northbank Ltd. team,"


@pytest.mark.parametrize(
    ("kind", "value", "ru", "en"),
    [
        ("order", "77", "заказ № 77", "order no. 77"),
        ("Номер заказа", "№ 77", "заказ № 77", "order no. 77"),
        ("serial_number", "SN1", "серийный номер SN1", "serial number SN1"),
        ("лицевой счёт", "12", "лицевой счёт № 12", "account no. 12"),
        ("клуб", "7", "клуб 7", "клуб 7"),
        ("", "7", "7", "7"),
        ("account", "ends 4471", "лицевой счёт ends 4471", "account ends 4471"),
        ("договор", "СМ-7", "договор № СМ-7", "contract no. СМ-7"),
    ],
)
def test_kinds_of_identifiers_are_said_in_the_language_of_the_letter(
    kind: str, value: str, ru: str, en: str
) -> None:
    case = replace(BARE, identifiers=(Identifier(kind=kind, value=value),))
    for words, said in ((RU, ru), (EN, en)):
        letter = write_letter(case, Sender(), "request", words, today=TODAY)
        assert letter.parts[Part.GREETING].endswith(f": {said}.")
