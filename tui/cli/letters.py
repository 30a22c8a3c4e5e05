"""`upheld letter`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, NamedTuple

import click

from tui.cases.errors import BadInput
from tui.cases.words import Channel
from tui.cli.call_lines import sheet_lines
from tui.cli.files import INPUT, write_private
from tui.cli.kinds import CaseId, Word
from tui.cli.letter_notes import say_secrets, say_step, say_where, say_which
from tui.cli.letter_options import in_language, of_kind, of_step
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.desk.letters.wish import Wish
from tui.wording.mark import N_

# As in letters.export.formats, which is loaded only when a letter is written.
TEXT, EML = "text", "eml"
FORMATS = (TEXT, "md", EML, "pdf", "docx")
BINARY = (".pdf", ".docx")


@verb("letter")
@argument("case_id", metavar="ID", type=CaseId(), help=N_("The number of the case."))
@of_step
@of_kind
@in_language
@option(
    "--channel",
    metavar=N_("CHANNEL"),
    type=Word(Channel),
    help=N_("Say also where to send it; phone gives the call sheet."),
)
@option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=TEXT,
    help=N_("How it is written. With --channel letter the post gets its list of enclosures."),
)
@option("--enclose", is_flag=True, help=N_("Attach the files that it names (for --format eml)."))
@option(
    "-o",
    "--output",
    metavar=N_("FILE"),
    type=click.Path(dir_okay=False, allow_dash=True),
    default=INPUT,
    help=N_("Write to this file, which only you can read; else to standard output."),
)
@option("--force", is_flag=True, help=N_("Overwrite the file if it exists."))
def letter(session: Session, **given: Any) -> int:
    """Write the letter of a case, or of one of its steps."""
    asked = Asked(**given)
    if asked.enclose and asked.form != EML:
        raise BadInput("Only an e-mail takes files along: --enclose needs --format eml.")
    said = _call(session, asked) if asked.channel is Channel.PHONE else _letter(session, asked)
    if asked.output != INPUT:
        content = said.content or said.text.rstrip("\n") + "\n"
        write_private(Path(asked.output), content, replace=asked.force)
        session.out.note(session.words.t("Written to {file}.", file=asked.output))
    if session.as_json:
        session.out.json(said.document)
    elif asked.output == INPUT:
        _show(session, said)
    return 0


class Asked(NamedTuple):
    """What the line says."""

    case_id: int
    step: str
    kind: str
    language: str | None
    channel: Channel | None
    form: str
    enclose: bool
    output: str
    force: bool

    @property
    def is_of_step(self) -> bool:
        """Whether the very letter of a step is asked for."""
        return bool(self.step and not self.kind)

    @property
    def wish(self) -> Wish:
        language, as_sent = self.language or "", self.is_of_step
        return Wish(self.step, self.kind, language=language, as_sent=as_sent)


class Said(NamedTuple):
    """A letter or a call sheet, to be read and as JSON; `content` where it is a file, `name`."""

    text: str
    document: dict[str, Any]
    name: str = ""
    content: bytes = b""


def _letter(session: Session, asked: Asked) -> Said:
    composed = session.desk.compose(
        asked.case_id,
        asked.step,
        language=asked.language or "",
        channel=asked.channel,
        template=asked.kind,
        as_sent=asked.is_of_step,
    )
    if asked.is_of_step:
        say_which(session, asked.step, composed)
    elif not asked.kind:
        say_step(session, composed)
    if asked.channel or asked.form == EML:
        say_where(session, asked, asked.channel or Channel.EMAIL)
    say_secrets(session, composed)
    parts = {part.value: text for part, text in composed.letter.parts.items()}
    draft, language = composed.draft, composed.letter.language
    document = {"language": language, "step": draft.step, "kind": draft.template, "parts": parts}
    text = composed.letter.text()
    if asked.form == TEXT:
        return Said(text, document)
    by_post = asked.channel is Channel.LETTER
    file = session.desk.letter_file(
        asked.case_id, asked.form, asked.wish, registered=by_post, enclose=asked.enclose
    )
    return Said(text, document, *file)


def _show(session: Session, said: Said) -> None:
    """To standard output: as it is into a pipe, harmless on a terminal."""
    if not said.content:
        session.out.text(said.text)
    elif not sys.stdout.isatty():
        session.out.data(said.content)
    elif said.name.endswith(BINARY):
        raise BadInput("This is no text for a terminal. Write it to a file: -o {file}",
                       file=said.name)  # fmt: skip
    else:
        session.out.text(said.content.decode())


def _call(session: Session, asked: Asked) -> Said:
    if asked.step:
        raise BadInput("A call sheet is for the whole case: leave out --step.")
    if asked.kind:
        raise BadInput("A call sheet is no letter: leave out --kind.")
    if asked.form != TEXT:
        raise BadInput("A call sheet is plain text: leave out --format.")
    sheet = session.desk.call_sheet(asked.case_id, asked.language or "")
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
    return Said("\n".join(sheet_lines(session.words, sheet)), document)
