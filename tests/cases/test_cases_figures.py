"""What a card keeps of a case for statistics."""

from __future__ import annotations

from decimal import Decimal

from case_story import COMPLETE, answered, event, nov, promised, sent, told
from msgspec.structs import replace

from tui.cases.card import card_of
from tui.cases.figures import Figures, figures_of
from tui.cases.money import Money
from tui.cases.words import Answer, Channel, EventKind, Outcome


def eur(value: int) -> Money:
    return Money(value=Decimal(value), currency="EUR")


def test_the_figures_of_a_case_by_hand() -> None:
    """Asked on the 2nd; the receipt of the 3rd is no answer; a promise kept, one broken."""
    case = told(
        event(EventKind.NOTE, nov(1), text="called a friend"),
        sent(nov(2)),
        event(EventKind.RECEIVED, nov(3), automatic=True),
        promised(nov(4), nov(6)),
        promised(nov(9), nov(12)),
        answered(nov(11), Answer.SOLVED, refund=eur(40)),
        event(EventKind.CLOSED, nov(20), outcome=Outcome.PARTLY, refund=eur(20), satisfaction=2),
    )
    assert card_of(case).figures == Figures(
        asked_on=nov(2),
        answered_on=nov(4),
        kept=1,
        back=(eur(60),),
        satisfaction=2,
        answered_by=Channel.EMAIL,
    )
    assert card_of(case).broken_promises == 1


def test_of_a_draft_nothing_is_told() -> None:
    assert card_of(told()).figures == Figures()
    assert card_of(told(event(EventKind.NOTE, nov(1), text="x"))).figures == Figures()


def test_an_answer_counts_only_after_i_asked() -> None:
    call = event(EventKind.CALL, nov(2), answer=Answer.SOLVED)
    assert card_of(told(call)).figures.answered_on == nov(2)
    by_hand = (event(EventKind.RECEIVED, nov(1)), sent(nov(2)), answered(nov(5), Answer.SOLVED))
    assert figures_of(replace(COMPLETE, timeline=by_hand)).answered_on == nov(5)
    waits = card_of(told(sent(nov(2)), event(EventKind.REGISTERED, nov(3)))).figures
    assert (waits.asked_on, waits.answered_on) == (nov(2), None)


def test_their_first_answer_has_the_channel_on_which_these_were_written_to() -> None:
    climb = {"step": "claim", "addressee": "company"}
    body = {"step": "regulator", "addressee": "regulator", "channel": Channel.FORM}
    case = told(
        sent(nov(2), channel=Channel.CHAT),
        event(EventKind.ESCALATED, nov(10), channel=Channel.LETTER, **climb),
        event(EventKind.ESCALATED, nov(15), **body),
        answered(nov(20), Answer.PARTLY, party="company"),
    )
    assert figures_of(case).answered_by is Channel.LETTER
    by_phone = answered(nov(20), Answer.PARTLY, party="company", channel=Channel.PHONE)
    assert figures_of(told(*case.timeline[:3], by_phone)).answered_by is Channel.PHONE
    assert figures_of(told(*case.timeline[:3])).answered_by is None
