"""What to do next: the channel, the step, the one next action."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from tui.advice import lawful
from tui.advice.channels import Advised, Around, rank_channels
from tui.advice.duplicates import Duplicate, similar_open
from tui.advice.fitting import fitting
from tui.advice.history import History, history_of
from tui.advice.next_action import NextAction, next_action
from tui.advice.open_now import OpenNow, open_now
from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.company import Company, name_key
from tui.cases.errors import BadInput
from tui.cases.words import Channel, Problem, Urgency
from tui.deadlines.rule import StartsOn
from tui.deadlines.week import Week, parse_week
from tui.desk.amounts import country_of_money
from tui.desk.office import Office, known_zone
from tui.playbooks.ladder import Rung, ladder
from tui.playbooks.steps import Playbook, Step
from tui.playbooks.windows import untold

# Where somebody has to be there. A letter is written at any hour.
_LIVE = (Channel.PHONE, Channel.CHAT)
REMEMBERED = 100  # the newest cases with a company: what was years ago is no habit


@dataclass(frozen=True, slots=True)
class Question:
    """What channel advice is asked about, where there is no case yet."""

    problem: Problem = Problem.OTHER
    urgency: Urgency = Urgency.NORMAL
    formal: bool = False
    company: str = ""


def advise(office: Office, question: Question) -> tuple[Advised, ...]:
    """Channels ranked for a problem, best first."""
    company = office.store.company(question.company) if question.company else None
    around = Around(
        open_now=_open_now(office, company, None),
        history=history_with(office, question.company, 0) if company else {},
    )
    return rank_channels(
        question.problem, question.urgency, question.formal, company, None, office.today(), around
    )


def advise_case(office: Office, case: Case, step: str = "") -> tuple[Advised, ...]:
    """Channels ranked for the letter of a step, of the current one if none is named.

    With warnings where the case already waits, and where a letter would count nothing. Raises
    NotFound for a step that is not in the playbook.
    """
    where = _step(office, case, step)
    name = case.company_of(where.party if where else "")
    company = office.store.company(name)
    around = Around(
        open_now=_open_now(office, company, case),
        step=where,
        login_only=_login_only(office, case, where),
        history=history_with(office, name, case.id),
    )
    return rank_channels(
        case.problem, case.urgency, case.formal, company, case, office.today(case), around
    )


def channel_for_letter(office: Office, case: Case, step: str = "") -> Channel:
    """The best channel that takes a letter and is one of those of the step.

    Where the step has none of its own it is the best of all.
    """
    where = _step(office, case, step)
    usual = where.channels if where else ()
    ranked = (one.channel for one in advise_case(office, case, step))
    written = [channel for channel in ranked if channel is not Channel.PHONE]
    counting = (channel for channel in written if channel in usual)
    return next(counting, written[0])


def _step(office: Office, case: Case, step: str) -> Step | None:
    """Where the letter goes; None where the case stands on a step that is no longer there."""
    playbook = office.playbook(case)
    if step:
        return playbook.step(step)
    current = office.step(case)
    return playbook.step(current) if playbook.place(current) else None


def _login_only(office: Office, case: Case, step: Step | None) -> dict[str, str] | None:
    if step is None or not lawful.is_body(step):
        return None
    fact = office.law.fact(lawful.LOGIN_ONLY)
    holds = fact.effective_from is None or fact.effective_from <= office.today(case)
    return dict(fact.texts) if holds else None


def _open_now(office: Office, company: Company | None, case: Case | None) -> dict[Channel, OpenNow]:
    """Whether somebody is there now, on each channel whose hours are known."""
    weeks = dict(_weeks(company)) if company else {}
    if company is None or not weeks:
        return {}
    now = office.clock.now()
    name = known_zone(company.timezone or (case.timezone if case else ""))
    zone = ZoneInfo(name) if name else now.tzinfo  # no zone is told: it is mine
    country = company.country or (case.country if case else "")
    if zone is None:
        return {}
    calendar = office.law.calendar(country)
    return {channel: open_now(week, zone, now, calendar) for channel, week in weeks.items()}


def _weeks(company: Company) -> Iterator[tuple[Channel, Week]]:
    """The hours of a channel: those noted with its address, else those of the company.

    None of one that they are not known to have.
    """
    looked_up = bool(company.contact_points)
    for channel in (c for c in _LIVE if company.points(c) or not looked_up):
        told = (*(point.note for point in company.points(channel)), company.hours)
        weeks = (week for text in told if (week := _week(text)))
        if week := next(weeks, None):
            yield channel, week


def _week(text: str) -> Week | None:
    """Hours as a person typed them; None where the text speaks of something else."""
    try:
        return parse_week(text) if text.strip() else None
    except BadInput:
        return None


def history_with(office: Office, company: str, without: int = 0) -> History:
    """What came of the channels in the cases with a company, but one. Only those are read."""
    key = name_key(company)
    same: dict[str, bool] = {}
    numbers: list[int] = []
    for card in office.store.cards.values():
        name = card.company
        if name not in same:
            same[name] = name_key(name) == key
        if same[name] and card.contacted_on and card.id != without:
            numbers.append(card.id)
    return history_of(map(office.store.get, numbers[-REMEMBERED:]))


def next_of(office: Office, card: Card) -> NextAction:
    """The one next action. Its words are clean if the card is."""
    return next_action(office.at_present(card), office.playbook(card), office.today(card))


def rungs_of(office: Office, case: Case) -> tuple[Rung, ...]:
    """The ladder of a case, projected."""
    card = office.at_present(card_of(case))
    return ladder(card, office.playbook(case), office.today(case), office.clocks(case))


def ladders_of(office: Office, case: Case) -> tuple[tuple[Playbook, ...], tuple[Playbook, ...]]:
    """The ladders made for the country and problem of a case, and all others.

    Where the country is not told, the currency of the amount speaks for one.
    """
    country = case.country or country_of_money(case.amount)
    every = tuple(map(office.playbooks.get, office.playbooks.ids()))
    made_for_some = (one for one in every if one.countries or one.problems)
    fit = fitting(made_for_some, country, case.problem)
    return fit, tuple(one for one in every if one not in fit)


def untold_of(office: Office, case: Case, step: str) -> StartsOn | None:
    """What the person has to tell before the window of a step is known."""
    playbook = office.playbook(case)
    return untold(playbook.step(step), case, playbook, office.clocks(case))


def duplicates(office: Office, case: Case) -> tuple[Duplicate, ...]:
    """Open cases that seem to be about the same, the best three. Reads no case whole."""
    return similar_open(case, office.store.cards.values())
