"""Where a letter of the outbox stands, in words."""

from __future__ import annotations

from tui.cases.sentence import Sentence, say
from tui.mail.outgoing import Outgoing, Standing
from tui.mail.troubles import quoted

_FOR_GOOD = 500  # codes from which on a server refuses an address, and not only now

STANDINGS: dict[Standing, Sentence] = {
    Standing.QUEUED: say("waits to be sent"),
    Standing.SENDING: say("is being sent"),
    Standing.SENT: say("sent"),
    Standing.UNKNOWN: say("unknown whether it went out"),
    Standing.REFUSED: say("not sent: refused"),
    Standing.DEFERRED: say("not sent yet: tried again"),
    Standing.DROPPED: say("dropped"),
}
# A state is a mark as well.
MARKS: dict[Standing, str] = {
    Standing.QUEUED: " ",
    Standing.SENDING: ">",
    Standing.SENT: "+",
    Standing.UNKNOWN: "?",
    Standing.REFUSED: "!",
    Standing.DEFERRED: "*",
    Standing.DROPPED: "-",
}


def came_of(out: Outgoing, *, typed: bool = False) -> tuple[Sentence, ...]:
    """What became of a letter, sentence by sentence: what is known, what went wrong, what to do.

    `typed`: what to do is told as commands, and not by the keys of the outbox.
    """
    if out.standing is Standing.SENT:
        return _sent(out)
    said = (out.said,) if out.said else ()
    if out.standing in (Standing.DEFERRED, Standing.QUEUED):
        return (*said, *_next_try(out))
    if out.standing is Standing.UNKNOWN:
        return (*said, *_unknown(out, typed=typed))
    if out.standing is Standing.REFUSED:
        return (*said, *_refused(out, typed=typed))
    return said


def _next_try(out: Outgoing) -> tuple[Sentence, ...]:
    """When it goes out, and by what: nothing runs by itself where Upheld is closed."""
    if out.next_try is None:
        return (say("It goes out by Upheld while it is open, or by: upheld mail send --queue"),)
    return (
        say(
            "It is tried next at {moment} or later, by Upheld while it is open, or by cron: "
            "upheld mail send --queue",
            moment=out.next_try,
        ),
        say("It is given up after {day}.", day=out.until.date()),
    )


def _unknown(out: Outgoing, *, typed: bool) -> tuple[Sentence, ...]:
    asleep = say("It is not sent again by itself.")
    if typed:
        return (who_knows(out), asleep, said_by_command(out))
    return (who_knows(out), asleep, say("In the outbox: it went out, or send it again."))


def who_knows(out: Outgoing) -> Sentence:
    """Who can tell whether a letter went out: never my sent mail, where Upheld put the copies."""
    return say(
        "They can tell you, or the log of the mail server ({message_id}). Among your sent mail it "
        "stands only if the provider itself keeps copies: Upheld puts one there only after the "
        "server has taken the letter.",
        message_id=out.message_id,
    )


def said_by_command(out: Outgoing) -> Sentence:
    """How it is said on the command line whether a letter went out that may have."""
    return say(
        "If it went out: upheld mail queue {number} there. If it did not: upheld mail queue "
        "{number} again, or drop.",
        number=out.number,
    )


def in_the_way(out: Outgoing) -> Sentence:
    """Why no second letter is made beside one, and what to do, by commands."""
    if out.standing is Standing.UNKNOWN:
        return say(
            "Nothing was sent: nobody knows whether letter {number} of the outbox, for the same "
            "step, went out. {who} {todo}",
            number=out.number,
            who=who_knows(out),
            todo=said_by_command(out),
        )
    return say(
        "Nothing was sent: letter {number} of the outbox is for the same step ({standing}). It "
        "goes out by: upheld mail send --queue. To write it anew, first: upheld mail queue "
        "{number} drop",
        number=out.number,
        standing=STANDINGS[out.standing],
    )


def _refused(out: Outgoing, *, typed: bool) -> tuple[Sentence, ...]:
    none = say("Nothing went out.")
    if wrong := [one.address for one in out.refused if one.code >= _FOR_GOOD]:
        return (none, _elsewhere(out, wrong[0], typed=typed))
    if not typed:
        return (none, say("Mend it, then send it again from the outbox."))
    return (none, say("When that is mended: upheld mail queue {number} again", number=out.number))


def _elsewhere(out: Outgoing, address: str, *, typed: bool) -> Sentence:
    """The letter itself names whom it goes to: it is written anew, to another address."""
    if not typed:
        return say(
            "Sent again it goes to {address} as before. To another address: change it at the "
            "company, then write the letter anew.",
            address=address,
        )
    return say(
        "Sent again it goes to {address} as before. To another address: upheld companies point "
        "COMPANY email ADDRESS --instead {address}, then anew: upheld mail send {id}",
        address=address,
        id=out.case,
    )


def _sent(out: Outgoing) -> tuple[Sentence, ...]:
    to = ", ".join(out.recipients)
    refused = tuple(
        say("It did not go to {address}: {answer}.",
            address=one.address, answer=quoted(f"{one.code} {one.answer}"))
        for one in out.refused
    )  # fmt: skip
    if out.unrecorded:
        told = say("Sent to {to}. It could not be recorded in #{id}: do that by hand.",
                   to=to, id=out.case)  # fmt: skip
    else:
        told = say("Sent to {to}, and recorded in #{id}.", to=to, id=out.case)
    return (told, *refused)
