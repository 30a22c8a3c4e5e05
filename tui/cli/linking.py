"""`upheld link` and `unlink`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tui.cases.links import LinkKind
from tui.cases.record import to_plain
from tui.cli.kinds import CaseId, Word
from tui.cli.saying import next_line
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.cases.case import Case


@verb("link")
@argument("case_id", metavar="ID", type=CaseId(), help=N_("The number of the case."))
@argument("other", metavar="ID", type=CaseId(), help=N_("The other case."))
@option(
    "--as",
    "kind",
    metavar=N_("KIND"),
    type=Word(LinkKind),
    default=LinkKind.RELATED.value,
    help=N_("How the first stands to the other."),
)
def link(session: Session, case_id: int, other: int, kind: LinkKind) -> int:
    """Link a case with another; what linked the two before is replaced."""
    before = session.desk.link_with(case_id, other)
    case = session.desk.link(case_id, other, kind)
    if session.as_json:
        session.out.json(linked_json(session, case))
        return 0
    words = session.words
    session.out.line(
        words.t("#{id} {kind} #{other}.", id=case_id, kind=words.term(kind), other=other)
    )
    if before not in (None, kind):
        session.out.line(words.t("Before, it was: {kind}. upheld undo brings that back.",
                                 kind=words.term(before)))  # fmt: skip
    session.out.line(next_line(session, case_id))
    return 0


@verb("unlink")
@argument("case_id", metavar="ID", type=CaseId(), help=N_("The number of the case."))
@argument("other", metavar="[ID]", type=CaseId(), required=False, help=N_("The other case."))
@option("--gone", is_flag=True, help=N_("Instead: from all cases that are not in the book."))
def unlink(session: Session, case_id: int, other: int | None, gone: bool) -> int:
    """Part two cases that are linked."""
    if gone == (other is not None):
        raise click.UsageError(session.words.t("Name the other case, or --gone."))
    desk = session.desk
    case = desk.forget_gone_links(case_id) if other is None else desk.unlink(case_id, other)
    if session.as_json:
        session.out.json(linked_json(session, case))
    elif other is None:
        session.out.line(session.words.t("#{id}: its links are all with cases of the book.",
                                         id=case_id))  # fmt: skip
    else:
        session.out.line(session.words.t("#{id} and #{other} are linked no more.",
                                         id=case_id, other=other))  # fmt: skip
    return 0


def linked_json(session: Session, case: Case) -> dict[str, object]:
    """The case, with its links as they are told from its side."""
    return {**to_plain(case), "links": links_json(session, case.id)}


def links_json(session: Session, case_id: int) -> list[dict[str, object]]:
    """Each link; `id` and what follows are null where the case is not in the book."""
    return [
        {
            "kind": link.kind,
            "uid": link.uid,
            "id": link.card.id if link.card else None,
            "company": link.card.company if link.card else None,
            "subject": link.card.subject if link.card else None,
            "stage": link.card.stage if link.card else None,
        }
        for link in session.desk.links(case_id)
    ]
