"""On every screen a key pressed on the Russian layout does what it does on the Latin one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from making import MakeApp
from pages import PAGES, in_batches
from piloting import open_page, page
from textual.pilot import Pilot
from textual.screen import Screen

from tui.commands import CATALOGUE, on_jcuken
from tui.desk.desk import Desk


def _latin_keys(screen: Screen[Any]) -> Iterator[str]:
    """The keys of the catalogue that do something here, without those of the other layout."""
    for key, active in screen.active_bindings.items():
        command = CATALOGUE.get(active.binding.action)
        if command is not None and key in command.key.split(","):
            yield key


def _named(act: Any) -> str:
    """A method, or a step of one."""
    return f"{act.func.__name__} {act.args}" if isinstance(act, partial) else str(act.__name__)


async def _done_by(pilot: Pilot[None], done: list[str], keys: list[str]) -> list[str]:
    done.clear()
    await pilot.press(*keys)
    await pilot.pause()
    return list(done)


@pytest.mark.parametrize("names", in_batches(8))
async def test_every_key_in_its_place(
    sample: Desk, app_of: MakeApp, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]
) -> None:
    app, done = app_of(sample), list[str]()

    async def note(action: Any, *_: Any) -> bool:
        done.append(str(action))
        return True

    async with app.run_test(size=(80, 24)) as pilot:
        for name in names:
            await open_page(pilot, PAGES[name][0], **PAGES[name][1])
            with monkeypatch.context() as patched:
                patched.setattr(app, "run_action", note)
                patched.setattr(app, "at_once", lambda act: done.append(_named(act.args[0])))
                latin = [key for key in _latin_keys(app.screen) if on_jcuken(key)]
                expected = await _done_by(pilot, done, latin)
                found = await _done_by(pilot, done, [on_jcuken(key) for key in latin])
            assert found == expected, name
            assert page(pilot).IS_WRITING or len(found) == len(latin) >= 5, name
            await open_page(pilot, "board")
