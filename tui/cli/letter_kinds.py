"""`upheld letters`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.cli.errors import NO
from tui.cli.kinds import CaseId
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.desk.letters.letter_kinds import LetterKind


@verb("letters")
@argument(
    "case_id",
    metavar="[ID]",
    required=False,
    type=CaseId(),
    help=N_("The number of a case: only what fits it now."),
)
@option("--check", is_flag=True, help=N_("Check your own letters; status 1 if one cannot be used."))
def letters(session: Session, case_id: int | None, check: bool) -> int:
    """The kinds of letters that can be written, and where your own stand."""
    desk = session.desk
    kinds = desk.all_letter_kinds() if case_id is None else desk.letter_kinds(case_id)
    faulty = [kind for kind in kinds if kind.fault]
    shown = [kind for kind in kinds if kind.file] if check else list(kinds)
    if session.as_json:
        session.out.json({"letters": [_plain(session, kind) for kind in shown]})
    else:
        session.out.table([_row(session, kind) for kind in shown], give=(3,))
        _say_where(session, shown, check=check)
    for kind in faulty if check or not session.as_json else ():
        if kind.fault:
            session.out.note(session.words.say(kind.fault))
    return NO if check and faulty else 0


def _row(session: Session, kind: LetterKind) -> tuple[str, ...]:
    words = session.words
    about = words.t("cannot be used") if kind.fault else kind.about[words.language]
    return kind.id, kind.title[words.language], words.term(kind.tone), about, _whose(session, kind)


def _whose(session: Session, kind: LetterKind) -> str:
    words = session.words
    if kind.file is None:
        return words.t("Usual now.") if kind.usual else ""
    return words.t("yours, instead of ours") if kind.replaces else words.t("yours")


def _plain(session: Session, kind: LetterKind) -> dict[str, Any]:
    return {
        "id": kind.id,
        "title": kind.title[session.words.language],
        "about": kind.about[session.words.language],
        "tone": kind.tone,
        "file": str(kind.file) if kind.file else None,
        "replaces": kind.replaces,
        "usual": kind.usual,
        "fault": session.words.say(kind.fault) if kind.fault else None,
    }


def _say_where(session: Session, shown: list[LetterKind], *, check: bool) -> None:
    folder = session.settings.letters
    if check and not shown and folder:
        session.out.note(
            session.words.t("You have no letters of your own. They belong into {folder}.",
                            folder=str(folder))
        )  # fmt: skip
