"""Letters for the later occasions: claim, appeal, last notice, thanks, the mail after a call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace
from msgspec.structs import replace as with_

from tui.cases.case import Case
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.particulars import Reference
from tui.cases.words import (
    Answer,
    Channel,
    DeadlineKind,
    EventKind,
    Outcome,
    Owner,
    Part,
    Problem,
    Tone,
)
from tui.letters.fields import facts_of
from tui.letters.letter import Letter, Sender
from tui.letters.letter_book import load_template
from tui.letters.matter import Ground, Matter
from tui.letters.phrases import Phrases
from tui.letters.write import letter_from
from tui.wording.wording import Wording

TODAY, ANSWER_BY = date(2026, 11, 22), date(2026, 12, 2)
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


def matter(
    case: Case,
    language: str = "en",
    tone: Tone = Tone.FORMAL,
    ground: Ground | None = None,
    answer_by: date | None = ANSWER_BY,
) -> Matter:
    words = Wording(language)
    given = Matter(case, Sender(), words, Phrases(language), TODAY, answer_by, case.company)
    return with_(given, tone=tone, ground=ground or Ground())


def written(case: Case, template: str, **given: object) -> Letter:
    return letter_from(matter(case, **given), load_template(template))  # type: ignore[arg-type]


def test_a_claim_says_that_it_is_one_and_by_when(happened: Happened, told: Told) -> None:
    case = replace(CASE, timeline=told(happened(11, 6, EventKind.SENT)))
    letter = written(case, "claim")
    assert letter.parts[Part.SUBJECT] == "Formal claim, no. 55-10: Card blocked"
    assert "This letter is a formal claim. Please register it" in letter.parts[Part.GREETING]
    assert letter.parts[Part.RESULT] == (
        "What I asked for on 6 November 2026:\nPlease unblock it.\nIt has not been done.\n\n"
        "Please do so in full by 2 December 2026 and tell me your decision in writing.\n"
        "If you refuse, please give the reasons in writing and the rule that the refusal "
        "rests on."
    )


def test_a_claim_that_begins_a_case_reproaches_nothing() -> None:
    result = written(CASE, "claim").parts[Part.RESULT]
    assert result.startswith("Please unblock it.\n\nPlease do so in full by 2 December")
    bare = written(replace(CASE, expected_result="My card"), "claim").parts[Part.RESULT]
    assert bare.startswith("My demand: My card.\n")
    assert "not been done" not in result + bare


def test_an_appeal_quotes_the_decision_by_its_day(happened: Happened, told: Told) -> None:
    refused = told(
        happened(11, 6, EventKind.SENT), happened(11, 9, EventKind.REFUSED, text="Not covered.")
    )
    letter = written(replace(CASE, timeline=refused), "appeal")
    assert letter.parts[Part.PROBLEM].startswith("On 9 November 2026 you refused my request.")
    assert letter.text().count("Not covered.") == 1
    assert "tell me where I can turn next" in letter.parts[Part.RESULT]
    partly = told(happened(11, 9, EventKind.ANSWERED, answer=Answer.PARTLY))
    assert "only in part" in written(replace(CASE, timeline=partly), "appeal").text()
    assert "still not solved" in written(CASE, "appeal").text()


@pytest.mark.parametrize(
    ("ground", "said"),
    [
        (Ground(next_title="Court"), "I will take the next step: court"),
        (
            Ground(next_title="Complaint", next_addressee="the ombudsman"),
            "I will turn to the ombudsman",
        ),
        (Ground(), "please tell me in writing who in the company can decide"),
    ],
)
def test_a_last_notice_names_the_next_step_and_no_threat(ground: Ground, said: str) -> None:
    result = written(CASE, "last_notice", ground=ground).parts[Part.RESULT]
    assert result.endswith(f"If it is not settled by then, {said}.")
    assert "Please settle this by 2 December 2026." in result


def test_the_next_step_is_named_within_a_russian_sentence() -> None:
    for title, said in (("Жалоба в Банк России", "жалоба в Банк России"), ("CISAS", "CISAS")):
        ground = Ground(next_title=title, next_addressee="Банк России")
        result = written(CASE, "last_notice", language="ru", ground=ground).parts[Part.RESULT]
        assert result.endswith(f"не будет решён, мой следующий шаг — {said}.")


def test_thanks_ask_for_nothing(happened: Happened, told: Told) -> None:
    solved = happened(11, 9, EventKind.ANSWERED, answer=Answer.SOLVED, agent="Dana")
    case = replace(CASE, timeline=told(happened(11, 6, EventKind.SENT), solved))
    text = written(case, "thanks", tone=Tone.NEUTRAL).text()
    assert "The matter is solved. Thank you!\nMy thanks go to Dana in particular." in text
    assert "December" not in text
    partly = replace(CASE, outcome=Outcome.PARTLY)
    assert "solved in part, and I leave it at that" in written(partly, "thanks").text()


def test_the_mail_after_a_call_repeats_it(happened: Happened, told: Told) -> None:
    at = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
    call = Event(
        at=at,
        kind=EventKind.CALL,
        channel=Channel.PHONE,
        agent="Oleg",
        reference="№ 55-31",
        text="They will unblock it.",
        promise=date(2026, 11, 24),
    )
    letter = written(replace(CASE, timeline=told(call)), "recap")
    assert "our phone call of 20 November 2026, 14:05 in writing" in letter.parts[Part.GREETING]
    assert letter.parts[Part.DONE] == (
        "I spoke with Oleg.\nThe number I was given is 55-31.\n"
        "This is what was said: They will unblock it.\nThe date you gave is 24 November 2026."
    )
    assert letter.parts[Part.RESULT].startswith("Please confirm this date.")
    untimed = replace(call, at=at.replace(hour=12, minute=0), promise=None, text="a\nb")
    letter = written(replace(CASE, timeline=told(untimed)), "recap", language="ru")
    assert "разговор: 20 ноября 2026 г." in letter.parts[Part.GREETING]
    assert "12:00" not in letter.text()
    assert "[опишите здесь, о чём договорились]" in letter.parts[Part.DONE]  # long notes are mine
    assert "назвать срок" in letter.parts[Part.RESULT]


def test_a_higher_body_is_reminded_of_the_complaint_it_has(happened: Happened, told: Told) -> None:
    filed = happened(11, 9, EventKind.ESCALATED, channel=Channel.FORM, reference="ADJ-2")
    case = replace(CASE, timeline=told(happened(11, 6, EventKind.SENT), filed))
    text = written(case, "higher_reminder", tone=Tone.FIRM).text()
    assert "my complaint of 9 November 2026 about Northbank, no. ADJ-2." in text
    assert "Dear Sir or Madam," in text
    assert "Northbank team" not in text
    assert "where my complaint stands" in text
    asked = told(filed, happened(11, 15, EventKind.ASKED, text="Which card?"))
    reply = written(replace(CASE, timeline=asked), "higher_reply").text()
    assert "This answers your request of 15 November 2026" in reply
    assert "Northbank team" not in reply


LAW = Ground(rule="ru.zpp.22", law="section 75 of the Act", sets_time=True)


@pytest.mark.parametrize("template", ["request", "complaint", "claim", "appeal", "higher"])
@pytest.mark.parametrize("tone", Tone)
def test_law_is_cited_in_a_formal_letter_and_in_no_other(template: str, tone: Tone) -> None:
    case = replace(CASE, timeline=(), expected_result="Please unblock my card.")
    text = written(case, template, tone=tone, ground=LAW).text()
    said = "The time for your answer is set by section 75 of the Act."
    assert text.count(said) == (1 if tone is Tone.FORMAL else 0)
    assert text.count("section 75") == (1 if tone is Tone.FORMAL else 0)


def test_an_own_paragraph_cannot_cite_law_in_another_tone() -> None:
    law = {tone: facts_of(matter(CASE, tone=tone, ground=LAW))["law"] for tone in Tone}
    assert law == {Tone.NEUTRAL: "", Tone.FIRM: "", Tone.FORMAL: LAW.law}


def test_law_is_said_of_the_date_of_the_letter_or_of_the_time_that_is_over(
    happened: Happened, told: Told
) -> None:
    undated = written(CASE, "claim", ground=LAW, answer_by=None).text()
    assert "section 75" not in undated  # there is no date that it could set
    mine = Ground(law="section 22 of the Act", is_mine=True)
    assert (
        "My request rests on section 22 of the Act." in written(CASE, "claim", ground=mine).text()
    )
    due = date(2026, 11, 16)
    lapsed = Deadline(
        owner=Owner.THEIRS,
        kind=DeadlineKind.ANSWER,
        due=due,
        late_after=due,
        rule="ru.zpp.22",
        event=1,
    )
    case = replace(CASE, timeline=told(happened(11, 6, EventKind.SENT)), deadlines=(lapsed,))
    notice = Ground(rule="ru.zpp.22", law="section 75 of the Act")
    said = "set by section 75 of the Act, ended on 16 November 2026."
    assert said in written(case, "last_notice", ground=notice).text()
    other = Ground(rule="ru.zpp.21", law="section 75 of the Act")
    assert "section 75" not in written(case, "last_notice", ground=other).text()


@pytest.mark.parametrize(
    ("template", "fitting"),
    [
        ("request", ["new"]),
        ("reminder", ["late"]),
        ("reply", ["asked"]),
        ("reasons", ["refused", "partly"]),
        ("appeal", ["refused", "partly"]),
        ("claim", ["sent", "asked", "refused", "partly", "late", "called"]),
        ("last_notice", ["late"]),
        ("thanks", ["partly", "solved"]),
        ("recap", ["called"]),
    ],
)
def test_what_fits_when(template: str, fitting: list[str], happened: Happened, told: Told) -> None:
    sent = happened(11, 6, EventKind.SENT)
    stories = {
        "new": (),
        "sent": (sent,),
        "asked": (sent, happened(11, 9, EventKind.ASKED, text="Which?")),
        "refused": (sent, happened(11, 9, EventKind.REFUSED)),
        "partly": (sent, happened(11, 9, EventKind.ANSWERED, answer=Answer.PARTLY)),
        "solved": (sent, happened(11, 9, EventKind.ANSWERED, answer=Answer.SOLVED)),
        "late": (sent, happened(11, 9, EventKind.PROMISE, promise=date(2026, 11, 12))),
        "called": (sent, happened(11, 9, EventKind.CALL)),
    }
    facts = {
        name: facts_of(matter(replace(CASE, timeline=told(*story))))
        for name, story in stories.items()
    }
    conditions = load_template(template).fits
    assert [n for n in stories if all(facts[n][field] for field in conditions)] == fitting
