"""What stands in each part, and when the person's own words stand instead."""

from __future__ import annotations

from decimal import Decimal

import pytest
from letter_parts import BARE, EN, ORDER, TODAY, part
from msgspec.structs import replace

from tui.cases.case import Case, Money
from tui.cases.event import Evidence
from tui.cases.particulars import Reference
from tui.cases.words import Part, Problem
from tui.letters.letter import Sender
from tui.letters.write import write_letter


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
    own = "  two  spaces, no full stop\n\n   {today} [b]x[/b]. "
    case = replace(BARE, details=own, done_already=own, expected_result=f"Please {own}")
    assert part(Part.PROBLEM, case) == own.strip()
    assert part(Part.DONE, case) == own.strip()
    assert f"Please {own.rstrip()}\n" in part(Part.RESULT, case)


def test_enclosures_are_numbered_on() -> None:
    evidence = (Evidence(number=2, name="b.png"), Evidence(number=1, name="a.txt"))
    case = replace(BARE, evidence=evidence, enclosures="1) receipt; 2) photo\n\n- act, 1 page")
    assert part(Part.ENCLOSURES, case).splitlines() == [
        "1. “a.txt”",
        "2. “b.png”",
        "3. receipt",
        "4. photo",
        "5. act, 1 page",
    ]
    assert part(Part.ENCLOSURES, BARE) == ""


def test_enclosures_keep_the_numbers_of_the_evidence() -> None:
    evidence = (Evidence(number=2, name="b"), Evidence(number=5, name="e"))
    assert part(Part.ENCLOSURES, replace(BARE, evidence=evidence)) == "2. “b”\n5. “e”"


def test_a_file_is_called_as_the_person_calls_it() -> None:
    evidence = (Evidence(number=1, name="scan1.pdf"), Evidence(number=2, name="scan12.pdf"))
    case = replace(BARE, evidence=evidence, enclosures="receipt, scan1.pdf\nact, 1 page")
    assert part(Part.ENCLOSURES, case).splitlines() == [
        "1. receipt, scan1.pdf",
        "2. “scan12.pdf”",
        "3. act, 1 page",
    ]


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
