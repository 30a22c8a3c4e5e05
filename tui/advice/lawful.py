"""Which channels count with the addressee of a step of a ladder."""

from __future__ import annotations

from collections.abc import Mapping

from tui.advice.channel_rules import Weight
from tui.cases.sentence import Sentence, say
from tui.cases.words import Channel
from tui.playbooks.steps import Step

COUNTS, COUNTS_NOT, UNUSUAL, IN_PUBLIC = 10, -45, -15, 45
_SOURCED = frozenset({"A", "B"})

# Rules by which a Russian body of the state answers; for those the fact ru.59fz.channel holds.
_BODIES = ("ru.59fz.", "ru.rpn")


def is_sourced(step: Step) -> bool:
    """Whether a rule with a source starts a clock at this step, so that the channel matters."""
    return bool(step.rule) and step.certainty in _SOURCED


def is_state_body(step: Step) -> bool:
    """Whether the addressee is a body of the state whose electronic appeals need a login."""
    return step.rule.startswith(_BODIES)


def weigh(step: Step, channel: Channel) -> Weight | None:
    """What the addressee of a step means for a channel."""
    if channel in step.channels:
        if step.is_public:
            return IN_PUBLIC, say("This step is for everybody to read.")
        counts = say("At this step it counts. Addressee: {addressee}.", addressee=step.addressee)
        return (COUNTS, counts) if is_sourced(step) else None
    if step.is_public:
        return COUNTS_NOT, say("This step is for everybody to read, and here nobody would.")
    if is_sourced(step):
        return COUNTS_NOT, say("At this step it does not count.")
    return UNUSUAL, say("At this step it is unusual. Usual: {channels}.", channels=_usual(step))


def warn(step: Step, channel: Channel, login_only: Mapping[str, str] | None) -> Sentence | None:
    """Why a letter sent here would start no clock. `login_only`: the fact, where it holds."""
    if channel in step.channels or not is_sourced(step):
        return None
    does_not = say(
        "It does not count here. Addressee: {addressee}. What counts: {channels}.",
        addressee=step.addressee,
        channels=_usual(step),
    )
    if channel is Channel.EMAIL and login_only:
        return say("{warning} {law}", warning=does_not, law=dict(login_only))
    return does_not


def _usual(step: Step) -> tuple[str, ...]:
    return tuple(step.channels)
