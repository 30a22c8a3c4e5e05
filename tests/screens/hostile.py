"""A book in which everything that people and companies wrote is hostile to a terminal."""

from __future__ import annotations

import json
from typing import Any

HOSTILE: dict[str, str] = {
    "markup": "[/foo] [URGENT] [red [@click=app.quit]x[/] [$y] [50%] :smile: [link=http://e.example]",
    "controls": "a\x1b]0;x\x07b\x1b[31mc\x9b2Jd\x1b]52;c;eA==\x1b\\e\x00\x7f\r\x0bf\u2028g "
    "a\u202eb\u2066c\u200fd\ud800e\u200bf\ufeffg\U000e0041h e\u0301e\u0301",
    "wide": "漢字 👩\u200d👩\u200d👧 🇩🇪 ﷽ ｗｉｄｅ " * 5,
    "long": "й" * 4_000,
}


def hostile_document(text: str) -> dict[str, Any]:
    """An export of one company, one case refused and one late; every text in it is `text`."""
    document = {
        "format": "upheld-1",
        "companies": [
            {
                "name": text,
                "website": text,
                "hours": text,
                "note": text,
                "contact_points": [
                    {"channel": channel, "address": text, "note": text}
                    for channel in ("phone", "email", "chat")
                ],
            }
        ],
        "cases": [_case(text), {**_case(text), "timeline": [_sent(text)]}],
    }
    # As it comes from a file: lone surrogates and all.
    return json.loads(json.dumps(document))  # type: ignore[no-any-return]


def _case(text: str) -> dict[str, Any]:
    facts = ("introduction", "details", "done_already", "expected_result", "enclosures", "contacts")
    return {
        "company": text,
        "subject": text,
        "problem": "refund",
        "identifiers": [{"kind": text, "value": text}],
        "references": [{"number": text, "channel": "chat", "url": text}],
        "tags": [text],
        **dict.fromkeys(facts, text),
        "letters": {"reasons": {"subject": text, "problem": text}},
        "timeline": [
            _sent(text),
            _event("evidence", text, evidence=[{"number": 1, "name": text}]),
            _event("refused", text, channel="email"),
        ],
    }


def _sent(text: str) -> dict[str, Any]:
    """A letter; what they promised in answer is late by now."""
    more = {"step": "request", "channel": "chat", "to": text, "promise": "2026-11-20"}
    due = {"owner": "theirs", "kind": "promise", "due": "2026-11-20", "late_after": "2026-11-21"}
    return _event("sent", text, **more, starts=[{**due, "rule": text, "source": text}])


def _event(kind: str, text: str, **more: Any) -> dict[str, Any]:
    said = {"text": text, "reference": text, "url": text, "agent": text}
    return {"at": "2026-11-12T12:00:00+03:00", "kind": kind, **said, **more}
