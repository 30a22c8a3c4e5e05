"""The ladders of the United Kingdom and the United States, walked by the day."""

from __future__ import annotations

from datetime import date

import pytest
from dispute_story import Dispute

from tui.cases.words import EventKind
from tui.deadlines.rule import Bound
from tui.letters.letter_book import load_template
from tui.letters.phrases import Voice
from tui.playbooks.law import Law
from tui.playbooks.playbook import load_playbook, playbook_ids
from tui.playbooks.rung import RungState

MINE = tuple(i for i in playbook_ids() if i.startswith(("uk-", "us-", "card-", "vendor-")))
LAW = Law()
OPEN, EARLY, CLOSED = RungState.OPEN, RungState.EARLY, RungState.CLOSED


def test_the_ladders_are_these_and_keep_the_steps_that_cases_stand_on() -> None:
    kept = {"uk-finance": ("complaint", "ombudsman", "lba"),
            "uk-telecom": ("complaint", "ombudsman", "lba")}  # fmt: skip
    for playbook_id, steps in kept.items():
        assert all(load_playbook(playbook_id).place(step) for step in steps)
    assert set(MINE) == {
        *("card-chargeback", "uk-data", "uk-energy", "uk-finance", "uk-retail"),
        *("uk-retail-scotland", "uk-telecom", "us-airline", "us-bank-transfer", "us-bbb"),
        *("us-billing", "us-credit-report", "us-telecom", "vendor-aws", "vendor-aws-enterprise"),
        *("vendor-redhat-premium", "vendor-redhat-standard", "vendor-support", "vendor-timeweb"),
    }


@pytest.mark.parametrize("playbook_id", MINE)
def test_it_says_whom_it_is_for_and_rests_on_what_is_certain(playbook_id: str) -> None:
    playbook = load_playbook(playbook_id)
    assert playbook.about
    assert playbook.problems or playbook_id == "us-bbb"
    known = {fact.id for fact in LAW.facts()} | {rule.id for rule in LAW.rules()}
    for step in playbook.steps:
        assert set(step.rests_on) <= known
        assert step.enclose
        assert 3 <= len(step.checklist["en"]) <= 6
        if step.window:
            window = LAW.rule(step.window)  # refuses what is unverified
            assert (window.owner, window.bound) == ("mine", Bound.CLOSES)
        if step.party:
            assert load_template(step.letter).voice is Voice.THEY


def test_what_nobody_verified_drives_no_date() -> None:
    for playbook_id in ("us-billing", "us-bank-transfer", "us-credit-report"):
        step = load_playbook(playbook_id).step("cfpb")
        assert (step.rule, step.answer_within, step.window) == ("", "", "")
        assert "not verified" in step.checklist["en"][0]
        assert "не проверено" in step.checklist["ru"][0]


def test_energy_opens_after_eight_weeks_and_closes_twelve_months_later() -> None:
    case = Dispute("uk-energy", "2026-10-05").writes("complaint")
    assert case.on("2026-11-30").rung("ombudsman").state is EARLY
    opened = case.on("2026-12-01").rung("ombudsman")
    assert (opened.state, opened.closes) == (OPEN, date(2027, 11, 30))
    assert case.on("2027-11-30").rung("ombudsman").state is OPEN
    assert case.on("2027-12-01").rung("ombudsman").state is CLOSED


@pytest.mark.parametrize("playbook_id", ["uk-energy", "uk-telecom"])
def test_a_refusal_alone_does_not_open_the_ombudsman_and_a_deadlock_letter_does(
    playbook_id: str,
) -> None:
    case = Dispute(playbook_id, "2026-10-05").writes("complaint").on("2026-10-20")
    case.happens(EventKind.REFUSED)
    assert case.rung("ombudsman").state is not OPEN
    assert case.rung("deadlock").state is OPEN
    case.happens(EventKind.REFUSED, final="yes")
    assert case.rung("ombudsman").state is OPEN


@pytest.mark.parametrize(
    ("complained", "last", "opens"),
    [("2026-03-20", "2026-05-15", "2026-05-16"), ("2026-04-10", "2026-05-22", "2026-05-23")],
)
def test_telecom_counts_by_the_day_of_the_complaint(complained: str, last: str, opens: str) -> None:
    case = Dispute("uk-telecom", complained).writes("complaint")
    assert case.on(last).rung("ombudsman").state is EARLY
    assert case.on(opens).rung("ombudsman").state is OPEN


def test_finance_has_six_months_from_the_final_response() -> None:
    case = Dispute("uk-finance", "2026-08-03").writes("complaint")
    assert case.on("2026-08-30").rung("ombudsman").state is EARLY
    case.on("2026-08-31").happens(EventKind.REFUSED, final="yes")
    opened = case.rung("ombudsman")
    assert (opened.state, opened.closes) == (OPEN, date(2027, 2, 28))
    assert case.on("2027-03-01").rung("ombudsman").state is CLOSED
    assert case.rung("lba").state is OPEN  # the other way is still there


DAYS = "delivery=2026-10-30, breach=2026-10-30, knowledge=2026-11-01, payment=2026-10-20"


@pytest.mark.parametrize(
    ("playbook_id", "country", "section75"),
    [
        ("uk-retail", "GB-ENG", date(2032, 10, 30)),
        ("uk-retail-scotland", "GB-SCT", date(2031, 10, 30)),
    ],
)
def test_shop_and_bank_are_asked_in_one_dispute(
    playbook_id: str, country: str, section75: date
) -> None:
    case = Dispute(playbook_id, "2026-11-02", country, dates=DAYS, parties="bank=Northbank")
    assert case.rung("section75").state is not OPEN  # the shop first
    case.writes("request")
    for step, closes in (
        ("reject", date(2026, 11, 29)),
        ("section75", section75),
        ("chargeback", date(2027, 3, 1)),
    ):
        assert (case.rung(step).state, case.rung(step).closes) == (OPEN, closes)
    assert case.rung("section75").step.branch == case.rung("chargeback").step.branch != ""
    assert case.on("2026-12-01").rung("reject").state is CLOSED
    assert case.on("2027-03-02").rung("chargeback").state is CLOSED
    assert case.rung("section75").state is OPEN


def test_what_the_bank_refused_the_shop_has_not() -> None:
    case = Dispute("uk-retail", "2026-11-02", dates=DAYS, parties="bank=Northbank")
    case.writes("request").on("2026-11-03").writes("section75").on("2026-11-04")
    case.happens(EventKind.REFUSED, party="bank")
    assert "You refused" not in case.letter("lba")
    assert "Northbank" not in case.letter("lba").split("\n\n")[1]


@pytest.mark.parametrize(
    ("playbook_id", "step", "law"),
    [
        ("uk-retail", "reject", "My request rests on section 22 of the Consumer Rights Act 2015."),
        ("uk-retail", "section75", "rests on section 75 of the Consumer Credit Act 1974."),
        ("uk-retail-scotland", "section75", "section 75 of the Consumer Credit Act 1974."),
        ("us-billing", "notice", "your answer is set by 12 CFR 1026.13(c)(1)."),
        ("us-bank-transfer", "notice", "your answer is set by 12 CFR 1005.11(c)."),
        ("us-credit-report", "dispute", "your answer is set by 15 U.S.C. 1681i(a)(1)."),
        ("us-telecom", "formal", "rests on 47 CFR 1.718."),
    ],
)
def test_a_letter_cites_the_law_of_its_step(playbook_id: str, step: str, law: str) -> None:
    case = Dispute(playbook_id, "2026-11-02", "US" if playbook_id[:2] == "us" else "GB-ENG")
    first = load_playbook(playbook_id).steps[0].id
    if step != first:
        case.writes(first)
    assert law in case.letter(step)
    assert "ст." in case.letter(step, "ru") or "п." in case.letter(step, "ru")


@pytest.mark.parametrize("playbook_id", ["us-billing", "us-bank-transfer"])
def test_a_notice_must_be_with_the_bank_within_sixty_days_of_the_statement(
    playbook_id: str,
) -> None:
    case = Dispute(playbook_id, "2026-10-05", "US", dates="statement=2026-09-15")
    assert (case.rung("notice").state, case.rung("notice").closes) == (OPEN, date(2026, 11, 14))
    assert case.on("2026-11-14").rung("notice").state is OPEN
    assert case.on("2026-11-15").rung("notice").state is CLOSED


def test_a_billing_error_is_told_in_writing_alone() -> None:
    assert load_playbook("us-billing").step("notice").channels == ("letter",)
    assert "phone" in load_playbook("us-bank-transfer").step("notice").channels


def test_the_formal_complaint_follows_within_six_months_of_the_response() -> None:
    case = Dispute("us-telecom", "2026-11-02", "US").writes("request").on("2026-11-03")
    case.happens(EventKind.REFUSED)
    assert case.rung("formal").state is not OPEN  # the informal one comes first
    case.writes("fcc", "form").on("2026-11-20").happens(EventKind.REFUSED)
    formal = case.rung("formal")
    assert (formal.state, formal.closes) == (OPEN, date(2027, 5, 20))
    assert case.on("2027-05-21").rung("formal").state is CLOSED


def test_the_bureau_and_its_source_can_check_at_the_same_time() -> None:
    case = Dispute("us-credit-report", "2026-11-02", "US").writes("dispute", "letter")
    assert case.rung("furnisher").state is OPEN
    assert case.rung("cfpb").state is not OPEN


def test_what_may_be_made_public_names_nobody() -> None:
    case = Dispute("us-bbb", "2026-11-02", "US").writes("request").on("2026-11-03")
    case.happens(EventKind.REFUSED, reference="55-10")
    letter = case.letter("bbb")
    assert "Severmart" in letter
    assert not [mine for mine in ("Anna", "Petrova", "4821-77", "55-10") if mine in letter]
