"""A mail at a wrong case goes to another one, and back by undo; a note keeps who wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_story import Place
from mail_story import a_mail, put_into, written_to

from tui.cases.errors import BadInput
from tui.cases.judging import is_unjudged
from tui.cases.words import EventKind, Stage
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.wording.wording import Wording


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Case 1 has a mail that was judged; case 2 waits as well, case 3 is a draft."""
    desk = Place(tmp_path / "book").desk()
    written_to(desk)
    written_to(desk, "Hostwerk", "<case.2@example.org>")
    facts = {"company": "Skerry", "subject": "A bag", "problem": "service"}
    desk.open_case(facts)
    desk.take_mail_files([put_into(tmp_path / "M", a_mail())])
    told = {"promise": "2026-11-30", "reference": "CS0045127"}
    desk.record_mail(1, Happening(EventKind.PROMISE, told))
    return desk


def test_it_waits_at_the_other_case_and_a_note_says_where_it_went(desk: Desk) -> None:
    before = desk.case(1)
    case = desk.attach_mail(1, 2)
    assert is_unjudged(case.timeline[-1])
    assert [(row.number, row.card.id) for row in desk.inbox() if row.card] == [(1, 2)]
    left = desk.case(1)
    assert [event.kind for event in left.timeline] == [EventKind.SENT, EventKind.NOTE]
    assert "Refund of a kettle” of support@meteor.example" in left.timeline[-1].text
    assert left.timeline[-1].text.endswith("it is in #2.")
    assert (left.stage, left.references) == (Stage.WAITING, ())
    desk.undo()
    assert (desk.case(1).timeline, desk.mail_case(1)) == (before.timeline, 1)
    assert len(desk.case(2).timeline) == 1


def test_it_is_not_moved_to_where_it_lies(desk: Desk) -> None:
    with pytest.raises(BadInput) as caught:
        desk.attach_mail(1, 1)
    assert "in case #1 already" in Wording("en").say(caught.value.sentence)


def test_as_a_note_it_keeps_sender_and_subject(desk: Desk) -> None:
    text = desk.attach_mail(1, 3).timeline[-1].text
    assert text.startswith(
        "From: Mia <support@meteor.example>\nSubject: Re: Refund of a kettle\n\n"
    )
    assert "We refund 124.90 EUR" in text
