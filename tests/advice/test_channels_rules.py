"""Every line of the channel rules of Upheld, and what happens where two of them pull apart."""

from __future__ import annotations

from itertools import product

import pytest
from case_story import COMPLETE, nov, told
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tui.advice.channel_rules import ROWS, Facet
from tui.advice.channels import Advised, facets_of, rank_channels
from tui.cases.event import Evidence
from tui.cases.words import Channel, Problem, Urgency

NORMAL, HIGH, CRITICAL = Urgency.NORMAL, Urgency.HIGH, Urgency.CRITICAL
MATTERS = list(product(Problem, Urgency, (False, True)))


def rank(
    problem: Problem, urgency: Urgency = NORMAL, *, formal: bool = False
) -> tuple[Advised, ...]:
    return rank_channels(problem, urgency, formal, None, None, nov(23))


def best(problem: Problem, urgency: Urgency = NORMAL, *, formal: bool = False) -> list[Channel]:
    return [advised.channel for advised in rank(problem, urgency, formal=formal)]


def reasons(ranking: tuple[Advised, ...], channel: Channel) -> str:
    return " ".join(w.text for a in ranking if a.channel is channel for w in a.reasons)


@pytest.mark.parametrize("urgency", [HIGH, CRITICAL])
@pytest.mark.parametrize("problem", [p for p in Problem if p not in ("consultation", "formal")])
def test_urgent_goes_to_phone_or_chat(problem: Problem, urgency: Urgency) -> None:
    assert set(best(problem, urgency)[:2]) == {Channel.PHONE, Channel.CHAT}
    assert "Urgent" in reasons(rank(problem, urgency), Channel.PHONE)


def test_a_technical_fault_goes_to_email_with_logs() -> None:
    assert best(Problem.TECHNICAL)[0] is Channel.EMAIL
    assert "logs" in reasons(rank(Problem.TECHNICAL), Channel.EMAIL)


def test_a_complex_technical_fault_goes_to_email_even_more() -> None:
    plain = rank(Problem.TECHNICAL)
    wordy = replace(COMPLETE, problem=Problem.TECHNICAL, details="It fails. " * 70)
    proven = replace(COMPLETE, evidence=(Evidence(number=1, name="show-tech.txt"),))
    for case in (wordy, proven):
        ranking = rank_channels(Problem.TECHNICAL, NORMAL, False, None, case, nov(23))
        assert ranking[0].channel is Channel.EMAIL
        assert ranking[0].score > plain[0].score
        assert "Much detail" in reasons(ranking, Channel.PHONE)
        by_channel = {advised.channel: advised.score for advised in ranking}
        assert by_channel[Channel.PHONE] < by_channel[Channel.FORM]


def test_a_consultation_goes_to_a_social_network_or_the_faq() -> None:
    assert best(Problem.CONSULTATION)[0] is Channel.SOCIAL
    assert "FAQ" in reasons(rank(Problem.CONSULTATION), Channel.SOCIAL)


@pytest.mark.parametrize("urgency", Urgency)
@pytest.mark.parametrize("problem", Problem)
def test_a_formal_complaint_goes_into_a_registered_letter(
    problem: Problem, urgency: Urgency
) -> None:
    assert best(problem, urgency, formal=True)[0] is Channel.LETTER
    assert best(Problem.FORMAL, urgency)[0] is Channel.LETTER


@pytest.mark.parametrize("problem", [Problem.BILLING, Problem.REFUND])
def test_payment_and_refunds_go_to_chat_or_phone(problem: Problem) -> None:
    assert best(problem)[:2] == [Channel.CHAT, Channel.PHONE]


def test_urgent_and_formal_is_posted_today_and_called_about_today() -> None:
    ranking = rank(Problem.REFUND, HIGH, formal=True)
    assert [advised.channel for advised in ranking[:2]] == [Channel.LETTER, Channel.PHONE]
    assert "call today" in reasons(ranking, Channel.PHONE)
    assert "the call does not replace it" in reasons(ranking, Channel.LETTER)


def test_urgent_and_technical_is_called_in_first_and_the_logs_follow() -> None:
    ranking = rank(Problem.TECHNICAL, CRITICAL)
    channels = [advised.channel for advised in ranking[:3]]
    assert channels == [Channel.PHONE, Channel.CHAT, Channel.EMAIL]
    assert "first call for a number" in reasons(ranking, Channel.EMAIL)


def test_in_public_comes_last_for_everything_that_is_about_me() -> None:
    for problem in Problem:
        if problem is not Problem.CONSULTATION:
            assert best(problem)[-1] is Channel.SOCIAL


@pytest.mark.parametrize(("problem", "urgency", "formal"), MATTERS)
def test_all_seven_channels_are_ranked_with_reasons_and_within_the_scale(
    problem: Problem, urgency: Urgency, formal: bool
) -> None:
    ranking = rank(problem, urgency, formal=formal)
    assert sorted(advised.channel for advised in ranking) == sorted(Channel)
    scores = [advised.score for advised in ranking]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)
    assert all(advised.reasons for advised in ranking)


@given(st.sampled_from(MATTERS), st.sampled_from(list(Channel)))
def test_a_score_is_moved_by_nothing_without_a_reason(
    matter: tuple[Problem, Urgency, bool], channel: Channel
) -> None:
    facets = facets_of(*matter)
    rows = [row for row in ROWS if row.channel is channel and row.applies(facets)]
    ranking = rank(matter[0], matter[1], formal=matter[2])
    advised = next(one for one in ranking if one.channel is channel)
    assert advised.score == 40 + sum(row.points for row in rows)
    assert advised.reasons == tuple(row.why for row in rows) or not rows


def test_no_row_is_dead() -> None:
    detailed = replace(COMPLETE, details="x" * 700)
    seen = {facets_of(*matter, case=case) for matter in MATTERS for case in (None, detailed)}
    assert [row for row in ROWS if not any(row.applies(facets) for facets in seen)] == []
    assert set(Facet) == frozenset().union(*seen)


def test_a_channel_says_what_to_mind_on_it() -> None:
    notes = {a.channel: " ".join(n.text for n in a.notes) for a in rank(Problem.OTHER)}
    assert "personal data" in notes[Channel.SOCIAL]
    assert "transcript" in notes[Channel.CHAT]
    assert "e-mail" in notes[Channel.PHONE]
    assert "before and after" in notes[Channel.FORM]
    assert "track number" in notes[Channel.LETTER]


def test_a_case_and_its_facts_give_the_same_ranking() -> None:
    case = told()
    with_case = rank_channels(case.problem, case.urgency, case.formal, None, case, nov(23))
    assert with_case == rank(case.problem)
