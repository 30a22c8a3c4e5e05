"""`upheld rules`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.desk.lawbook import Entry, LawBook

_TITLES = (3,)  # the columns of a row of rules that may be cut


@verb("rules")
@argument(
    "some_id",
    metavar="[ID]",
    required=False,
    default="",
    help=N_("A rule, a fact, a playbook, or what their ids begin with: ru, ru.zpp, ru.zpp.22."),
)
@option(
    "--check",
    "file",
    metavar=N_("FILE"),
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=N_("Look through a playbook of your own, or a file of your own rules; change nothing."),
)
def rules(session: Session, some_id: str, file: Path | None) -> int:
    """The rules by which deadlines are worked out; with an id one of them whole."""
    if file is not None:
        return _check(session, file)
    book = session.desk.lawbook(some_id)
    entry = session.desk.rule(some_id) if some_id and _is_one(book, some_id) else None
    if session.as_json:
        from tui.cli import law_json

        session.out.json(law_json.of_entry(entry) if entry else law_json.of_book(book))
    elif entry:
        _print_whole(session, entry, book)
    else:
        _print_list(session, book)
    return 0


def _check(session: Session, file: Path) -> int:
    """What a file of the person's own holds, if it can be used; its first fault is an error."""
    from tui.cli.saying import in_language

    playbook = session.desk.check_rules(file)
    if session.as_json:
        session.out.json({"file": str(file), "playbook": playbook.id if playbook else None})
    elif playbook is None:
        session.out.line(session.words.t("{file}: its rules can be used.", file=file.name))
    else:
        title = in_language(playbook.title, session.words.language)
        told = session.words.n(
            "{file}: “{title}” can be used, {count} step.",
            "{file}: “{title}” can be used, {count} steps.",
            len(playbook.steps), file=file.name, title=title,
        )  # fmt: skip
        session.out.line(told)
    return 0


def _is_one(book: LawBook, some_id: str) -> bool:
    """Whether this is the id of one; also where it is the id of none, which has to be said."""
    return not book.ids or some_id.strip().lower() in book.ids


def _print_list(session: Session, book: LawBook) -> None:
    from tui.wording.meter_text import meter_row
    from tui.wording.playbook_text import playbook_row
    from tui.wording.rule_terms import heading
    from tui.wording.rule_text import fact_row, rule_row

    words, out, today = session.words, session.out, session.desk.day()
    for group in book.groups:
        out.line(heading(words, group.jurisdiction))
        out.table([_indented(rule_row(words, rule, today)) for rule in group.rules], give=_TITLES)
        out.line()
    if book.facts:
        out.line(words.t("Facts"))
        out.table([_indented(fact_row(words, fact, today)) for fact in book.facts], give=(1,))
        out.line()
    if book.meters:
        out.line(words.t("Penalties"))
        out.table([_indented(meter_row(words, one, today)) for one in book.meters], give=(2,))
        out.line()
    if book.playbooks:
        out.line(words.t("Playbooks"))
        out.table([_indented(playbook_row(words, one)) for one in book.playbooks], give=(1,))


def _indented(row: tuple[str, ...]) -> tuple[str, ...]:
    return f"  {row[0]}", *row[1:]


def _print_whole(session: Session, entry: Entry, book: LawBook) -> None:
    """What this id stands for; then the ids below it."""
    from tui.wording.meter_text import meter_lines
    from tui.wording.playbook_text import playbook_lines
    from tui.wording.rule_text import fact_lines, rule_lines

    words, out, today = session.words, session.out, session.desk.day()
    if entry.versions:
        out.lines(rule_lines(words, entry.versions, today, entry.basis))
    if entry.fact:
        out.lines(fact_lines(words, entry.fact, today))
    if entry.meter:
        out.lines(meter_lines(words, entry.meter, today, entry.basis))
    if entry.playbook:
        out.lines(playbook_lines(words, entry.playbook))
    below = tuple(one for one in book.ids if one != entry.id)
    if below:
        out.line(words.t("Below it: {ids}", ids=below))
