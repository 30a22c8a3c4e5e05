"""The pictures of the program in docs/pictures, made anew from the sample book on a fixed day.

python tools/pictures.py

The drawings are SVG; captures, as a terminal shows them without colour, are text.
"""

from __future__ import annotations

import asyncio
import os
import re
from datetime import datetime
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from textual.pilot import Pilot

from tui.app import UpheldApp
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.desk.keeping.sample_book import fill_with_sample, sample_settings
from tui.desk.letters import spelling
from tui.screens.context import Go
from tui.settings.config import Config
from tui.store.memory import Memory
from tui.store.opening import memory_store
from tui.wording.wording import Wording

Theme = Literal["dark", "light", "terminal"]
PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
NOW = datetime(2026, 11, 22, 10, 30, tzinfo=ZoneInfo("Europe/Moscow"))

# file -> language, theme, columns, lines, screen, what it is opened with
DRAWN: dict[str, tuple[str, Theme, int, int, str, dict[str, Any]]] = {
    "board-dark": ("en", "dark", 120, 32, "board", {}),
    "board-light": ("en", "light", 120, 32, "board", {}),
    "board-ru": ("ru", "dark", 120, 32, "board", {}),
    "plan": ("en", "dark", 100, 30, "plan", {"case_id": 21}),
    "compose": ("en", "dark", 100, 34, "compose", {"case_id": 33}),
    "statistics": ("en", "dark", 100, 30, "statistics", {}),
}
CAPTURED = {"board-80x24": (80, 24), "board-120x40": (120, 40), "board-200x60": (200, 60)}

# An SVG of Textual asks a network for its font: a terminal's own will do, and nothing is loaded.
_FONTS = re.compile(r"@font-face\s*\{.*?\}\s*", re.DOTALL)
_FAMILY = re.compile(r"font-family:\s*Fira Code[^;]*;")


def main() -> None:
    """Make every picture, whatever terminal this is."""
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
    os.environ.pop("NO_COLOR", None)
    spelling.FOLDERS = ()  # what a machine knows of spelling is not for a picture
    PICTURES.mkdir(parents=True, exist_ok=True)
    asyncio.run(_make_all(_sample()))


def _sample() -> Memory:
    memory, clock = Memory(), FixedClock(NOW)
    fill_with_sample(memory_store(memory, at=clock.now), clock)
    return memory


async def _make_all(memory: Memory) -> None:
    for name, (language, theme, width, height, screen, about) in DRAWN.items():
        async with _app(memory, language, theme).run_test(size=(width, height)) as pilot:
            if screen != "board":
                pilot.app.post_message(Go(screen, about))
            await _settled(pilot)
            drawing = _FONTS.sub("", pilot.app.export_screenshot(title="Upheld"))
            (PICTURES / f"{name}.svg").write_text(_FAMILY.sub("font-family: monospace;", drawing))
    for name, (width, height) in CAPTURED.items():
        async with _app(memory, "en", "terminal").run_test(size=(width, height)) as pilot:
            await _settled(pilot)
            (PICTURES / f"{name}.txt").write_text(_captured(pilot.app))


async def _settled(pilot: Pilot[None]) -> None:
    """Wait until two looks at the screen show the same."""
    before = ""
    while before != (shown := _captured(pilot.app)):
        before = shown
        for _ in range(5):
            await pilot.pause()


def _app(memory: Memory, language: str, theme: Theme) -> UpheldApp:
    clock = FixedClock(NOW)
    settings = sample_settings(language, Config(theme=theme))
    store = memory_store(memory.copy(), at=clock.now)
    return UpheldApp(Desk(store, clock, settings), Wording(language), demo=True)


def _captured(app: Any) -> str:
    """What the screen says, line by line, without colour."""
    strips = app.screen._compositor.render_strips()
    return "".join(f"{strip.text.rstrip()}\n" for strip in strips)


if __name__ == "__main__":
    main()
