"""`upheld edit`, `list` and `show`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import click

from tui.cases.record import to_plain
from tui.cli import plain
from tui.cli.files import assignments
from tui.cli.kinds import CaseId
from tui.cli.queries import note_read_otherwise, query_of_words
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.desk.views import CardView
from tui.wording.mark import N_

_ORDERS = ("id", "due", "company", "stage", "urgency")
_BY_SUM = "urgency"


@verb("edit")
@argument("case_id", metavar="ID...", type=CaseId(), help=N_("The numbers of cases."))
@argument(
    "facts",
    metavar=N_("FIELD=VALUE..."),
    nargs=-1,
    required=True,
    help=N_("Facts, such as urgency=high or identifier.order=4821; VALUE - reads it."),
)
def edit(session: Session, case_id: int, facts: Sequence[str]) -> int:
    """Change facts of a case."""
    others = tuple(takewhile(lambda word: word.lstrip("#").isdecimal(), facts))
    if others:
        numbers = (case_id, *(int(CaseId().convert(word, None, None)) for word in others))
        return _edit_many(session, numbers, facts[len(others) :])
    before = session.desk.case(case_id)
    case = session.desk.edit(case_id, assignments(facts))
    if session.as_json:
        session.out.json(to_plain(case))
    elif case.revision == before.revision:
        session.out.line(session.words.t("#{id}: nothing has changed.", id=case_id))
    else:
        names = tuple(fact.partition("=")[0] for fact in facts)
        session.out.line(session.words.t("#{id}: changed {fields}.", id=case_id, fields=names))
    return 0


def _edit_many(session: Session, numbers: Sequence[int], facts: Sequence[str]) -> int:
    """One change of several cases, taken back as one."""
    if not facts:
        raise click.MissingParameter(param_hint="FIELD=VALUE...", param_type="argument")
    cases = session.desk.edit_many(numbers, assignments(facts))
    if session.as_json:
        session.out.json([to_plain(case) for case in cases])
        return 0
    names = tuple(fact.partition("=")[0] for fact in facts)
    told = session.words.n(
        "{count} case: changed {fields}.",
        "{count} cases: changed {fields}.",
        len(cases),
        fields=names,
    )
    session.out.line(told)
    return 0


@verb("list", context_settings={"ignore_unknown_options": True})
@argument(
    "query",
    metavar=N_("[QUERY]..."),
    nargs=-1,
    help=N_(
        "Words, “a phrase”, is:late, mine, due<7d, stage:waiting, company:NAME, tag:WORD,"
        " amount>1000, ladder:ru, opened<30d, link:12, is:blocked, #12; with - before: not."
    ),
)
@option(
    "--sort",
    type=click.Choice(_ORDERS),
    default="id",
    help=N_("The order of the list; urgency tells its points."),
)
@option(
    "--filter", "kept", metavar=N_("NAME"), help=N_("A filter kept in config.toml, or its digit.")
)
def list_cases(session: Session, query: Sequence[str], sort: str, kept: str | None) -> int:
    """List the cases that the query means."""
    asked = query_of_words(query)
    if kept:
        asked = f"{session.desk.filter_named(kept)} {asked}".strip()
    note_read_otherwise(session, asked)
    views = session.desk.listed(asked, sort)
    if session.as_json:
        session.out.json([_summary(session, view, sort) for view in views])
        return 0
    session.out.table([_row(session, view, sort) for view in views], give=(1, 2))
    if not views:
        session.out.note(
            session.words.t("No case is like that.")
            if asked
            else session.words.t("There are no cases yet. To open one: upheld add --help")
        )
    return 0


def summary_of(session: Session, view: CardView) -> dict[str, object]:
    """A case as a list shows it in JSON."""
    desk = session.desk
    return plain.of_card(session.words, desk.card(view.id), view, desk.next_action(view.id))


def _summary(session: Session, view: CardView, sort: str) -> dict[str, object]:
    """With the sum that it is sorted by, where it is."""
    summary = summary_of(session, view)
    return {**summary, "score": _score(session, view.id)} if sort == _BY_SUM else summary


def _row(session: Session, view: CardView, sort: str) -> tuple[str, ...]:
    row = row_of(session, view)
    return (*row, str(session.desk.points(view))) if sort == _BY_SUM else row


def _score(session: Session, case_id: int) -> dict[str, object]:
    """How urgent a case is in the order of lists, and why."""
    parts = session.desk.urgency(case_id)
    told = [{"points": p.points, "why": session.words.say(p.sentence)} for p in parts]
    return {"points": sum(part.points for part in parts), "parts": told}


def row_of(session: Session, view: CardView) -> tuple[str, ...]:
    """A case as a list shows it to a person."""
    words, card = session.words, view.card
    standing = words.until(view.deadline, view.today) if view.deadline else ""
    return (
        f"{view.mark}#{card.id}",
        card.company,
        card.subject,
        words.term(card.outcome) if card.outcome else words.term(card.stage),
        standing,
        card.reference,
    )


@verb("show")
@argument("case_id", metavar="ID", type=CaseId(), help=N_("The number of the case."))
@option("--working", is_flag=True, help=N_("The working also of dates that are settled."))
def show(session: Session, case_id: int, working: bool) -> int:
    """Show one case whole, with the working of its dates."""
    if session.as_json:
        session.out.json(_whole(session, case_id))
        return 0
    from tui.cli.showing import told

    view = session.desk.case_view(case_id)
    known_by = session.desk.known_by(view.case, session.words.language)
    session.out.text("\n".join(told(session.words, view, known_by, whole=working)))
    return 0


def _whole(session: Session, case_id: int) -> dict[str, object]:
    """The case as it is stored, and what follows from it today."""
    from tui.cli.linking import links_json
    from tui.cli.money_json import of_money, of_promises

    desk = session.desk
    promises = of_promises(desk.promises(case_id))
    return {
        **to_plain(desk.case(case_id)),
        **of_money(desk.money(case_id)),
        "promises": promises,
        "links": links_json(session, case_id),
        "score": _score(session, case_id),
    }
