"""`upheld backup`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.cases.errors import BadInput
from tui.cli.session import Session
from tui.cli.verb import option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.store.copies.listing import Copy


@verb("backup", takes=("data", "lang", "json"))
@option(
    "-o",
    "--output",
    "target",
    metavar=N_("DIR"),
    default="",
    help=N_("A whole copy with the evidence, in a new folder that --data can name."),
)
@option("--list", "listed", is_flag=True, help=N_("Make none: list the copies there are."))
@option(
    "--restore",
    "name",
    metavar=N_("NAME"),
    default="",
    help=N_("Bring this copy back. The book as it is now is kept."),
)
def backup(session: Session, target: str, listed: bool, name: str) -> int:
    """Copy the book now, as is done by itself before the first change of a day."""
    if sum(map(bool, (target, listed, name))) > 1:
        raise BadInput("Choose one of -o, --list and --restore.")
    if listed:
        _list(session)
    elif target:
        _whole(session, target)
    elif name:
        _restore(session, name)
    else:
        _make(session)
    return 0


def _make(session: Session) -> None:
    copy = session.desk.backup()
    if session.as_json:
        session.out.json(_plain(copy))
        return
    text = session.words.t(
        "Copied to {file}, and as JSON beside it: {size}.",
        file=str(copy.db),
        size=session.words.size(copy.size),
    )
    session.out.line(text)


def _list(session: Session) -> None:
    from tui.desk.keeping.doctoring import copies as copies_of

    copies = copies_of(session.folder)
    if session.as_json:
        session.out.json([_plain(copy) for copy in copies])
    elif copies:
        rows = [
            (copy.name, session.words.day(copy.made_at.date()), session.words.size(copy.size))
            for copy in copies
        ]
        session.out.table(rows, give=(0,))
    else:
        session.out.note(session.words.t("There are no copies yet."))


def _whole(session: Session, target: str) -> None:
    from tui.desk.keeping.doctoring import copied_whole

    folder = str(copied_whole(session.folder, target, session.patience))
    if session.as_json:
        session.out.json({"folder": folder})
        return
    text = session.words.t("All is copied. To look into it: upheld --data {folder}", folder=folder)
    session.out.line(text)


def _restore(session: Session, name: str) -> None:
    from tui.desk.keeping.doctoring import restored

    done, words = restored(session.folder, name, session.patience), session.words
    if session.as_json:
        more = {"before": _plain(done.before) if done.before else None}
        session.out.json(_plain(done.copy) | more | {"kept": str(done.kept) if done.kept else None})
        return
    text = words.n(
        "The copy “{name}” is back: {count} case.",
        "The copy “{name}” is back: {count} cases.",
        len(session.desk.listed()),
        name=done.copy.name,
    )
    session.out.line(text)
    if done.before:
        text = words.t("The book as it was is the copy “{name}”.", name=done.before.name)
        session.out.line(text)
    if done.kept:
        text = words.t("What was in its place is kept as “{file}”.", file=str(done.kept))
        session.out.line(text)


def _plain(copy: Copy) -> dict[str, Any]:
    return {
        "name": copy.name,
        "made_at": copy.made_at.isoformat(),
        "file": str(copy.db),
        "plain": str(copy.plain) if copy.plain else None,
        "size": copy.size,
    }
