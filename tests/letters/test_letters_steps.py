"""What the later letters add to the facts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from tui.advice.checks.checks import check_letter
from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.event import Event, Evidence
from tui.cases.particulars import Identifier, Reference
from tui.cases.words import Answer, Channel, DeadlineKind, EventKind, Owner, Part, Problem
from tui.letters.letter import Letter, Sender
from tui.letters.write import write_letter
from tui.wording.wording import Wording

EN = Wording("en")
TODAY = date(2026, 11, 22)
CASE = Case(
    company="Northbank",
    subject="Card blocked",
    problem=Problem.ACCOUNT,
    details="My card is blocked.",
    expected_result="Please unblock it.",
    references=(Reference(number="55-10"),),
)
Happened = Callable[..., Event]
Told = Callable[..., tuple[Event, ...]]


def written(case: Case, template: str, answer_by: date | None = date(2026, 12, 2)) -> Letter:
    return write_letter(case, Sender(), template, EN, today=TODAY, answer_by=answer_by)


def test_a_reminder_names_the_time_that_lapsed(happened: Happened, told: Told) -> None:
    due = date(2026, 11, 16)
    lapsed = Deadline(
        owner=Owner.THEIRS, kind=DeadlineKind.ANSWER, due=due, late_after=due, rule="x", event=1
    )
    case = replace(CASE, timeline=told(happened(11, 6, EventKind.SENT)), deadlines=(lapsed,))
    problem = written(case, "reminder").parts[Part.PROBLEM]
    assert "An answer was due by 16 November 2026; I have not received one." in problem


def test_a_reminder_without_a_missed_date_is_still_one() -> None:
    letter = written(CASE, "reminder")
    assert "The matter is still open." in letter.parts[Part.PROBLEM]
    assert "no. 55-10" in letter.parts[Part.GREETING]
    assert "Please tell me by 2 December 2026 where my request stands" in letter.parts[Part.RESULT]


def test_reasons_are_asked_for_the_refusal_of_that_day(happened: Happened, told: Told) -> None:
    refusal = happened(11, 18, EventKind.ANSWERED, answer=Answer.REFUSED)
    letter = written(replace(CASE, timeline=told(refusal)), "reasons")
    assert "On 18 November 2026 you refused my request." in letter.parts[Part.GREETING]
    assert "1) the reasons for your decision;" in letter.parts[Part.RESULT]
    assert "Please answer by 2 December 2026." in letter.parts[Part.RESULT]


def test_reasons_are_asked_for_what_was_met_only_in_part(happened: Happened, told: Told) -> None:
    answers = (
        happened(11, 10, EventKind.REFUSED),
        happened(11, 18, EventKind.ANSWERED, answer=Answer.PARTLY),
        happened(11, 19, EventKind.SENT),
    )
    letter = written(replace(CASE, timeline=told(*answers)), "reasons")
    assert "On 18 November 2026 you met my request only in part." in letter.parts[Part.GREETING]
    assert "you refused my request" not in letter.parts[Part.GREETING]


def test_the_first_wish_is_quoted_as_of_its_day(happened: Happened, told: Told) -> None:
    case = replace(CASE, timeline=told(happened(11, 6, EventKind.SENT)))
    result = written(case, "complaint").parts[Part.RESULT]
    assert result.startswith(
        "What I asked for on 6 November 2026:\nPlease unblock it.\nIt has not been done.\n\nPlease"
    )


def test_a_tracking_number_is_not_their_number(happened: Happened, told: Told) -> None:
    post = happened(11, 9, EventKind.SENT, channel=Channel.LETTER, reference="RX1GB")
    numbers = (Reference(number="55-10"), Reference(number="RX1GB", channel=Channel.LETTER))
    case = replace(CASE, references=numbers, timeline=told(post))
    assert written(case, "complaint").parts[Part.SUBJECT] == "Complaint, no. 55-10: Card blocked"
    answered = happened(11, 12, EventKind.REGISTERED, channel=Channel.LETTER, reference="RX1GB")
    case = replace(case, timeline=told(post, answered))
    assert "no. RX1GB" in written(case, "complaint").parts[Part.SUBJECT]


@pytest.mark.parametrize("template", ["reminder", "complaint", "higher", "reply"])
def test_an_answer_is_asked_for_with_or_without_a_date(template: str) -> None:
    dated = written(CASE, template).parts[Part.RESULT]
    undated = written(CASE, template, None).parts[Part.RESULT]
    assert dated.count("2 December 2026") == 1
    assert "December" not in undated
    assert len(dated.splitlines()) == len(undated.splitlines())


def test_a_higher_body_is_told_about_the_company(happened: Happened, told: Told) -> None:
    case = replace(CASE, timeline=told(happened(11, 18, EventKind.REFUSED)))
    letter = written(case, "higher")
    text = letter.text()
    assert letter.parts[Part.SUBJECT] == "Complaint about Northbank: Card blocked"
    assert text.count("Dear Sir or Madam,") == 1
    assert "The company’s numbers for my requests: 55-10." in text
    assert "18 November 2026 — refusal." in text
    assert "Please quote" not in text
    assert "What I have asked the company for:\nPlease unblock it." in text


@pytest.mark.parametrize(("template", "is_told"), [("higher", True), ("complaint", False)])
def test_what_i_did_before_is_told_to_others_as_what_the_company_was_told(
    template: str, is_told: bool, happened: Happened, told: Told
) -> None:
    """It speaks to the company: “your clerk” is nobody of an ombudsman."""
    sent = told(happened(11, 6, EventKind.SENT))
    done = written(replace(CASE, timeline=sent, done_already="Asked your clerk."), template)
    framed = "What I had already done (from my request to Northbank):\nAsked your clerk."
    assert (framed in done.parts[Part.DONE]) is is_told
    assert "Asked your clerk." in done.parts[Part.DONE]


def test_a_reply_encloses_what_was_added_since_they_asked(happened: Happened, told: Told) -> None:
    old, new = Evidence(number=1, name="old.txt"), Evidence(number=2, name="statement.pdf")
    case = replace(
        CASE,
        evidence=(old, new),
        timeline=told(
            happened(11, 9, EventKind.SENT, evidence=(old,)),
            happened(11, 10, EventKind.ASKED, text="Which account?"),
            happened(11, 11, EventKind.EVIDENCE, evidence=(new,)),
        ),
    )
    letter = written(case, "reply")
    problem = letter.parts[Part.PROBLEM].splitlines()
    assert problem == [
        "This answers your request of 10 November 2026: “Which account?”",
        "I enclose what you asked for, as listed below.",
    ]
    assert letter.parts[Part.ENCLOSURES] == "2. “statement.pdf”"


ASKED = "Please send the serial number, the order number, a photo of the label and the receipt."


def test_a_reply_answers_what_they_asked_from_what_the_case_holds(
    happened: Happened, told: Told
) -> None:
    held = (Evidence(number=1, name="Receipt_2026.pdf"), Evidence(number=2, name="other.txt"))
    case = replace(
        CASE,
        evidence=held,
        identifiers=(Identifier(kind="order", value="4821-77"),),
        timeline=told(
            happened(11, 9, EventKind.SENT, evidence=held),
            happened(11, 10, EventKind.ASKED, text=ASKED),
        ),
    )
    letter = written(case, "reply")
    assert letter.parts[Part.PROBLEM].splitlines()[1:] == [
        "Order no. 4821-77.",
        "Serial number [give the number].",
        "Receipt: enclosed (no. 1).",
        "Photo: [state where it is, or why there is none]",
        "I enclose what you asked for, as listed below.",
    ]
    assert letter.parts[Part.ENCLOSURES] == "1. “Receipt_2026.pdf”"
    lacking = [f.text for f in check_letter(letter.parts) if f.id == "L04"]
    assert lacking == ["[give the number]", "[state where it is, or why there is none]"]


@pytest.mark.parametrize("template", ["reply", "higher_reply"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_reply_to_what_nobody_understood_is_not_empty(
    happened: Happened, told: Told, template: str, language: str
) -> None:
    asked = happened(11, 10, EventKind.ASKED, text="Что было на экране?")
    case = replace(CASE, language=language, timeline=told(happened(11, 9, EventKind.SENT), asked))
    letter = write_letter(case, Sender(), template, Wording(language), today=TODAY)
    assert "Что было на экране?" in letter.parts[Part.PROBLEM]
    assert [f.part for f in check_letter(letter.parts) if f.id == "L04"] == [Part.PROBLEM]


def test_a_reply_in_russian(happened: Happened, told: Told) -> None:
    asked = happened(11, 10, EventKind.ASKED, text="Пришлите номер заказа и чек")
    held = (Evidence(number=3, name="чек.jpg"),)
    sent = happened(11, 9, EventKind.SENT, evidence=held)
    known = (Identifier(kind="заказ", value="4821-77"),)
    case = replace(CASE, evidence=held, identifiers=known, timeline=told(sent, asked))
    letter = write_letter(case, Sender(), "reply", Wording("ru"), today=TODAY)
    assert letter.parts[Part.PROBLEM].splitlines() == [
        "Отвечаю на ваш запрос от 10 ноября 2026 г.: «Пришлите номер заказа и чек».",
        "Заказ № 4821-77.",
        "Чек — в приложении (№ 3).",
        "Запрошенное прилагаю, список ниже.",
    ]


def test_a_reply_to_nothing_encloses_nothing(happened: Happened, told: Told) -> None:
    letter = written(replace(CASE, evidence=(Evidence(number=1, name="old.txt"),)), "reply")
    assert letter.parts[Part.PROBLEM] == "Here is more information on my request."
    assert letter.parts[Part.ENCLOSURES] == ""


@pytest.mark.parametrize("template", ["reminder", "reasons", "complaint", "higher", "reply"])
def test_no_letter_threatens_or_cites_law(template: str) -> None:
    for words in (EN, Wording("ru")):
        text = write_letter(CASE, Sender(), template, words, today=TODAY).text().casefold()
        for word in ("court", "lawyer", "sue", "суд", "закон", "стать", "иначе", "!!", "otherwise"):
            assert f" {word}" not in text, word
