"""The case as one file for a regulator, a lawyer or a court: whole, or without what is personal."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.cases.errors import BadInput, UpheldError
from tui.desk.evidence.bundle import BundleWish, Gathered
from tui.desk.keeping.folders import completions
from tui.screens.context import Context
from tui.screens.folder_out import first_folder, keep_folder
from tui.screens.form_page import FormPage
from tui.screens.options import languages
from tui.screens.sheets import sheets
from tui.widgets.form import FieldSpec
from tui.widgets.path_field import PathField

_WHOLE, _REDACTED = "whole", "redacted"
_NUMBER = re.compile(r"[0-9]{1,6}")


class BundleScreen(FormPage):
    """Whole or redacted, in which language, where to; then it says where it was written."""

    CSS_PATH = sheets("forms", "evidence")
    KEYS = ("save", "back")

    def __init__(self, context: Context, case_id: int) -> None:
        super().__init__(context, case_id)
        self._is_writing = False

    def body(self) -> ComposeResult:
        yield self.form
        said = self.words.t(
            "One .zip: a PDF with the letter, the chronology, the deadlines with their working and "
            "the promises; beside it the enclosures with their checksums. My own notes stay out. "
            "Redacted, it tells of no person, and of the enclosures only the checksums."
        )
        yield Static(Content(said), id="about")

    def fields(self) -> tuple[FieldSpec, ...]:
        t = self.words.t
        kinds = ((_WHOLE, t("whole")), (_REDACTED, t("redacted")))
        folder = first_folder(self.context)
        language = self.desk.case(self._case_id).language
        return (
            FieldSpec("kind", t("Bundle"), _WHOLE, options=kinds),
            FieldSpec("language", t("Language"), language, options=languages()),
            FieldSpec("where", t("Folder or file"), folder, hint=t("a folder, or a new .zip file"),
                      complete=completions),
            FieldSpec("chosen", t("Enclosures"), hint=t("redacted: those that go along, 1, 3")),
        )  # fmt: skip

    def reload(self) -> None:
        self.title_is(self.words.t("#{id} Bundle", id=self._case_id))

    def save(self, values: dict[str, str]) -> bool:
        """Begin to write; the screen is left when it is done."""
        where = values["where"].strip()
        if not where:
            raise BadInput("Say into which folder.", name="where")
        if not self._is_writing:
            redacted = values["kind"] == _REDACTED
            wish = BundleWish(redacted, _numbers(values["chosen"]), values["language"])
            gathered = self.desk.gather_bundle(self._case_id, wish)
            self._is_writing = True
            self.tell(self.words.t("Writing it…"))
            self.run_worker(self._write(gathered, where))
        return False

    async def _write(self, gathered: Gathered, where: str) -> None:
        """In a thread of its own: a long case with its pictures takes seconds."""
        try:
            path = await asyncio.to_thread(self.desk.write_bundle, gathered, where)
        except UpheldError as error:
            self.tell(error.sentence, wrong=True)
            self.form.focus_field(str(error.sentence.values.get("name", "")))
            return
        finally:
            self._is_writing = False
        keep_folder(self.context, path.parent)
        self.leave()
        self.tell_below(self._said(path, gathered))

    def _said(self, path: Path, gathered: Gathered) -> str:
        secrets = " ".join(map(self.words.say, gathered.secrets))
        if gathered.bundle.redacted:
            said = self.words.t(
                "Written to {file}. Read it all before you hand it on: a name that Upheld does not "
                "know may still stand in a text.",
                file=str(path.absolute()),
            )
        else:
            said = self.words.t("Written to {file}.", file=str(path.absolute()))
        return f"{said} {secrets}".strip()

    @on(PathField.Offered)
    def _paths_offered(self, event: PathField.Offered) -> None:
        self.tell("  ".join(event.names))


def _numbers(typed: str) -> tuple[int, ...]:
    """The numbers of enclosures: “1, 3”. Raises BadInput."""
    words = re.split(r"[\s,;]+", typed.strip()) if typed.strip() else []
    for word in words:
        if not _NUMBER.fullmatch(word):
            raise BadInput("“{value}” is no number of an enclosure. Write 1, 3.", value=word,
                           name="chosen")  # fmt: skip
    return tuple(map(int, words))
