"""`upheld companies` and its verbs."""

from __future__ import annotations

from collections.abc import Sequence

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

_NAME = N_("NAME")
_FIELDS = N_("[FIELD=VALUE]...")


@click.group("companies", cls=VerbGroup)
@click.pass_context
def companies(ctx: click.Context) -> int:
    """Companies and how to reach them. Alone: the list of them."""
    return _list(session_of(ctx)) if ctx.invoked_subcommand is None else 0


def _list(session: Session) -> int:
    known = session.desk.companies()
    if session.as_json:
        session.out.json([to_plain(company) for company in known])
        return 0
    session.out.table([_row(session, company) for company in known], give=(0, 2))
    if not known:
        session.out.note(session.words.t("There are no companies yet."))
    return 0


def _row(session: Session, company: Company) -> tuple[str, ...]:
    channels = dict.fromkeys(session.words.term(p.channel) for p in company.contact_points)
    return company.name, company.country, ", ".join(channels), company.hours


@verb("show", help=N_("Show one company whole."))
@argument("name", metavar=_NAME, help=N_("The name of the company."))
def show(session: Session, name: str) -> int:
    """One company with its contact points."""
    return _print(session, session.desk.company(name))


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
def point(session: Session, name: str, channel: Channel, address: str, note: str) -> int:
    """Add a contact point; the same address again changes its note."""
    known = session.desk.company(name)
    return _print(session, session.desk.add_contact_point(known.name, channel, address, note))


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
