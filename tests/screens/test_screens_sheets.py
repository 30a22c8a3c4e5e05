"""A screen reads the stylesheets that name it; those of every screen name none but the first."""

from __future__ import annotations

import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import tui.screens
from tui.app import STYLES, UpheldApp
from tui.screens.page import Page

SHEETS = sorted((STYLES / "screens").glob("*.tcss"))


def named(sheet: Path) -> set[str]:
    """The screens that its selectors begin with."""
    bare = re.sub(r"/\*.*?\*/|\{.*?\}", "", sheet.read_text(), flags=re.DOTALL)
    return set(re.findall(r"\b\w+Screen\b|\bFormPage\b", bare))


def every(kind: type[Page]) -> set[type[Page]]:
    return {kind}.union(*map(every, kind.__subclasses__()))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_who_is_named_reads_it(sheet: Path) -> None:
    for module in pkgutil.walk_packages(tui.screens.__path__, "tui.screens."):
        importlib.import_module(module.name)
    screens = {kind.__name__: kind for kind in every(Page)}
    assert named(sheet)
    for name in named(sheet):
        for kind in every(screens[name]):  # a type is meant by those that derive from it, too
            assert sheet in (kind.CSS_PATH or ()), kind.__name__


def test_what_every_screen_reads_names_the_board_alone() -> None:
    paths = [Path(path) for path in UpheldApp.CSS_PATH]
    assert set().union(*map(named, paths)) <= {"BoardScreen"}
    assert not {*paths} & {*SHEETS}
