"""The bytes of mails that came and of letters that went out, which lie with the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from tui.cases.sentence import Sentence, say
from tui.store.care.patient import Finding, Patient, Severity
from tui.store.care.stored import State, state_of
from tui.store.names import MAILS, OUTBOX
from tui.store.strict import Unreadable
from tui.terminal.clean import clean_line

Plain = Mapping[str, Any]

_LONGEST = 60  # characters of a subject
_WRONG = {
    State.MISSING: say("{what}: its original is missing. Put it back as evidence/{file}."),
    State.CHANGED: say("{what}: its original is not as it was. evidence/{file} was changed."),
    State.UNREAD: say(
        "{what}: its original cannot be read. Give yourself the right to read evidence/{file}, or "
        "look after the disk."
    ),
}


def of_mails(patient: Patient) -> Iterator[Finding]:
    """Each is there byte for byte; reads every file."""
    for table, plain in mails_of(patient):
        sha256, size, case = sha256_of(plain), plain.get("size"), plain.get("case")
        state = state_of(patient.folder / "evidence", sha256, size if isinstance(size, int) else 0)
        if state is not State.WHOLE:
            text = Sentence(_WRONG[state].text, {"what": _called(table, plain), "file": sha256})
            yield Finding("mail", Severity.ERROR, text, case if isinstance(case, int) else 0)


def mails_of(patient: Patient) -> Iterator[tuple[str, Plain]]:
    """Every mail that was fetched and every letter of the outbox, with the table it is in."""
    for (table, _), row in sorted(patient.contents.rows.items()):
        if table in (MAILS, OUTBOX):
            with suppress(Unreadable):
                yield table, row.plain()


def sha256_of(plain: Plain) -> str:
    """What its original is called; empty where it does not say."""
    return str(plain.get("sha256", ""))


def _called(table: str, plain: Plain) -> Sentence:
    """A mail as a person knows it: whose it is, and its subject."""
    if table == OUTBOX:
        to = plain.get("recipients")
        names = ", ".join(map(str, to)) if isinstance(to, list) else ""
        return say("Letter “{subject}” to {name}", subject=_line(plain, "subject"), name=names)
    mail = plain.get("mail")
    mail = mail if isinstance(mail, dict) else {}
    sender = mail.get("sender")
    name = _line(sender, "address") if isinstance(sender, dict) else ""
    return say("Mail “{subject}” of {name}", subject=_line(mail, "subject"), name=name or "?")


def _line(plain: Plain, name: str) -> str:
    return clean_line(str(plain.get(name, "")))[:_LONGEST]


CHECKS = (of_mails,)
