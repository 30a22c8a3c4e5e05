"""A letter on its way out: piece by piece, as its channel takes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from textual import on

from tui.cases.words import Channel
from tui.commands import Command
from tui.desk.letters.letter_files import write_new_file
from tui.screens.letter.compose_page import ComposePage
from tui.screens.letter.override import Override
from tui.screens.letter.send_page import SendPage
from tui.screens.sheets import sheets
from tui.widgets.rows import Rows

_STEP = 100  # characters, by which pieces are made longer or shorter
_FORMATS = {Channel.EMAIL: "eml", Channel.LETTER: "pdf", Channel.IN_PERSON: "pdf"}
_IN_PIECES = (Channel.CHAT, Channel.SOCIAL)
# Keys that mean something on some channels only.
_ONLY = {
    "mail_link": (Channel.EMAIL,),
    "post": (Channel.EMAIL,),
    "transcript": (Channel.CHAT,),
    "longer": _IN_PIECES,
    "shorter": _IN_PIECES,
}


class SendScreen(SendPage):
    """Copying, writing to a file, recording that it was sent.

    Where the checks found errors nothing goes out until they are mended, or a reason is given.
    """

    CSS_PATH = sheets("compose")
    KEYS: ClassVar[tuple[str, ...]] = (
        "copy", "post", "write_file", "sent", "mail_link", "transcript", "letter_language",
        "override", "compose", "longer", "shorter", "back",
    )  # fmt: skip

    @on(Rows.Chosen)
    def action_copy(self) -> None:
        """Copy the piece under the cursor, and go on to the next one."""
        key = self.query_one(Rows).key
        if not key or not self._may_go_out():
            return
        number = int(key)
        self.app.copy_to_clipboard(self._space.pieces[number].text)
        self._copied.add(number)
        self._show_rows()
        self.query_one(Rows).select(str(number + 1))
        label = self.words.say(self._space.pieces[number].label)
        key = self.key("write_file")
        self.tell(
            self.words.t(
                "Copied: {what}. If nothing arrives: {key}, to a file.", what=label, key=key
            )
        )

    def action_write_file(self) -> None:
        """As the channel takes it: a mail, a page to print, or plain text."""
        if not self._may_go_out():
            return
        written = self.attempt(self._write)
        if written is not None:
            missing = self._space.missing
            said = self.words.t("Written to {path}", path=str(written))
            self.tell(f"{said}. {self.words.say(missing)}" if missing else said)

    def _write(self) -> Path:
        """In public the message alone: the letter says who I am."""
        if self._channel is Channel.SOCIAL:
            text = "\n\n".join(piece.text for piece in self._space.pieces)
            return write_new_file(Path.cwd(), f"upheld-{self._case_id}-{self._channel}.txt", text)
        kind, is_post = _FORMATS.get(self._channel, "text"), self._channel is Channel.LETTER
        return self.desk.write_letter(self._case_id, kind, self._wish, registered=is_post)

    def action_mail_link(self) -> None:
        if not self._may_go_out():
            return
        link = self.attempt(lambda: self.desk.mail_link(self._case_id, self._wish))
        if link is not None:
            self.app.copy_to_clipboard(link)
            self.tell(self.words.t("The mailto: link is in the terminal's clipboard."))

    def action_post(self) -> None:
        """On to the mail as it will go out, from where it is sent."""
        if self._may_go_out():
            about = {"step": self._step, "template": self._template, "language": self._language}
            override = self._override.of(self._errors)
            self.go("post", case_id=self._case_id, override=override, **about)

    def action_sent(self) -> None:
        """Record that it went out; a chat with its conversation."""
        if not self._may_go_out():
            return
        name = "transcript" if self._channel is Channel.CHAT else "event"
        self.go(name, case_id=self._case_id, **self._about())

    def action_transcript(self) -> None:
        if self._may_go_out():
            self.go("transcript", case_id=self._case_id, **self._about())

    def _about(self) -> dict[str, Any]:
        going = self.desk.going(self._case_id, self._made.draft)
        by_letter = self._made.answer_by if self._made.sets_date else None
        return {
            "kind": going.kind,
            "step": going.step,
            "answer": going.answer,
            "party": going.party,
            "channel": self._channel.value,
            "due": str(by_letter or ""),
            "override": self._override.of(self._errors),
            "letter": self._made.letter.text(),
        }

    def _may_go_out(self) -> bool:
        errors = self._errors
        if errors and not self._override.of(errors):
            self.tell(self._wrong()[0], wrong=True)
            return False
        return True

    def action_compose(self) -> None:
        """Back to the words; to those of a letter that came by itself, as after a call."""
        is_below = isinstance(self.app.screen_stack[-2], ComposePage)
        self.close()
        if not is_below:
            about = {"step": self._step, "template": self._template}
            self.go("compose", case_id=self._case_id, channel=self._channel.value, **about)

    def action_override(self) -> None:
        said = tuple(finding.message for finding in self._wrong_in_it)
        if said:
            self.go("override", case_id=self._case_id, errors=said, given=self._overridden)

    def _overridden(self, reason: str) -> None:
        self._override = Override(reason, frozenset(self._errors))
        self._show_rows()

    def action_letter_language(self) -> None:
        self._language = "en" if self._language == "ru" else "ru"
        self._copied.clear()
        self._look()

    def action_longer(self) -> None:
        self._cut_anew(_STEP)

    def action_shorter(self) -> None:
        self._cut_anew(-_STEP)

    def _cut_anew(self, by: int) -> None:
        if self._limit:
            self._limit = max(1, self._limit + by)  # 0 would be the usual length
            self._copied.clear()
            self._look()
            said = self.words.n("{count} character", "{count} characters", self._limit)
            self.tell(self.words.t("Pieces of at most {size}", size=said))

    @property
    def commands(self) -> tuple[Command, ...]:
        return tuple(c for c in super().commands if self.check_action(c.id, ()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A channel has the keys that mean something there."""
        if action == "override":
            return bool(self._errors)
        return self._channel in _ONLY.get(action, (self._channel,))
