"""`upheld undo`."""

from __future__ import annotations

from tui.cases.record import to_plain
from tui.cli.errors import NO
from tui.cli.session import Session
from tui.cli.verb import option, verb
from tui.wording.mark import N_


@verb("undo")
@option(
    "--list",
    "listed",
    is_flag=True,
    help=N_("Change nothing: list the last changes, and who made them."),
)
@option(
    "--before",
    is_flag=True,
    help=N_("Take back what I did before a letter that went out, which cannot be taken back."),
)
def undo(session: Session, listed: bool, before: bool) -> int:
    """Take back my last change in this data folder."""
    from tui.desk.undone import GoesBeyond, sentence_of

    if listed:
        return _list_changes(session)
    try:
        change = session.desk.undo(beyond=before)
    except GoesBeyond as error:
        session.out.note(session.words.say(error.sentence))
        session.out.note(session.words.t("To take that back: upheld undo --before"))
        return NO
    if session.as_json:
        session.out.json(to_plain(change))
    else:
        session.out.line(session.words.say(sentence_of(change)))
    return 0


def _list_changes(session: Session) -> int:
    from tui.desk.undone import what_of

    changes, words = session.desk.changes(), session.words
    if session.as_json:
        session.out.json([to_plain(change) for change in changes])
        return 0
    if not changes:
        session.out.note(words.t("There is nothing to take back."))
    session.out.table(
        [(words.moment(c.at), c.who, words.say(what_of(c))) for c in changes], give=[2]
    )
    return 0
