"""What stands in each part, and when the person's own words stand instead."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from tui.cases.case import Case, Identifier, Money, Reference
from tui.cases.company import Company
from tui.cases.event import Evidence
from tui.cases.words import Part, Problem
from tui.letters.letter import Sender
from tui.letters.write import write_letter
from tui.wording.wording import Wording

EN, RU = Wording("en"), Wording("ru")
TODAY = date(2026, 11, 22)
ANSWER_BY = date(2026, 12, 2)
BARE = Case(company="Northbank", subject="Card blocked", problem=Problem.ACCOUNT)
ORDER = (Identifier(kind="order", value="4821-77"),)


def part(
    which: Part, case: Case, *, sender: Sender | None = None, template: str = "request"
) -> str:
    letter = write_letter(
        case, sender or Sender(), template, EN, today=TODAY, answer_by=ANSWER_BY, company=None
    )
    return letter.parts[which]


@pytest.mark.parametrize(
    ("subject", "facts", "reads"),
    [
        ("Card blocked", {}, "Card blocked"),
        ("Card blocked", {"identifiers": ORDER}, "Card blocked (order no. 4821-77)"),
        ("4821-77 blocked", {"identifiers": ORDER}, "4821-77 blocked"),
        ("Blocked since 24821-77", {"identifiers": ORDER}, None),
        ("x" * 60, {"identifiers": ORDER}, "x" * 60 + " (order no. 4821-77)"),
        ("x" * 61, {"identifiers": ORDER}, "x" * 61),
        ("Card\nblocked", {"references": (Reference(number="T-9"),)}, "Card blocked (no. T-9)"),
        ("", {"identifiers": ORDER}, ""),
    ],
)
def test_the_subject_gets_the_number_where_it_fits(
    subject: str, facts: dict[str, object], reads: str | None
) -> None:
    case = replace(BARE, subject=subject, **facts)
    expected = f"{subject} (order no. 4821-77)" if reads is None else reads
    assert part(Part.SUBJECT, case) == expected


@pytest.mark.parametrize(
    ("template", "prefix"),
    [
        ("reminder", "Reminder"),
        ("reasons", "Request for reasons"),
        ("complaint", "Complaint"),
        ("reply", "Information you asked for"),
    ],
)
def test_later_letters_say_what_they_are_and_under_which_number(template: str, prefix: str) -> None:
    numbered = replace(BARE, references=(Reference(number="55-10"),))
    assert part(Part.SUBJECT, numbered, template=template) == f"{prefix}, no. 55-10: Card blocked"
    assert part(Part.SUBJECT, BARE, template=template) == f"{prefix}: Card blocked"


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


@pytest.mark.parametrize(
    ("details", "named"),
    [
        ("You charged 12,490 twice.", True),
        ("Списали 12 490 ₽.", True),
        ("Списали 12\u00a0490,00 ₽.", True),
        ("You charged 12490.", True),
        ("Order 112490 is wrong.", False),
        ("You charged 12,490.50.", False),
        ("You charged me twice.", False),
    ],
)
def test_the_amount_is_named_once(details: str, named: bool) -> None:
    case = replace(BARE, details=details, amount=Money(value=Decimal(12490), currency="EUR"))
    problem = part(Part.PROBLEM, case)
    assert problem == (details if named else f"{details}\nAmount: €12,490.")


def test_an_amount_in_the_wish_is_named_already() -> None:
    eur = Money(value=Decimal("79.50"), currency="EUR")
    case = replace(BARE, details="Charged twice.", expected_result="Refund €79.5", amount=eur)
    assert part(Part.PROBLEM, case) == "Charged twice."


def test_own_words_are_never_altered() -> None:
    own = "  two  spaces, no full stop\n\n   {today} [b]x[/b] "
    case = replace(BARE, details=own, done_already=own, expected_result=f"Please {own}")
    assert part(Part.PROBLEM, case) == own.strip()
    assert part(Part.DONE, case) == own.strip()
    assert f"Please {own.rstrip()}\n" in part(Part.RESULT, case)


@pytest.mark.parametrize(
    ("wish", "first_line"),
    [
        ("Please refund it.", "Please refund it."),
        ("I ask for a refund.", "I ask for a refund."),
        ("Прошу вернуть деньги", "Прошу вернуть деньги"),
        ("Верните деньги", "Верните деньги"),
        ("Refund of €79", "My request: Refund of €79"),
        ("вернуть деньги", "My request: вернуть деньги"),
    ],
)
def test_a_bare_wish_becomes_a_request(wish: str, first_line: str) -> None:
    result = part(Part.RESULT, replace(BARE, expected_result=wish)).splitlines()
    assert result == [
        first_line,
        "Please answer by 2 December 2026.",
        "If you refuse, please give the reasons in writing.",
    ]


@pytest.mark.parametrize(
    ("wish", "asked"),
    [
        ("Please refund it by 30 Nov.", False),
        ("Please refund it by 30.11.2026.", False),
        ("Прошу вернуть до 30.11.", False),
        ("Please refund the payment of 20.10.2026.", True),
        ("Please deliver build 10.2.3 to 14 sites.", True),
        ("Please answer 3 markets and 2 decorators.", True),
    ],
)
def test_a_date_is_asked_for_where_the_wish_has_none_to_come(wish: str, asked: bool) -> None:
    result = part(Part.RESULT, replace(BARE, expected_result=wish))
    assert ("Please answer by 2 December 2026." in result) is asked


def test_reasons_are_not_asked_twice_nor_of_a_question() -> None:
    wish = "Please refund it. If you refuse, tell me why."
    assert part(Part.RESULT, replace(BARE, expected_result=wish)).count("refuse") == 1
    question = replace(BARE, problem=Problem.CONSULTATION, expected_result="Please explain it.")
    assert "refuse" not in part(Part.RESULT, question)


def test_enclosures_are_numbered_on() -> None:
    evidence = (Evidence(number=2, name="b.png"), Evidence(number=1, name="a.txt"))
    case = replace(BARE, evidence=evidence, enclosures="1) receipt; 2) photo\n\n- act, 1 page")
    assert part(Part.ENCLOSURES, case).splitlines() == [
        "1. a.txt",
        "2. b.png",
        "3. receipt",
        "4. photo",
        "5. act, 1 page",
    ]
    assert part(Part.ENCLOSURES, BARE) == ""


def test_enclosures_keep_the_numbers_of_the_evidence() -> None:
    evidence = (Evidence(number=2, name="b"), Evidence(number=5, name="e"))
    assert part(Part.ENCLOSURES, replace(BARE, evidence=evidence)) == "2. b\n5. e"


def test_own_introduction_and_contacts_stand_instead() -> None:
    case = replace(
        BARE, introduction="Hi, it is me.", contacts="Write to A. Lee only.", identifiers=ORDER
    )
    sender = Sender(name="Ann Lee", email="ann@example.org", phone="1", address="Street 1")
    assert part(Part.GREETING, case, sender=sender) == "Hi, it is me."
    assert part(Part.CONTACTS, case, sender=sender) == (
        "Write to A. Lee only.\n\nKind regards,\nAnn Lee\n22 November 2026"
    )
    named = replace(case, contacts="Ann Lee, by post")
    assert part(Part.CONTACTS, named, sender=sender) == "Ann Lee, by post\n22 November 2026"


def test_the_postal_address_is_told_only_where_an_answer_may_come_by_post() -> None:
    sender = Sender(address="Street 1")
    assert "Street" not in part(Part.CONTACTS, BARE, sender=sender)
    assert "Street 1" in part(Part.CONTACTS, replace(BARE, formal=True), sender=sender)
    assert "Street 1" in part(Part.CONTACTS, BARE, sender=sender, template="higher")


def test_own_words_for_a_later_step_replace_a_part() -> None:
    own = {"complaint": {"problem": "My own {details}.", "done": "  "}, "first": {"subject": "X"}}
    case = replace(BARE, details="As generated.", done_already="I called.", letters=own)
    assert part(Part.PROBLEM, case, template="complaint") == "My own {details}."
    assert part(Part.DONE, case, template="complaint") == "I called."
    assert "As generated." in part(Part.PROBLEM, case)
    step = write_letter(case, Sender(), "complaint", EN, today=TODAY, step="first")
    assert step.parts[Part.SUBJECT] == "X"
    assert "As generated." in step.parts[Part.PROBLEM]


def test_an_empty_case_gives_a_letter_without_empty_parts() -> None:
    case = Case(company="", subject="", problem=Problem.OTHER)
    text = write_letter(case, Sender(), "request", EN, today=TODAY).text()
    assert text == "Hello,\n\n22 November 2026"
