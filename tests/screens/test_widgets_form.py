"""Fields of forms: what they hold, what they take, what they leave alone."""

from __future__ import annotations

from bare_app import BareApp
from frames import frame
from piloting import press, resize, write
from textual.app import ComposeResult
from textual.binding import Binding

from tui.commands import COMMANDS, pick
from tui.widgets.bars import KeyBar
from tui.widgets.choice import Choice
from tui.widgets.field import TextBox, TextField
from tui.widgets.form import FieldSpec, Form
from tui.wording.wording import Wording

SPECS = (
    FieldSpec("name", "Name", hint="[who] [/x]", known=("Severmart", "Hostwerk")),
    FieldSpec("kind", "Kind", "b", options=(("a", "apple"), ("b", "banana"), ("q", "quince"))),
    FieldSpec("text", "Text", "two\nlines", lines=3, hint="[/hint"),
    FieldSpec("long", "Long", "a\nb [/foo] [red"),
)


class Filled(BareApp):
    """A form, and an app whose letters are commands."""

    BINDINGS = [Binding("z,x,ctrl+z,ctrl+y", "fall"), Binding("question_mark", "fall")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self.fallen = 0

    def compose(self) -> ComposeResult:
        yield Form(SPECS, id="form")

    def action_fall(self) -> None:
        self.fallen += 1

    @property
    def form(self) -> Form:
        return self.query_one(Form)


async def test_values_are_what_is_typed_and_chosen() -> None:
    app = Filled()
    async with app.run_test(size=(60, 12)) as pilot:
        assert app.form.values == {
            "name": "", "kind": "b", "text": "two\nlines", "long": "a b [/foo] [red"
        }  # fmt: skip
        app.form.focus_first()
        await press(pilot, "N", "enter", "right", "down")
        await press(pilot, "end", "x")
        assert app.form.values == {
            "name": "N", "kind": "q", "text": "twox\nlines", "long": "a b [/foo] [red"
        }  # fmt: skip


async def test_a_choice_takes_every_letter() -> None:
    """A letter on a choice is for its words: typed too early, it must not become a command."""
    app = Filled()
    async with app.run_test(size=(60, 12)) as pilot:
        kind = app.form.entry("kind")
        assert isinstance(kind, Choice)
        kind.focus()
        await press(pilot, "a")
        assert kind.value == "a"
        await press(pilot, "z", "question_mark", "Q")
        assert (kind.value, app.fallen) == ("q", 0)
        await press(pilot, "space", "left", "left")
        assert kind.value == "b"


async def test_letters_of_a_choice_are_read_together() -> None:
    app = Filled()
    async with app.run_test(size=(60, 12)) as pilot:
        kind = app.form.entry("kind")
        assert isinstance(kind, Choice)
        kind._options = (("f", "formal"), ("r", "repair"), ("u", "refund"), ("e", "exchange"))
        kind.value = "e"
        kind.focus()
        await press(pilot, *"refu")
        assert kind.value == "u"
        await press(pilot, *"rr")  # one letter again and again: the next one
        assert kind.value == "u"
        await press(pilot, "left", *"re")
        assert kind.value == "u"
        await press(pilot, "f")
        assert kind.value == "u"
        await press(pilot, "x", "f")
        assert kind.value == "f"


async def test_what_is_no_word_of_a_choice_is_passed_over() -> None:
    app = Filled()
    async with app.run_test(size=(60, 12)):
        app.form.fill({"kind": "gone", "name": "Ann", "unknown": "x"})
        assert app.form.values["kind"] == "b"
        assert app.form.values["name"] == "Ann"


async def test_pasted_lines_become_one_and_once() -> None:
    app = Filled()
    async with app.run_test(size=(60, 12)) as pilot:
        app.form.entry("name").focus()
        await write(pilot, "one\r\ntwo\nthree\n")
        assert app.form.values["name"] == "one two three"


async def test_what_is_known_is_offered() -> None:
    app = Filled()
    async with app.run_test(size=(60, 12)) as pilot:
        app.form.entry("name").focus()
        await press(pilot, "s", "e", "right")
        assert app.form.values["name"] == "Severmart"


async def test_up_and_down_walk_through_the_fields() -> None:
    app = Filled()
    async with app.run_test(size=(60, 12)) as pilot:
        app.form.entry("name").focus()
        await press(pilot, "down")
        assert app.focused is app.form.entry("kind")
        await press(pilot, "up")
        assert app.focused is app.form.entry("name")


async def test_a_box_without_room_says_nothing() -> None:
    class Squeezed(BareApp):
        CSS = "TextBox { width: 0; }"

        def compose(self) -> ComposeResult:
            yield TextBox(placeholder="what was said")

    async with Squeezed().run_test(size=(10, 4)) as pilot:
        await pilot.pause()
        assert "what" not in frame(pilot.app)


async def test_a_password_is_not_copied() -> None:
    class Secret(BareApp):
        def compose(self) -> ComposeResult:
            yield TextField("hunter2", password=True)

    app = Secret()
    async with app.run_test() as pilot:
        app.query_one(TextField).focus()
        await press(pilot, "ctrl+a", "ctrl+c", "ctrl+x")
        assert app.clipboard == ""
        assert app.query_one(TextField).value == "hunter2"


async def test_the_key_bar_fits_any_width_and_keeps_the_help() -> None:
    class Barred(BareApp):
        def compose(self) -> ComposeResult:
            yield KeyBar()

    for language in ("en", "ru"):
        app, words = Barred(), Wording(language)
        async with app.run_test(size=(80, 3)) as pilot:
            bar = app.query_one(KeyBar)
            bar.show(words, (*(c for c in COMMANDS if c.id != "keys"), *pick("keys")))
            for width in (80, 200, 40, 20, 12):
                await resize(pilot, width, 3)
                shown = bar.render_line(0)
                assert shown.cell_length == width
                assert f"? {words.t('keys')}" in shown.text
                assert "…" not in shown.text


async def test_a_line_has_undo_and_redo_as_a_box_has() -> None:
    app = Filled()
    async with app.run_test(size=(60, 12)) as pilot:
        app.form.focus_first()
        await press(pilot, *"ab", "space", *"cd", "ctrl+w", "ctrl+z")
        assert app.form.values["name"] == "ab cd"
        await press(pilot, "ctrl+z", "ctrl+z")
        assert app.form.values["name"] == "ab"
        await press(pilot, "ctrl+z", "ctrl+z", "ctrl+y")
        assert app.form.values["name"] == "ab"
        assert app.fallen == 0
