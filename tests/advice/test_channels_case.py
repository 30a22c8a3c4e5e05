"""What a case and its company add to the ranking: addresses, and warnings."""

from __future__ import annotations

from datetime import date

import pytest
from case_story import answered, asked, closed, event, nov, promised, sent, story

from tui.advice.channels import Advised, rank_channels
from tui.cases.card import Card
from tui.cases.company import Company, ContactPoint
from tui.cases.words import Answer, Channel, EventKind, Problem, Urgency

HOTLINE = ContactPoint(channel=Channel.PHONE, address="+7 495 000-00-00")
MAILBOX = ContactPoint(channel=Channel.EMAIL, address="help@severmart.example")


def rank(card: Card | None, today: date, company: Company | None = None) -> dict[Channel, Advised]:
    ranking = rank_channels(Problem.REFUND, Urgency.NORMAL, False, company, card, today)
    return {advised.channel: advised for advised in ranking}


def warnings(advised: Advised) -> list[str]:
    return [warning.text for warning in advised.warnings]


def test_a_channel_without_a_known_address_loses_and_says_so() -> None:
    company = Company(name="Severmart", contact_points=(HOTLINE, MAILBOX))
    neutral, known = rank(None, nov(23)), rank(None, nov(23), company)
    assert known[Channel.PHONE].score == neutral[Channel.PHONE].score
    assert known[Channel.PHONE].points == (HOTLINE,)
    assert known[Channel.CHAT].score == neutral[Channel.CHAT].score - 25
    assert "No address" in known[Channel.CHAT].reasons[-1].text
    assert next(iter(known)) is Channel.PHONE


def test_a_company_that_nobody_looked_up_yet_is_neutral() -> None:
    unknown = rank(None, nov(23), Company(name="Severmart"))
    assert unknown == rank(None, nov(23))


def test_a_waiting_case_is_followed_up_where_it_waits_under_its_number() -> None:
    ranking = rank(story(sent(nov(2), answer=nov(16), number="55-10")), nov(20))
    assert next(iter(ranking)) is Channel.EMAIL
    assert warnings(ranking[Channel.EMAIL]) == []
    (twice,) = ranking[Channel.CHAT].warnings
    assert twice.text.startswith("Do not ask twice")
    assert twice.values == {"number": "55-10", "channel": Channel.EMAIL}


def test_without_a_number_the_channel_alone_is_named() -> None:
    ranking = rank(story(sent(nov(2), answer=nov(16))), nov(20))
    (twice,) = ranking[Channel.LETTER].warnings
    assert twice.text.startswith("Do not ask twice")
    assert twice.values == {"channel": Channel.EMAIL}


@pytest.mark.parametrize("kind", [EventKind.REFUSED, EventKind.RECEIVED])
def test_who_has_answered_does_not_wait_any_more(kind: EventKind) -> None:
    ranking = rank(
        story(sent(nov(2), answer=nov(16), number="55-10"), event(kind, nov(20))), nov(20)
    )
    assert warnings(ranking[Channel.LETTER]) == []
    assert ranking[Channel.EMAIL].score == rank(None, nov(20))[Channel.EMAIL].score


@pytest.mark.parametrize(
    ("card", "until"),
    [
        (story(sent(nov(2), answer=nov(26))), nov(26)),
        (story(sent(nov(2), answer=nov(26)), promised(nov(3), nov(24))), nov(24)),
        (story(sent(nov(2), answer=nov(16)), promised(nov(3), nov(24))), nov(24)),
        (story(sent(nov(2), answer=nov(16), contact=nov(25))), nov(25)),
        (story(sent(nov(2), answer=nov(16), contact=nov(25)), promised(nov(3), nov(30))), nov(25)),
    ],
)
def test_too_early_to_chase_says_until_when_on_every_channel(card: Card, until: date) -> None:
    for advised in rank(card, nov(23)).values():
        early = [warning for warning in advised.warnings if warning.text.startswith("Too early")]
        assert [warning.values["day"] for warning in early] == [until]


@pytest.mark.parametrize(
    "card",
    [
        None,
        story(),
        story(sent(nov(2), answer=nov(20))),
        story(sent(nov(2), answer=nov(26)), promised(nov(3), nov(20))),
        story(sent(nov(2), answer=nov(26)), event(EventKind.REFUSED, nov(10))),
        story(sent(nov(2), answer=nov(26)), asked(nov(10), by=nov(13))),
        story(sent(nov(2), answer=nov(26)), event(EventKind.PAUSED, nov(10))),
        story(sent(nov(2), answer=nov(16), contact=nov(23))),
        story(sent(nov(2), answer=nov(26)), answered(nov(10), Answer.SOLVED), closed(nov(11))),
    ],
    ids=["none", "draft", "late", "broken", "refused", "asked", "paused", "agreed", "closed"],
)
def test_it_is_not_too_early(card: Card | None) -> None:
    for advised in rank(card, nov(23)).values():
        assert not [text for text in warnings(advised) if text.startswith("Too early")]
