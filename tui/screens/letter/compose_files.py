"""Compose and the files of the case: keeping what was pasted, quoting, leaving out."""

from __future__ import annotations

from textual import on

from tui.cases.words import EventKind, Part
from tui.desk.cases.recording import Happening
from tui.desk.letters.enclosing import relisted
from tui.desk.letters.quotation import quoted
from tui.screens.letter.compose_page import ComposePage
from tui.widgets.field import TextBox


class ComposeFiles(ComposePage):
    """What the files of a case do to the letter that is open. Saved is nothing by it."""

    _pasted = ""  # more than a letter can hold

    @on(TextBox.TooLong)
    def _too_long(self, event: TextBox.TooLong) -> None:
        self._pasted = event.text
        size = self.words.size(len(event.text.encode(errors="replace")))
        self.tell(self.words.t("{size} is too much here. F2 keeps it as evidence.", size=size))

    def action_attach(self) -> None:
        """What was pasted becomes a piece of evidence; else look at what there is."""
        text, self._pasted = self._pasted, ""
        if not text:
            self.go("evidence", case_id=self._case_id)
            return
        happening = Happening(EventKind.EVIDENCE)
        kept = self.attempt(
            lambda: self.desk.record_pasted(self._case_id, happening, text, "pasted")
        )
        if kept is not None:
            self.tell(self.words.t("Kept as enclosure {number}.", number=kept.evidence[-1].number))

    def take_quote(self, quote: str) -> None:
        """Below the problem, as it stands in the field; ctrl+z takes it back."""
        box = self._own.boxes[Part.PROBLEM]
        before = box.text if box.text.strip() else self._written(Part.PROBLEM)
        box.put(quoted(before, quote))
        box.move_cursor(box.document.end)
        self._turn_to(Part.PROBLEM)

    @property
    def left_out(self) -> frozenset[int]:
        """The files that do not go with this letter."""
        return self.desk.left_out(self._case_id, self._made.draft.step, self._template)

    def leave_out(self, number: int, name: str) -> None:
        """Leave a file out of this letter, or take it in again; an own list of them follows."""
        goes = number in self.left_out
        step = self._made.draft.step
        self.desk.leave_out(self._case_id, number, step, self._template, listed=False)
        box = self._own.boxes[Part.ENCLOSURES]
        if self._made.draft.key and box.text.strip():
            box.put(relisted(box.text, number, name, goes))

    def _written(self, part: Part) -> str:
        """What was written from the case for a part, and own words would stand instead of.

        In a first letter most of it stands beside them, so that taken it would be said twice.
        """
        if not self._made.draft.key and part not in (Part.GREETING, Part.CONTACTS):
            return ""
        text = self._made.letter.parts.get(part, "")
        # The last line of the contacts is the date, which the letter always adds itself.
        return text.rpartition("\n")[0] if part is Part.CONTACTS else text
