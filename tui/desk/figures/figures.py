"""Scoreboards and statistics: what the cards say of companies and of the whole book."""

from __future__ import annotations

from msgspec import Struct

from tui.advice.figures.scoreboard import Score, best_channel, score_of
from tui.advice.figures.statistics import Statistics, by_company, statistics_of
from tui.advice.history import History
from tui.cases.company import Company, name_key
from tui.cases.words import Channel, Stage
from tui.desk.board.standing import board_order, card_view
from tui.desk.cleaned import cleaned
from tui.desk.figures import companies
from tui.desk.ladder.channel_advice import history_with
from tui.desk.office import Office
from tui.desk.views import CardView


class CompanyView(Struct, frozen=True):
    """A company with what came of the cases with it.

    `is_known`: it stands among the companies; else only cases name it, and `company` has
    nothing but its name. `history` is that of its channels; `best` the one it speaks for.
    `open`: its cases that are not closed, the most pressing first.
    """

    company: Company
    is_known: bool
    score: Score
    history: History
    best: Channel | None
    open: tuple[CardView, ...]


def scored_companies(office: Office) -> tuple[tuple[Company, Score], ...]:
    """All companies by name, each with the figures of its cases. Reads no case whole."""
    day, grouped = office.days(), by_company(office.cards())
    return tuple(
        (company, score_of(grouped.get(name_key(company.name), ()), day))
        for company in office.store.companies()
    )


def company_view(office: Office, name: str) -> CompanyView:
    """One company. Reads its newest cases whole, for its channels.

    Raises NotFound where neither the companies nor the cases have it.
    """
    day = office.days()
    cards = by_company(office.cards()).get(name_key(name), [])
    known = office.store.company(name)
    if known is None and not cards:
        known = companies.company(office, name)
    history = history_with(office, name)
    whole = {card.id: card for card in office.cards()}
    open_now = (whole[card.id] for card in cards if card.stage is not Stage.CLOSED)
    views = sorted((card_view(card, day(card)) for card in open_now), key=board_order)
    return CompanyView(
        company=cleaned(known or Company(name=cards[-1].company)),
        is_known=known is not None,
        score=score_of(cards, day),
        history=history,
        best=best_channel(history),
        open=tuple(views),
    )


def statistics(office: Office, company: str = "") -> Statistics:
    """The figures of the whole book, or of the cases with one company. Reads no case whole.

    Raises NotFound for a company that neither the companies nor the cases have.
    """
    cards = office.cards()
    if not company:
        return statistics_of(cards, office.today(), office.days(), office.clock.now())
    some = by_company(cards).get(name_key(company), [])
    if not some:
        companies.company(office, company)
    return statistics_of(some, office.today(), office.days(), office.clock.now())
