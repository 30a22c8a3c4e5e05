"""`upheld inbox`: replies that wait, and what is done with each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from tui.cases.errors import BadInput
from tui.cases.record import to_plain
from tui.cli.kinds import CaseId
from tui.cli.mail_rows import mail_rows
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.cases.case import Case
    from tui.desk.mail.inbox import InboxRow, MailView

_LONGEST = 9  # digits of a number


@verb("inbox")
@argument("number", metavar="[ID]", required=False, default="", help=N_("The number of a mail."))
@argument(
    "words",
    metavar=N_("[attach CASE|ignore|back|told|new|evidence]"),
    nargs=-1,
    help=N_("What to do with it; nothing shows it."),
)
@option("--all", "whole", is_flag=True, help=N_("Those that were put aside, too."))
def inbox(session: Session, number: str, words: Sequence[str], whole: bool) -> int:
    """Replies that belong to no case yet, or that nobody has judged.

    A mail that lies at a wrong case is moved by attach; back brings back what was put aside; told
    says that what you recorded tells all mails of its case.
    """
    if not number:
        return _list(session, whole=whole)
    mail = _number(number)
    if not words:
        _show(session, session.desk.mail(mail))
        return 0
    do = _verb(session, mail, words)
    before = session.desk.mail_case(mail)
    done = do()
    if session.as_json:
        is_here = words[0] == "back"
        state = {"id": done, "state": "new" if is_here else "ignored"}
        session.out.json(state if isinstance(done, int) else to_plain(done))
    else:
        session.out.line(_told_of(session, mail, before, done))
    return 0


def _told_of(session: Session, mail: int, before: int, done: Case | int) -> str:
    """`before`: the case in which it lay; 0 for none."""
    t = session.words.t
    if not isinstance(done, int):
        if before and before != done.id:
            return t("Mail {id} was moved from #{before} to #{case}, and waits there to be judged.",
                     id=mail, before=before, case=done.id)  # fmt: skip
        return t("Mail {id} is in case #{case}.", id=mail, case=done.id)
    if before:
        return t("Mail {id} stays in #{case}; nobody has to judge it.", id=mail, case=before)
    if any(row.number == mail for row in session.desk.inbox()):
        return t("Mail {id} is in the Inbox again.", id=mail)
    return t("Mail {id} is put aside. To list those: upheld inbox --all", id=mail)


def _number(text: str) -> int:
    if text.isascii() and text.isdigit() and len(text) <= _LONGEST:
        return int(text)
    raise BadInput("“{value}” is not the number of a mail. See: upheld inbox", value=text)


def _verb(session: Session, mail: int, words: Sequence[str]) -> Callable[[], Case | int]:
    desk = session.desk
    match list(words):
        case ["attach", case_id]:
            return lambda: desk.attach_mail(mail, int(CaseId().convert(case_id, None, None)))
        case ["ignore"]:
            return lambda: desk.ignore_mail(mail)
        case ["back"]:
            return lambda: desk.bring_back_mail(mail)
        case ["told"]:
            return lambda: desk.settle_mails_of(mail)
        case ["new"]:
            return lambda: desk.case_of_mail(mail)
        case ["evidence"]:
            return lambda: desk.attachments_to_evidence(mail)
    raise BadInput("Say one of: attach 12, ignore, back, told, new, evidence.")


def _list(session: Session, *, whole: bool) -> int:
    rows, aside = session.desk.inbox(), session.desk.mails_aside() if whole else ()
    if session.as_json:
        session.out.json([_plain(row) for row in (*rows, *aside)])
        return 0
    t = session.words.t
    session.out.table(list(mail_rows(session, rows, aside)), give=(2, 3))
    if not rows and not aside:
        session.out.note(t("The Inbox is empty."))
    return 0


def _plain(row: InboxRow) -> dict[str, Any]:
    mail, guess = row.kept.mail, row.kept.guess
    return {
        "id": row.number,
        "came": row.kept.came.isoformat(),
        "from": mail.sender.address,
        "name": mail.sender.name,
        "subject": mail.subject,
        "message_id": mail.message_id,
        "case": row.card.id if row.card else None,
        "attached": row.is_attached,
        "state": row.kept.state,
        "others": list(guess.others),
        "attachments": len(mail.attachments),
    }


def _show(session: Session, view: MailView) -> None:
    from tui.desk.mail.mail_said import head_lines, offer_told

    words, mail = session.words, view.mail
    if session.as_json:
        session.out.json({**_whole(view), "reasons": [words.say(r) for r in view.reasons]})
        return
    out = session.out
    out.lines(head_lines(words, view))
    out.line()
    out.text(mail.new)
    for one in mail.attachments:
        out.line(f"[{one.number}] {one.name}, {words.size(one.size)}")
    if view.offers:
        out.line()
        out.line(words.t("What it offers to be recorded:"))
    for offer in view.offers:
        out.line(f"  {offer_told(words, offer)}")
        out.line("    " + words.t("“{text}”", text=offer.fact.sentence))


def _whole(view: MailView) -> dict[str, Any]:
    import msgspec

    mail = msgspec.to_builtins(view.mail)
    offers = [{"field": o.field, "value": o.value, "sentence": o.fact.sentence, "kind": o.fact.kind}
              for o in view.offers]  # fmt: skip
    return {
        "id": view.number,
        "case": view.card.id if view.card else None,
        "attached": view.is_attached,
        "came": view.kept.came.isoformat(),
        "sha256": view.kept.sha256,
        "mail": mail,
        "offers": offers,
    }
