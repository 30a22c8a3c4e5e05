"""The names of keys are those of Unicode, and its tables are not asked for them."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest

from tui.terminal.character_names import _NONE, CharacterNames

NAMES = CharacterNames()


def test_names_are_those_of_unicode() -> None:
    printable = [chr(code) for code in range(0x20, 0x2200) if unicodedata.name(chr(code), "")]
    assert [c for c in printable if NAMES.name(c) != unicodedata.name(c)] == []
    named = [unicodedata.name(c) for c in printable]
    assert [n for n in named if NAMES.lookup(n) != unicodedata.lookup(n)] == []
    for name in ("TAB", "ESCAPE", "BACKSPACE", "DELETE"):
        assert NAMES.lookup(name) == unicodedata.lookup(name)


@pytest.mark.parametrize("name", sorted(_NONE))
def test_other_keys_are_no_characters(name: str) -> None:
    for names in (NAMES, unicodedata):
        with pytest.raises(KeyError):
            names.lookup(name)


def test_the_board_does_not_ask_the_tables() -> None:
    code = """
import asyncio, sys, unicodedata
asked = []  # not by the pilot, which types
def noted(told, real):
    if sys._getframe(2).f_globals["__name__"] != "textual.app":
        asked.append(told)
    return real(told)
for name in ("name", "lookup"):
    real = getattr(unicodedata, name)
    setattr(unicodedata, name, lambda told, real=real: noted(told, real))
from tui.terminal.character_names import put_names_at_hand
put_names_at_hand()
from tui.app import UpheldApp
import tempfile
from pathlib import Path
from tui.desk.entrance import open_sample
from tui.wording.wording import Wording
async def use() -> None:
    with tempfile.TemporaryDirectory() as folder:
        app = UpheldApp(open_sample(Path(folder), "en"), Wording("en"), demo=True)
        async with app.run_test() as pilot:
            await pilot.press("down", "/", "b", "escape")
asyncio.run(use())
print(asked)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
