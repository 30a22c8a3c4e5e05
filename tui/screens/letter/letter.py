"""The finished letter: to read, to copy, to write to a file, and to record as sent."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from tui.advice.checks.checks import Severity
from tui.cases.words import Channel
from tui.desk.letters.letter_drafts import Draft
from tui.desk.letters.letter_files import write_new_file
from tui.screens.context import Context
from tui.screens.reading import ReadingPage


class LetterScreen(ReadingPage):
    """The letter of one step, in one of the two languages."""

    KEYS: ClassVar[tuple[str, ...]] = (
        "sent", "copy", "write_file", "letter_language", "compose", "back",
    )  # fmt: skip

    def __init__(
        self,
        context: Context,
        case_id: int,
        step: str = "",
        channel: str = "",
        template: str = "",
        language: str = "",
    ) -> None:
        super().__init__(context, case_id)
        self._step, self._channel, self._template = step, channel, template
        self._language = language
        self._text = ""
        self._due = ""
        self._wrong = False
        self._draft: Draft | None = None

    def reload(self) -> None:
        made = self.desk.compose(
            self._case_id, self._step, language=self._language, template=self._template
        )
        self._draft = made.draft
        self._step, self._language = made.draft.step, made.letter.language
        self._text = made.letter.text()
        self._wrong = any(found.severity is Severity.ERROR for found in made.findings)
        # A reminder sets a date of its own; a step has its clock anyway.
        self._due = str(made.answer_by or "") if made.sets_date else ""
        self.show_text(self.words.t("#{id} The letter", id=self._case_id), self._text)

    def action_letter_language(self) -> None:
        self._language = "en" if self._language == "ru" else "ru"
        self._look()

    def action_compose(self) -> None:
        self.close()

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self._text)
        self.tell(
            self.words.t(
                "Sent to the terminal's clipboard. If nothing arrives: {key}, to a file.",
                key=self.key("write_file"),
            )
        )

    def action_write_file(self) -> None:
        name = f"upheld-{self._case_id}-{self._step}-{self._language}.txt"
        path = self.attempt(lambda: write_new_file(Path.cwd(), name, self._text))
        if path is not None:
            self.tell(self.words.t("Written to {path}", path=str(path)))

    def action_sent(self) -> None:
        """Record that it went out: the first letter as sent, that of a later step as a climb."""
        if self._wrong:  # there it is mended, or a reason given
            about = {"step": self._step, "template": self._template, "language": self._language}
            self.go("send", case_id=self._case_id, channel=self._channel or Channel.EMAIL, **about)
            return
        if self._draft is None:
            return
        going = self.desk.going(self._case_id, self._draft)
        about = {**going.texts, "channel": self._channel, "due": self._due, "letter": self._text}
        self.go("event", case_id=self._case_id, kind=going.kind, **about)
