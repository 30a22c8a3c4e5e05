"""Which channel to use, and why: the channel rules of Upheld, weighed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from tui.advice import history, lawful, open_now
from tui.advice.channel_rules import FACETS_OF, NOTES, ROWS, Facet, Weight
from tui.advice.history import History
from tui.advice.open_now import OpenNow
from tui.advice.patience import WAITS, asked_twice, chased_too_early
from tui.cases.card import Card, card_of
from tui.cases.case import Case
from tui.cases.company import Company, ContactPoint
from tui.cases.sentence import Sentence, say
from tui.cases.words import Channel, Problem, Urgency
from tui.playbooks.steps import Step

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


class Around(Struct, frozen=True):
    """What counts besides the matter itself.

    `open_now`: for the channels on which somebody has to be there; `step`: where the letter
    goes; `login_only`: the fact by which a plain e-mail counts nothing with its addressee, in
    every language; `history`: what came of each channel in other cases with this company.
    """

    open_now: Mapping[Channel, OpenNow] = field(default_factory=dict)
    step: Step | None = None
    login_only: Mapping[str, str] | None = None
    history: History = field(default_factory=dict)


NOTHING_KNOWN = Around()


class Advised(Struct, frozen=True):
    """A channel with its place in the ranking. `score` runs from 0 to 100.

    `reasons`: one for each thing that moved the score; `against`: those of them that lowered it.
    `warnings`: why not to write now or
    here. `points`: their addresses there. `notes`: what to mind on this channel always.
    """

    channel: Channel
    score: int
    reasons: tuple[Sentence, ...]
    warnings: tuple[Sentence, ...] = ()
    points: tuple[ContactPoint, ...] = ()
    notes: tuple[Sentence, ...] = ()
    against: tuple[Sentence, ...] = ()


def rank_channels(
    problem: Problem,
    urgency: Urgency,
    formal: bool,
    company: Company | None,
    case: Case | Card | None,
    today: date,
    around: Around = NOTHING_KNOWN,
) -> tuple[Advised, ...]:
    """All seven channels, the best first.

    The case itself, rather than its card, lets a long description or enclosures count.
    """
    card = card_of(case) if isinstance(case, Case) else case
    facets = facets_of(problem, urgency, formal, case if isinstance(case, Case) else None)
    scene = _Scene(facets, company, card, today, around)
    advised = [_advise(channel, scene) for channel in _ORDER]
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


class _Scene(Struct, frozen=True):
    """Everything that a channel is weighed by."""

    facets: frozenset[Facet]
    company: Company | None
    card: Card | None
    today: date
    around: Around


def _advise(channel: Channel, scene: _Scene) -> Advised:
    weighed = _weighed(channel, scene)
    score = START + sum(points for points, _ in weighed)
    return Advised(
        channel=channel,
        score=min(100, max(0, score)),
        reasons=tuple(why for _, why in weighed) or (say("Nothing speaks for or against it."),),
        warnings=_warnings(channel, scene),
        points=scene.company.points(channel) if scene.company else (),
        notes=(NOTES[channel],) if channel in NOTES else (),
        against=tuple(why for points, why in weighed if points < 0),
    )


def _weighed(channel: Channel, scene: _Scene) -> list[Weight]:
    """Everything that moves the score of a channel: points and their reason."""
    rows = [row for row in ROWS if row.channel is channel and row.applies(scene.facets)]
    weighed: list[Weight] = [(row.points, row.why) for row in rows]
    card, company, around = scene.card, scene.company, scene.around
    if around.step and (counts := lawful.weigh(around.step, channel)):
        weighed.append(counts)
    if card and card.stage in WAITS and card.channel is channel:
        why = say("They already work on it here: the answer will come here too.")
        weighed.append((KNOWN_THERE, why))
    # A company without any address is one that nobody has looked up yet.
    if company and company.contact_points and not company.points(channel):
        why = say("No address of theirs on this channel is known: find it first.")
        weighed.append((NO_ADDRESS, why))
    if channel in around.open_now:
        weighed.append(open_now.weigh(around.open_now[channel]))
    if channel in around.history:
        weighed += history.weigh(around.history[channel])
    return weighed


def _warnings(channel: Channel, scene: _Scene) -> tuple[Sentence, ...]:
    """Why not to write now or here: what counts nothing first."""
    card, around = scene.card, scene.around
    step = around.step
    warnings = (
        lawful.warn(step, channel, around.login_only) if step else None,
        asked_twice(channel, card) if card else None,
        chased_too_early(card, scene.today) if card else None,
    )
    return tuple(warning for warning in warnings if warning)
