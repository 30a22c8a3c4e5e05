"""A reminder asks for what is lacking, and each is reminded only of what that one owes."""

from __future__ import annotations

from datetime import date

import pytest
from desk_story import Place, at, happens, opened

from tui.cases.errors import BadInput
from tui.cases.words import Part
from tui.desk.desk import Desk

ASKED = "I have no number for it: please tell me that, too."


@pytest.mark.parametrize("number", ["", "VM-1"])
def test_who_gave_no_number_is_asked_for_it(desk: Desk, number: str) -> None:
    """The letter does what the next action says."""
    case = opened(desk, language="en").id
    happens(desk, case, "sent", at="2026-10-26", channel="chat", promise="2026-11-12",
            reference=number, reference_refused="" if number else "yes")  # fmt: skip
    made = desk.compose(case)
    assert made.draft.template == "reminder"
    assert (ASKED in made.letter.parts[Part.RESULT]) == (not number)


def _disputed(desk: Desk) -> int:
    """The bank of the card has let its time pass; a court has the papers and owes none."""
    facts = {"playbook": "uk-retail", "country": "GB", "language": "en"}
    case = opened(desk, company="Brightsofa", parties="bank=Northbank", **facts).id
    happens(desk, case, "sent", at="2026-09-01", reference="BS-1")
    happens(desk, case, "refused", at="2026-09-03")
    happens(desk, case, "escalated", at="2026-09-04", step="lba", anyway=True)
    happens(desk, case, "escalated", at="2026-09-20", step="section75", reference="S75-1",
            anyway=True)  # fmt: skip
    happens(desk, case, "escalated", at="2026-10-20", step="court", reference="MCOL-1", anyway=True)
    return case


def test_a_court_is_asked_how_the_matter_stands_and_for_nothing_that_a_bank_owes(
    desk: Desk,
) -> None:
    case = _disputed(desk)
    assert any(d.party == "bank" and d.late_on(desk.day()) for d in desk.case(case).deadlines)
    made = desk.compose(case, "court")
    assert made.draft.template == "court_reminder"
    text = made.letter.text()
    assert "what I filed with the court on 20 October 2026, no. MCOL-1." in text
    assert "was due" not in text
    assert "complaint" not in text
    assert made.answer_by is None
    assert [finding.id for finding in made.findings] == []


def _two_bodies(desk: Desk) -> int:
    """Rospotrebnadzor has until 13 November (30 days from an entry by 14 October), and a court no
    day; the time of the seller ended before that."""
    case = opened(desk, playbook="ru-shop", country="RU", language="en").id
    happens(desk, case, "sent", at="2026-09-01", channel="email")
    happens(desk, case, "escalated", at="2026-09-14", step="claim", channel="email")
    happens(desk, case, "escalated", at="2026-10-10", step="regulator", channel="form",
            reference="45-OG")  # fmt: skip
    happens(desk, case, "escalated", at="2026-11-12", step="court", channel="letter", anyway=True)
    return case


def test_a_body_is_reminded_of_its_own_day_and_number() -> None:
    desk = Place(country="RU").desk()
    case = _two_bodies(desk)
    text = desk.compose(case, "regulator").letter.text()
    assert "my complaint of 10 October 2026 about Meteor, no. 45-OG." in text
    assert "An answer was due by 13 November 2026" in text
    assert "An answer was due" not in desk.compose(case, "court").letter.text()


def test_a_broken_promise_of_the_company_hides_no_day_of_a_body() -> None:
    desk = Place(country="RU").desk()
    case = _two_bodies(desk)
    happens(desk, case, "promise", at="2026-09-20", promise="2026-09-25", party="company")
    assert "An answer was due by 13 November 2026" in desk.compose(case, "regulator").letter.text()


@pytest.mark.parametrize(("day", "early"), [("2026-11-13", True), ("2026-11-14", False)])
def test_a_body_has_its_time_too(day: str, early: bool) -> None:
    """Hand counted above: Rospotrebnadzor has until 13 November."""
    place = Place(country="RU")
    desk = place.desk()
    case = opened(desk, playbook="ru-shop", country="RU", language="en").id
    happens(desk, case, "sent", at="2026-09-01", channel="email")
    happens(desk, case, "escalated", at="2026-09-14", step="claim", channel="email")
    happens(desk, case, "escalated", at="2026-10-10", step="regulator", channel="form")
    then = place.desk(at(f"{day} 12:00"))
    then.look_again()
    made = then.compose(case)
    assert made.draft.template == "higher_reminder"
    assert ("L23" in {finding.id for finding in made.findings}) is early
    kinds = {kind.id: kind for kind in then.letter_kinds(case)}
    assert ("higher_reminder" not in kinds) is early
    assert early or kinds["higher_reminder"].usual
    # Nobody is asked for an answer before the day by which it is due.
    assert made.answer_by == date(2026, 11, 18)  # the third working day of both
    before = place.desk(at("2026-11-02 12:00"))
    before.look_again()
    assert before.compose(case).answer_by == date(2026, 11, 13)


def test_nobody_is_reminded_who_was_never_written_to(desk: Desk) -> None:
    """A complaint to the management of the company is none to a body above it."""
    case = opened(desk, playbook="eu-withdrawal", country="DE", language="en").id
    happens(desk, case, "sent", at="2026-09-14", channel="email")
    happens(desk, case, "escalated", at="2026-10-08", step="complaint", channel="email")
    assert "higher_reminder" not in {kind.id for kind in desk.letter_kinds(case)}
    for step in ("", "complaint"):
        with pytest.raises(BadInput, match="Nobody above"):
            desk.compose(case, step, template="higher_reminder")


def test_a_body_that_was_left_is_reminded_of_its_complaint_and_its_number() -> None:
    desk = Place(country="RU").desk()
    case = _two_bodies(desk)
    made = desk.compose(case, template="higher_reminder")
    assert made.draft.step == "regulator"
    assert "of 10 October 2026 about Meteor, no. 45-OG." in made.letter.text()
    going = desk.going(case, made.draft)
    happens(desk, case, going.kind, channel="form", **going.texts)
    assert desk.case(case).step == "court", "a reminder moves it nowhere"
