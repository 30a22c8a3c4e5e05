"""`upheld mail send`."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.cases.errors import BadInput
from tui.cases.sentence import say
from tui.cli.attended import Doing
from tui.cli.errors import BUSY, NO
from tui.cli.kinds import CaseId
from tui.cli.letter_options import in_language, of_kind, of_step
from tui.cli.mail_checked import ids_of, may_go, say_checked
from tui.cli.mail_login import log_in, say_way
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.desk.mail.mail_letter import Prepared
    from tui.desk.mail.posting import Posted
    from tui.mail.outgoing import Outgoing


class Asked(NamedTuple):
    """What the line says of one letter."""

    case_id: int
    step: str
    kind: str
    language: str | None
    override: str
    yes: bool
    dry_run: bool


@verb("send", help=N_("Send the letter of a case as a mail, or what waits in the outbox."))
@argument(
    "case_id", metavar="[ID]", type=CaseId(), required=False, help=N_("The number of a case.")
)
@option("--queue", is_flag=True, help=N_("Send what is due in the outbox, for cron."))
@of_step
@of_kind
@in_language
@option("--override", metavar=N_("WHY"), default="", help=N_("Send it with its errors, and why."))
@option("--yes", is_flag=True, help=N_("Send it with its warnings, and do not ask."))
@option("--dry-run", is_flag=True, help=N_("Show the exact message and send nothing."))
def send(session: Session, case_id: int | None, queue: bool, **told: Any) -> int:
    """Send the letter of a case as a mail, and record it; that cannot be taken back.

    What the checks find is shown before, and asked about. No second letter is made beside one of
    the same step that waits in the outbox, or may have gone out.

    Exit status 75: it is tried again later. 1: it was refused, or nobody knows whether it went out.
    """
    if queue == (case_id is not None):
        raise BadInput("Say of which case the letter is, or --queue.")
    if queue:
        return _send_queue(session, dry_run=told["dry_run"])
    return _send_one(session, Asked(case_id or 0, **told))


def _send_one(session: Session, asked: Asked) -> int:
    from tui.desk.letters.wish import Wish

    desk = session.desk
    wish = Wish(asked.step, asked.kind, language=asked.language or "")
    letter = desk.prepare_mail(asked.case_id, wish)
    if asked.dry_run:
        return _show(session, letter)
    desk.refuse_second_mail(letter)
    say_checked(session, letter)
    if not may_go(session, letter, override=asked.override, yes=asked.yes):
        session.out.note(session.words.t("Nothing was sent."))
        return NO
    ids = ids_of(letter.errors or letter.warnings)
    if asked.override and ids:
        letter = desk.prepare_mail(asked.case_id, wish, f"{ids}: {asked.override}")
    log_in(session, lambda: desk.mail_login(asked.case_id))
    out = desk.queue_mail(letter)
    say_way(session)
    return _told(session, (asyncio.run(desk.send_mail(out.number)),))


def _send_queue(session: Session, *, dry_run: bool) -> int:
    desk = session.desk
    if dry_run:
        from tui.cli.mail_queue import show_queue

        return show_queue(session, whole=False)
    if not desk.mail_waits():
        if desk.outbox():
            Doing(session).tell(say("Nothing is to be sent now. See: upheld mail queue"))
        return _told(session, (), many=True)
    log_in(session, desk.mail_login)
    say_way(session)
    return _told(session, asyncio.run(desk.send_due_mail()), many=True)


def _show(session: Session, letter: Prepared) -> int:
    """The exact headers and the text; what would go along, by which way, to whom."""
    words, out, entry = session.words, session.out, letter.out
    if session.as_json:
        out.json(
            {
                "from": entry.sender, "to": entry.recipients, "by": letter.by, "size": entry.size,
                "headers": letter.headers, "text": letter.text, "enclosures": letter.enclosures,
                "errors": [finding.id for finding in letter.errors],
                "warnings": [finding.id for finding in letter.warnings],
            }
        )  # fmt: skip
        return 0
    out.lines(f"{name}: {value}" for name, value in letter.headers)
    out.line()
    out.text(letter.text)
    for name in letter.enclosures:
        out.line(words.t("Goes along: {name}", name=name))
    to = ", ".join(entry.recipients)
    size = words.size(entry.size)
    out.note(words.t("Nothing was sent. It would go to {to} by {way}: {size}.",
                     to=to, way=letter.by, size=size))  # fmt: skip
    say_checked(session, letter)
    return 0


def _told(session: Session, posted: Sequence[Posted], *, many: bool = False) -> int:
    """What became of each, and the exit status that says it for a script."""
    from tui.cli.mail_queue import of_entry
    from tui.desk.mail.mail_words import came_of

    if session.as_json:
        rows = [of_entry(session.words, one.out) for one in posted]
        session.out.json(rows if many else rows[0])
    for one in posted if not session.as_json else ():
        for sentence in came_of(one.out, typed=True):
            session.out.prose(session.words.t("#{id}: {what}", id=one.out.case, what=sentence))
        if one.uncopied:
            session.out.note(
                session.words.t("No copy was put among your sent mail: {why}", why=one.uncopied)
            )
    return max((_status(one.out) for one in posted), default=0)


def _status(out: Outgoing) -> int:
    return {"sent": 0, "deferred": BUSY, "queued": BUSY}.get(out.standing, NO)
