"""What is too late says so, and what is left; what an unverified rule says closes nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desk_story import LISBON, happens, opened
from dispute_story import Dispute

from tui.advice.action import Action
from tui.cases.errors import TooLate
from tui.cases.words import EventKind
from tui.cli.rungs import rung_lines
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.playbooks.rung import RungState
from tui.settings.config import Config, Settings
from tui.store.opening import open_store
from tui.wording.wording import Wording

ENGLISH = Wording("en")


def said(desk: Desk, case: int) -> tuple[str, str]:
    step = desk.next_action(case)
    return ENGLISH.say(step.sentence), ENGLISH.say(step.reason)


@pytest.fixture
def noticed() -> Dispute:
    """The 60 days from 15 September end on Saturday 14 November; posted by the 6th it arrives."""
    return Dispute("us-billing", "2026-11-05", "US", problem="billing", dates="statement 15.09")


@pytest.mark.parametrize(
    ("on", "reason"),
    [
        ("2026-11-06", "ends on 14 November 2026; to be safe, send it by 6 November 2026."),
        ("2026-11-07", "The time for it ends on 14 November 2026: send it at once."),
        ("2026-11-14", "The time for it ends on 14 November 2026: send it at once."),
    ],
)
def test_the_real_last_day_is_named_and_no_day_that_is_gone(
    noticed: Dispute, on: str, reason: str
) -> None:
    told = said(noticed.on(on).desk, noticed.id)
    assert told[0] == "send the request"
    assert told[1].endswith(reason)


def test_too_late_it_names_other_ladders_and_the_check_stops_it(noticed: Dispute) -> None:
    desk = noticed.on("2026-11-15").desk
    sentence, reason = said(desk, noticed.id)
    assert sentence == "take another way: the time for step 1 of 3 is over"
    assert reason.startswith("Too late: the time for this step ended on 14 November 2026. Other")
    assert "Card payment (chargeback)" in reason
    assert "bank transfer" not in reason  # its 60 days are over, too
    assert "AWS" not in reason
    assert "L24" in {finding.id for finding in desk.check_case(noticed.id)}
    with pytest.raises(TooLate) as caught:
        noticed.writes("notice", "letter")
    assert "Card payment (chargeback)" in ENGLISH.say(caught.value.sentence)
    desk.insist(noticed.id, "notice", "They agreed on the phone.")
    assert said(desk, noticed.id)[0] == "send the request"


def test_where_no_step_is_left_other_ladders_are_named() -> None:
    dispute = Dispute("card-chargeback", "2026-09-01", parties="bank=Northbank", problem="refund")
    dispute.writes("merchant").on("2026-09-16").writes("claim").on("2026-10-05")
    dispute.happens(EventKind.REFUSED)
    step = dispute.desk.next_action(dispute.id)
    assert step.action is Action.CLOSE
    assert said(dispute.desk, dispute.id)[0] == (
        "take another ladder, or close the case: no step is left here"
    )
    assert "Shop or marketplace (UK)" in said(dispute.desk, dispute.id)[1]
    dispute.happens(EventKind.ANSWERED, answer="solved")
    assert said(dispute.desk, dispute.id) == ("close the case as upheld", "They solved it.")


def withdrawing(folder: Path, rules: str = "") -> Desk:
    """Delivered on 8 September; fourteen days later was Tuesday 22 September. It is 29 November."""
    if rules:
        (folder / "rules").mkdir(exist_ok=True)
        (folder / "rules" / "mine.toml").write_text(rules, "utf-8")
    clock = FixedClock.on(date(2026, 11, 29), LISBON)
    settings = Settings(folder / "config.toml")
    settings.config = Config(language="en", country="DE")
    desk = Desk(open_store(folder / "data", at=clock.now), clock, settings)
    desk.take_in_rules()
    return desk


CONFIRMED = '[rule."eu.crd.withdraw"]\nconfirmed = true\n[rule."eu.crd.refund"]\nconfirmed = true\n'


def test_a_window_by_an_unverified_rule_closes_nothing_and_is_told(tmp_path: Path) -> None:
    desk = withdrawing(tmp_path)
    case = opened(desk, playbook="eu-withdrawal", country="DE", dates="delivery=2026-09-08").id
    rung = desk.ladder(case)[0]
    assert (rung.state, rung.told_as, rung.closes) == (RungState.OPEN, "unchecked", None)
    line = next(rung_lines(ENGLISH, [rung], date(2026, 11, 29)))
    assert line.startswith("* 1. Notice of withdrawal (withdrawal): open, its time is not checked")
    sentence, reason = said(desk, case)
    assert sentence == "send the request"
    assert reason.startswith("Its time is not checked here: by the rule eu.crd.withdraw, which is")
    assert reason.endswith("it ended on 22 September 2026.")
    assert desk.case_view(case).dates == ()
    assert desk.today().mine == ()


def test_once_confirmed_it_counts_also_in_a_case_that_was_there_before(tmp_path: Path) -> None:
    desk = withdrawing(tmp_path)
    texts = {"playbook": "eu-withdrawal", "country": "DE"}
    case = opened(desk, dates="delivery=2026-09-08", **texts).id
    later = opened(desk, dates="delivery=2026-11-20", **texts).id
    desk = withdrawing(tmp_path, CONFIRMED)
    assert desk.ladder(case)[0].state is RungState.CLOSED
    assert "L24" in {finding.id for finding in desk.check_case(case)}
    assert desk.ladder(later)[0].closes == date(2026, 12, 4)
    assert said(desk, later)[1].startswith("The time for it ends on 4 December 2026")
    before = desk.case(case).revision
    withdrawing(tmp_path, CONFIRMED)
    assert desk.case(case).revision == before  # what was seen is not worked out again


def test_a_refund_has_the_days_of_the_rule_once_it_is_confirmed(tmp_path: Path) -> None:
    desk = withdrawing(tmp_path, CONFIRMED)
    case = opened(desk, playbook="eu-withdrawal", country="DE", dates="delivery=2026-11-20").id
    happens(desk, case, "sent", channel="email")
    owed = desk.case(case).deadlines[0]
    assert (owed.rule, owed.due, owed.by_law) == ("eu.crd.refund", date(2026, 12, 14), True)


def test_a_faulty_file_of_rules_leaves_what_is_known(tmp_path: Path) -> None:
    desk = withdrawing(tmp_path, CONFIRMED)
    case = opened(desk, playbook="eu-withdrawal", country="DE", dates="delivery=2026-11-20").id
    windows = desk.case(case).windows
    faulty = withdrawing(tmp_path, '[rule."eu.crd.withdraw"]\nconfirmed = 3\n')
    assert faulty.case(case).windows == windows != ()
