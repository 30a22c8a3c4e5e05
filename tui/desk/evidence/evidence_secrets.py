"""What must not leave in a copy or a quotation: passwords, keys and cards in a text."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.sentence import Sentence, say
from tui.desk.evidence.evidence import evidence_texts
from tui.desk.office import Office


def secrets_of(
    office: Office, case: Case, numbers: Collection[int] = (), lines: tuple[int, int] | None = None
) -> tuple[Sentence, ...]:
    """“app.log, line 3: a password.” for these enclosures, for all if none is named.

    `lines`: only from the first of them to the last. At most five of a file are told.
    """
    from tui.advice.checks.secret_checks import SECRETS, lines_with_secrets

    asked = tuple(piece for piece in case.evidence if not numbers or piece.number in numbers)
    first, last = lines or (1, None)
    said = []
    for name, text in evidence_texts(office, replace(case, evidence=asked)):
        part = "\n".join(text.split("\n")[first - 1 : last]) if lines else text
        for line, kind in lines_with_secrets(part):
            what = SECRETS[kind]
            number = line + first - 1
            said.append(say("{file}, line {line}: {what}.", file=name, line=number, what=what))
    return tuple(said)
