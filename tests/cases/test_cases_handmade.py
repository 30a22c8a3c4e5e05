"""A case that somebody wrote by hand, with a timeline and nothing derived from it."""

from __future__ import annotations

from tui.cases.case import Case
from tui.cases.lifecycle import replay
from tui.cases.record import from_plain
from tui.cases.words import Stage


def test_the_timeline_tells_their_number_too() -> None:
    plain = {
        "company": "Severmart",
        "subject": "Refund",
        "problem": "refund",
        "timeline": [
            {
                "at": "2026-11-02T10:00:00+03:00",
                "kind": "sent",
                "channel": "chat",
                "reference": "55-10",
            }
        ],
    }
    told = replay(from_plain(Case, plain))
    assert told.stage is Stage.WAITING
    assert [r.number for r in told.references] == ["55-10"]
    assert replay(told) == told
