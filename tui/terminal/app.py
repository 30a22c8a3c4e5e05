"""The base of the application: nothing that Textual does by itself may lose or leak text.

`_handle_exception` is a private name of Textual. Should an upgrade drop it, what Textual does by
itself comes back, and the tests say so.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from rich.console import RenderableType
from textual.actions import ActionParseResult
from textual.app import SystemCommand
from textual.dom import DOMNode
from textual.events import Event, Key, Paste, Resize
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import WorkerFailed

from tui.cases.errors import UpheldError
from tui.cases.sentence import Sentence, say
from tui.terminal.clean import clean_line, clean_text
from tui.terminal.clipboard import give_to_tmux
from tui.terminal.filter import ControlFilter
from tui.terminal.first import FirstFrame
from tui.terminal.reporting import ReportingApp
from tui.terminal.sheets import Sheets
from tui.terminal.typeahead import TypeAhead

Severity = Literal["information", "warning", "error"]
HELD_FOR = 5.0  # seconds, where no screen says that it is whole


class SafeApp(ReportingApp):
    """Survives hostile text, lost lines and failing workers; a fault of its own shows no data.

    To be overridden: `save_now` and `in_words`. A fault leaves a report in `crash_folder`,
    if there is one. `last_words`: lines for the shell, once the terminal is given back.
    """

    def __init__(self, *, crash_folder: Path | None = None, **textual: Any) -> None:
        self._controls = ControlFilter()
        self._ahead = TypeAhead(self, super().on_event, self.takes)
        super().__init__(crash_folder=crash_folder, **textual)
        self.stylesheet = Sheets(variables=self.get_css_variables())

    async def on_event(self, event: Event) -> None:
        """Keys one after the other; all else as Textual does."""
        if isinstance(event, Resize):
            self.wire.shown.resized(event.size)
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            await self._ahead.came(event)
        else:
            await super().on_event(event)

    def go_on_from(self, first: FirstFrame, typed: bytes = b"") -> None:
        """The terminal shows `first`: keep that, and what is typed, until a screen is whole.

        `typed`: what was read already.
        """
        self.wire.adopt(first, typed)
        self._ahead.hold()

    def on_mount(self) -> None:
        self.set_timer(HELD_FOR, self.show_kept)

    def show_kept(self) -> None:
        super().show_kept()
        self.call_next(self._ahead.go_on)

    # Speaking

    def forget_typed(self) -> None:
        """Keys that wait for the effect of one that had none."""
        self._ahead.forget()

    def say(
        self,
        message: str | Sentence,
        *,
        title: str = "",
        severity: Severity = "information",
        timeout: float | None = None,
    ) -> None:
        """Show a message for a while, exactly as it is written."""
        text = self.in_words(message) if isinstance(message, Sentence) else message
        self.notify(text, title=title, severity=severity, timeout=timeout)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: Severity = "information",
        timeout: float | None = None,
        markup: bool = False,  # never: [/] in a subject would end the app
    ) -> None:
        super().notify(
            clean_text(message),
            title=clean_line(title),
            severity=severity,
            timeout=timeout,
            markup=False,
        )

    def action_help_quit(self) -> None:
        """Answer Ctrl+C, where it copies nothing, with the key that leaves."""
        self.remark(say("To leave, press {key}.", key=self.key_to_leave))

    @property
    def key_to_leave(self) -> str:
        """The first that does it on this screen."""
        keys = {on.binding.action: key for key, on in reversed(self.active_bindings.items())}
        return keys.get("quit") or keys["app.quit"]

    def remark(self, sentence: Sentence) -> None:
        """Say something in passing, which may be said where nothing is covered."""
        self.say(sentence)

    def action_suspend(self) -> None:
        """Stop, until the shell goes on with it; where there is none, that would be for ever."""
        has_shell = os.getpgrp() != os.getsid(0)  # of its own group, beside the one it gave us
        if has_shell and self._driver is not None and self._driver.can_suspend:
            self.keep_typed()
            self.action_suspend_process()
        else:
            self.say(say("No shell waits here to bring Upheld back."), severity="warning")

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """Leave; `message` is for the shell."""
        if message:
            self.last_words.append(clean_text(str(message)))
        super().exit(result, return_code)

    # What leaves the screen

    def get_line_filters(self) -> Sequence[LineFilter]:
        return [*super().get_line_filters(), self._controls]

    def copy_to_clipboard(self, text: str) -> None:
        """Send `text` to the terminal's clipboard, also through tmux; never a password."""
        if getattr(self.focused, "password", False):
            self.say(say("A password is not copied."), severity="warning")
            return
        whole = text.encode("utf-8", "replace").decode("utf-8")
        super().copy_to_clipboard(whole)
        if not self.is_headless:
            give_to_tmux(whole, os.environ)

    def send_signal(self, code: str) -> None:
        """Send a bell or a notification, of which nothing is shown in a line."""
        if code and self._driver is not None and not self.is_headless:
            self._driver.write(code)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Without the one that writes letters, as a picture, to a file for everybody."""
        commands = super().get_system_commands(screen)
        return (command for command in commands if command.title != "Screenshot")

    def deliver_screenshot(self, *_: Any, **__: Any) -> None:
        self.say(say("Screens are not saved as pictures."), severity="warning")

    # Errors

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Do what a key asks for; what a person can act on is said, and the app goes on."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except UpheldError as error:
            self.say(error.sentence, severity="error")
            return True

    def _handle_exception(self, error: Exception) -> None:
        if isinstance(error, WorkerFailed):
            self.failed_aside(error.error)
            return
        self.fault(error)
        super()._handle_exception(error)

    def failed_aside(self, error: BaseException) -> None:
        """A worker or a task failed: say so and go on."""
        if isinstance(error, UpheldError):
            self.say(error.sentence, severity="error")
            return
        path = self._report(error)
        self.say(
            say("This could not be finished, by a fault of Upheld. Report: {path}", path=path)
            if path
            else say("This could not be finished, by a fault of Upheld."),
            severity="error",
        )
