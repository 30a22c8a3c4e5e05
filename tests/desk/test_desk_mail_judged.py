"""Each mail waits for a judgement of its own, which takes its place in the timeline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from desk_story import Place, happens
from mail_story import a_mail, take_in, written_to

from tui.cases.errors import BadInput
from tui.cases.words import Answer, EventKind, Part, Stage
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk

PROMISE = Happening(EventKind.PROMISE, {"promise": "2026-11-30"})
REFUSAL = Happening(EventKind.REFUSED, {"final": "yes"})


def the_mail(number: int, text: str, day: int) -> bytes:
    when = f"{day} Nov 2026 09:15:00 +0000"
    return a_mail(text, message_id=f"<r{number}@meteor.example>", day=when)


PROMISED = the_mail(1, "We will refund 124.90 EUR by 30 November 2026.", 21)
REFUSED = the_mail(2, "We refuse the refund. This decision is final.", 22)
Take = Callable[..., None]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Place(tmp_path).desk()
    written_to(desk)
    return desk


@pytest.fixture
def take(desk: Desk, tmp_path: Path) -> Take:
    return lambda *mails: take_in(desk, tmp_path / "came", *mails) and None


def waiting(desk: Desk) -> list[int]:
    return sorted(row.number for row in desk.inbox() if row.is_attached)


def next_of(desk: Desk) -> str:
    return desk.next_action(1).sentence.text


def test_one_record_judges_one_mail_at_its_own_time_and_in_its_place(
    desk: Desk, take: Take
) -> None:
    take(PROMISED, REFUSED)
    case = desk.record_mail(1, PROMISE)
    promise = case.timeline[1]
    assert [event.kind for event in case.timeline] == ["sent", "promise", "received"]
    assert (promise.id, str(promise.at), promise.agent) == (2, "2026-11-21 09:15:00+00:00", "Mia")
    assert promise.text.startswith("We will refund")
    assert waiting(desk) == [2]
    assert (case.stage, next_of(desk)) == (Stage.MY_MOVE, "judge what they wrote")
    final = desk.record_mail(2, REFUSAL)
    assert (waiting(desk), final.last_answer) == ([], Answer.REFUSED)


def test_in_whatever_order_they_are_judged_the_later_one_counts(desk: Desk, take: Take) -> None:
    take(PROMISED, REFUSED)
    desk.record_mail(2, REFUSAL)
    case = desk.record_mail(1, PROMISE)
    assert (waiting(desk), case.last_answer) == ([], Answer.REFUSED)
    assert case.open_deadlines == ()  # what they promised before they refused
    desk.undo()
    assert waiting(desk) == [1]


def test_an_older_mail_that_comes_later_waits_as_well(desk: Desk, take: Take) -> None:
    take(REFUSED)
    take(PROMISED)
    assert waiting(desk) == [1, 2]
    desk.record_mail(1, REFUSAL)
    assert waiting(desk) == [2]


def test_what_is_recorded_or_written_without_a_mail_judges_none(desk: Desk, take: Take) -> None:
    take(PROMISED)
    for kind, texts in (("promise", {"promise": "2026-11-30"}), ("call", {}), ("sent", {})):
        happens(desk, 1, kind, **texts)
        assert waiting(desk) == [1]
    assert desk.case(1).stage is Stage.MY_MOVE
    desk.ignore_mail(1)
    case = desk.case(1)
    assert (waiting(desk), case.stage, len(case.timeline)) == ([], Stage.WAITING, 5)
    with pytest.raises(BadInput):
        desk.ignore_mail(1)


def test_one_word_for_all_that_is_told_already(desk: Desk, take: Take) -> None:
    take(PROMISED, REFUSED)
    happens(desk, 1, "refused", final="yes")
    desk.settle_mails(1)
    assert waiting(desk) == []
    assert next_of(desk) != "judge what they wrote"
    done = desk.compose(1, template="complaint").letter.parts[Part.DONE]
    assert [line.split(" — ")[0] for line in done.splitlines()[1:]] == [
        "20 November 2026", "22 November 2026",
    ]  # fmt: skip


def test_what_i_did_about_a_mail_stands_beside_it_and_judges_it(desk: Desk, take: Take) -> None:
    take(PROMISED)
    case = desk.record_mail(1, Happening(EventKind.CALL, {"text": "I thanked them."}))
    assert [event.kind for event in case.timeline] == ["sent", "received", "call"]
    assert (waiting(desk), case.stage, case.timeline[-1].at.day) == ([], Stage.WAITING, 22)


def test_a_letter_after_a_refusal_that_was_judged_later_has_a_clock(desk: Desk, take: Take) -> None:
    take(the_mail(1, "We refuse the refund.", 21))
    assert happens(desk, 1, "sent").timeline[-1].starts == ()
    case = desk.record_mail(1, Happening(EventKind.REFUSED))
    assert [deadline.event for deadline in case.open_deadlines] == [3]


def test_an_older_promise_is_none_by_the_day_it_is_judged(desk: Desk, take: Take) -> None:
    take(the_mail(1, "You get the money by 21 November.", 21))
    case = desk.record_mail(1, Happening(EventKind.PROMISE, {"promise": "2026-11-21"}))
    assert [str(d.due) for d in case.open_deadlines if d.kind == "promise"] == ["2026-11-21"]


def test_a_number_and_a_file_of_a_judged_mail_are_in_the_case(
    desk: Desk, take: Take, tmp_path: Path
) -> None:
    happens(desk, 1, "received", answer="receipt", reference="55-10")
    take(PROMISED)
    file = tmp_path / "offer.txt"
    file.write_text("An offer.")
    told = Happening(EventKind.PROMISE, {"promise": "2026-11-30", "reference": "CS-7"}, (file,))
    case = desk.record_mail(1, told)
    assert [one.number for one in case.references] == ["55-10", "CS-7"]
    assert [piece.name for piece in case.evidence] == ["offer.txt"]


def test_mails_of_another_book_wait_for_nothing_here(desk: Desk, take: Take) -> None:
    take(PROMISED)
    elsewhere = Place().desk()
    elsewhere.import_document(desk.export())
    assert elsewhere.case(1).timeline[-1].mail == 0
    happens(elsewhere, 1, "promise", promise="2026-11-30")
    assert elsewhere.next_action(1).sentence.text != "judge what they wrote"
