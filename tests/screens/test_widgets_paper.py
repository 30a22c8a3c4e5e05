"""A text to read: every key of a pager, harmless, and pointed at the part that is written."""

from __future__ import annotations

from bare_app import BareApp
from frames import frame
from piloting import press, resize
from textual.app import ComposeResult

from tui.widgets.paper import Paper

TEXT = "\n".join(f"line {n}" for n in range(1, 41))


class Reading(BareApp):
    """Nothing but a text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        yield Paper(self._text)

    @property
    def paper(self) -> Paper:
        return self.query_one(Paper)

    @property
    def first(self) -> str:
        return frame(self).splitlines()[0].split("  ")[0].strip()


async def test_it_is_read_with_the_keys_of_a_pager() -> None:
    app = Reading(TEXT)
    async with app.run_test(size=(30, 10)) as pilot:
        app.paper.focus()
        seen = []
        for key in ("j", "k", "pagedown", "G", "pageup", "g"):
            await press(pilot, key)
            seen.append(app.first)
        assert seen == ["line 2", "line 1", "line 11", "line 31", "line 21", "line 1"]


async def test_it_points_at_a_part_at_any_width() -> None:
    text = "word " * 60 + "\n\nthe part\n\n" + TEXT
    app = Reading(text)
    async with app.run_test(size=(30, 8)) as pilot:
        app.paper.point_at("the part")
        for width in (30, 60, 20):
            await resize(pilot, width, 8)
            assert "the part" in frame(app)
        app.paper.show("other\n" * 3 + "the part\nafter")
        app.paper.point_at("the part")
        await pilot.pause()
        assert app.first == "other"


async def test_a_long_address_is_broken_between_its_parts_at_any_width() -> None:
    address = "https://ico.example/for-organisations/right-of-access/what-to-consider/?q=fee&page=2"
    app = Reading(f"Source: {address}\n\nthe part\n{TEXT}")
    async with app.run_test(size=(60, 8)) as pilot:
        for width in (60, 40):
            await resize(pilot, width, 8)
            lines = [line.rstrip("▄ ").strip() for line in frame(app).splitlines()]
            shown = lines[1 : lines.index("")]
            assert "".join(shown) == address
            assert all(line[-1] in "/?&" for line in shown[:-1])
        app.paper.point_at("the part")
        await resize(pilot, 30, 8)
        assert "the part" in frame(app)


async def test_controls_are_pictures_and_brackets_are_text() -> None:
    app = Reading("a\x1b[31m [/foo] [red\x07")
    async with app.run_test(size=(40, 4)) as pilot:
        assert "a␛[31m [/foo] [red␇" in frame(app)
        app.paper.show("[/x] \x9b2J")
        app.paper.point_at("[/x]")
        await pilot.pause()
        assert "[/x] �2J" in frame(app)
