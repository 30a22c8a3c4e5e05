"""A time for a first word is no time for the answer: what is said before it, after it, and then."""

from __future__ import annotations

from datetime import date

import pytest
from dispute_story import Dispute

from tui.cases.words import EventKind
from tui.wording.wording import Wording
from tui.wording.working import explain

ENGLISH, RUSSIAN = Wording("en"), Wording("ru")


@pytest.fixture
def noticed() -> Dispute:
    """A billing error notice that reached the bank on 9 October: 30 days for its first word."""
    dispute = Dispute("us-billing", "2026-10-05", "US", problem="billing", dates="statement 15.09")
    dispute.writes("notice", "letter").on("2026-10-09")
    return dispute.happens(EventKind.DELIVERED, channel="letter")


def said(dispute: Dispute) -> tuple[str, str]:
    step = dispute.desk.next_action(dispute.id)
    return ENGLISH.say(step.sentence), ENGLISH.say(step.reason)


def test_before_it_a_confirmation_is_waited_for(noticed: Dispute) -> None:
    sentence, reason = said(noticed)
    assert sentence == "wait for their confirmation until 8 November 2026"
    assert reason.startswith("They must confirm by 8 November 2026 that they have it.")
    (owed,) = noticed.desk.case(noticed.id).deadlines
    assert explain(ENGLISH, owed)[0].startswith("Theirs, their confirmation: by 8 November 2026")
    assert "Too early: they have until 8 November 2026 to confirm" in ENGLISH.say(
        noticed.rung("cfpb").reason
    )


def test_without_it_they_did_not_confirm(noticed: Dispute) -> None:
    noticed.on("2026-11-09")
    assert said(noticed)[1] == "They did not confirm by 8 November 2026 that they have it."
    noticed.happens(EventKind.REGISTERED)
    assert ENGLISH.say(noticed.rung("cfpb").reason) == (
        "They did not confirm by 8 November 2026 that they have it."
    )


def test_after_it_the_answer_has_a_time_of_its_own(noticed: Dispute) -> None:
    noticed.on("2026-10-30").happens(EventKind.REGISTERED, reference="BE-33")
    noticed.on("2026-11-29")
    assert said(noticed)[0] == "wait for their answer until 7 January 2027"
    assert noticed.desk.today().broken == ()
    noticed.on("2027-01-08")
    assert said(noticed)[1] == "They did not answer by 7 January 2027."


def test_the_rule_of_law_counts_once_the_person_vouches_for_it(
    noticed: Dispute, monkeypatch: pytest.MonkeyPatch
) -> None:
    law = noticed.desk._office.law
    (rule,) = law.versions("us.fcba.resolve")
    assert not rule.is_on
    monkeypatch.setattr(type(rule), "is_on", property(lambda _: True))
    noticed.on("2026-10-30").happens(EventKind.RECEIVED, answer="receipt")
    owed = noticed.desk.case(noticed.id).deadlines[-1]
    assert (owed.rule, owed.due, owed.by_law) == ("us.fcba.resolve", date(2027, 1, 7), True)
