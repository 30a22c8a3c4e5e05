"""The checks of time and place: L22 a duplicate, L23 too early, L24 the wrong step, L25 the
wrong channel, L37 mails of theirs that nobody has read. They look at the matter, and not at the
words.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.advice.checks.finding import Context, Finding, Rule, Severity
from tui.advice.checks.reading import Reading
from tui.cases.sentence import Sentence, say
from tui.cases.words import Part
from tui.terminal.clean import clean_line


def duplicate(reading: Reading, context: Context) -> Iterator[Finding]:
    """L22: an open case about the same."""
    for number, subject in context.duplicates:
        message = say(
            "#{id} “{subject}” is open about the same: two requests slow each other down.",
            id=number,
            subject=clean_line(subject),
        )
        mend = say("Add to #{id} instead, under the number that they gave it.", id=number)
        yield _here(reading, ("L22", Severity.ERROR), message, mend)


def too_early(reading: Reading, context: Context) -> Iterator[Finding]:
    """L23: before they are late, or before the agreed day."""
    if context.too_early:
        mend = say("Wait until then; an early reminder goes to the end of the queue.")
        yield _here(reading, ("L23", Severity.WARN), context.too_early, mend)


def unread(reading: Reading, context: Context) -> Iterator[Finding]:
    """L37: they wrote, and nobody has looked at it."""
    for told in context.unread:
        mend = say("Read it before you write: it stands in the Inbox.")
        yield _here(reading, ("L37", Severity.WARN), told, mend)


def wrong_step(reading: Reading, context: Context) -> Iterator[Finding]:
    """L24: the step is not open yet, or no more."""
    if context.rung:
        mend = say("Take the step that is open: the ladder shows it.")
        yield _here(reading, ("L24", Severity.ERROR), context.rung, mend)


def wrong_channel(reading: Reading, context: Context) -> Iterator[Finding]:
    """L25: a channel that starts no clock with the addressee of the step."""
    counting = context.counting
    if context.channel is None or not counting or context.channel in counting:
        return
    if context.addressee:
        message = say(
            "It does not count this way ({channel}). Addressee: {addressee}.",
            channel=context.channel,
            addressee=dict(context.addressee),
        )
    else:
        message = say("It does not count this way ({channel}).", channel=context.channel)
    mend = say("What counts: {channels}.", channels=tuple(counting))
    yield _here(reading, ("L25", Severity.ERROR), message, mend)


def nameless(reading: Reading, context: Context) -> Iterator[Finding]:
    """L04: whom the letter goes to is described, and not named."""
    if context.nameless:
        message = say(
            "Whom it goes to has no name yet: {addressee}.", addressee=dict(context.addressee)
        )
        mend = say("Name them in the facts of the case, under “other companies in the dispute”.")
        yield _here(reading, ("L04", Severity.WARN), message, mend)


def _here(reading: Reading, rule: Rule, message: Sentence, mend: Sentence) -> Finding:
    """A finding about the letter as a whole: it stands at its beginning."""
    start = reading.span(Part.SUBJECT)[0]
    return Finding(*rule, Part.SUBJECT, start, start, "", message, mend)
