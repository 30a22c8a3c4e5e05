"""The filter line takes keys as Textual's own field does, and its cursor is always seen."""

from __future__ import annotations

import random

import pytest
from bare_app import BareApp
from quick_pilot import quicken
from textual.app import ComposeResult
from textual.events import Paste

from tui.terminal.widths import cell_len
from tui.widgets.field import TextField
from tui.widgets.filter_line import FilterLine

KEYS = (
    "a", "Ж", "界", "space", "full_stop", "left", "left", "right", "home", "end", "backspace",
    "delete", "ctrl+w", "ctrl+u", "ctrl+k", "ctrl+a", "ctrl+e",
)  # fmt: skip


class Both(BareApp):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def compose(self) -> ComposeResult:
        yield FilterLine(self.told.append, placeholder="hint")
        yield TextField()


@pytest.fixture(autouse=True)
def _quick_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    quicken(monkeypatch)


@pytest.mark.parametrize("seed", range(3))
async def test_the_same_keys_give_the_same_text(seed: int) -> None:
    chance, app = random.Random(seed), Both()
    keys = chance.choices(KEYS, weights=[9, 9, 9, 5, 5, *[2] * 12], k=80)
    async with app.run_test(size=(12, 4)) as pilot:
        ours, stock = app.query_one(FilterLine), app.query_one(TextField)
        for field in (stock, ours):
            field.focus()
            await pilot.press(*keys)
        assert ours.value == stock.value
        assert app.told[-1] == ours.value
        shown = ours.render_line(0)
        assert shown.cell_length == 12
        reversed_ = [s for s in shown if s.style and s.style.reverse]
        under = (stock.value or "hint")[stock.cursor_position :][:1] or " "
        assert "".join(s.text for s in reversed_) == under
        before = list(shown)[: list(shown).index(reversed_[0])]
        assert app.cursor_position == (sum(cell_len(s.text) for s in before), 0)


async def test_letters_are_text_and_a_paste_is_one_line() -> None:
    app = Both()
    async with app.run_test(size=(40, 4)) as pilot:
        field = app.query_one(FilterLine)
        assert field.render_line(0).text.rstrip() == "hint"
        field.focus()
        await pilot.press("q", "slash")
        field.post_message(Paste("two\nlines\x1b[2J"))
        await pilot.pause()
        assert field.value == "q/two lines␛[2J"
        field.put("other")
        assert app.told[-1] == "other"
