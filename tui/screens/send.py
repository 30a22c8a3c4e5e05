"""A letter on its way out: piece by piece, as its channel takes it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from tui.advice.checks import Finding, Severity
from tui.cases.sentence import Sentence
from tui.cases.words import Channel, EventKind
from tui.commands import Command
from tui.desk.composing import Composition, Wish
from tui.desk.letter_files import write_new_file
from tui.letters.workspaces import Piece, Workspace
from tui.screens.compose_page import ComposePage
from tui.screens.context import Context
from tui.screens.override import Override
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.widgets.bars import KeyBar
from tui.widgets.paper import Paper
from tui.widgets.rows import Row, Rows
from tui.widgets.spans import Line, Span, Tone, wrapped

_STEP = 100  # characters, by which pieces are made longer or shorter
_FORMATS = {Channel.EMAIL: "eml", Channel.LETTER: "pdf", Channel.IN_PERSON: "pdf"}
_LABEL = 16  # cells


class SendScreen(Page):
    """What to mind, the pieces in a list and whole; what to keep afterwards.

    Where the checks found errors nothing goes out until they are mended, or a reason is given.
    """

    KEYS: ClassVar[tuple[str, ...]] = (
        "copy", "write_file", "sent", "mail_link", "transcript", "letter_language", "override",
        "compose", "longer", "shorter", "back",
    )  # fmt: skip
    AUTO_FOCUS = "#rows"

    def __init__(
        self,
        context: Context,
        case_id: int,
        channel: str,
        step: str = "",
        template: str = "",
        language: str = "",
    ) -> None:
        super().__init__(context, case_id)
        self._channel = Channel(channel)
        self._step, self._template, self._language = step, template, language
        self._limit = 0
        self._override = Override()
        self._copied: set[int] = set()
        self._made = self._composed()
        self._space = self._spaced()

    def _composed(self) -> Composition:
        return self.desk.compose(
            self._case_id,
            self._step,
            language=self._language,
            channel=self._channel,
            template=self._template,
        )

    def _spaced(self) -> Workspace:
        wish = Wish(self._step, self._template, language=self._language)
        return self.desk.workspace(self._case_id, self._channel, wish, self._limit)

    def body(self) -> ComposeResult:
        with Container(id="panes"):
            yield Rows(id="rows")
            yield Paper(id="paper")

    def reload(self) -> None:
        self._made = self._composed()
        self._step, self._language = self._made.draft.step, self._made.letter.language
        self._space = self._spaced()
        self._limit = self._space.limit
        channel = self.words.term(self._channel)
        self.title_is(
            self.words.t("#{id} Send: {channel}", id=self._case_id, channel=channel),
            (Span(self._made.case.company, Tone.DIM),),
        )
        self._show_rows()
        self._show_piece(self.query_one(Rows).key)
        self.query_one("#keys", KeyBar).show(self.words, self.commands)

    def _show_rows(self) -> None:
        width = max(20, self.query_one(Rows).room or self.size.width - 2)
        above = [*self._wrong(), *map(self.words.say, self._space.before)]
        rows = [_said(text, width, self._errors and n < 1) for n, text in enumerate(above)]
        rows += [self._row(n, piece, width) for n, piece in enumerate(self._space.pieces)]
        rows += [_said(self.words.say(text), width) for text in self._space.after]
        self.query_one(Rows).show(tuple(rows))

    @property
    def _errors(self) -> list[str]:
        """The ids of the errors that are left in what goes out."""
        return [finding.id for finding in self._wrong_in_it]

    @property
    def _wrong_in_it(self) -> list[Finding]:
        """The errors: in public, of the message that everybody reads, and not of the letter."""
        found: Iterable[Finding] = self._made.findings
        if self._channel is Channel.SOCIAL:
            text = "\n".join(piece.text for piece in self._space.pieces)
            found = self.desk.check_text(text, self._channel, self._made.case.problem)
        return [finding for finding in found if finding.severity is Severity.ERROR]

    def _wrong(self) -> list[str]:
        errors = self._errors
        if not errors:
            return []
        if why := self._override.of(errors):
            return [self.words.t("It goes out with errors: {why}", why=why)]
        ids = ", ".join(dict.fromkeys(errors))
        return [
            self.words.n(
                "{count} error ({ids}): c to mend it, ! sends it all the same.",
                "{count} errors ({ids}): c to mend them, ! sends it all the same.",
                len(errors),
                ids=ids,
            )
        ]

    def _row(self, number: int, piece: Piece, width: int) -> Row:
        mark = "+" if number in self._copied else " "
        label = f"{mark} {self.words.say(piece.label)}"
        first = clean_line(piece.text.split("\n", 1)[0])
        line: Line = (
            Span(f"{label:<{_LABEL}}", Tone.STRONG),
            Span(first[: max(0, width - _LABEL)], Tone.DIM),
        )
        return Row((line,), str(number))

    def _show_piece(self, key: str) -> None:
        """All of them below, the one under the cursor standing out."""
        blocks = [self._block(piece) for piece in self._space.pieces]
        paper = self.query_one(Paper)
        paper.show("\n\n".join(blocks))
        paper.point_at(blocks[int(key)] if key else "")

    def _block(self, piece: Piece) -> str:
        return f"{self.words.say(piece.label).upper()}\n{piece.text}"

    @on(Rows.Highlighted)
    def _other_piece(self, event: Rows.Highlighted) -> None:
        self._show_piece(event.key)

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._show_rows()

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
        self.tell(self.words.t("Copied: {what}. If nothing arrives: o, to a file.", what=label))

    def action_write_file(self) -> None:
        """As the channel takes it: a mail, a page to print, or plain text."""
        if not self._may_go_out():
            return
        written = self.attempt(self._write)
        if written is not None:
            self.tell(self.words.t("Written to {path}", path=str(written)))

    def _write(self) -> Path:
        """In public the message alone: the letter says who I am."""
        if self._channel is Channel.SOCIAL:
            text = "\n\n".join(piece.text for piece in self._space.pieces)
            return write_new_file(Path.cwd(), f"upheld-{self._case_id}-{self._channel}.txt", text)
        return self.desk.write_letter(
            self._case_id,
            _FORMATS.get(self._channel, "text"),
            self._step,
            self._language,
            registered=self._channel is Channel.LETTER,
            template=self._template,
        )

    def action_mail_link(self) -> None:
        if not self._may_go_out():
            return
        about = (self._case_id, self._step, self._language, self._template)
        link = self.attempt(lambda: self.desk.mail_link(*about))
        if link is not None:
            self.app.copy_to_clipboard(link)
            self.tell(self.words.t("The mailto: link is in the terminal's clipboard."))

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
        climbs = self.desk.is_climb(self._case_id, self._step)
        by_letter = self._made.answer_by if self._made.sets_date else None
        return {
            "kind": EventKind.ESCALATED if climbs else EventKind.SENT,
            "step": self._step,
            "channel": self._channel.value,
            "due": str(by_letter or ""),
            "override": self._override.of(self._errors),
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
        only = {
            "mail_link": (Channel.EMAIL,),
            "transcript": (Channel.CHAT,),
            "longer": (Channel.CHAT, Channel.SOCIAL),
            "shorter": (Channel.CHAT, Channel.SOCIAL),
        }
        if action == "override":
            return bool(self._errors)
        return self._channel in only.get(action, (self._channel,))


def _said(text: str | Sentence, width: int, wrong: object = False) -> Row:
    """Something to mind. It cannot be chosen."""
    tone = Tone.LATE if wrong else Tone.TODAY
    return Row(tuple(wrapped(f"* {text}", width, tone)))
