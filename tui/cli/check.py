"""`upheld check`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from tui.cases.errors import BadInput
from tui.cases.words import Channel, Problem
from tui.cli import plain
from tui.cli.errors import NO
from tui.cli.files import read_file
from tui.cli.kinds import CaseId, Word
from tui.cli.letter_options import of_kind, of_step
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_
from tui.wording.wording import LANGUAGES

if TYPE_CHECKING:
    from tui.advice.checks.checks import Finding

_QUOTED = 60  # characters
# Numbers and passwords are not repeated: what is printed stands in logs and in mail from cron.
_SECRETS = frozenset({"L11", "L12", "L13", "L14"})
_SEVERITIES = {"error": N_("error"), "warn": N_("warning"), "info": N_("hint")}
_PARTS = {
    "subject": N_("Subject"),
    "greeting": N_("Greeting and who I am"),
    "problem": N_("The problem in detail"),
    "done": N_("What I have done already"),
    "result": N_("What I expect"),
    "enclosures": N_("Enclosures"),
    "contacts": N_("Contacts"),
}


@verb("check")
@argument(
    "what",
    metavar="ID|FILE|-",
    type=CaseId(or_file=True),
    help=N_("The number of a case, a plain text read as one letter, or - to read it."),
)
@of_step
@of_kind
@option("--channel", metavar=N_("CHANNEL"), type=Word(Channel), help=N_("As it goes out there."))
@option("--problem", metavar=N_("KIND"), type=Word(Problem), help=N_("What kind of problem it is."))
@option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    help=N_("The language of the letter of a case; a text is read in either."),
)
def check(
    session: Session,
    what: int | str,
    step: str,
    kind: str,
    channel: Channel | None,
    problem: Problem | None,
    language: str | None,
) -> int:
    """What to mend in a letter. The exit status is 1 if anything is an error."""
    if isinstance(what, int):
        findings = session.desk.check_case(what, channel, problem, language or "", step, kind)
    elif step or kind:
        raise BadInput("--step and --kind are for a letter of a case: give its number.")
    else:
        findings = session.desk.check_text(read_file(what), channel, problem)
    if session.as_json:
        session.out.json(plain.of_findings(session.words, findings))
    else:
        session.out.lines(finding_lines(session, findings))
        if not findings:
            session.out.line(session.words.t("Nothing to mend."))
    return NO if any(finding.severity == "error" for finding in findings) else 0


def finding_lines(session: Session, findings: Iterable[Finding]) -> Iterator[str]:
    """Each finding on one line: what it is, where, and how to mend it."""
    found = tuple(findings)
    secrets = {one.text for one in found if one.id in _SECRETS and one.text}
    for finding in found:
        may_quote = not any(secret in finding.text for secret in secrets)
        yield _line(session, finding, may_quote=may_quote)


def _line(session: Session, finding: Finding, *, may_quote: bool) -> str:
    words = session.words
    severity = words.t(_SEVERITIES[finding.severity])
    part = f"{words.t(_PARTS[finding.part])}: " if finding.part else ""
    is_quoted = finding.text and may_quote
    quoted = " " + words.t("“{text}”", text=_short(finding.text)) if is_quoted else ""
    said = f"{words.say(finding.message)}{quoted} {words.say(finding.mend)}"
    return f"{finding.id} {severity}  {part}{said}"


def _short(text: str) -> str:
    """Enough of a passage to find it."""
    line = " ".join(text.split())
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 1]}…"
