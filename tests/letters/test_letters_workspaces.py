"""A letter as its channel takes it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from letter_parts import TODAY

from tui.cases.case import Case, Money
from tui.cases.particulars import Identifier, Reference
from tui.cases.words import Channel, Part, Problem
from tui.letters.letter import Letter, Sender
from tui.letters.letter_book import template_ids
from tui.letters.matter import Matter
from tui.letters.phrases import Phrases
from tui.letters.workspaces import Sending, Workspace, workspace
from tui.letters.write import write_letter
from tui.wording.wording import Wording

ANNA = Sender("Anna Petrova", "anna@example.ru", "+7 900 000-00-00", "ул. Мира, 5", "10-18")
CASE = Case(
    company="Severmart",
    subject="Возврат 12 490 ₽: заказ № 4821-77 не доставлен",
    problem=Problem.DELIVERY,
    language="ru",
    identifiers=(Identifier(kind="order", value="4821-77"),),
    references=(Reference(number="55-10"),),
    amount=Money(value=Decimal(12490), currency="RUB"),
    details="20.10.2026 оплачен заказ № 4821-77. Писала на anna@example.ru, звонила "
    "с +7 900 000-00-00. Товара нет. " * 6,
    expected_result="Верните 12 490 ₽ до 02.12.2026.",
)


def on(channel: Channel, case: Case = CASE, limit: int = 0) -> Workspace:
    words = Wording(case.language)
    letter = write_letter(case, ANNA, "request", words, today=TODAY, answer_by=date(2026, 12, 2))
    matter = Matter(case, ANNA, words, Phrases(case.language), TODAY)
    sending = Sending(letter, matter, "help@severmart.ru", ("1. чек.pdf",), limit, "55-10")
    return workspace(channel, sending)


def pieces(space: Workspace) -> list[tuple[str, str]]:
    words = Wording("en")
    return [(words.say(piece.label), piece.text) for piece in space.pieces]


def test_a_mail_has_its_address_its_subject_and_its_text() -> None:
    (to, subject, text, enclose) = pieces(on(Channel.EMAIL))
    assert to == ("To", "help@severmart.ru")
    assert subject == ("Subject", CASE.subject)
    assert text[0] == "Text"
    assert CASE.subject not in text[1]
    assert "Здравствуйте" in text[1]
    assert "Анна" in text[1] or "Anna" in text[1]
    assert enclose == ("To enclose", "1. чек.pdf")


def test_a_chat_takes_it_in_pieces_of_the_chosen_length() -> None:
    space = on(Channel.CHAT, limit=300)
    assert space.limit == 300
    assert len(space.pieces) > 2
    assert all(len(piece.text) <= 300 for piece in space.pieces)
    assert on(Channel.CHAT).limit == 600
    assert on(Channel.CHAT, limit=5).limit == 100
    assert on(Channel.CHAT, limit=10**6).limit == 4000


def test_a_form_is_filled_field_by_field() -> None:
    found = dict(pieces(on(Channel.FORM)))
    assert found["Name"] == "Anna Petrova"
    assert found["Phone"] == "+7 900 000-00-00"
    assert found["Number"] == "заказ № 4821-77"
    assert found["Their number"] == "55-10"
    assert found["Subject"] == CASE.subject
    assert "Верните 12 490 ₽" in found["Message"]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("channel", sorted({*Channel} - {Channel.SOCIAL, Channel.PHONE}))
def test_no_word_of_a_letter_is_lost_on_its_way_out(channel: Channel, language: str) -> None:
    words = Wording(language)
    matter = Matter(CASE, ANNA, words, Phrases(language), TODAY)
    for kind in template_ids():
        letter = write_letter(CASE, ANNA, kind, words, today=TODAY, answer_by=date(2026, 12, 2))
        space = workspace(channel, Sending(letter, matter, "help@severmart.ru"))
        going = " ".join(" ".join(piece.text for piece in space.pieces).split())
        told = " ".join("\n".join(letter.parts.values()).split())
        assert [said for said in re.split(r"(?<=[.:!?]) ", told) if said not in going] == [], kind


@pytest.mark.parametrize("limit", [0, 140, 500])
def test_in_public_nothing_tells_who_i_am(limit: int) -> None:
    ((label, text),) = pieces(on(Channel.SOCIAL, limit=limit))
    assert label == "Message"
    for private in ("4821", "55-10", "anna@", "900", "Петров", "Petrov", "Мира"):
        assert private not in text
    assert len(text) <= (limit or 280)
    assert text.endswith("номер и данные сообщу там.")
    assert "Возврат 12 490 ₽" in text


@pytest.mark.parametrize("channel", [Channel.LETTER, Channel.IN_PERSON])
def test_on_paper_it_is_the_whole_letter(channel: Channel) -> None:
    space = on(channel)
    assert dict(pieces(space))["Letter"].startswith("Тема: Возврат")
    assert space.before
    assert space.after


def test_what_is_not_known_is_no_piece() -> None:
    bare = Sending(
        Letter("en", {Part.SUBJECT: "Refund", Part.PROBLEM: "Not delivered."}),
        Matter(CASE, Sender(), Wording("en"), Phrases("en"), TODAY),
    )
    found = workspace(Channel.EMAIL, bare)
    assert [piece.text for piece in found.pieces] == ["Refund", "Not delivered."]
