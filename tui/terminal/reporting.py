"""An application that after a fault of its own keeps what was typed and reports without data.

`_fatal_error` is a private name of Textual. Should an upgrade drop it, what Textual does by itself
comes back, and the tests say so.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rich.console import RenderableType

from tui.cases.sentence import Sentence, say
from tui.terminal import crash
from tui.terminal.clean import clean_line
from tui.terminal.leavable import LeavableApp


class ReportingApp(LeavableApp):
    """To be overridden: `in_words`. A fault leaves a report in `crash_folder`, if there is one.

    `last_words`: lines for the shell, once the terminal is given back.
    """

    def __init__(self, *, crash_folder: Path | None = None, **textual: Any) -> None:
        self.faulty = False
        self.last_words: list[str] = []
        self._crash_folder = crash_folder
        self._reported: dict[str, Path | None] = {}
        super().__init__(**textual)

    def in_words(self, sentence: Sentence) -> str:
        """`sentence` in the person's language; in plain English here."""
        one = sentence.count in {None, 1}
        return (sentence.text if one else sentence.many).format(**sentence.values)

    def _fatal_error(self) -> None:
        self.panic()

    def panic(self, *_: RenderableType) -> None:
        """Leave after a fault. What Textual would show holds data."""
        self.faulty = True
        super().panic()

    def save_failed(self, error: Exception) -> None:
        self._report(error)
        self._last(say("What you typed last could not be saved."))

    def fault(self, error: BaseException) -> None:
        """Something failed that cannot be gone on from: keep what was typed, and a report."""
        if self.faulty:
            return
        self.faulty = True
        self.keep_typed()
        path = self._report(error)
        self._last(
            say("Upheld had to stop, by a fault of its own. Report: {path}", path=path)
            if path
            else say("Upheld had to stop, by a fault of its own.")
        )

    def _report(self, error: BaseException) -> str:
        """Where the report of `error` is; empty if there is none. The same fault, one report."""
        report = crash.describe(error)
        if report not in self._reported:
            folder = self._crash_folder
            self._reported[report] = crash.keep(report, folder) if folder else None
        return str(self._reported[report] or "")

    def _last(self, sentence: Sentence) -> None:
        self.last_words.append(clean_line(self.in_words(sentence)))
