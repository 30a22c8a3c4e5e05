"""`upheld mail queue`: the outbox."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tui.cases.errors import BadInput
from tui.cli.attended import agreed, is_attended
from tui.cli.errors import NO
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.mail.outgoing import Outgoing
    from tui.wording.wording import Wording

DECISIONS = ("there", "again", "drop")


@verb("queue", help=N_("The outbox; and what is to become of a letter there."))
@argument("number", metavar="[NUMBER]", type=int, required=False, help=N_("Of a letter there."))
@argument(
    "what",
    metavar="[there|again|drop]",
    type=click.Choice(DECISIONS),
    required=False,
    help=N_("It went out: there. Send it again: again. Do not send it: drop. Nothing shows it."),
)
@option("--all", "whole", is_flag=True, help=N_("What was sent and dropped, too."))
@option("--yes", is_flag=True, help=N_("Again, though it may have arrived, and do not ask."))
def queue(session: Session, number: int | None, what: str | None, whole: bool, yes: bool) -> int:
    """What is not out yet, and why; with a number a letter whole, with a word what becomes of it.

    After “again” it goes out with: upheld mail send --queue
    """
    if number is None:
        return show_queue(session, whole=whole)
    if what is None:
        return _read(session, number)
    if what == "again" and not yes and not _may_go_twice(session, number):
        session.out.note(session.words.t("Nothing was changed."))
        return NO
    out = session.desk.decide_mail(number, what)
    if session.as_json:
        session.out.json(of_entry(session.words, out))
    else:
        _print(session, out)
    return 0


def _may_go_twice(session: Session, number: int) -> bool:
    """Ask, where a letter may have arrived. Raises BadInput where nobody is there to be asked."""
    from tui.mail.outgoing import Standing

    out = session.desk.outgoing(number).out
    if out.standing is not Standing.UNKNOWN:
        return True
    if not is_attended():
        raise BadInput(
            "Letter {number} of the outbox may have arrived: they may get it twice. To send it "
            "all the same: upheld mail queue {number} again --yes",
            number=number,
        )
    return agreed(
        session,
        session.words.t(
            "“{subject}” may have reached {to}: they may get it twice. Send it all the same?",
            subject=out.subject,
            to=", ".join(out.recipients),
        ),
    )


def _read(session: Session, number: int) -> int:
    """A letter of the outbox whole."""
    letter = session.desk.outgoing(number)
    entry, out = letter.out, session.out
    if session.as_json:
        told = {"headers": letter.headers, "text": letter.text, "enclosures": letter.files}
        out.json({**of_entry(session.words, entry), **told})
        return 0
    _print(session, entry)
    out.line()
    out.lines(f"{name}: {value}" for name, value in letter.headers)
    out.line()
    out.text(letter.text)
    out.lines(session.words.t("Goes along: {name}", name=name) for name in letter.files)
    return 0


def show_queue(session: Session, *, whole: bool) -> int:
    """The letters of the outbox, each with what became of it."""
    entries = session.desk.outbox(whole=whole)
    if session.as_json:
        session.out.json([of_entry(session.words, out) for out in entries])
        return 0
    for out in entries:
        _print(session, out)
    if not entries:
        session.out.note(session.words.t("The outbox is empty."))
    return 0


def _print(session: Session, out: Outgoing) -> None:
    from tui.desk.mail.mail_words import MARKS, STANDINGS, came_of

    words = session.words
    standing = words.say(STANDINGS[out.standing])
    to = ", ".join(out.recipients)
    session.out.line(f"{MARKS[out.standing]} {out.number}  #{out.case} {out.subject}")
    session.out.line(f"     {to}: {standing}")
    for sentence in came_of(out, typed=True):
        session.out.prose(words.say(sentence), indent="     ")


def of_entry(words: Wording, out: Outgoing) -> dict[str, Any]:
    """A letter of the outbox as JSON."""
    return {
        "number": out.number,
        "case": out.case,
        "standing": out.standing.value,
        "to": list(out.recipients),
        "refused": [{"address": r.address, "code": r.code} for r in out.refused],
        "subject": out.subject,
        "message_id": out.message_id,
        "size": out.size,
        "queued_at": out.queued_at.isoformat(),
        "sent_at": out.sent_at.isoformat() if out.sent_at else None,
        "next_try": out.next_try.isoformat() if out.next_try else None,
        "tries": out.tries,
        "event": out.event or None,
        "said": words.say(out.said) if out.said else "",
    }
