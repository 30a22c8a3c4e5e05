"""What all screens share: a title, a notice, the keys, and looking again when the book changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Key
from textual.screen import Screen
from textual.widgets import Static

from tui.advice.next_action import NextAction
from tui.cases.card import Card
from tui.cases.errors import NotFound, UpheldError
from tui.cases.sentence import Sentence
from tui.commands import Command, character_of
from tui.desk.desk import Desk
from tui.desk.saved_filters import SavedFilter
from tui.desk.undone import sentence_of
from tui.screens.about import ABOUT
from tui.screens.at_start import said_at_start
from tui.screens.boardlines import next_words, title_line
from tui.screens.context import Context, Go, Home, Search
from tui.screens.everywhere import COMMON, WRITING
from tui.screens.in_force import in_force
from tui.screens.touring import TouringApp
from tui.terminal.app import SafeApp
from tui.terminal.clean import clean_text
from tui.widgets.bars import Bar, KeyBar
from tui.widgets.keys import bindings, commands, label
from tui.widgets.spans import Line, Span
from tui.wording.wording import Wording

T = TypeVar("T")


class Page(Screen[None]):
    """A screen of Upheld. A subclass says its keys, its body, and how it looks again.

    `KEYS` are command ids in the order of the footer; an action of the same name does each.
    `IS_WRITING`: a field has the focus all the time, so that letters are text.
    """

    route: str = ""  # its name in `routes`
    KEYS: ClassVar[tuple[str, ...]] = ()
    IS_WRITING: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = bindings(*COMMON)
    ESCAPE_TO_MINIMIZE = False
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-tall")]  # noqa: RUF012 - as Textual has it

    def __init_subclass__(cls, **kwargs: Any) -> None:
        # Before a field takes ctrl+e for the end of its line; no letter is among these keys.
        cls.BINDINGS = bindings(*cls.KEYS, priority=cls.IS_WRITING)
        super().__init_subclass__(**kwargs)

    def __init__(self, context: Context, case_id: int = 0) -> None:
        super().__init__()
        self.context = context
        self._case_id = case_id
        self._is_stale = False

    @property
    def desk(self) -> Desk:
        return self.context.desk

    @property
    def words(self) -> Wording:
        return self.context.words

    @property
    def case_id(self) -> int:
        """The case that the case commands mean here; 0 for none."""
        return self._case_id

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
        self.context.changed.subscribe(self, self._on_changed)
        self.query_one("#keys", KeyBar).show(self.words, self.commands)
        self._look()
        if wrong := said_at_start(self.context, self.words):
            self.tell(wrong, wrong=True)

    def on_screen_resume(self) -> None:
        if isinstance(self.app, TouringApp):
            self.app.arrived(self)
        if self._is_stale:
            self._look()

    def _on_changed(self, _: None) -> None:
        self._is_stale = True
        if self.is_active:
            self.call_later(self._look)  # a signal would swallow what goes wrong

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
        return (*others, _without_letters(keys) if self.IS_WRITING else keys)

    def key(self, command_id: str) -> str:
        """The first key of a command, as it is written for people."""
        return label(self.desk.commands[command_id])

    def title_is(self, title: str, right: Line = ()) -> None:
        """Show the title, and something against the right edge."""
        bar = self.query_one("#title", Bar)
        bar.left = title_line(self.desk, self.words, title, demo=self.context.demo)
        bar.right = (*right, Span(" "))

    def tell(self, text: str | Sentence, *, wrong: bool = False) -> None:
        """Say something in the line above the keys, until the next key."""
        said = self.words.say(text) if isinstance(text, Sentence) else text
        notice = self.query_one("#notice", Static)
        notice.update(Content(clean_text(said)))
        notice.set_class(wrong, "-wrong")
        notice.set_class(bool(said), "-shown")

    def tell_below(self, text: str) -> None:
        """Say something on the screen that comes to the top when this one goes."""

        def say() -> None:
            if isinstance(self.app.screen, Page):
                self.app.screen.tell(text)

        self.app.call_later(say)

    def on_key(self, _: Key) -> None:
        if self.query_one("#notice").has_class("-shown"):
            self.tell("")

    def next_words(self, card: Card, action: NextAction) -> str:
        """The next action, and to which step it climbs."""
        return next_words(self.desk, self.words, card, action)

    def attempt(self, verb: Callable[[], T]) -> T | None:
        """Do it; if it cannot be done, say why and give None."""
        try:
            return verb()
        except UpheldError as error:
            self.tell(error.sentence, wrong=True)
            return None

    def go(self, name: str, /, **about: Any) -> None:
        """Open another screen. Said to the app itself: this one may be about to go."""
        self.app.post_message(Go(name, about))

    def home(self) -> None:
        """Back to the case, or to the list that it was opened from."""
        self.app.post_message(Home())

    def keep(self) -> None:
        """Put what was typed and not saved on disk now. Also called when the line drops."""

    def close(self) -> None:
        """Leave this screen once: asked again, Textual would close the one below it."""
        if self.app.screen is self:
            self.dismiss()

    def go_with_case(self, name: str, /, **about: Any) -> None:
        """Open another screen about the case under the cursor."""
        if self.case_id:
            self.go(name, case_id=self.case_id, **about)
        else:
            self.tell(
                self.words.t("There is no case here. Press {key} to open one.", key=self.key("new"))
            )

    def action_back(self) -> None:
        self.close()

    def action_undo(self) -> None:
        change = self.attempt(self.desk.undo)
        if change is not None:
            self.tell(sentence_of(change))

    def in_force(self) -> tuple[Command, ...]:
        """Every command that a key does here now; a kept filter says what it is."""
        commands = in_force(self, self.KEYS, self.desk.commands)
        return tuple(_named(command, self.desk.saved_filters) for command in commands)

    def action_keys(self) -> None:
        self.go("keys", commands=self.in_force(), about=ABOUT.get(self.route, ""))

    def action_palette(self) -> None:
        self.go("palette", page=self, commands=self.in_force())

    def action_find(self) -> None:
        self.go("find")

    def action_search(self) -> None:
        """The filter is on the board: go there and open it."""
        self.app.post_message(Search())

    def action_new(self) -> None:
        self.go("new")

    def action_compose(self) -> None:
        self.go_with_case("compose")

    def action_channels(self) -> None:
        self.go_with_case("channels")

    def action_prepare(self) -> None:
        self.go_with_case("prepare")

    def action_call(self) -> None:
        self.go_with_case("call")

    def action_record(self) -> None:
        self.go_with_case("record")

    def action_close_case(self) -> None:
        self.go_with_case("event", kind="closed")

    def action_escalate(self) -> None:
        self.go_with_case("escalate")

    def action_plan(self) -> None:
        self.go_with_case("plan")

    def action_edit(self) -> None:
        self.go_with_case("facts")

    def action_working(self) -> None:
        self.go_with_case("working")

    def action_evidence(self) -> None:
        self.go_with_case("evidence")

    def action_statistics(self) -> None:
        self.go("statistics")

    def action_calendar(self) -> None:
        self.go("calendar")

    def action_bundle(self) -> None:
        self.go_with_case("bundle")

    def action_rules(self) -> None:
        self.go("rules")

    def action_profile(self) -> None:
        """The list of them, once there is one."""
        filled = any(profile.name for profile in self.desk.profiles.values())
        self.go("profiles" if filled else "profile")

    def action_settings(self) -> None:
        self.go("settings")


def _without_letters(command: Command) -> Command:
    """With those of its keys that a field does not take as text, if there are any."""
    keys = [key for key in command.key.split(",") if not character_of(key)]
    return replace(command, key=",".join(keys) or command.key)


def _named(command: Command, filters: Mapping[str, SavedFilter]) -> Command:
    """The command of a kept filter with its name, if it has one, and its query."""
    kept = filters.get(command.id.removeprefix("filter_"))
    if kept is None:
        return command
    title = command.title if kept.name.isdecimal() else kept.name
    return replace(command, title=title, help=kept.query)
