"""A bundle as JSON: what the document says, for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tui.letters.export.bundle import Bundle, Enclosed, Entry, Promised, Sent, Term

FORMAT = "upheld-bundle-1"


def timeline_json(bundle: Bundle) -> bytes:
    """One object; days and moments in ISO 8601. What is empty is left out of an event."""
    document = {
        "format": FORMAT,
        "case": bundle.number,
        "company": bundle.company,
        "redacted": bundle.redacted,
        "language": bundle.language,
        "made": bundle.made.isoformat(),
        "facts": {fact.key: fact.text for fact in bundle.facts},
        "letters": [_letter(letter) for letter in bundle.sent],
        "calls": [_letter(call) for call in bundle.calls],
        "timeline": [dict(_event(entry)) for entry in bundle.chronology],
        "deadlines": [_deadline(term) for term in bundle.terms],
        "penalties": [{"sum": one.head, "working": one.working} for one in bundle.reckoned],
        "promises": [_promise(one) for one in bundle.promises],
        "enclosures": [_enclosure(piece) for piece in bundle.enclosures],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _letter(letter: Sent) -> dict[str, Any]:
    """`text` is null where the letter is not kept as it went out."""
    told = {"at": letter.at.isoformat(), "title": letter.title, "text": letter.text or None}
    return {**told, "noted": letter.noted} if letter.noted else told


def _event(entry: Entry) -> Iterator[tuple[str, Any]]:
    yield "at", entry.at.isoformat()
    yield "kind", entry.kind
    names = ("channel", "party", "to", "agent", "reference", "step", "answer", "outcome", "text",
             "refund", "final")  # fmt: skip
    yield from ((name, getattr(entry, name)) for name in names if getattr(entry, name))
    if entry.promise:
        yield "promise", entry.promise.isoformat()
    if entry.due:
        yield "due", entry.due.isoformat()
    if entry.enclosures:
        yield "enclosures", list(entry.enclosures)


def _deadline(term: Term) -> dict[str, Any]:
    return {
        "owner": term.owner,
        "kind": term.kind,
        "due": term.due.isoformat(),
        "late_after": term.late_after.isoformat(),
        "rule": term.rule,
        "state": term.state,
        "working": list(term.working),
    }


def _promise(one: Promised) -> dict[str, Any]:
    return {
        "given": one.given_on.isoformat(),
        "who": one.who,
        "what": one.what,
        "by": one.by_on.isoformat(),
        "state": one.state,
    }


def _enclosure(piece: Enclosed) -> dict[str, Any]:
    told: dict[str, Any] = {"number": piece.number, "sha256": piece.sha256}
    if piece.name:
        told |= {"name": piece.name, "size": piece.size}
    if piece.file:
        told["file"] = piece.file
    if piece.copy_sha256:
        told["copy_sha256"] = piece.copy_sha256
    return told
