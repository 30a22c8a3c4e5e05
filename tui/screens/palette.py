"""The palette: find a command by its words, in either language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Input

from tui.commands import Command, Group
from tui.commands.layouts import in_other_layout
from tui.screens.context import Context
from tui.screens.page import Page
from tui.screens.sheets import sheets
from tui.screens.synonyms import SYNONYMS
from tui.widgets.field import TextField
from tui.widgets.keys import labels
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span, Tone
from tui.wording.mark import N_
from tui.wording.wording import LANGUAGES, Wording

_MOST_ELSEWHERE = 5  # commands of other screens that are named
_FEW_LETTERS = 3  # with so many hardly more is meant than to look around
_IN_SHELL = (
    (
        "backup restore copy копия резервная бэкап восстановить",
        N_("A copy of the whole book, or one brought back: upheld backup, in a shell."),
    ),
)
_NOT_HERE = frozenset({"palette", "open", "back"})


class PaletteScreen(Page):
    """Type some letters, Enter does the first command that has them."""

    CSS_PATH = sheets("lists")
    KEYS: ClassVar[tuple[str, ...]] = ("back",)
    AUTO_FOCUS = "#words"
    IS_WRITING = True

    def __init__(self, context: Context, page: Page, commands: tuple[Command, ...]) -> None:
        super().__init__(context)
        self._page = page
        self._known = tuple(map(Wording, LANGUAGES))
        self._offered = tuple(
            c for c in commands if c.id not in _NOT_HERE and c.group is not Group.MOVE
        )

    def body(self) -> ComposeResult:
        yield TextField(id="words", placeholder=self.words.t("Find a command"))
        yield Rows(id="rows")

    def reload(self) -> None:
        self.title_is(self.words.t("Palette"))
        self._show("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, query: str) -> None:
        wanted = query.casefold().split()
        if not any(self._having(self._offered, wanted)):
            meant = in_other_layout(query).casefold().split()
            wanted = meant if any(self._having(self._offered, meant)) else wanted
        found = sorted(
            self._having(self._offered, wanted), key=lambda c: not self._is_so(c, wanted)
        )
        rows = tuple(map(self._row, found))
        shown = self.query_one(Rows)
        shown.show((*(rows or self._elsewhere(wanted)), *self._in_shell(wanted)))
        shown.action_top()  # Enter does the first

    def _in_shell(self, wanted: list[str]) -> Iterator[Row]:
        """What no key does, because it is done outside."""
        for known, told in _IN_SHELL:
            if wanted and all(len(w) > _FEW_LETTERS and w in known for w in wanted):
                yield from (BLANK, heading(f" {self.words.t(told)}"))

    def _having(self, commands: Iterable[Command], wanted: list[str]) -> Iterator[Command]:
        return (c for c in commands if all(w in self._words_of(c) for w in wanted))

    def _is_so(self, command: Command, wanted: list[str]) -> bool:
        """Whether its name begins so, and not only what is told of it has that."""
        title = self.words.t(command.title).casefold()
        return bool(wanted) and title.startswith(wanted[0])

    def _elsewhere(self, wanted: list[str]) -> tuple[Row, ...]:
        """That nothing is found; and what another screen has, to be read and not chosen."""
        t = self.words.t
        nothing = heading(" " + t("No command here has these words."))
        others = (c for c in self.desk.commands.values() if c.group is not Group.MOVE)
        found = list(islice(self._having(others, wanted), _MOST_ELSEWHERE))
        if not found:
            return (nothing,)
        head = heading(" " + t("On other screens, or in a case that is open:"))
        return (nothing, BLANK, head, *(Row(self._row(c).lines) for c in found))

    def _words_of(self, command: Command) -> str:
        """The words of both languages, whichever the screens speak."""
        shown = (words.t(text) for words in self._known for text in (command.title, command.help))
        return " ".join((command.id, SYNONYMS.get(command.id, ""), *shown)).casefold()

    def _row(self, command: Command) -> Row:
        t = self.words.t
        title = Span(f" {t(command.title):<18}", Tone.STRONG)
        keys = Span(f"{labels(command):<7}", Tone.ACCENT)
        return Row(((title, keys, Span(t(command.help))),), command.id)

    def on_key(self, event: Key) -> None:
        """The list moves while the words are typed."""
        if event.key in ("down", "up"):
            event.stop()
            rows = self.query_one(Rows)
            rows.action_down() if event.key == "down" else rows.action_up()

    @on(Input.Submitted)
    def _do_first(self) -> None:
        self._do(self.query_one(Rows).key)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self._do(event.key)

    def _do(self, command_id: str) -> None:
        self.close()
        if command_id:
            on_page = hasattr(self._page, f"action_{command_id}")
            owner = self._page if on_page else self.app
            self.app.call_later(owner.run_action, command_id)
