"""By which channel: ranked, with whether somebody is there, and what came of it before."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from msgspec import Struct

from tui.advice import lawful
from tui.advice.channels import Advised, Around, rank_channels
from tui.advice.history import History, history_of
from tui.advice.open_now import OpenNow, open_now
from tui.cases.case import I_WRITE, Case
from tui.cases.company import Company, name_key
from tui.cases.errors import BadInput
from tui.cases.figures import roles_of, with_roles
from tui.cases.sentence import Sentence
from tui.cases.words import Channel, Problem, Urgency
from tui.deadlines.week import Week, parse_week
from tui.desk.office import Office, known_zone
from tui.playbooks.steps import Step

# Where somebody has to be there. A letter is written at any hour.
_LIVE = (Channel.PHONE, Channel.CHAT)
_LOGIN_ONLY = "ru.59fz.channel"  # the fact by which a plain e-mail counts nothing
REMEMBERED = 100  # the newest cases with a company: what was years ago is no habit


class Question(Struct, frozen=True):
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


def does_not_count(office: Office, case: Case) -> Sentence | None:
    """Why what I did last starts no clock at its step, for it went by a channel that does not
    count there; None where it counts, or was something else."""
    last = case.timeline[-1]
    if last.kind not in I_WRITE or last.channel is None or office.ladder_fault(case):
        return None
    step = _step(office, case, last.step)
    return lawful.warn(step, last.channel, _login_only(office, case, step)) if step else None


def _step(office: Office, case: Case, step: str) -> Step | None:
    """Where the letter goes; None where the case stands on a step that is no longer there."""
    playbook = office.playbook(case)
    if step:
        return playbook.step(step)
    current = office.step(case)
    return playbook.step(current) if playbook.place(current) else None


def _login_only(office: Office, case: Case, step: Step | None) -> dict[str, str] | None:
    if step is None or not lawful.is_state_body(step):
        return None
    fact = office.law.fact(_LOGIN_ONLY)
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
        shares = card.figures.shares
        for name in [share.company for share in shares] if shares else [card.company]:
            if name not in same:
                same[name] = name_key(name) == key
            if same[name] and card.contacted_on and card.id != without:
                numbers.append(card.id)
    cases = map(office.store.get, numbers[-REMEMBERED:])
    return history_of(_with_them(case, key) for case in cases)


def _with_them(case: Case, key: str) -> Case:
    """Of a dispute with several what was with one of them, by the key of its name."""
    if not case.parties:
        return case
    roles = (r for name, some in roles_of(case).items() if name_key(name) == key for r in some)
    return with_roles(case, frozenset(roles))
