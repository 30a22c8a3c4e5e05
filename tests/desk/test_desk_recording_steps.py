"""Which step of the ladder an event belongs to, and who may climb."""

from __future__ import annotations

from datetime import date

import pytest
from desk_story import Place, at, happens, opened
from dispute_story import Dispute

from tui.advice.action import Action
from tui.cases.case import Case
from tui.cases.errors import BadInput, NotFound, NotLawful
from tui.cases.words import DeadlineKind, EventKind, Stage
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.playbooks.rung import RungState


def _refused(desk: Desk) -> Case:
    case = opened(desk)
    happens(desk, case.id, "sent", at="2026-11-10")
    return happens(desk, case.id, "refused", at="2026-11-20")


@pytest.mark.parametrize("kind", ["sent", "call"])
@pytest.mark.parametrize("step", ["", "request"])
def test_the_first_contact_takes_the_first_step(desk: Desk, kind: str, step: str) -> None:
    case = happens(desk, opened(desk).id, kind, step=step)
    assert (case.step, case.stage, case.taken) == ("request", Stage.WAITING, ("request",))
    answer = case.open_deadline(DeadlineKind.ANSWER)
    assert answer is not None
    assert (answer.step, answer.due) == ("request", date(2026, 12, 7))


@pytest.mark.parametrize("kind", ["sent", "call"])
def test_writing_again_stays_on_the_step(desk: Desk, kind: str) -> None:
    case = _refused(desk)
    happens(desk, case.id, "escalated", step="complaint")
    again = happens(desk, case.id, kind)
    assert again.timeline[-1].step == again.step == "complaint"
    assert again.stage is Stage.ESCALATED


@pytest.mark.parametrize("kind", ["sent", "call", "note", "received", "delivered"])
@pytest.mark.parametrize("step", ["review", "request", "complaint"])
def test_only_a_climb_changes_the_step(desk: Desk, kind: str, step: str) -> None:
    """Else the guard could be passed by, and a letter to the first step would climb down."""
    case = _refused(desk)
    climbed = happens(desk, case.id, "escalated", step="reasons")
    with pytest.raises(BadInput, match="stands on the step"):
        happens(desk, case.id, kind, step=step)
    assert desk.case(case.id) == climbed


def test_of_what_they_do_no_step_is_said(desk: Desk) -> None:
    case = _refused(desk)
    assert [event.step for event in case.timeline] == ["request", ""]


def test_a_climb_takes_the_next_open_step(desk: Desk) -> None:
    case = _refused(desk)
    climbed = happens(desk, case.id, "escalated")
    assert (climbed.step, climbed.stage) == ("reasons", Stage.ESCALATED)
    assert climbed.timeline[-1].step == "reasons"


def test_too_early_is_refused_and_says_until_when() -> None:
    place = Place()
    desk = place.desk(at("2026-11-10 12:00"))
    case = opened(desk)
    sent = happens(desk, case.id, "sent")
    due = sent.open_deadlines[0].late_after
    before = place.book()
    for texts in ({"step": "complaint"}, {}):
        with pytest.raises(BadInput) as caught:
            happens(desk, case.id, "escalated", **texts)
    assert place.book() == before
    with pytest.raises(BadInput, match="not open") as caught:
        happens(desk, case.id, "escalated", step="complaint")
    reason = caught.value.sentence.values["reason"]
    assert due in reason.values.values()  # type: ignore[union-attr]
    last = place.desk(at(f"{due} 23:59"))
    with pytest.raises(BadInput):
        happens(last, case.id, "escalated", step="complaint")
    next_day = place.desk(at(f"{due} 23:59").replace(day=due.day + 1))
    assert happens(next_day, case.id, "escalated", step="complaint").step == "complaint"


def test_anyway_climbs_to_what_is_not_open(desk: Desk) -> None:
    case = opened(desk)
    happens(desk, case.id, "sent")
    climbed = happens(desk, case.id, "escalated", anyway=True, step="higher")
    assert (climbed.step, climbed.taken) == ("higher", ("request", "higher"))
    answer = climbed.open_deadline(DeadlineKind.ANSWER)
    assert answer is not None
    assert (answer.step, answer.due) == ("higher", date(2026, 12, 22))


def test_anyway_does_not_make_an_unlawful_climb_lawful(desk: Desk) -> None:
    case = opened(desk)
    with pytest.raises(NotLawful):
        happens(desk, case.id, "escalated", anyway=True, step="complaint")


@pytest.mark.parametrize("kind", ["escalated", "sent", "note"])
def test_an_unknown_step_is_named(desk: Desk, kind: str) -> None:
    case = _refused(desk)
    with pytest.raises(NotFound, match="has no step") as caught:
        happens(desk, case.id, kind, step="moon", anyway=True)
    assert caught.value.sentence.values["step"] == "moon"


def test_a_step_without_a_clock_starts_none(desk: Desk) -> None:
    case = _refused(desk)
    happens(desk, case.id, "escalated", step="complaint")
    happens(desk, case.id, "refused")
    reviewed = happens(desk, case.id, "escalated", step="review")
    assert reviewed.open_deadlines == ()


def test_whether_a_letter_climbs(desk: Desk) -> None:
    case = opened(desk)
    assert not desk.is_climb(case.id, "request")
    case = _refused(desk)
    happens(desk, case.id, "escalated", step="complaint")
    climbs = {step: desk.is_climb(case.id, step) for step in ("complaint", "request", "higher")}
    assert climbs == {"complaint": False, "request": True, "higher": True}


@pytest.mark.parametrize(("channel", "counts"), [("email", True), ("chat", False), ("", True)])
def test_what_goes_by_a_channel_that_does_not_count_is_remarked(channel: str, counts: bool) -> None:
    dispute = Dispute("ru-shop", "2026-03-02", "RU").writes("request", "chat")
    assert dispute.desk.does_not_count(dispute.id) is None  # there nothing starts by law
    dispute.on("2026-03-11").writes("claim", channel)
    told = dispute.desk.does_not_count(dispute.id)
    assert (told is None) is counts
    if told:
        assert "chat" not in [str(one) for one in told.values["channels"]]
    dispute.happens(EventKind.REFUSED)
    assert dispute.desk.does_not_count(dispute.id) is None


def test_a_case_begins_with_a_step_for_which_nobody_has_to_be_asked() -> None:
    dispute = Dispute("ru-shop", "2026-03-03", "RU", dates="delivery=2026-03-02")
    with pytest.raises(BadInput, match="is not open"):
        dispute.happens(EventKind.SENT, step="claim", channel="email")
    dispute.happens(EventKind.SENT, step="refusal", channel="email")
    case = dispute.desk.case(dispute.id)
    assert (case.step, case.stage, case.taken) == ("refusal", Stage.WAITING, ("refusal",))
    answer = case.open_deadline(DeadlineKind.ANSWER)
    assert answer is not None
    assert (answer.due, answer.rule) == (date(2026, 3, 13), "ru.zpp.26.1.refund")
    assert dispute.rung("request").state is RungState.AHEAD
    assert dispute.desk.next_action(dispute.id).action is Action.WAIT


def test_the_same_climb_is_recorded_once_a_day_even_anyway(desk: Desk) -> None:
    case = _refused(desk)
    climbed = happens(desk, case.id, "escalated", step="complaint")
    again = Happening(EventKind.ESCALATED, {"step": "complaint"}, anyway=True)
    with pytest.raises(BadInput, match="recorded for"):
        desk.record(case.id, again)
    assert desk.case(case.id) == climbed
    higher = Happening(EventKind.ESCALATED, {"step": "higher"}, anyway=True)
    assert desk.record(case.id, higher).step == "higher"
