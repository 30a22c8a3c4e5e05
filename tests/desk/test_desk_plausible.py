"""A slip of the date is refused before it becomes a false accusation."""

from __future__ import annotations

import pytest
from desk_story import Place, happens, opened

from tui.cases.errors import BadInput


def test_nothing_arrives_before_it_was_sent() -> None:
    desk = Place().desk()
    case = opened(desk)
    happens(desk, case.id, "sent", at="2026-11-10")
    with pytest.raises(BadInput, match="nothing had been sent"):
        happens(desk, case.id, "delivered", at="2026-11-09")
    happens(desk, case.id, "delivered", at="2026-11-10")


def test_a_pause_does_not_end_before_it_begins() -> None:
    desk = Place().desk()
    case = opened(desk)
    happens(desk, case.id, "sent", at="2026-11-02")
    happens(desk, case.id, "paused", at="2026-11-10")
    with pytest.raises(BadInput, match="cannot have gone on"):
        happens(desk, case.id, "resumed", at="2026-11-08")
    happens(desk, case.id, "resumed", at="2026-11-12")
