"""The application: modes, theme, the `changed` signal. What it does, the desk does."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path, PurePath
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ScreenStackError
from textual.binding import BindingType
from textual.css.query import NoMatches
from textual.signal import Signal

from tui.cases.errors import UpheldError
from tui.cases.sentence import Sentence, say
from tui.desk.desk import Desk
from tui.first_board import Begun
from tui.screens.board.board import BoardScreen
from tui.screens.context import Context, FetchMail, Go
from tui.screens.keeper import would_be_lost
from tui.screens.mail.mail_fetch import MailFetch
from tui.screens.mail.mail_rounds import MailRounds
from tui.screens.page import Page
from tui.settings.paths import state_folder
from tui.terminal.run import run_app
from tui.turning import MODES, TurningApp
from tui.widgets.columns import Columns
from tui.widgets.keys import bindings
from tui.wording.wording import Wording

PREPARES_EVERY = 0.1  # seconds
STYLES = Path(__file__).parent / "styles"


class UpheldApp(TurningApp):
    """Upheld in a terminal."""

    CSS_PATH: ClassVar[list[str | PurePath]] = sorted(STYLES.glob("*.tcss"))
    BINDINGS: ClassVar[list[BindingType]] = bindings(
        *MODES, "language", "theme", "tour", "suspend", "quit"
    )
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide"), (110, "-broad")]  # noqa: RUF012 - as Textual has it

    def __init__(
        self, desk: Desk, words: Wording, *, demo: bool = False, crash_folder: Path | None = None,
        begun: Begun | None = None,
    ) -> None:  # fmt: skip
        self.begin_with("board", words)
        super().__init__(draws_ascii=desk.draws_ascii, crash_folder=crash_folder)
        self._desk, self._words = desk, words
        changed: Signal[None] = Signal(self, "changed")
        look_again = partial(changed.publish, None)
        self._fetch = MailFetch(self, desk, self._tell, look_again)
        self._given = Context(
            desk, words, changed, demo, mail_fetch=self._fetch, plan=begun and begun.plan
        )
        self._know("board")
        self._given = replace(self._given, plan=None)  # of the first board alone
        self.title = "Upheld"
        at_rest = begun.at_rest if begun else ()
        self._to_prepare = iter((*desk.preparations, self._prepare_board, *at_rest))
        self._warned: Sentence | None = None  # of what would be lost
        self._trouble = ""  # why the book could not be read when it was looked at last
        self.dress(desk.theme)  # before the stylesheets are read: each change reads them anew

    def on_mount(self) -> None:
        changed = self._given.changed
        changed.subscribe(self, lambda _: self.dress(self._desk.theme))
        self._desk.changed = lambda: changed.publish(None)
        self.set_keymap(dict(self._desk.changed_keys))
        self._turn_to("board")  # is there already, unless Textual began with a screen of its own
        self.set_interval(self._desk.look_every, self._look)
        self.set_timer(PREPARES_EVERY, self._prepare)
        MailRounds(self, self._desk).start()

    def _look(self) -> None:
        """Take in what other windows wrote. A book that cannot be read is said once."""
        try:
            is_changed, trouble = self._desk.look_again(), ""
        except UpheldError as error:
            is_changed, trouble = False, self.in_words(error.sentence)
        if trouble and trouble != self._trouble:
            self.say(trouble, severity="error")
        self._trouble = trouble
        if is_changed:
            self._given.changed.publish(None)
        self._say_due()

    def _prepare(self) -> None:
        """What may be done before anybody waits for it, a little at a time."""
        todo = next(self._to_prepare, None)
        if todo is not None:
            with suppress(UpheldError):  # a book that cannot be read is told by the regular look
                todo()
            self.set_timer(PREPARES_EVERY, self._prepare)

    def _prepare_board(self) -> None:
        with suppress(ScreenStackError, NoMatches):  # another screen is there, or none any more
            self.make_ready(self.screen.query_one(Columns))

    def _say_due(self) -> None:
        """What became due because time went by is said once, until the next key."""
        said = self._desk.just_due()
        if said is None:
            return
        self._given.changed.publish(None)
        if isinstance(self.screen, Page):
            self.screen.tell(said)
        else:
            self.say(said)
        self.send_signal(self._desk.signal(self.in_words(said)))

    def _tell(self, sentences: tuple[Sentence, ...], wrong: bool) -> None:
        """On the screen on top."""
        said = " ".join(map(self.in_words, sentences))
        if isinstance(self.screen, Page):
            self.screen.tell(said, wrong=wrong)
        elif said:
            self.say(said)

    def remark(self, sentence: Sentence) -> None:
        self._tell((sentence,), wrong=False)

    @on(FetchMail)
    def _fetch_mail(self) -> None:
        if isinstance(self.screen, Page):
            self._fetch.start_or_stop(self.screen)

    async def action_tour(self) -> None:
        if isinstance(self.screen, Page):
            await self.start_tour(self.screen)

    async def action_quit(self) -> None:
        """Leave. What cannot be kept is lost only at the second asking."""
        try:
            self.save_now()
        except UpheldError as error:
            warned = would_be_lost(error, self.key_to_leave)
            if self._warned != warned:
                self._warned = warned
                self._tell((warned,), wrong=True)
                return
        self.exit()

    def action_language(self) -> None:
        """The other language, with the case that is open: what else was open is a key away."""
        self.save_now()
        pages = (page for page in self.screen_stack if isinstance(page, Page))
        case_id = next((page.case_id for page in pages if page.route == "case"), 0)
        mode = (self.current_mode or "board").partition(".")[0]
        if isinstance(board := self.screen_stack[0], BoardScreen):
            board.hand_over()
        other = Wording("en" if self._words.language == "ru" else "ru")
        self._desk.save_language(other.language)
        self._words = other
        self._given = replace(self._given, words=other)
        self._turn_to(mode)
        self._given.changed.publish(None)  # where that board was there already, it looks again
        if case_id and len(self.screen_stack) == 1:
            self.post_message(Go("case", {"case_id": case_id}))

    def action_theme(self) -> None:
        """The next of the themes, kept for the next time."""
        was, name = self._desk.theme, self._desk.next_value("theme")
        if self.look_alike(was, name):  # one press changes what is seen
            name = self._desk.next_value("theme")
        few = say("Theme: {theme}. With so few colours the terminal's own are shown.", theme=name)
        self._tell((say("Theme: {theme}", theme=name) if self.has_colours else few,), False)

    def save_now(self) -> None:
        """Every screen puts what was typed on disk."""
        for stack in self._screen_stacks.values():
            for page in stack:
                if isinstance(page, Page):
                    page.keep()

    def in_words(self, sentence: Sentence) -> str:
        return self._words.say(sentence)


def run(desk: Desk, words: Wording, begun: Begun, *, demo: bool) -> int:
    """Go on with what has begun; the exit status when it is left. `guard.prepare` came before."""
    app = UpheldApp(desk, words, demo=demo, crash_folder=state_folder(), begun=begun)
    if begun.frame.rows:
        app.go_on_from(begun.frame, begun.typed)
    return run_app(app, mouse=desk.mouse)
