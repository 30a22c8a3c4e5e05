"""A bundle without what tells of any person: what is handed out may be read by anybody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath

from msgspec.structs import replace

from tui.advice.checks.secrets import secrets_in
from tui.cases.case import Case
from tui.letters.export.bundle import (
    Bundle,
    Enclosed,
    Entry,
    Fact,
    Promised,
    Reckoned,
    Sent,
    Term,
)
from tui.letters.letter import Sender
from tui.letters.personal import known_only, redaction
from tui.letters.public import TAKEN_OUT

TakeOut = Callable[[str], str]

# What these hold is personal as a whole; that there is something may be known.
_WHOLLY = frozenset({"person", "represented", "contacts", "known_by", "their_numbers"})

_IN_OWN_WORDS = frozenset({"subject", "story", "tried", "result"})

# Endings that say what a file is, and nothing else.
_ENDINGS = frozenset((
    ".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".heic", ".pdf", ".txt", ".log", ".md",
    ".csv", ".json", ".xml", ".html", ".eml", ".msg", ".doc", ".docx", ".odt", ".rtf", ".xls",
    ".xlsx", ".ods", ".zip", ".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".mov",
))  # fmt: skip


def redacted(bundle: Bundle, case: Case, senders: Sequence[Sender]) -> Bundle:
    """The bundle with “…” for everything personal; enclosures go by number and checksum.

    Each text is either written by this program from words of the law and of the catalogue, or
    goes through `redaction`, so that nothing that a person wrote comes out as it was.
    """
    in_texts, in_ours = redaction(case, senders), known_only(case, senders)

    def take_out(text: str) -> str:
        return in_texts(_without_secrets(text))

    return replace(
        bundle,
        subject=take_out(bundle.subject),
        author="",
        redacted=True,
        facts=tuple(_fact(fact, take_out) for fact in bundle.facts),
        sent=tuple(_sent(letter, take_out) for letter in bundle.sent),
        calls=tuple(_sent(call, take_out) for call in bundle.calls),
        letter_text=take_out(bundle.letter_text),
        chronology=tuple(_entry(entry, take_out) for entry in bundle.chronology),
        terms=tuple(_term(term, in_ours) for term in bundle.terms),
        reckoned=tuple(_reckoned(one, in_ours) for one in bundle.reckoned),
        promises=tuple(_promise(one, take_out) for one in bundle.promises),
        enclosures=tuple(map(_enclosure, bundle.enclosures)),
    )


def _without_secrets(text: str) -> str:
    for start, end, _ in reversed(tuple(secrets_in(text))):
        text = text[:start] + TAKEN_OUT + text[end:]
    return text


def _fact(fact: Fact, take_out: TakeOut) -> Fact:
    if fact.key in _WHOLLY:
        return replace(fact, text=TAKEN_OUT)
    return replace(fact, text=take_out(fact.text)) if fact.key in _IN_OWN_WORDS else fact


def _entry(entry: Entry, take_out: TakeOut) -> Entry:
    return replace(
        entry,
        text=take_out(entry.text),
        to=_hidden(entry.to),
        agent=_hidden(entry.agent),
        reference=_hidden(entry.reference),
    )


def _sent(letter: Sent, take_out: TakeOut) -> Sent:
    return replace(letter, text=take_out(letter.text), noted=take_out(letter.noted))


def _reckoned(one: Reckoned, take_out: TakeOut) -> Reckoned:
    return replace(one, head=take_out(one.head), working=tuple(map(take_out, one.working)))


def _hidden(text: str) -> str:
    return TAKEN_OUT if text else ""


def _term(term: Term, take_out: TakeOut) -> Term:
    working = tuple(map(take_out, term.working))
    return replace(term, head=take_out(term.head), working=working)


def _promise(one: Promised, take_out: TakeOut) -> Promised:
    return replace(one, who=_hidden(one.who), what=take_out(one.what))


def _enclosure(piece: Enclosed) -> Enclosed:
    """Known by its checksum; what goes along keeps of its name only the ending."""
    file = PurePath(piece.file)
    ending = file.suffix.lower() if file.suffix.lower() in _ENDINGS else ""
    place = f"{file.parent}/{piece.number:02}{ending}" if piece.file else ""
    return replace(piece, name="", size=0, file=place)
