"""How my wish is told again: as what it was, a request or a demand, and whether it was met."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from tui.cases.case import I_WRITE, answer_of
from tui.cases.deadline import Deadline
from tui.cases.event import Event
from tui.cases.order import in_order
from tui.cases.promises import Kept, kept
from tui.cases.words import Answer, DeadlineKind, Owner
from tui.letters.ending import lapsed
from tui.letters.matter import Matter
from tui.letters.plain import names_past_date
from tui.letters.sent import UNKNOWN

CLAIMS = frozenset({"claim", "seller"})
# Letters that do not ask but demand; each of them says so.
DEMANDS = CLAIMS | {
    "before_action", "rejection", "section75", "sla_credit", "withdrawal",
}  # fmt: skip


EXCHANGE = "exchange"
_NAMES_EXCHANGE = re.compile(r"обмен|поменя|замен|exchang|replac|swap", re.IGNORECASE)
_NAMES_MONEY = re.compile(r"вернуть|верните|деньг|возврат|refund|money", re.IGNORECASE)


def asks_exchange(matter: Matter, template: str) -> bool:
    """Whether a letter by that template asks for an exchange, or repeats what such a one asked."""
    last = _last(matter, DEMANDS | {EXCHANGE})
    repeats = last is not None and matter.kinds.get(last.id, UNKNOWN).kind == EXCHANGE
    return template == EXCHANGE or (repeats and template not in DEMANDS)


def wish_of(matter: Matter) -> str:
    """What I ask for, in my words; in those of a letter that asks for an exchange, where mine ask
    for something else."""
    own = matter.case.expected_result.strip()
    if matter.asks_exchange and not _NAMES_EXCHANGE.search(own):
        return matter.phrases.say("wish.exchange")
    return own


def exchange_fields(matter: Matter) -> dict[str, str]:
    """Whether my own words ask for an exchange and leave open what if there is none."""
    wish = wish_of(matter)
    alone = _NAMES_EXCHANGE.search(wish) and not _NAMES_MONEY.search(wish)
    return {"exchange_alone": "yes" if alone else ""}


def demand_fields(matter: Matter) -> dict[str, str]:
    """The headings before my wish, to the company and about it, and what my matter is called."""
    demand, say = _demand(matter), matter.phrases.say
    form = "demand" if demand else "wish"
    day = matter.day(demand.day if demand else first_contact(matter))
    return {
        "asked_then": say(f"{form}.dated", day=day) if day else say(f"{form}.plain"),
        "asked_them": say(f"{form}.them"),
        "my_matter": say("matter.claim" if _last(matter, CLAIMS) else "matter.request"),
    }


def not_done(matter: Matter, *, in_part: bool) -> str:
    """That it was not done, or only in part; empty while they have time to answer, and have
    neither refused nor let a date pass."""
    if not in_part and any(_running(matter)) and not any(_broken(matter)):
        return ""
    form = "demand" if _demand(matter) else "wish"
    return matter.phrases.say(f"{form}.partly_done" if in_part else f"{form}.not_done")


def first_contact(matter: Matter) -> date | None:
    """The day on which I first wrote to, or of, whom the letter is about."""
    return next((e.day for e in matter.events() if e.kind in I_WRITE), None)


def _demand(matter: Matter) -> Event | None:
    """The letter that demanded it; none where my words ask for a day that was past by then: they
    are those of the first request."""
    last = _last(matter, DEMANDS)
    is_older = last and names_past_date(matter.case.expected_result, last.day)
    return None if is_older else last


def _last(matter: Matter, kinds: Collection[str]) -> Event | None:
    """The last letter of such a kind to the one whom this letter speaks to, or of."""
    mine = (e for e in reversed(in_order(matter.case)) if e.kind in I_WRITE)
    theirs = (e for e in mine if e.id not in matter.others)
    return next((e for e in theirs if matter.kinds.get(e.id, UNKNOWN).kind in kinds), None)


def _running(matter: Matter) -> Iterator[Deadline]:
    """Their times to answer that are not over."""
    for d in matter.case.deadlines:
        is_theirs = d.owner is Owner.THEIRS and d.kind is DeadlineKind.ANSWER
        if is_theirs and d.is_open and matter.concerns(d.event) and not d.late_on(matter.today):
            yield d


def _broken(matter: Matter) -> Iterator[bool]:
    """For each thing that happened whether it was a refusal, or a date came of it that passed."""
    case, today = matter.case, matter.today
    for event in matter.events():
        yield answer_of(event) is Answer.REFUSED
        yield lapsed(case, event, today, matter.now) is not None
        yield kept(case, event, today) is Kept.BROKEN
