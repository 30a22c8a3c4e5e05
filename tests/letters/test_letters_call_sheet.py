"""The call sheet: what to have ready, say, ask and write down."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.words import Problem
from tui.letters.call_sheet import Phase, call_sheet
from tui.letters.letter import Sender
from tui.wording.wording import Wording

EN = Wording("en")


def test_it_has_everything_of_the_case(firewall: Case, ivan: Sender, today: date) -> None:
    sheet = call_sheet(firewall, ivan, EN, today)
    assert sheet.opening == (
        "Hello, my name is Ivan Orlov. I am calling about my request no. 0312-445."
    )
    assert sheet.identifiers == ("customer no. 7781", "contract no. S-204")
    assert sheet.problem == firewall.details
    assert sheet.wanted == firewall.expected_result
    assert sheet.references == ("0312-445",)
    assert sheet.last_promise is not None
    assert EN.say(sheet.last_promise) == (
        "Promised for 13 November 2026 (Dana on 12 November 2026), not kept"
    )
    assert sheet.questions[0].startswith("I was given 13 November 2026 as the date.")


def test_the_problem_is_one_sentence(undelivered: Case, anna: Sender, today: date) -> None:
    sheet = call_sheet(undelivered, anna, Wording("ru"), today)
    assert sheet.problem == "20.10.2026 я оплатила заказ картой *1234 (12 490 ₽)."
    bare = replace(undelivered, details="")
    assert call_sheet(bare, anna, EN, today).problem == undelivered.subject


def test_the_number_is_asked_for_until_it_is_known(firewall: Case, today: date) -> None:
    number = "What is the number of my request?"
    assert number not in call_sheet(firewall, Sender(), EN, today).questions
    unnumbered = replace(firewall, references=(), timeline=())
    sheet = call_sheet(unnumbered, Sender(), EN, today)
    assert number in sheet.questions
    assert sheet.last_promise is None
    assert sheet.opening == ""


def test_the_five_rules_are_there_by_phase(today: date) -> None:
    case = Case(company="A", subject="B", problem=Problem.OTHER)
    sheet = call_sheet(case, Sender(), EN, today)
    by_phase = {c.phase: " ".join(map(EN.say, c.rules)) for c in sheet.checklists}
    assert list(by_phase) == [Phase.BEFORE, Phase.DURING, Phase.AFTER]
    assert "Have the data ready" in by_phase[Phase.BEFORE]
    for rule in ("State the problem clearly", "ticket number", "deadline", "track", "calm", "Read"):
        assert rule in by_phase[Phase.DURING]
    assert "e-mail" in by_phase[Phase.AFTER]
    assert len(sheet.polite) == 3
