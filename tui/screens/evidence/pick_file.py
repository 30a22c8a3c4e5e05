"""Choose files of this machine: folders by Enter and Backspace, typing narrows the list."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Input

from tui.desk.keeping.folders import Entry, Folder, expanded, last_folder, look_into
from tui.screens.context import Context
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.widgets.field import TextField
from tui.widgets.rows import Row, Rows, heading
from tui.widgets.spans import Span, Tone

Choose = Callable[[tuple[Path, ...]], object]

_KEPT, _UP = "folder", ".."
_MOVES = {"down": "down", "up": "up", "pagedown": "page_down", "pageup": "page_up"}


class NameField(TextField):
    """A part of a name. Space marks a file instead."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return key != "space" and super().check_consume_key(key, character)


class FolderRows(Rows):
    """What is in a folder."""

    IS_LED = True


class PickFileScreen(Page):
    """A folder. Enter opens a folder or takes a file, and with it the marked ones.

    Typing narrows the list; a dot in front shows hidden names, a path goes there. `choose` is
    told what was taken; what it cannot use it says by an UpheldError, and the list stays.
    """

    KEYS: ClassVar[tuple[str, ...]] = ("open", "mark", "folder_up", "back")
    AUTO_FOCUS = "#filter"
    IS_WRITING = True

    def __init__(self, context: Context, choose: Choose) -> None:
        super().__init__(context)
        self._choose = choose
        self._folder = Folder(last_folder(context.kept.get(_KEPT, "")))
        self._marked: dict[Path, None] = {}
        self._seen: dict[str, Entry] = {}

    def body(self) -> ComposeResult:
        hint = self.words.t("a part of the name, or a path")
        yield NameField(id="filter", placeholder=hint)
        yield FolderRows(id="rows")

    def reload(self) -> None:
        self._folder = look_into(self._folder.path)
        self._show()

    def _show(self) -> None:
        """What is in the folder and has what is typed."""
        typed = self._typed.casefold()
        entries = (e for e in self._folder.entries if not e.is_hidden or typed.startswith("."))
        found = [e for e in entries if typed in clean_line(e.path.name).casefold()]
        self._seen = {str(place): entry for place, entry in enumerate(found)}
        rows = [Row(((Span(f"   {_UP}", Tone.ACCENT),),), _UP)] if not typed else []
        rows += [self._row(key, entry) for key, entry in self._seen.items()]
        if not found:
            rows.append(heading(f" {self._folder.problem or self.words.t('Nothing here.')}"))
        self._list.show(tuple(rows))
        self._entitle()

    def _entitle(self) -> None:
        marked = len(self._marked)
        said = self.words.n("{count} marked", "{count} marked", marked) if marked else ""
        path = clean_line(str(self._folder.path))
        room = max(10, self.size.width - len(said) - 12)
        self.title_is(path if len(path) <= room else f"…{path[1 - room :]}", (Span(said),))

    def _row(self, key: str, entry: Entry) -> Row:
        name = clean_line(entry.path.name) + ("/" if entry.is_folder else "")
        mark = "+" if entry.path in self._marked else " "
        size = "" if entry.is_folder else self.words.size(entry.size)
        day = entry.modified.date() if entry.modified else None
        date = self.words.short_day(day, self.desk.day()) if day else ""
        about = f"{size:>9}  {date:<12}"
        room = max(8, self._list.room - len(about) - 4)
        name = name if len(name) <= room else f"{name[: room - 1]}…"
        tone = Tone.ACCENT if entry.is_folder else Tone.PLAIN
        return Row(((Span(f" {mark} {name:<{room}}", tone), Span(about, Tone.DIM)),), key)

    @property
    def _list(self) -> FolderRows:
        return self.query_one(FolderRows)

    @property
    def _typed(self) -> str:
        return self.query_one("#filter", TextField).value.strip()

    @on(Input.Changed)
    def _narrow(self) -> None:
        self._show()
        self._list.action_top()

    @on(Rows.Rewidened)
    def _draw_anew(self) -> None:
        self._show()

    def on_key(self, event: Key) -> None:
        """The list moves while a name is typed."""
        if event.key in _MOVES:
            event.stop()
            getattr(self._list, f"action_{_MOVES[event.key]}")()

    @on(Rows.Chosen)
    def action_open(self) -> None:
        entry = self._seen.get(self._list.key)
        if "/" in self._typed or self._typed.startswith("~"):
            self._take_path(self._folder.path / expanded(self._typed))
        elif self._list.key == _UP:
            self._go_up()
        elif entry is not None and entry.is_folder:
            self._go_to(entry.path)
        elif entry is not None:
            self._take(tuple(self._marked) or (entry.path,))

    def _take_path(self, path: Path) -> None:
        if look_into(path).problem:
            self._take((path,))
        else:
            self._go_to(path)

    def _take(self, files: tuple[Path, ...]) -> None:
        def choose() -> bool:
            self._choose(files)
            return True

        if self.attempt(choose):
            self.close()

    def _go_to(self, path: Path, came_from: Path | None = None) -> None:
        """Into a folder; one that cannot be read is not gone into."""
        folder = look_into(path)
        if folder.problem:
            self.tell(f"{clean_line(path.name)}: {folder.problem}", wrong=True)
            return
        self._folder = folder
        self.context.kept[_KEPT] = str(folder.path)
        self.query_one("#filter", TextField).value = ""
        self._show()
        self._list.action_top()
        for key, entry in self._seen.items():
            if entry.path == came_from:
                self._list.select(key)

    def _go_up(self) -> None:
        self._go_to(self._folder.path.parent, came_from=self._folder.path)

    def action_folder_up(self) -> None:
        """What is typed goes first."""
        field = self.query_one("#filter", TextField)
        if field.value:
            field.action_delete_left()
        else:
            self._go_up()

    def action_back(self) -> None:
        """Esc takes away what is typed, then leaves."""
        field = self.query_one("#filter", TextField)
        if field.value:
            field.value = ""
        else:
            self.close()

    def action_mark(self) -> None:
        entry = self._seen.get(self._list.key)
        if entry is None or entry.is_folder:
            self.tell(self.words.t("Only files can be marked: Enter opens a folder."))
            return
        if entry.path in self._marked:
            del self._marked[entry.path]
        else:
            self._marked[entry.path] = None
        self._show()
        self._list.action_down()
