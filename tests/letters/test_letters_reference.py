"""The two reference letters: every fact is there, and in its part."""

from __future__ import annotations

from datetime import date

from tui.cases.case import Case
from tui.cases.words import Part
from tui.letters.letter import Sender
from tui.letters.write import write_letter
from tui.wording.wording import Wording

RU, EN = Wording("ru"), Wording("en")


def test_the_russian_claim(undelivered: Case, anna: Sender, today: date) -> None:
    letter = write_letter(undelivered, anna, "request", RU, today=today)
    parts = letter.parts
    assert parts[Part.SUBJECT] == undelivered.subject
    assert "Меня зовут Анна Петрова" in parts[Part.GREETING]
    assert "договор № 4821-77 от 20.10.2026" in parts[Part.GREETING]
    assert parts[Part.PROBLEM] == undelivered.details
    chat, call = parts[Part.DONE].splitlines()[1:]
    assert RU.day(date(2026, 11, 6)) in chat
    assert "№ 55-10" in chat
    assert "обещали ответ за 3 дня" in chat
    assert f"Обещанный срок — {RU.day(date(2026, 11, 9))} — не соблюдён." in chat
    assert RU.day(date(2026, 11, 12)) in call
    assert "мой звонок (оператор Олег, № 55-31)" in call
    assert f"Обещанный срок — {RU.day(date(2026, 11, 13))} — не соблюдён." in call
    assert parts[Part.RESULT].startswith(undelivered.expected_result + "\n")
    assert "прошу письменно указать причины" in parts[Part.RESULT]
    assert parts[Part.ENCLOSURES] == (
        "1. чек, 1 л.\n2. страница заказа, 2 л.\n3. история трека, 1 л.\n4. переписка, 3 л."
    )
    assert "anna@example.ru, тел. +7 900 000-00-00 (будни 10–18)" in parts[Part.CONTACTS]
    assert parts[Part.CONTACTS].endswith(f"Анна Петрова\n{RU.day(today)}")


def test_the_english_escalation(firewall: Case, ivan: Sender, today: date) -> None:
    letter = write_letter(firewall, ivan, "complaint", EN, today=today)
    parts = letter.parts
    assert parts[Part.SUBJECT] == f"Complaint, no. 0312-445: {firewall.subject}"
    assert "Ivan Orlov" in parts[Part.GREETING]
    assert "customer no. 7781, contract no. S-204" in parts[Part.GREETING]
    assert "no. 0312-445" in parts[Part.GREETING]
    assert firewall.details in parts[Part.PROBLEM]
    assert "13 November" not in parts[Part.PROBLEM]  # the history tells it
    done = parts[Part.DONE].splitlines()[1:]
    assert [line.split(" — ")[0] for line in done] == [
        "9 November 2026",
        "11 November 2026",
        "12 November 2026",
        "18 November 2026",
    ]
    assert "bundle uploaded" in done[0]
    assert "you asked me for more information (e-mail, L1): “the same bundle”" in done[1]
    assert done[2].endswith("The promised date, 13 November 2026, was not kept.")
    assert "known steps repeated" in done[3]
    assert firewall.expected_result in parts[Part.RESULT]
    assert parts[Part.ENCLOSURES].splitlines() == [
        "1. “timeline.md”",
        "2. “show-tech-1.txt”",
        "3. “show-tech-2.txt”",
        "4. topology.pdf",
    ]
    assert "+44 20 7946 0000 (any time)" in parts[Part.CONTACTS]
    assert "Please quote 0312-445 in your answer." in parts[Part.CONTACTS]


def test_the_whole_letter_reads_in_the_order_of_its_parts(
    undelivered: Case, anna: Sender, today: date
) -> None:
    letter = write_letter(undelivered, anna, "request", RU, today=today)
    text = letter.text()
    assert text.startswith(f"Тема: {undelivered.subject}\n\nЗдравствуйте!\nМеня зовут")
    assert "\n\nПриложения:\n1. чек, 1 л.\n" in text
    places = [text.index(letter.parts[part]) for part in Part]
    assert places == sorted(places)


def test_a_letter_is_independent_of_the_language_of_the_case(
    undelivered: Case, anna: Sender, today: date
) -> None:
    text = write_letter(undelivered, anna, "request", EN, today=today).text()
    assert text.startswith("Subject: Возврат")
    assert "My name is Анна Петрова. My details: contract no. 4821-77 от 20.10.2026" in text
    assert "The promised date, 9 November 2026, was not kept." in text
