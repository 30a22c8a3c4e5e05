"""The ladders of the United Kingdom and the United States: what must hold of them."""

from __future__ import annotations

import pytest
from dispute_story import Dispute

from tui.cases.words import EventKind
from tui.deadlines.rule import Bound
from tui.letters.letter_book import load_template
from tui.letters.phrases import Voice
from tui.playbooks.law import Law
from tui.playbooks.playbook import load_playbook, playbook_ids

MINE = tuple(i for i in playbook_ids() if i.startswith(("uk-", "us-", "card-", "vendor-")))
LAW = Law()


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


DAYS = "delivery=2026-10-30, breach=2026-10-30, knowledge=2026-11-01, payment=2026-10-20"


@pytest.mark.parametrize("playbook_id", ["uk-retail", "uk-retail-scotland"])
def test_the_bank_is_asked_by_one_way_or_the_other(playbook_id: str) -> None:
    playbook = load_playbook(playbook_id)
    assert playbook.step("section75").branch == playbook.step("chargeback").branch != ""


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
        ("us-billing", "notice", "that confirmation is set by 12 CFR 1026.13(c)(1)."),
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


def test_a_billing_error_is_told_in_writing_alone() -> None:
    assert load_playbook("us-billing").step("notice").channels == ("letter",)
    assert "phone" in load_playbook("us-bank-transfer").step("notice").channels


def test_what_may_be_made_public_names_nobody() -> None:
    case = Dispute("us-bbb", "2026-11-02", "US").writes("request").on("2026-11-03")
    case.happens(EventKind.REFUSED, reference="55-10")
    letter = case.letter("bbb")
    assert "Severmart" in letter
    assert not [mine for mine in ("Anna", "Petrova", "4821-77", "55-10") if mine in letter]
