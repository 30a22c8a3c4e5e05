"""`upheld chase`: remind them in several cases, or regularly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from tui.cases.errors import BadInput
from tui.cases.record import to_plain
from tui.cli.errors import NO
from tui.cli.kinds import CaseId
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.desk.cases.chasing import Chaser
from tui.desk.cases.put_off_words import chase_said
from tui.wording.mark import N_


@verb("chase")
@argument(
    "numbers",
    metavar="[ID]...",
    nargs=-1,
    type=CaseId(),
    help=N_("The numbers of cases; without any, all in which they are late."),
)
@option(
    "--every",
    metavar=N_("RHYTHM"),
    help=N_("Remind them regularly until they answer: monday, 3wd, 1w; off ends it."),
)
@option(
    "-o",
    "--output",
    metavar=N_("DIR"),
    type=click.Path(file_okay=False, path_type=Path),
    help=N_("Write each letter to a file in this folder, for you to read and send."),
)
def chase(session: Session, numbers: Sequence[int], every: str | None, output: Path | None) -> int:
    """Write the reminders of cases; or remind regularly."""
    if every is None:
        return _letters(session, numbers, output)
    if output:
        raise BadInput("--every writes no letters: leave out --output.")
    if not numbers:
        raise BadInput("Say in which cases: upheld chase 12 --every monday")
    return _regularly(session, numbers, every)


def _regularly(session: Session, numbers: Sequence[int], every: str) -> int:
    cases = session.desk.chase_every(numbers, every)
    if session.as_json:
        plain = [to_plain(case) for case in cases]
        session.out.json(plain[0] if len(plain) == 1 else plain)
        return 0
    words = session.words
    for case in cases:
        said = words.t("no regular reminders")
        if case.chase:
            said = words.t("reminders {what}", what=chase_said(words, case.chase))
        session.out.line(words.t("#{id}: {what}.", id=case.id, what=said))
    return 0


def _letters(session: Session, numbers: Sequence[int], output: Path | None) -> int:
    found = session.desk.chasers(numbers)
    if output and found.ready:
        _make(output)
    written = [_letter(session, chaser, output) for chaser in found.ready]
    if session.as_json:
        left_out = [_brief(session, chaser) for chaser in found.left_out]
        session.out.json({"letters": written, "left_out": left_out})
    else:
        if written:
            told = (_told(session, one) for one in written)
            session.out.text("\n\n".join(map("\n".join, told)))
        for chaser in found.left_out:
            session.out.note(
                session.words.t("Left out: #{id}. {why}", id=chaser.card.id, why=chaser.why)
            )
        if not written:
            session.out.note(session.words.t("There is nobody to remind now."))
    return 0 if written else NO


def _make(folder: Path) -> None:
    """Make the folder of the letters where it is not there yet. Raises BadInput."""
    try:
        folder.mkdir(0o700, exist_ok=True)
    except OSError as error:
        raise BadInput(
            "{path} cannot be written: {reason}.",
            path=str(folder),
            reason=error.strerror or "?",
        ) from error


def _letter(session: Session, chaser: Chaser, output: Path | None) -> dict[str, Any]:
    """The reminder on the step where the case stands, and the file it was written to."""
    card, desk = chaser.card, session.desk
    made = desk.compose(card.id, card.step, channel=card.channel)
    text, file = made.letter.text(), None
    if output:
        from tui.desk.letters.letter_files import write_new_file

        name = f"upheld-{card.id}-{made.draft.template}-{made.letter.language}.txt"
        file = str(write_new_file(output, name, text))
    return {
        **_brief(session, chaser),
        "channel": card.channel,
        "kind": made.draft.template,
        "step": made.draft.step,
        "language": made.letter.language,
        "parts": {part.value: text for part, text in made.letter.parts.items()},
        "findings": len(made.findings),
        "text": text,
        "file": file,
    }


def _brief(session: Session, chaser: Chaser) -> dict[str, Any]:
    card = chaser.card
    return {"id": card.id, "company": card.company, "reason": session.words.say(chaser.why)}


def _told(session: Session, letter: dict[str, Any]) -> Iterator[str]:
    yield session.words.t("#{id} {company}. {reason}", **_brief_of(letter))
    if letter["file"]:
        yield session.words.t("Written to {file}.", file=letter["file"])
    else:
        yield from ("", letter["text"])


def _brief_of(letter: dict[str, Any]) -> dict[str, Any]:
    return {name: letter[name] for name in ("id", "company", "reason")}
