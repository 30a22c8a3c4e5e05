"""What Send shows: what to mind, the pieces of a letter, what to keep afterwards."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Container

from tui.advice.checks.checks import Finding, Severity
from tui.cases.words import Channel
from tui.desk.letters.composing import Composition
from tui.desk.letters.wish import Wish
from tui.letters.workspaces import Piece, Workspace
from tui.screens.context import Context
from tui.screens.letter.override import Override
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.widgets.bars import KeyBar
from tui.widgets.paper import Paper
from tui.widgets.rows import Row, Rows
from tui.widgets.spans import Line, Span, Tone, wrapped

_LABEL = 16  # cells


class SendPage(Page):
    """A letter on its way out on one channel, and what is wrong in what goes out."""

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

    @property
    def _wish(self) -> Wish:
        return Wish(self._step, self._template, language=self._language)

    def _spaced(self) -> Workspace:
        return self.desk.workspace(self._case_id, self._channel, self._wish, self._limit)

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
            (Span(self._to(), Tone.DIM),),
        )
        self._show_rows()
        self._show_piece(self.query_one(Rows).key)
        self.query_one("#keys", KeyBar).show(self.words, self.commands)

    def _to(self) -> str:
        """Whom it goes to, who need not be the company; of what is for everybody, the company."""
        name, _ = self.desk.addressee(self._case_id, self._channel, self._wish)
        return clean_line(name or self._made.case.company)

    def _show_rows(self) -> None:
        width = self.query_one(Rows).room
        missing = (self._space.missing,) if self._space.missing else ()
        above = [*self._wrong(), *map(self.words.say, (*missing, *self._space.before))]
        rows = [_said(text, width, self._errors and n < 1) for n, text in enumerate(above)]
        labels = [self.words.say(piece.label) for piece in self._space.pieces]
        room = max(_LABEL, *(len(label) + 3 for label in labels)) if labels else _LABEL
        rows += [self._row(n, piece, room, width) for n, piece in enumerate(self._space.pieces)]
        rows += [_said(self.words.say(text), width) for text in self._space.after]
        self.query_one(Rows).show(tuple(rows))

    @property
    def _errors(self) -> list[str]:
        """The ids of the errors that are left in what goes out."""
        return [finding.id for finding in self._wrong_in_it]

    @property
    def _wrong_in_it(self) -> list[Finding]:
        """The errors: in public, of the message that everybody reads, and not of the letter.

        A letter that is for everybody goes out itself, and has the findings of its parts.
        """
        found: Iterable[Finding] = self._made.findings
        if self._channel is Channel.SOCIAL and not self._made.is_public:
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

    def _row(self, number: int, piece: Piece, room: int, width: int) -> Row:
        """How it begins; of a list each line. `room`: cells for the label."""
        mark = "+" if number in self._copied else " "
        label = f"{mark} {self.words.say(piece.label)}"
        told = piece.text.split("\n") if piece.is_list else [piece.text.split("\n", 1)[0]]
        lines: list[Line] = [
            (
                Span(f"{'' if place else label:<{room}}", Tone.STRONG),
                Span(clean_line(text[: max(0, width)]), Tone.DIM),  # more is not seen
            )
            for place, text in enumerate(told)
        ]
        return Row(tuple(lines), str(number))

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


def _said(text: str, width: int, wrong: object = False) -> Row:
    """Something to mind. It cannot be chosen."""
    tone = Tone.LATE if wrong else Tone.TODAY
    lines = wrapped(text, width, tone, indent="  ")
    return Row(((Span("* ", tone), Span(lines[0][0].text[2:], tone)), *lines[1:]))
