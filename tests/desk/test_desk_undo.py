"""Each verb can be taken back, and what was there is there again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from desk_story import Place, happens, opened
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.errors import NotFound
from tui.cases.words import Channel, EventKind, Part
from tui.desk.desk import Desk
from tui.desk.undone import GoesBeyond, WholeCase, sentence_of
from tui.store.contract import Change
from tui.wording.wording import Wording

NEEDED = {
    EventKind.ANSWERED: {"answer": "partly"},
    EventKind.PROMISE: {"promise": "+3d"},
    EventKind.EXTENDED: {"due": "+30d"},
    EventKind.CLOSED: {"outcome": "upheld"},
    EventKind.ESCALATED: {"step": "complaint"},
}
FULL = {"reference": "55-10", "url": "https://m.example", "text": "said", "agent": "Olga"}

VERBS: dict[str, Callable[[Desk], object]] = {
    "open": lambda desk: opened(desk, company="New"),
    "open several": lambda desk: desk.open_cases([desk.draft(_facts(n)) for n in "ab"]),
    "edit": lambda desk: desk.edit(1, {"urgency": "high", "company": "New", "identifiers": ""}),
    "letter": lambda desk: desk.save_letter(1, "", {Part.PROBLEM: "It leaks."}),
    "letter of a step": lambda desk: desk.save_letter(1, "complaint", {Part.PROBLEM: "Again."}),
    "company": lambda desk: desk.save_company("Meteor", {"note": "slow"}, "phone 1"),
    "new company": lambda desk: desk.save_company("New", {"note": "slow"}),
    "point": lambda desk: desk.add_contact_point("Meteor", Channel.PHONE, "1"),
    "import": lambda desk: desk.import_document(_elsewhere()),
    **{
        f"record {kind}": lambda desk, kind=kind: happens(
            desk, 1, kind, anyway=True, **(FULL | NEEDED.get(kind, {}))
        )
        for kind in EventKind
        if kind not in (EventKind.REOPENED, EventKind.EVIDENCE)
    },
}


def _facts(subject: str) -> dict[str, str]:
    return {"company": "New", "subject": subject, "problem": "other"}


def _elsewhere() -> dict[str, object]:
    desk = Place().desk()
    opened(desk, company="Elsewhere")
    return desk.export()


def _holds(place: Place) -> tuple[list[Case], list[Company]]:
    """What the book holds, but for the revisions: taking back is a change too."""
    desk = place.desk()
    cases = [replace(desk.case(view.id), revision=0) for view in desk.listed()]
    return cases, [replace(company, revision=0) for company in desk.companies()]


@pytest.mark.parametrize("verb", VERBS)
def test_taken_back(place: Place, verb: str) -> None:
    desk = place.desk()
    opened(desk)
    happens(desk, 1, "sent", promise="+2d")
    before = _holds(place)
    VERBS[verb](desk)
    assert _holds(place) != before
    desk.undo()
    assert _holds(place) == before
    assert [v.card for v in desk.listed()] == [v.card for v in place.desk().listed()]


def test_evidence_and_reopening_are_taken_back(place: Place, tmp_path: Path) -> None:
    desk = place.desk()
    opened(desk)
    happens(desk, 1, "closed", outcome="upheld")
    for kind in ("reopened", "evidence"):
        before = _holds(place)
        proof = tmp_path / "proof.txt"
        proof.write_text("seen")
        happens(desk, 1, kind, [proof])
        desk.undo()
        assert _holds(place) == before


def test_one_by_one_back_to_the_empty_book(place: Place) -> None:
    desk = place.desk()
    stages = [_holds(place)]
    for verb in (lambda: opened(desk), *(lambda v=v: VERBS[v](desk) for v in ("edit", "letter"))):
        verb()
        stages.append(_holds(place))
    for stage in reversed(stages[:-1]):
        desk.undo()
        assert _holds(place) == stage
    with pytest.raises(NotFound, match="nothing to take back"):
        desk.undo()


@pytest.mark.parametrize(
    ("verb", "said"),
    [
        ("open", "Taken back: the new case with New."),
        ("open several", "Taken back: 2 new cases."),
        ("letter", "Taken back: the change of the letter in #1."),
        ("new company", "Taken back: the change of the company New."),
        ("import", "Taken back: the import of 1 case."),
    ],
)
def test_what_was_taken_back_is_said(desk: Desk, verb: str, said: str) -> None:
    opened(desk)
    VERBS[verb](desk)
    assert Wording("en").say(sentence_of(desk.undo())) == said


def test_a_company_called_by_a_number_is_no_count(desk: Desk) -> None:
    opened(desk, company="365")
    assert Wording("en").say(sentence_of(desk.undo())) == "Taken back: the new case with 365."


@pytest.mark.parametrize("verb", ["import", "add_several", "record", "something new"])
@pytest.mark.parametrize("detail", ["", "²", "much"])
def test_a_change_of_another_version_is_said_too(desk: Desk, verb: str, detail: str) -> None:
    change = Change(verb=verb, detail=detail, case=3, at=desk.moment())
    assert Wording("en").say(sentence_of(change)).startswith("Taken back: ")


def test_behind_a_letter_that_went_out_undo_goes_only_when_it_is_told(desk: Desk) -> None:
    opened(desk)
    desk.save_company("Meteor", {"note": "slow"}, "phone 1")
    sent = Change(verb="mail_sent", case=1, at=desk.moment(), undoable=False)
    with desk._office.store.writing(sent) as book:
        book.put_document("outbox", {"case": 1})
    with pytest.raises(GoesBeyond) as error:
        desk.undo()
    assert Wording("en").say(error.value.sentence) == (
        "What you did last, the letter of #1 that went out, cannot be taken back. "
        "Before it stands the change of the company Meteor."
    )
    assert desk.undo(beyond=True).verb == "company"
    desk.edit(1, {"urgency": "high"})
    assert desk.undo().verb == "edit"


def test_a_whole_case_is_asked_for_unless_it_was_opened_just_now(desk: Desk) -> None:
    opened(desk)
    assert desk.undo(asks=True).verb == "add"
    case = opened(desk)
    desk.edit(case.id, {"urgency": "high"})
    assert desk.undo(asks=True).verb == "edit"
    with pytest.raises(WholeCase) as error:
        desk.undo(asks=True)
    said = "Next is the new case with Meteor, with all that is in it."
    assert Wording("en").say(error.value.sentence) == said
    assert desk.undo().verb == "add"
