"""`upheld companies` and its verbs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from tui.cases.company import Company
from tui.cases.errors import BadInput
from tui.cases.record import to_plain
from tui.cases.words import Channel
from tui.cli.files import assignments
from tui.cli.kinds import Word
from tui.cli.session import Session
from tui.cli.verb import VerbGroup, argument, option, session_of, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.desk.figures.figures import CompanyView

_NAME = N_("NAME")
_FIELDS = N_("[FIELD=VALUE]...")


@click.group("companies", cls=VerbGroup)
@click.pass_context
def companies(ctx: click.Context) -> int:
    """Companies, how to reach them, and what came of it. Alone: the list of them."""
    return _list(session_of(ctx)) if ctx.invoked_subcommand is None else 0


def _list(session: Session) -> int:
    from tui.cli.figures_json import of_score
    from tui.desk.figures.figure_lines import brief

    known = session.desk.scored_companies()
    if session.as_json:
        scored = ({**to_plain(company), "score": of_score(score)} for company, score in known)
        session.out.json(list(scored))
        return 0
    rows = [_row(session, company) for company, _ in known]
    under = [brief(session.words, score) for _, score in known]
    session.out.table(rows, give=(0, 2), under=under)
    if not known:
        session.out.note(session.words.t("There are no companies yet."))
    return 0


def _row(session: Session, company: Company) -> tuple[str, ...]:
    channels = dict.fromkeys(session.words.term(p.channel) for p in company.contact_points)
    return company.name, company.country, ", ".join(channels), company.hours


@verb("show", help=N_("Show one company whole."))
@argument("name", metavar=_NAME, help=N_("The name of the company."))
def show(session: Session, name: str) -> int:
    """One company with its contact points, its scoreboard and its open cases."""
    from tui.cli.figures_json import of_channels, of_score

    view = session.desk.company_view(name)
    if session.as_json:
        score = {**of_score(view.score), **of_channels(view.history, view.best)}
        open_cases = [card.id for card in view.open]
        session.out.json({**to_plain(view.company), "score": score, "open_cases": open_cases})
        return 0
    _print(session, view.company)
    _print_score(session, view)
    return 0


def _print_score(session: Session, view: CompanyView) -> None:
    from tui.cli.stats import print_pairs
    from tui.desk.figures.figure_lines import pairs

    words = session.words
    if view.score.cases:
        best = (words.t("Best channel"), words.term(view.best)) if view.best else None
        session.out.line(words.t("What came of it"))
        known = pairs(words, view.score)
        print_pairs(session, (*known, *((best,) if best else ())), indent="  ")
    for card in view.open:
        when = words.until(card.deadline, card.today) if card.deadline else ""
        parts = (f"{card.mark} #{card.id} {card.card.subject}", when)
        session.out.line("  ".join(filter(None, parts)))


@verb("add", help=N_("Add a company."))
@argument("name", metavar=_NAME, help=N_("The name of the company."))
@argument("facts", metavar=_FIELDS, nargs=-1, help=N_("country, timezone, hours, website, note."))
def add(session: Session, name: str, facts: Sequence[str]) -> int:
    """Add a company that is not known yet."""
    wanted = " ".join(name.split()).casefold()
    known = next((c for c in session.desk.companies() if c.name.casefold() == wanted), None)
    if known:
        raise BadInput(
            "{name} is known already. To change it: upheld companies edit", name=known.name
        )
    return _print(session, session.desk.save_company(name, assignments(facts)))


@verb("edit", help=N_("Change facts of a company."))
@argument("name", metavar=_NAME, help=N_("The name of the company."))
@argument(
    "facts",
    metavar=N_("FIELD=VALUE..."),
    nargs=-1,
    required=True,
    help=N_("country, timezone, hours, website, note."),
)
def edit(session: Session, name: str, facts: Sequence[str]) -> int:
    """Change facts of a company."""
    known = session.desk.company(name)
    return _print(session, session.desk.save_company(known.name, assignments(facts)))


@verb("point", help=N_("Add one way to reach a company."))
@argument("name", metavar=_NAME, help=N_("The name of the company."))
@argument("channel", metavar=N_("CHANNEL"), type=Word(Channel), help=N_("On which channel."))
@argument("address", metavar=N_("ADDRESS"), help=N_("The number, the mailbox, the page."))
@option("--note", metavar=N_("TEXT"), default="", help=N_("What to know about it."))
@option("--instead", metavar=N_("ADDRESS"), default="", help=N_("In the place of this one."))
def point(
    session: Session, name: str, channel: Channel, address: str, note: str, instead: str
) -> int:
    """Add a contact point; the same address again changes its note."""
    desk, known = session.desk, session.desk.company(name).name
    return _print(session, desk.add_contact_point(known, channel, address, note, instead))


def _print(session: Session, company: Company) -> int:
    words, out = session.words, session.out
    if session.as_json:
        out.json(to_plain(company))
        return 0
    out.line(company.name)
    facts = (
        (words.t("Country"), company.country),
        (words.t("Time zone"), company.timezone),
        (words.t("Hours"), company.hours),
        (words.t("Website"), company.website),
        (words.t("Note"), company.note),
    )
    rows = [(label, text) for label, text in facts if text]
    rows += [
        (words.term(p.channel), f"{p.address} ({p.note})" if p.note else p.address)
        for p in company.contact_points
    ]
    out.table([(f"  {label}", text) for label, text in rows], give=(1,))
    return 0


for _verb in (show, add, edit, point):
    companies.add_command(_verb)
