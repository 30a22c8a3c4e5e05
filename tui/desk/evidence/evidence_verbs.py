"""What a person can do with the evidence of a case, as verbs of the desk."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import IO, TYPE_CHECKING

from tui.cases.case import Case
from tui.cases.sentence import Sentence
from tui.desk.later import later
from tui.desk.letters.wish import Wish
from tui.desk.verbs import Verbs

if TYPE_CHECKING:
    from tui.desk.evidence import evidence, evidence_secrets, extracts
    from tui.desk.evidence.bundle import BundleWish, Gathered
    from tui.desk.evidence.enclosed.picture import Halves
    from tui.desk.evidence.evidence import Piece
    from tui.desk.letters import enclosing, quotation
else:
    enclosing = later("letters.enclosing")
    evidence = later("evidence.evidence")
    evidence_secrets = later("evidence.evidence_secrets")
    extracts = later("evidence.extracts")
    quotation = later("letters.quotation")


class EvidenceVerbs(Verbs):
    """A part of the desk. To add evidence is `record`, to take it back is `undo`.

    Numbers are those of the enclosures. A number that a case has not is NotFound, a file that
    is missing or was changed since it was copied in is StoreError.
    """

    def evidence(self, case_id: int) -> tuple[Piece, ...]:
        """The enclosures of a case by number, those too whose files cannot be read."""
        return evidence.evidence(self._office, self.case(case_id))

    def evidence_file(self, case_id: int, number: int) -> Path:
        """Where the copy lies; its name is its SHA-256."""
        return evidence.evidence_file(self._office, self.case(case_id), number)

    def evidence_text(
        self, case_id: int, number: int, first: int = 1, last: int = 0, most: int = 500
    ) -> tuple[str, ...]:
        """Lines of a text, from 1 and to its end (0), at most so many; see `evidence_text`."""
        case = self.case(case_id)
        return evidence.evidence_text(self._office, case, number, first, last, most)

    def evidence_picture(self, case_id: int, number: int, width: int, height: int) -> Halves:
        """A picture as lines of cells, each with the colours of its upper and lower half."""
        case = self.case(case_id)
        return evidence.evidence_picture(self._office, case, number, width, height)

    def evidence_texts(self, case_id: int) -> tuple[tuple[str, str], ...]:
        """Name and text of each enclosure that is one, as it was written."""
        return evidence.evidence_texts(self._office, self.case(case_id))

    def export_evidence(
        self,
        case_id: int,
        numbers: Collection[int],
        folder: Path,
        with_metadata: bool = False,
    ) -> tuple[Path, ...]:
        """Copies in a folder, pictures without place and camera; no number means all."""
        case = self.case(case_id)
        return evidence.export_evidence(self._office, case, numbers, folder, with_metadata)

    def secrets_of(
        self, case_id: int, numbers: Collection[int] = (), lines: tuple[int, int] | None = None
    ) -> tuple[Sentence, ...]:
        """Where these enclosures, all if none is named, hold what must not leave."""
        return evidence_secrets.secrets_of(self._office, self.case(case_id), numbers, lines)

    def gather_bundle(self, case_id: int, wish: BundleWish) -> Gathered:
        """The case for a regulator, a lawyer or a court, as it stands now; see `bundle.gather`."""
        from tui.desk.evidence.bundle import gather

        return gather(self._office, case_id, wish)

    def write_bundle(self, gathered: Gathered, where: str) -> Path:
        """Write it as a .zip file, or into a folder; where it is. See `bundle_file`."""
        from tui.desk.evidence.bundle_file import write_bundle

        return write_bundle(gathered, where)

    def pack_bundle(self, gathered: Gathered, out: IO[bytes]) -> None:
        """Write it into an open file."""
        from tui.desk.evidence.bundle_archive import pack

        pack(gathered, out)

    def left_out(self, case_id: int, step: str = "", template: str = "") -> frozenset[int]:
        """The files that a letter does not enclose: of the one written next, if none is named."""
        return enclosing.left_out(self._office, self.case(case_id), Wish(step, template))

    def leave_out(
        self, case_id: int, number: int, step: str = "", template: str = "", *, listed: bool = True
    ) -> Case:
        """Leave a file out of a letter, or take it in again; see `enclosing.leave_out`."""
        wish = Wish(step, template)
        return self._done(enclosing.leave_out(self._office, case_id, wish, number, listed=listed))

    def extract(self, case_id: int, number: int, first: int, last: int) -> str:
        """Lines of a text, quoted for a letter in the language of the case."""
        case = self.case(case_id)
        return extracts.extract(self._office, case, number, first, last)

    def quote_in_letter(self, case_id: int, quote: str, step: str = "") -> Case:
        """Put a quotation below the problem in the letter that is written next."""
        return self._done(quotation.quote_in_letter(self._office, case_id, quote, step))
