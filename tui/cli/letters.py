"""`upheld letter`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from tui.cases.company import ContactPoint
from tui.cases.errors import BadInput, NotFound
from tui.cases.words import Channel
from tui.cli.files import INPUT, write_private
from tui.cli.kinds import CaseId, StepId, Word
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_
from tui.wording.wording import LANGUAGES, Wording

if TYPE_CHECKING:
    from tui.letters.call_sheet import CallSheet, Checklist


@verb("letter")
@argument("case_id", metavar="ID", type=CaseId(), help=N_("The number of the case."))
@option("--step", metavar="ID", type=StepId(), default="", help=N_("The step that it is for."))
@option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    help=N_("The language of the letter (that of messages goes before the verb)."),
)
@option(
    "--channel",
    metavar=N_("CHANNEL"),
    type=Word(Channel),
    help=N_("Say also where to send it; phone gives the call sheet."),
)
@option(
    "--format", "form", type=click.Choice(["text"]), default="text", help=N_("How it is written.")
)
@option(
    "-o",
    "--output",
    metavar=N_("FILE"),
    type=click.Path(dir_okay=False, allow_dash=True),
    default=INPUT,
    help=N_("Write to this file, which only you can read; else to standard output."),
)
@option("--force", is_flag=True, help=N_("Overwrite the file if it exists."))
def letter(
    session: Session,
    case_id: int,
    step: str,
    language: str | None,
    channel: Channel | None,
    form: str,  # noqa: ARG001 - one form so far; others come with their own rooms
    output: str,
    force: bool,
) -> int:
    """Write the letter of a case, or of one of its steps."""
    said = _call(session, case_id, step, language) if channel is Channel.PHONE else (
        _letter(session, case_id, step, language, channel)
    )  # fmt: skip
    if output != INPUT:
        write_private(Path(output), said.text.rstrip("\n") + "\n", replace=force)
        session.out.note(session.words.t("Written to {file}.", file=output))
    if session.as_json:
        session.out.json(said.document)
    elif output == INPUT:
        session.out.text(said.text)
    return 0


class Said(NamedTuple):
    """A letter or a call sheet, to be read and as JSON."""

    text: str
    document: dict[str, Any]


def _letter(
    session: Session, case_id: int, step: str, language: str | None, channel: Channel | None
) -> Said:
    composed = session.desk.compose(case_id, step, language=language or "")
    if channel:
        _say_where(session, composed.case.company, channel)
    parts = {part.value: text for part, text in composed.letter.parts.items()}
    document = {"language": composed.letter.language, "step": composed.draft.step, "parts": parts}
    return Said(composed.letter.text(), document)


def _say_where(session: Session, name: str, channel: Channel) -> None:
    """The addresses of the company on a channel."""
    points: tuple[ContactPoint, ...] = ()
    with suppress(NotFound):
        points = session.desk.company(name).points(channel)
    words = session.words
    for point in points:
        session.out.note(
            words.t("To: {address} ({channel})", address=point.address, channel=channel)
        )
    if not points:
        session.out.note(
            words.t(
                "No address of {company} is known there. To add one: upheld companies point",
                company=name,
            )
        )


def _call(session: Session, case_id: int, step: str, language: str | None) -> Said:
    if step:
        raise BadInput("A call sheet is for the whole case: leave out --step.")
    sheet = session.desk.call_sheet(case_id, language or "")
    document = {
        "opening": sheet.opening,
        "identifiers": sheet.identifiers,
        "problem": sheet.problem,
        "wanted": sheet.wanted,
        "references": sheet.references,
        "last_promise": session.words.say(sheet.last_promise) if sheet.last_promise else None,
        "questions": sheet.questions,
        "polite": sheet.polite,
    }
    return Said("\n".join(_sheet_lines(session, sheet)), document)


def _sheet_lines(session: Session, sheet: CallSheet) -> Iterator[str]:
    """The sheet from top to bottom, as the call goes."""
    words = session.words
    before, *later = sheet.checklists
    yield from _rules(words, before)
    said = (sheet.opening, sheet.problem, sheet.wanted)
    yield from ("", words.t("Say"), *(f"  {text}" for text in said if text))
    numbers = (*sheet.identifiers, *sheet.references)
    if numbers:
        yield words.t("Numbers: {numbers}", numbers=numbers)
    if sheet.last_promise:
        yield words.say(sheet.last_promise)
    yield from ("", words.t("Ask"), *(f"  - {question}" for question in sheet.questions))
    yield from ("", words.t("If it gets heated"), *(f"  - {line}" for line in sheet.polite))
    for checklist in later:
        yield ""
        yield from _rules(words, checklist)


def _rules(words: Wording, checklist: Checklist) -> Iterator[str]:
    yield words.say(checklist.title)
    for rule in checklist.rules:
        yield f"  [ ] {words.say(rule)}"
