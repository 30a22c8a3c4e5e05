"""What all screens share: a title, a notice, the keys, and looking again when the book changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.widgets import Static

from tui.advice.next_action import NextAction
from tui.cases.card import Card
from tui.cases.errors import NotFound, UpheldError
from tui.commands import Command
from tui.desk.ladder.next_said import next_words
from tui.desk.undone import Asks, sentence_of
from tui.screens.about import ABOUT
from tui.screens.at_start import said_at_start
from tui.screens.board.boardlines import title_line
from tui.screens.context import Context
from tui.screens.everywhere import BESIDE, COMMON, WRITING
from tui.screens.going import Going
from tui.screens.in_force import in_force, named, without_letters
from tui.screens.touring import TouringApp
from tui.store.contract import Change
from tui.terminal.app import SafeApp
from tui.widgets.bars import Bar, KeyBar
from tui.widgets.filter_line import FilterLine
from tui.widgets.keys import bindings, commands
from tui.widgets.spans import Line, Span
from tui.wording.mark import N_


class Page(Going):
    """A screen of Upheld. A subclass says its keys, its body, and how it looks again.

    `KEYS` are command ids in the order of the footer; an action of the same name does each.
    `IS_WRITING`: a field has the focus all the time, so that letters are text. `IS_HOME`: what
    was opened from it leads back to it when all is done.
    """

    route: str = ""  # its name in `routes`
    KEYS: ClassVar[tuple[str, ...]] = ()
    IS_WRITING: ClassVar[bool] = False
    IS_HOME: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = bindings(*COMMON)
    ESCAPE_TO_MINIMIZE = False
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-tall")]  # noqa: RUF012 - as Textual has it

    def __init_subclass__(cls, **kwargs: Any) -> None:
        # Before a field takes ctrl+e for the end of its line; no letter is among these keys.
        cls.BINDINGS = bindings(*cls.KEYS, priority=cls.IS_WRITING)
        super().__init_subclass__(**kwargs)

    def __init__(self, context: Context, case_id: int = 0) -> None:
        super().__init__(context, case_id)
        self._is_stale = False  # the book changed while another screen was on top
        self._beyond: Change | None = None  # behind a letter that went out, as it was told

    def body(self) -> ComposeResult:
        """What stands between the title and the keys."""
        yield from ()

    def reload(self) -> None:
        """Ask the desk again and show what it says."""

    def compose(self) -> ComposeResult:
        yield Bar(id="title")
        yield from self.body()
        yield Static(id="notice")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        self.context.changed.subscribe(self, self._on_changed, immediate=True)
        self.query_one("#keys", KeyBar).show(self.words, self.commands)
        self._look()
        if wrong := said_at_start(self.context, self.words):
            self.tell(wrong, wrong=True)

    def on_screen_resume(self) -> None:
        if isinstance(self.app, TouringApp):
            self.app.arrived(self)
        if self._is_stale:
            self._look()
        else:
            self.call_after_refresh(self._is_whole)

    def at_once(self, key: Key) -> Callable[[], object] | None:
        """The letters of a line that filters."""
        line = self.focused
        return line.act_of(key) if isinstance(line, FilterLine) else None

    def _on_changed(self, _: None) -> None:
        self._is_stale = True
        if self.is_active:
            self.call_later(self._catch_up)  # a signal would swallow what goes wrong

    def _catch_up(self) -> None:
        """Look again, if nobody has done so since the book changed."""
        if self._is_stale:
            self._look()

    def _look(self) -> None:
        self._is_stale = False
        try:
            self.reload()
        except NotFound:  # taken back, here or in another window
            self.close()
        except UpheldError as error:  # a rule file of the person's own cannot be used
            self.tell(error.sentence, wrong=True)
        self.call_after_refresh(self._is_whole)

    def _is_whole(self) -> None:
        """Show what was kept behind the first frame, if there is one."""
        if isinstance(self.app, SafeApp):
            self.app.show_kept()

    @property
    def commands(self) -> tuple[Command, ...]:
        """The commands of the footer, in its order."""
        common = WRITING if self.IS_WRITING else COMMON
        *others, keys = commands(dict.fromkeys((*self.KEYS, *common)), self.desk.commands)
        return (*others, without_letters(keys) if self.IS_WRITING else keys)

    def title_is(self, title: str, right: Line = ()) -> None:
        """Show the title, and something against the right edge."""
        bar = self.query_one("#title", Bar)
        bar.left = title_line(self.desk, self.words, title, demo=self.context.demo)
        bar.right = (*right, Span(" "))

    def next_words(self, card: Card, action: NextAction) -> str:
        """The next action, and to which step it climbs."""
        return next_words(self.desk, self.words, card, action)

    def keep(self) -> None:
        """Put what was typed and not saved on disk now. Also called when the line drops."""

    def close(self) -> None:
        """Leave this screen once: asked again, Textual would close the one below it."""
        if self.app.screen is self:
            self.dismiss()

    def action_back(self) -> None:
        self.close()

    def action_undo(self) -> None:
        """Where a letter went out last, what lies behind it is named before it is taken back; so
        is a whole case."""
        beyond, self._beyond = self._beyond, None
        try:
            change = self.desk.undo(beyond=beyond is not None, asks=beyond is None)
        except Asks as error:
            self._beyond = error.before
            said, key = error.sentence, self.key("undo")
            self.tell(self.words.t("{said} {key} again takes that back.", said=said, key=key))
        except UpheldError as error:
            self.tell(error.sentence, wrong=True)
        else:
            self.tell(sentence_of(change))

    def undo_now(self) -> None:
        """The same, and what came of it is shown without waiting for its turn."""
        self.action_undo()
        self._catch_up()

    def in_force(self) -> tuple[Command, ...]:
        """Every command that a key does here now; a kept filter says what it is."""
        commands = in_force(self, self.KEYS, self.desk.commands)
        return tuple(named(command, self.desk.saved_filters) for command in commands)

    def action_keys(self) -> None:
        about = ABOUT.get(self.route, "")
        self.go("keys", commands=self.in_force(), about=about, note=self.keys_note)

    @property
    def keys_note(self) -> str:
        """What help says below the keys."""
        if self.IS_WRITING:
            return ""
        return N_("On the Russian layout the same places work: й for q, о for j, т for n.")

    def action_palette(self) -> None:
        """What has a key here; and what works everywhere, though it has its key elsewhere."""
        here = self.in_force()
        known = {command.id for command in here}
        beside = (replace(self.desk.commands[name], key="") for name in BESIDE if name not in known)
        self.go("palette", page=self, commands=(*here, *beside))
