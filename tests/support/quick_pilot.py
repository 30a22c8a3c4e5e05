"""Screens under test: what makes them quick and changes nothing of what they show."""

from __future__ import annotations

import asyncio
import threading
from time import monotonic, process_time

import pytest

MOMENT = 1 / 400  # seconds
SOON = 1 / 100  # a timer that rings within it belongs to what was done: a resize takes 1/120
ROUNDS = 3


class _NothingKept:
    def get(self, key: object, default: object = None) -> object:
        return default

    def __setitem__(self, key: object, value: object) -> None:
        pass


NOTHING_KEPT = _NothingKept()


def quicken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pilot sleeps several times a key, and looks whether anything was done: here it asks."""
    for place in ("_wait", "app", "pilot"):
        monkeypatch.setattr(f"textual.{place}.wait_for_idle", idle)
    # Painting comes a frame after it is asked for. No frame so long that it may be overlooked.
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", 1 / 1000)
    # Seven caches a line are made for lines that are drawn once or twice.
    monkeypatch.setattr("textual.strip.FIFOCache", lambda size: NOTHING_KEPT)
    # What follows where the cursor rests follows at once.
    monkeypatch.setattr("tui.screens.board.detailed.RESTS_AFTER", 0.0)


async def idle(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Return when nothing is left to do: for the loop, its timers of this moment, other threads."""
    ends = monotonic() + max_sleep
    while monotonic() < ends:
        await _nothing_is_ready(ends)
        if (wait := _next_timer()) is not None:
            await asyncio.sleep(wait)
        elif threading.active_count() == 1 or await _is_at_rest():
            return


async def _nothing_is_ready(ends: float) -> None:
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    quiet = 0
    while quiet < ROUNDS and monotonic() < ends:
        await asyncio.sleep(0)
        quiet = 0 if ready else quiet + 1


def _next_timer() -> float | None:
    """Seconds until the next timer of the loop rings, where that is soon."""
    loop = asyncio.get_running_loop()
    timers: list[asyncio.TimerHandle] = loop._scheduled  # type: ignore[attr-defined]
    waits = [timer.when() - loop.time() for timer in timers if not timer.cancelled()]
    soonest = min(waits, default=SOON)
    return max(0.0, soonest) if soonest < SOON else None


async def _is_at_rest() -> bool:
    """Whether neither this thread nor another has done anything for a moment."""
    worked = process_time()
    await asyncio.sleep(MOMENT)
    return process_time() - worked < MOMENT / 20
