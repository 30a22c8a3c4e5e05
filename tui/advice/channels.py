"""Which channel to use, and why: the channel rules of Upheld, weighed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tui.advice.channel_rules import FACETS_OF, NOTES, ROWS, Facet
from tui.advice.patience import holding
from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.company import Company, ContactPoint
from tui.cases.sentence import Sentence, say
from tui.cases.words import Answer, Channel, DeadlineKind, Problem, Stage, Urgency
from tui.playbooks.their_time import agreed_until, too_early

START = 40  # a channel that nothing speaks for or against
KNOWN_THERE = 20
NO_ADDRESS = -25
LONG_DETAILS = 600  # characters: what no longer fits into a chat

# Of equal channels the one that leaves the better trace with less effort comes first, but a
# voice before a chat: what is said at once can be asked about at once.
_ORDER = (
    Channel.EMAIL,
    Channel.PHONE,
    Channel.CHAT,
    Channel.FORM,
    Channel.LETTER,
    Channel.IN_PERSON,
    Channel.SOCIAL,
)
_WAITS = frozenset({Stage.WAITING, Stage.ESCALATED})


@dataclass(frozen=True, slots=True)
class Advised:
    """A channel with its place in the ranking. `score` runs from 0 to 100.

    `reasons`: one for each thing that moved the score. `warnings`: why not to write now or
    here. `points`: their addresses there. `notes`: what to mind on this channel always.
    """

    channel: Channel
    score: int
    reasons: tuple[Sentence, ...]
    warnings: tuple[Sentence, ...] = ()
    points: tuple[ContactPoint, ...] = ()
    notes: tuple[Sentence, ...] = ()


def rank_channels(
    problem: Problem,
    urgency: Urgency,
    formal: bool,
    company: Company | None,
    case: Case | Card | None,
    today: date,
) -> tuple[Advised, ...]:
    """All seven channels, the best first.

    The case itself, rather than its card, lets a long description or enclosures count.
    """
    card = card_of(case) if isinstance(case, Case) else case
    facets = facets_of(problem, urgency, formal, case if isinstance(case, Case) else None)
    advised = [_advise(channel, facets, company, card, today) for channel in _ORDER]
    return tuple(sorted(advised, key=lambda one: -one.score))


def facets_of(
    problem: Problem, urgency: Urgency, formal: bool, case: Case | None = None
) -> frozenset[Facet]:
    """The sides of the matter that the rules speak of."""
    facets = set(FACETS_OF[problem])
    if urgency in (Urgency.HIGH, Urgency.CRITICAL):
        facets.add(Facet.URGENT)
    if urgency is Urgency.CRITICAL:
        facets.add(Facet.CRITICAL)
    if formal:
        facets.add(Facet.FORMAL)
    if case and (len(case.details) > LONG_DETAILS or case.evidence):
        facets.add(Facet.COMPLEX)
    return frozenset(facets)


def _advise(
    channel: Channel,
    facets: frozenset[Facet],
    company: Company | None,
    card: Card | None,
    today: date,
) -> Advised:
    weighed = _weighed(channel, facets, company, card)
    score = START + sum(points for points, _ in weighed)
    return Advised(
        channel=channel,
        score=min(100, max(0, score)),
        reasons=tuple(why for _, why in weighed) or (say("Nothing speaks for or against it."),),
        warnings=_warnings(channel, card, today) if card else (),
        points=company.points(channel) if company else (),
        notes=(NOTES[channel],) if channel in NOTES else (),
    )


def _weighed(
    channel: Channel, facets: frozenset[Facet], company: Company | None, card: Card | None
) -> list[tuple[int, Sentence]]:
    """Everything that moves the score of a channel: points and their reason."""
    rows = [row for row in ROWS if row.channel is channel and row.applies(facets)]
    weighed = [(row.points, row.why) for row in rows]
    if card and card.stage in _WAITS and card.channel is channel:
        why = say("They already work on it here: the answer will come here too.")
        weighed.append((KNOWN_THERE, why))
    # A company without any address is one that nobody has looked up yet.
    if company and company.contact_points and not company.points(channel):
        why = say("No address of theirs on this channel is known: find it first.")
        weighed.append((NO_ADDRESS, why))
    return weighed


def _warnings(channel: Channel, card: Card, today: date) -> tuple[Sentence, ...]:
    warnings = (_asked_twice(channel, card), _too_early(card, today))
    return tuple(warning for warning in warnings if warning)


def _asked_twice(channel: Channel, card: Card) -> Sentence | None:
    """A second request on another channel starts a second queue, at its end."""
    if card.stage not in _WAITS or card.channel in (channel, None):
        return None
    if card.reference:
        return say(
            "Do not ask twice: it already waits under {number} ({channel}). "
            "Follow up under that number.",
            number=card.reference,
            channel=card.channel,
        )
    return say(
        "Do not ask twice: it already waits ({channel}). Follow up there and ask for its number.",
        channel=card.channel,
    )


def _too_early(card: Card, today: date) -> Sentence | None:
    """A chase before the agreed time; an answer to their refusal or question is none."""
    if card.stage not in _WAITS and card.last_answer in (Answer.REFUSED, Answer.ASKED):
        return None
    held = holding(card, today)
    if held is None:
        return None
    return agreed_until(held.due) if held.kind is DeadlineKind.CONTACT else too_early(held)
