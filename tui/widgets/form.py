"""A form: labelled fields one below the other."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from tui.terminal.clean import clean_text
from tui.widgets.choice import Choice
from tui.widgets.field import TextBox, TextField, one_line
from tui.widgets.path_field import Complete, PathField

Entry: TypeAlias = TextField | TextBox | Choice
_NARROW = 36  # cells


class FieldSpec(Struct, frozen=True):
    """One field. With `options` it is a choice; with `lines` over 1 a box of text.

    `options`: value and words of each. `known`: what is offered as it is typed.
    `complete`: how a path can go on. `secret`: nobody can read or copy what is typed.
    `instead`: it may be filled in instead of choosing in the field before.
    """

    name: str
    label: str
    value: str = ""
    hint: str = ""
    lines: int = 1
    options: tuple[tuple[str, str], ...] = ()
    known: tuple[str, ...] = ()
    complete: Complete | None = None
    secret: bool = False
    instead: bool = False


class Form(VerticalScroll, can_focus=False):
    """Fields by name. Up and down move between them where the field does not need these keys."""

    DEFAULT_CSS = """
    Form { height: 1fr; }
    Form .row { height: auto; }
    Form .label { width: 20; padding-right: 1; }
    Form Input, Form TextArea, Form Choice { width: 1fr; }
    Form.-stacked .row { layout: vertical; }
    Form.-stacked .label { width: 100% !important; }
    """

    class Changed(Message):
        """Something was typed or chosen."""

    class Ended(Message):
        """Enter was pressed in the last field of `count`: there is none to go on to."""

        def __init__(self, count: int) -> None:
            super().__init__()
            self.count = count

    def __init__(self, fields: tuple[FieldSpec, ...], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._fields = fields
        self._entries = {spec.name: _entry(spec) for spec in fields}
        self._labels = {spec.name: Static(Content(spec.label), classes="label") for spec in fields}

    def compose(self) -> ComposeResult:
        for spec in self._fields:
            with Horizontal(classes="row"):
                yield self._labels[spec.name]
                yield self._entries[spec.name]

    def on_mount(self) -> None:
        self.can_focus = False

    def on_resize(self) -> None:
        """Where a label beside its field leaves no room to write, it stands above it."""
        self.set_class(self.size.width < _NARROW, "-stacked")
        self.call_after_refresh(self._show_focused)

    def _show_focused(self) -> None:
        focused = self.screen.focused
        if focused is not None and self in focused.ancestors:
            focused.scroll_visible(animate=False, immediate=True)

    @property
    def values(self) -> dict[str, str]:
        """What the fields hold, as text. Can be asked between any two steps."""
        return {spec.name: _text(self.entry(spec.name)) for spec in self._fields}

    def entry(self, name: str) -> Entry:
        """The field of that name."""
        return self._entries[name]

    def fill(self, values: dict[str, str]) -> None:
        """Put values into fields; names that are no field here are passed over."""
        for spec in self._fields:
            if spec.name in values:
                _put(self.entry(spec.name), values[spec.name])

    def call(self, name: str, label: str, hint: str) -> None:
        """Give a field of text another label and hint."""
        self._labels[name].update(Content(label))
        entry = self.entry(name)
        if isinstance(entry, TextField):
            entry.placeholder = hint

    def focus_field(self, name: str) -> None:
        """Focus the field of that name, if there is one."""
        if any(spec.name == name for spec in self._fields):
            self.entry(name).focus()

    def focus_first(self) -> None:
        """Focus the field at the top."""
        self.entry(self._fields[0].name).focus()

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _changed(self) -> None:
        self.post_message(self.Changed())

    @on(Choice.Lettered)
    def _written(self, event: Choice.Lettered) -> None:
        """What begins nothing there is to choose is meant for the field to fill in instead."""
        after = zip(self._fields, self._fields[1:], strict=False)
        below = [
            self.entry(b.name) for a, b in after if b.instead and event.choice is self.entry(a.name)
        ]
        if event.words or not below or not isinstance(field := below[0], TextField):
            return
        event.stop()
        field.value += event.typed
        field.cursor_position = len(field.value)
        self.screen.set_focus(field)

    @on(Input.Submitted)
    @on(Choice.Entered)
    def _onward(self, event: Message) -> None:
        """Enter in a field goes to the next one."""
        last = self.entry(self._fields[-1].name)
        if event.control is last:
            self.post_message(self.Ended(len(self._fields)))
        else:
            self.screen.focus_next()

    def on_key(self, event) -> None:  # type: ignore[no-untyped-def]
        focused = self.screen.focused
        if event.key in ("up", "down") and isinstance(focused, TextField | Choice):
            event.stop()
            move = self.screen.focus_next if event.key == "down" else self.screen.focus_previous
            move(f"#{self.id} Input, #{self.id} TextArea, #{self.id} Choice" if self.id else "*")


def _entry(spec: FieldSpec) -> Entry:
    name = f"f-{spec.name}"
    if spec.options:
        return Choice(spec.options, spec.value, id=name)
    if spec.lines > 1:
        box = TextBox(clean_text(spec.value), placeholder=spec.hint, id=name)
        box.styles.height = spec.lines
        return box
    if spec.complete:
        return PathField(spec.value, complete=spec.complete, placeholder=spec.hint, id=name)
    return TextField(
        one_line(spec.value),
        placeholder=spec.hint,
        password=spec.secret,
        known=spec.known,
        id=name,
    )


def _text(entry: Entry) -> str:
    return entry.text if isinstance(entry, TextBox) else entry.value


def _put(entry: Entry, value: str) -> None:
    if isinstance(entry, TextBox):
        entry.text = clean_text(value)
    else:
        entry.value = one_line(value) if isinstance(entry, TextField) else value
