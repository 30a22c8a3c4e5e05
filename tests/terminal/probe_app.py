"""A small application with one of everything that can go wrong, run by the tests in a pty.

Arguments: a folder (for the file `typed` that `save_now` writes, and crash reports), a mode.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import ClassVar

from tui.terminal import guard

guard.prepare(os.environ)

from textual.app import ComposeResult  # noqa: E402
from textual.driver import Driver  # noqa: E402
from textual.widgets import Input, Label  # noqa: E402

from tui.cases.errors import NotFound  # noqa: E402
from tui.terminal.app import SafeApp  # noqa: E402
from tui.terminal.driver import SafeDriver  # noqa: E402
from tui.terminal.paste import PasteWatch  # noqa: E402
from tui.terminal.run import run_app  # noqa: E402

SECRET = "hunter" + str(1 + 1)


class BrokenInput(SafeDriver):
    """A fault in the thread that reads keys, on the key ~."""

    def _read(self) -> bytes:
        data = super()._read()
        if data == b"~":
            password = SECRET
            raise ValueError(password)
        return data


class Probe(SafeApp):
    BINDINGS: ClassVar = [
        ("f2", "fault", ""),
        ("f3", "work", ""),
        ("f4", "refuse", ""),
        ("f5", "flood(0)", ""),
        ("f6", "flood(400)", ""),
        ("f7", "suspend_process", ""),
        ("f8", "copy", ""),
        ("f9", "goodbye", ""),
        ("f10", "edit", ""),
        ("ctrl+q", "quit", ""),
    ]

    def __init__(self, folder: Path) -> None:
        super().__init__(crash_folder=folder / "crashes")
        self.folder = folder
        self.typed = ""

    def save_now(self) -> None:
        (self.folder / "typed").write_text(self.typed, encoding="utf-8")

    def get_driver_class(self) -> type[Driver]:
        return BrokenInput

    def compose(self) -> ComposeResult:
        yield Label("READY")
        box = Input(id="box")
        box.cursor_blink = False
        yield box
        yield Input(id="password", password=True, value=SECRET)
        yield Label("", id="echo")

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.input.id == "box":
            self.typed = event.value
            self.query_one("#echo", Label).update(f"<{event.value}>", layout=True)

    def on_unmount(self) -> None:
        (self.folder / "unmounted").touch()

    def action_fault(self) -> None:
        password = SECRET
        raise ValueError(password)

    def action_work(self) -> None:
        self.run_worker(self.failing())

    async def failing(self) -> None:
        password = SECRET
        raise ValueError(password)

    def action_refuse(self) -> None:
        raise NotFound("There is no case {number} [/].", number=55)

    def action_flood(self, pieces: int) -> None:
        """Write more than a terminal that does not read takes; 0: for ever."""
        (self.folder / "flooding").touch()
        driver = self._driver
        assert driver is not None
        while True:
            driver.write("\x1b[Hflood" * 1000)
            pieces -= 1
            if pieces == 0:
                return

    def action_copy(self) -> None:
        self.copy_to_clipboard(self.typed)

    def action_edit(self) -> None:
        """Lend the terminal to another program, as for $EDITOR."""
        with self.suspend():
            subprocess.run(["/bin/sh", "-c", "echo EDITING; read line"], check=False)

    def action_goodbye(self) -> None:
        self.exit(message="bye \x1b]0;title\x07[/]")


if __name__ == "__main__":
    PasteWatch.PATIENCE = 0.3
    sys.exit(run_app(Probe(Path(sys.argv[1])), mouse="mouse" in sys.argv))
