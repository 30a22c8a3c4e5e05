"""The ladders of suppliers and of card payments, in any country."""

from __future__ import annotations

from datetime import date

import pytest
from dispute_story import Dispute

from tui.advice.action import Action
from tui.cases.words import EventKind, Urgency
from tui.cli.rungs import rung_lines
from tui.playbooks.clocks import Clocks
from tui.playbooks.law import Law
from tui.playbooks.playbook import load_playbook, playbook_ids
from tui.playbooks.rung import RungState
from tui.playbooks.steps import Step
from tui.wording.playbook_text import playbook_lines
from tui.wording.wording import Wording

LAW = Law()
OPEN = RungState.OPEN

TIMES = {
    "vendor-support": ("1h", "12h", "15cal", "30cal"),
    "vendor-redhat-premium": ("1h", "2h", "4bh", "8bh"),
    "vendor-redhat-standard": ("1bh", "4bh", "1wd", "2wd"),
    "vendor-aws": ("1h", "4h", "12h", "24h"),
    "vendor-aws-enterprise": ("15min", "4h", "12h", "24h"),
    "vendor-timeweb": ("1h", "1h", "1h", "1h"),
}


@pytest.mark.parametrize("playbook_id", TIMES)
def test_a_ticket_is_answered_by_its_urgency_and_an_answer_is_no_solution(playbook_id: str) -> None:
    step = load_playbook(playbook_id).steps[0]
    falling = (Urgency.CRITICAL, Urgency.HIGH, Urgency.NORMAL, Urgency.LOW)
    times = tuple(str(LAW.rule(step.clock(urgency)).period) for urgency in falling)
    assert times == TIMES[playbook_id]
    assert "vendors.b2b.response" in step.basis
    assert any("not a solution" in line for line in step.checklist["en"])
    assert any("ещё не решение" in line for line in step.checklist["ru"])


def test_a_severity_is_raised_by_what_it_does_to_the_work() -> None:
    case = Dispute("vendor-support", "2026-11-02", "", problem="technical", urgency="critical")
    case.writes("ticket", "form")
    assert "Work has stopped because of this." in case.letter("severity")
    case.desk.edit(case.id, {"urgency": "low"})
    assert "because of this" not in case.letter("severity")


SEVERITY = [
    (book, step)
    for book in playbook_ids()
    for step in load_playbook(book).steps
    if step.letter == "severity"
]


@pytest.mark.parametrize(("playbook_id", "step"), SEVERITY)
def test_what_has_the_highest_severity_is_escalated_and_not_raised(
    playbook_id: str, step: Step
) -> None:
    facts = {"problem": "technical", "hours": "Mon-Fri 09:00-17:00"}
    case = Dispute(playbook_id, "2026-11-02", "US", urgency="high", **facts).writes(
        "ticket", "form"
    )
    assert _offered(case) == step.title["en"]
    case.desk.edit(case.id, {"urgency": "critical"})  # it grew: now it is to be raised
    assert _offered(case) == step.title["en"]
    top = Dispute(playbook_id, "2026-11-02", "US", urgency="critical", **facts)
    for now in (top, top.writes("ticket", "form")):
        assert _offered(now) == "Escalation of the ticket"
        assert "grown" not in " ".join(now.rung("severity").step.checklist["en"])
    top.writes("second-line", "phone").happens(EventKind.REFUSED)
    action = top.desk.next_action(top.id)
    assert (action.action, action.step) == (Action.ESCALATE, "severity")
    title = top.desk.step_title(top.desk.card(top.id), action.step, "ru")
    assert title == "Эскалация заявки"


def _offered(case: Dispute) -> str:
    """What the ladder, the letter and the board call the step, in one voice."""
    titles = {case.rung("severity").step.title["en"]}
    for of in (case.desk.card(case.id), case.desk.case(case.id)):
        titles.add(case.desk.step_title(of, "severity", "en"))
    (title,) = titles
    return title


@pytest.mark.parametrize("playbook_id", TIMES)
@pytest.mark.parametrize(
    ("language", "days", "hours"), [("en", "working day ", "hour"), ("ru", "рабочий день", "час")]
)
def test_where_the_hours_of_the_ticket_count_no_working_day_alone_is_told(
    playbook_id: str, language: str, days: str, hours: str
) -> None:
    playbook, clocks = load_playbook(playbook_id), Clocks(LAW, "US", "UTC", "Mo-Fr 09:00-17:00")
    day = date(2026, 11, 2)
    steps = playbook.steps[1:]
    near = [s for s in steps if clocks.hours_of_ticket(playbook, s, day, Urgency.CRITICAL)]
    told = [line for s in near for line in s.checklist[language] if days in f"{line} "]
    assert told
    assert all(hours in line.replace(days, "") for line in told), told


def test_a_letter_is_written_where_their_hours_are_not_known() -> None:
    case = Dispute("vendor-redhat-premium", "2026-11-02", "", problem="technical")
    made = case.desk.compose(case.id)
    assert made.answer_by is None
    assert "It is broken." in made.letter.text()


def test_a_chargeback_is_no_law() -> None:
    case = Dispute("card-chargeback", "2026-11-02", "").writes("merchant")
    assert case.rung("chargeback").state is OPEN
    letter = case.letter("chargeback")
    assert "under the rules of the card scheme" in letter
    assert "My request rests on" not in letter


def test_the_list_of_rules_shows_the_clock_of_each_urgency() -> None:
    lines = playbook_lines(Wording("en"), load_playbook("vendor-aws"))
    assert lines[3] == "   Urgency critical: the rule vendors.aws.p1."
    billing = playbook_lines(Wording("en"), load_playbook("us-billing"))
    assert "   It may be taken until a day, by the rule us.fcba." in billing


def test_rules_and_ladder_agree_on_the_hours_of_an_urgent_ticket() -> None:
    lines = playbook_lines(Wording("en"), load_playbook("vendor-support"))
    hours = "   Urgency critical or high: the hours of the first step, where it counts any."
    assert lines.count(hours) == 3  # second line, severity, duty manager
    facts = {"problem": "technical", "urgency": "critical"}
    case = Dispute("vendor-support", "2026-11-02", "US", **facts).writes("ticket", "form")
    (line,) = rung_lines(Wording("en"), [case.rung("second-line")], date(2026, 11, 2))
    assert "answer within 1 hour" in line
    (line,) = rung_lines(Wording("en"), [case.rung("ticket")], date(2026, 11, 2))
    assert "answer due 13:00 on Mon 2 Nov" in line
