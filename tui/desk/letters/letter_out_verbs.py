"""Handing letters over as a channel takes them, as verbs of the desk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.cases.case import Case
from tui.cases.words import Channel
from tui.desk.later import later
from tui.desk.letters.wish import PLAIN, Wish
from tui.desk.verbs import Verbs

if TYPE_CHECKING:
    from tui.desk.cases.recording import Happening
    from tui.desk.letters import letter_export, letter_files, sending
    from tui.letters.workspaces import Workspace
else:
    letter_export = later("letters.letter_export")
    letter_files = later("letters.letter_files")
    sending = later("letters.sending")


class LetterOutVerbs(Verbs):
    """A letter as a file, as a link, and piece by piece; what came of it."""

    def letter_file(
        self,
        case_id: int,
        kind: str,
        wish: Wish = PLAIN,
        *,
        registered: bool = False,
        enclose: bool | None = False,
    ) -> tuple[str, bytes]:
        """The letter as a file, its name and its bytes; see `letter_export.letter_file`."""
        case = self.case(case_id)
        return letter_export.letter_file(
            self._office, case, kind, wish, registered=registered, enclose=enclose
        )

    def write_letter(
        self, case_id: int, kind: str, wish: Wish = PLAIN, *, registered: bool = False
    ) -> Path:
        """Write the letter as a file of its own into the folder where Upheld was started.

        An e-mail has the files that it names with it.
        """
        enclose = None if kind == "eml" else False
        name, content = self.letter_file(
            case_id, kind, wish, registered=registered, enclose=enclose
        )
        return letter_files.write_new_file(Path.cwd(), name, content)

    def mail_link(self, case_id: int, wish: Wish = PLAIN) -> str:
        """The link that opens a mail program with the letter in it."""
        return letter_export.mail_link(self._office, self.case(case_id), wish)

    def addressee(self, case_id: int, channel: Channel, wish: Wish = PLAIN) -> tuple[str, str]:
        """To whom a letter goes, and where; empty where that is not known."""
        return letter_export.addressee_of(self._office, self.case(case_id), wish, channel)

    def workspace(
        self, case_id: int, channel: Channel, wish: Wish = PLAIN, limit: int = 0
    ) -> Workspace:
        """What to do with a letter on a channel, piece by piece."""
        return sending.workspace_of(self._office, self.case(case_id), channel, wish, limit)

    def record_pasted(self, case_id: int, happening: Happening, text: str, name: str) -> Case:
        """Record an event with a pasted text, which is kept whole as evidence called `name`."""
        return self._done(sending.record_pasted(self._office, case_id, happening, text, name))
