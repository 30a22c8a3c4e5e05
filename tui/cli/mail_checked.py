"""What is to be known of a letter before it goes out: which it is, what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.cases.errors import BadInput
from tui.cli.attended import agreed, is_attended
from tui.cli.check import finding_lines
from tui.cli.letter_notes import say_which
from tui.cli.session import Session

if TYPE_CHECKING:
    from tui.advice.checks.finding import Finding
    from tui.desk.mail.mail_letter import Prepared


def say_checked(session: Session, letter: Prepared) -> None:
    """Which letter it is, where its step was taken already, and all that the checks found."""
    say_which(session, letter.made.draft.step, letter.made)
    for line in finding_lines(session, letter.made.findings):
        session.out.note(line)


def ids_of(findings: Iterable[Finding]) -> str:
    """Their ids, each once: L11, L23."""
    return ", ".join(dict.fromkeys(finding.id for finding in findings))


def may_go(session: Session, letter: Prepared, *, override: str, yes: bool) -> bool:
    """Whether it is to go out with what was found. False: asked, the person said no.

    Raises BadInput where it has errors and nobody insists with a reason, or where it has warnings
    and nobody is there to be asked.
    """
    case_id = letter.out.case
    if override:
        return True
    if ids := ids_of(letter.errors):
        raise BadInput(
            "It has errors: {ids}. See: upheld check {id}. To send it all the same: --override WHY",
            ids=ids,
            id=case_id,
        )
    ids = ids_of(letter.warnings)
    if yes or not ids:
        return True
    if not is_attended():
        raise BadInput(
            "Nothing was sent: there are warnings ({ids}), and nobody to ask. To send it all the "
            "same: --yes",
            ids=ids,
        )
    out = letter.out
    question = session.words.t(
        "Send “{subject}” to {to} all the same?", subject=out.subject, to=", ".join(out.recipients)
    )
    return agreed(session, question)
