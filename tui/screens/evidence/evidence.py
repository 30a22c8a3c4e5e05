"""The evidence of a case: what was copied in, and what is in it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from tui.cases.errors import UpheldError
from tui.cases.words import EventKind
from tui.desk.cases.recording import Happening
from tui.desk.evidence.enclosed.kind import PieceKind
from tui.desk.evidence.enclosed.picture import halves
from tui.desk.evidence.evidence import Piece
from tui.screens.context import Context
from tui.screens.evidence.pieces import about_piece, known_of, piece_row
from tui.screens.letter.open_letter import open_letter
from tui.screens.page import Page
from tui.screens.sheets import sheets
from tui.widgets.numbered import Numbered
from tui.widgets.paper import Paper
from tui.widgets.picture import Picture
from tui.widgets.rows import BLANK, Rows, heading
from tui.widgets.spans import Span, Tone

_VIEWS = {PieceKind.TEXT: "text", PieceKind.PICTURE: "picture"}


class EvidenceScreen(Page):
    """The pieces, and the one under the cursor: its lines, the picture, or what is known of it."""

    CSS_PATH = sheets("evidence")
    KEYS: ClassVar[tuple[str, ...]] = (
        "add_files", "leave_out", "extract", "take_out", "open", "compose", "back",
    )  # fmt: skip
    AUTO_FOCUS = "#rows"

    def __init__(self, context: Context, case_id: int) -> None:
        super().__init__(context, case_id)
        self._pieces: dict[str, Piece] = {}
        self._shown: Piece | None = None
        self._out: frozenset[int] = frozenset()  # of the letter that is open, or is written next

    def body(self) -> ComposeResult:
        with Container(id="panes"):
            yield Rows(id="rows")
            yield Numbered(id="text")
            yield Picture(id="picture")
            yield Paper(id="about")

    def reload(self) -> None:
        pieces = self.desk.evidence(self._case_id)
        self._pieces = {str(piece.number): piece for piece in pieces}
        letter = open_letter(self)
        self._out = letter.left_out if letter else self.desk.left_out(self._case_id)
        size = self.words.size(sum(piece.size for piece in pieces)) if pieces else ""
        self.title_is(self.words.t("#{id} Evidence", id=self._case_id), (Span(size, Tone.DIM),))
        self._show_rows()
        self._show(self._pieces.get(self.query_one(Rows).key))

    def _show_rows(self) -> None:
        empty = heading(
            " " + self.words.t("No evidence yet. {key}: choose a file.", key=self.key("add_files"))
        )
        rows = self.query_one(Rows)
        width = rows.room - 1
        pieces = self._pieces.values()
        rows.show(tuple(piece_row(p, self._about(p), width) for p in pieces) or (BLANK, empty))

    def _about(self, piece: Piece) -> str:
        return about_piece(self.words, piece, self.desk.day(), left_out=piece.number in self._out)

    @on(Rows.Highlighted)
    def _other_piece(self, event: Rows.Highlighted) -> None:
        self._show(self._pieces.get(event.key))

    @on(Rows.Rewidened)
    def _draw_anew(self) -> None:
        self._show_rows()

    def _show(self, piece: Piece | None) -> None:
        """The piece in the view of its kind, where it is not there already."""
        if piece == self._shown and piece is not None:
            return
        self._shown = piece
        name = _VIEWS.get(piece.kind, "about") if piece else "about"
        for view in ("text", "picture", "about"):
            self.query_one(f"#{view}").display = view == name
        if piece is None:
            self.query_one(Paper).show("")
        elif name == "text":
            self.query_one(Numbered).show(piece.lines, self._lines)
        elif name == "picture":
            self._draw()
        else:
            known = known_of(self.words, piece, self._about(piece), self.key("take_out"))
            self.query_one(Paper).show(known)

    def _lines(self, first: int, last: int) -> tuple[str, ...]:
        """Lines of the text that is shown; none where its file went away meanwhile."""
        number = self._shown.number if self._shown else 0
        try:
            return self.desk.evidence_text(self._case_id, number, first, last)
        except UpheldError:
            return ()

    @on(Picture.Resized)
    def _draw(self) -> None:
        picture, piece = self.query_one(Picture), self._shown
        picture.show(())
        if piece is None or piece.kind is not PieceKind.PICTURE or not all(picture.room):
            return
        path = self.attempt(lambda: self.desk.evidence_file(self._case_id, piece.number))
        if path is not None:
            self.run_worker(self._paint(path, piece.name), exclusive=True)

    async def _paint(self, path: Path, name: str) -> None:
        """In a thread of its own: a large picture takes a second."""
        picture = self.query_one(Picture)
        try:
            picture.show(await asyncio.to_thread(halves, path, name, *picture.room))
        except UpheldError as error:
            self.tell(error.sentence, wrong=True)

    @on(Rows.Chosen)
    def _into_view(self) -> None:
        """Enter goes into what is shown, Esc back to the list."""
        self._view.focus()

    @property
    def _view(self) -> Widget:
        return next(view for view in self.query("#text, #picture, #about") if view.display)

    def action_back(self) -> None:
        rows = self.query_one(Rows)
        if rows.has_focus:
            self.close()
        else:
            rows.focus()

    def action_add_files(self) -> None:
        self.go("pick_file", choose=self._add)

    def _add(self, files: tuple[Path, ...]) -> None:
        case = self.desk.record(self._case_id, Happening(EventKind.EVIDENCE, {}, files))
        new = len(case.evidence) - len(self._pieces)
        self._look()
        self.query_one(Rows).select(str(case.evidence[-1].number))
        added = self.words.n("{count} file copied in.", "{count} files copied in.", new)
        again = self.words.t("What was here already is not taken twice.")
        self.tell_below(f"{added} {again}" if new < len(files) else added)

    def action_leave_out(self) -> None:
        """Out of the letter that this screen was opened from, else of the one written next."""
        piece = self._shown
        if piece is None:
            self.tell(
                self.words.t("No evidence yet. {key}: choose a file.", key=self.key("add_files"))
            )
            return
        letter, goes = open_letter(self), piece.number in self._out
        if letter:
            letter.leave_out(piece.number, piece.name)
        else:
            self.desk.leave_out(self._case_id, piece.number)
        self._look()
        self.tell(
            self.words.t("It goes with the letter again: {name}", name=piece.name)
            if goes
            else self.words.t("It does not go with the letter: {name}", name=piece.name)
        )

    def action_extract(self) -> None:
        piece = self._shown
        if piece is None or piece.kind is not PieceKind.TEXT or not piece.lines:
            self.tell(self.words.t("Only a text has lines to quote."))
            return
        first, last = self.query_one(Numbered).seen
        about = {"number": piece.number, "lines": f"{first}-{last}"}
        self.go("extract", case_id=self._case_id, **about)

    def action_take_out(self) -> None:
        if self._shown is None:
            self.tell(
                self.words.t("No evidence yet. {key}: choose a file.", key=self.key("add_files"))
            )
        else:
            self.go("take_out", case_id=self._case_id, number=self._shown.number)
