"""A process that is killed at any step of a write leaves the old book or the new one.

tests/store/store_verbs.py has what writes, store_points.py how it is broken off.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from store_tracing import at_every_call, at_every_step, can_trace
from store_verbs import EVERY, TRIED, VERBS, circumstances, picture, went_on

KILLED = 9
FEWEST = {"draft": 8}  # a small file of its own
Recorder = Callable[[str, object], None]


def require_whole(name: str, folder: Path, ended: dict[str, int]) -> None:
    """Each copy is the old state or the new one, and goes on."""
    assert set(ended.values()) == {0, KILLED}
    with circumstances(VERBS[name]):
        states: list[Any] = [picture(folder / "base"), picture(folder / "after")]
        for place, code in ended.items():
            found = picture(folder / place)
            assert found in (states if code else states[1:]), place
            went_on(folder / place)


@pytest.mark.parametrize("name", TRIED)
def test_killed_at_every_call_that_writes(
    name: str, tmp_path: Path, record_property: Recorder
) -> None:
    ended = at_every_call(tmp_path, "cut", name, "signal=KILL")
    killed = list(ended.values()).count(KILLED)
    record_property("points", killed)
    assert killed >= FEWEST.get(name, 15)
    require_whole(name, tmp_path, ended)


# Where strace may trace, the test above breaks off at more places: then three verbs do here.
STEPPED = ("evidence", "copy") if can_trace("signal=KILL") else TRIED


@pytest.mark.parametrize("name", VERBS if EVERY else STEPPED)
def test_broken_off_at_every_step(name: str, tmp_path: Path, record_property: Recorder) -> None:
    """Where there is no strace, this is left of it."""
    ended = at_every_step(tmp_path, "die", name)
    killed = list(ended.values()).count(KILLED)
    record_property("points", killed)
    assert killed >= 15
    require_whole(name, tmp_path, ended)
