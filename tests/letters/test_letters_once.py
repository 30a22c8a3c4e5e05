"""What the history tells is not told again beside it; what it leaves out is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from letter_parts import BARE, TODAY
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.lifecycle import apply
from tui.cases.words import Answer, DeadlineKind, EventKind, Outcome, Owner, Part
from tui.letters.call_sheet import call_sheet
from tui.letters.letter import Letter, Sender
from tui.letters.write import write_letter
from tui.wording.wording import Wording

Happened = Callable[..., Event]
Told = Callable[..., tuple[Event, ...]]
DETAILED = replace(BARE, details="My card is blocked.", expected_result="Please unblock it.")


def written(case: Case, template: str, language: str = "en") -> Letter:
    return write_letter(case, Sender(), template, Wording(language), today=TODAY)


@pytest.mark.parametrize("template", ["reminder", "complaint", "reasons", "reply"])
def test_a_broken_promise_of_a_line_is_told_there_alone(
    template: str, happened: Happened, told: Told
) -> None:
    call = happened(11, 6, EventKind.CALL, promise=date(2026, 11, 9))
    letter = written(replace(DETAILED, timeline=told(call)), template)
    assert "9 November" not in letter.parts[Part.PROBLEM]
    in_history = template != "reply"
    assert letter.text().count("9 November 2026") == (1 if in_history else 0)


def test_one_of_no_line_is_told_beside_the_history(happened: Happened, told: Told) -> None:
    events = [
        happened(11, d, EventKind.RECEIVED, automatic=True, promise=date(2026, 11, d + 1))
        for d in (6, 12)
    ]
    one, both = (replace(DETAILED, timeline=told(*events[:n])) for n in (1, 2))
    said = written(one, "complaint").parts[Part.PROBLEM]
    assert "The date you promised, 7 November 2026, was not kept." in said
    said = written(both, "complaint").parts[Part.PROBLEM]
    assert "The dates you promised were not kept: 7 November 2026, 13 November 2026." in said
    said = written(one, "reminder").parts[Part.PROBLEM]
    assert "The date you promised, 7 November 2026, has passed" in said
    assert "The matter is still open." not in said


@pytest.mark.parametrize("template", ["claim", "complaint", "appeal", "higher", "reasons"])
def test_one_of_no_line_is_told_with_who_gave_it(
    template: str, happened: Happened, told: Told
) -> None:
    said = {"automatic": True, "agent": "Olga", "promise": date(2026, 11, 7)}
    case = replace(DETAILED, timeline=told(happened(11, 6, EventKind.RECEIVED, **said)))
    assert "7 November 2026 (Olga), was not kept." in written(case, template).text()


@pytest.mark.parametrize("template", ["reminder", "last_notice", "claim", "complaint", "higher"])
def test_every_broken_promise_is_told_and_counted(
    template: str, happened: Happened, told: Told
) -> None:
    calls = [
        happened(11, day, EventKind.CALL, agent=agent, promise=date(2026, 11, day + 1))
        for day, agent in ((5, "Olga"), (8, "Boris"), (12, "Olga"))
    ]
    text = written(replace(DETAILED, timeline=told(*calls)), template).text()
    for day, agent in ((6, "Olga"), (9, "Boris"), (13, "Olga")):
        assert f"({agent}). The promised date, {day} November 2026, was not kept." in text
    assert "Promised dates that were not kept: 3 in all." in text
    one = written(replace(DETAILED, timeline=told(calls[0])), template).text()
    assert "in all" not in one


def test_a_promise_of_a_closed_case_accuses_nobody(happened: Happened, told: Told) -> None:
    end = happened(11, 7, EventKind.CLOSED, outcome=Outcome.WITHDRAWN)
    call = happened(11, 6, EventKind.CALL, promise=date(2026, 11, 9))
    text = written(replace(DETAILED, timeline=told(call, end)), "complaint").text()
    assert "The promised date was 9 November 2026." in text
    assert "not kept" not in text


def test_a_reminder_beside_a_told_promise_says_that_the_matter_is_open(
    happened: Happened, told: Told
) -> None:
    call = happened(11, 6, EventKind.CALL, promise=date(2026, 11, 9))
    case = replace(DETAILED, timeline=told(call))
    assert "The matter is still open." in written(case, "reminder").parts[Part.PROBLEM]
    asked = " ".join(call_sheet(case, Sender(), Wording("en"), TODAY).questions)
    assert "I was given 9 November 2026 as the date." in asked


@pytest.mark.parametrize("template", ["reminder", "complaint", "reasons"])
def test_a_wish_of_then_is_told_as_not_done(template: str, happened: Happened, told: Told) -> None:
    wish = "Прошу вернуть деньги до 2 октября."
    case = replace(DETAILED, expected_result=wish, timeline=told(happened(9, 20, EventKind.SENT)))
    ru, en = (written(case, template, language).parts[Part.RESULT] for language in ("ru", "en"))
    then = Wording("ru").day(date(2026, 9, 20))
    assert f"Моя просьба от {then}:\nВернуть деньги до 2 октября.\nОна не вып" in ru
    assert f"What I asked for on 20 September 2026:\n{wish}\nIt has not been done." in en
    assert "остаётся в силе" not in ru


def test_what_was_met_in_part_is_told_so_and_what_was_solved_is_not(
    happened: Happened, told: Told
) -> None:
    partly = told(happened(11, 6, EventKind.ANSWERED, answer=Answer.PARTLY))
    result = written(replace(DETAILED, timeline=partly), "reasons").parts[Part.RESULT]
    assert result.endswith("Please unblock it.\nIt has been done only in part.")
    upheld = replace(DETAILED, outcome=Outcome.UPHELD)
    assert written(upheld, "complaint").parts[Part.RESULT].count("done") == 0


def test_a_reply_reproaches_nothing_and_no_wish_gives_no_reproach() -> None:
    assert "not been done" not in written(DETAILED, "reply").text()
    assert "not been done" not in written(BARE, "complaint").text()


@pytest.mark.parametrize(
    ("subject", "ru", "en"),
    [
        ("Card blocked", "Коротко о сути: Card blocked.", "In short: Card blocked."),
        (
            "Card: blocked",
            "Тема обращения — «Card: blocked».",
            "My request is about “Card: blocked”.",
        ),
        (
            "“Gold”: blocked!",
            "Тема обращения — «“Gold”: blocked!»",
            "My request is about “‘Gold’: blocked!”",
        ),
    ],
)
def test_a_reminder_has_no_colon_after_a_colon(subject: str, ru: str, en: str) -> None:
    case = replace(DETAILED, subject=subject)
    for language, said in (("ru", ru), ("en", en)):
        assert written(case, "reminder", language).parts[Part.PROBLEM].splitlines()[0] == said


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("Прошу вас вернуть деньги.", "Вернуть деньги."),
        ("прошу найти посылку. Прошу ответить.", "Найти посылку. Прошу ответить."),
        ("Прошу ответа по существу.", "Прошу ответа по существу."),
        ("Прошу дать ответ.", "Дать ответ."),
        ("Вернуть деньги.", "Вернуть деньги."),
    ],
)
def test_after_a_heading_nobody_asks_twice(
    wish: str, said: str, happened: Happened, told: Told
) -> None:
    case = replace(DETAILED, expected_result=wish, timeline=told(happened(9, 20, EventKind.SENT)))
    assert f"г.:\n{said}\n" in written(case, "claim", "ru").parts[Part.RESULT] + "\n"


def _lapsed(due: date) -> Deadline:
    return Deadline(owner=Owner.THEIRS, kind=DeadlineKind.ANSWER, due=due, late_after=due, rule="r")


@pytest.mark.parametrize("template", ["reminder", "last_notice", "data_reminder", "claim"])
@pytest.mark.parametrize(("language", "day"), [("en", "13 November"), ("ru", "13 ноября")])
def test_which_answer_is_late_is_said_once(
    template: str, language: str, day: str, happened: Happened
) -> None:
    first, again = (
        happened(month, 6, EventKind.SENT, starts=(_lapsed(date(2026, month, 13)),))
        for month in (10, 11)
    )
    case = apply(apply(DETAILED, first), again)
    text = written(case, template, language).text()
    assert text.count(day) == 1
    assert text.count("13 ") == 2, "one was missed before that"


@pytest.mark.parametrize(
    ("language", "refused", "anew"), [("en", "refused", "anew"), ("ru", "отказал", "заново")]
)
def test_a_final_response_is_asked_for_once(
    language: str, refused: str, anew: str, happened: Happened, told: Told
) -> None:
    events = told(happened(11, 2, EventKind.SENT), happened(11, 9, EventKind.REFUSED))
    text = written(replace(DETAILED, timeline=events), "final_response", language).text()
    assert (text.count(refused), text.count(anew)) == (1, 1)
