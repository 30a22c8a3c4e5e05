"""Several cases taken out at once: what of them, and where to; which they are stands below."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.app import ComposeResult

from tui.cases.errors import BadInput, UpheldError
from tui.desk.evidence.bundle import BundleWish
from tui.desk.keeping.folders import completions
from tui.screens.board.linked_lines import stands
from tui.screens.context import Context
from tui.screens.folder_out import first_folder, keep_folder
from tui.screens.form_page import FormPage
from tui.widgets.form import FieldSpec
from tui.widgets.path_field import PathField
from tui.widgets.rows import Row, Rows, heading
from tui.widgets.spans import Span, Tone

_BUNDLES, _REDACTED, _JSON, _CSV = "bundles", "redacted", ".json", ".csv"


class ExportScreen(FormPage):
    """A bundle each, or one JSON or CSV file; then it says what was written."""

    KEYS = ("save", "back")

    def __init__(self, context: Context, case_ids: tuple[int, ...]) -> None:
        super().__init__(context)
        self._case_ids = case_ids
        self._is_writing = False

    def body(self) -> ComposeResult:
        yield self.form
        yield Rows(id="rows")

    def fields(self) -> tuple[FieldSpec, ...]:
        t = self.words.t
        kinds = (
            (_BUNDLES, t("a bundle each")),
            (_REDACTED, t("a redacted bundle each")),
            (_JSON, t("one JSON file, to take in again")),
            (_CSV, t("one CSV table")),
        )
        folder = first_folder(self.context)
        return (
            FieldSpec("kind", t("As"), _BUNDLES, options=kinds),
            FieldSpec("where", t("Folder or file"), folder, complete=completions,
                      hint=t("a folder, or for one file its new name")),
        )  # fmt: skip

    def reload(self) -> None:
        count = len(self._case_ids)
        self.title_is(self.words.n("Take out {count} case", "Take out {count} cases", count))
        cards = map(self.desk.card, self._case_ids)
        rows = (
            Row((
                (
                    Span(f" #{card.id} {card.company}", Tone.STRONG),
                    Span(f"  {card.subject} ({stands(self.words, card)})"),
                ),
            ))
            for card in cards
        )  # fmt: skip
        said = self.words.t("These go out. Tab and the arrows move through them.")
        self.query_one(Rows).show((heading(f" {said}"), *rows))

    def save(self, values: dict[str, str]) -> bool:
        """Begin to write; the screen is left when it is done."""
        where = values["where"].strip()
        if not where:
            raise BadInput("Say into which folder.", name="where")
        if not self._is_writing:
            write = self._writer(values["kind"], where)
            self._is_writing = True
            self.tell(self.words.t("Writing it…"))
            self.run_worker(self._write(write, values["kind"]))
        return False

    def _writer(self, kind: str, where: str) -> Callable[[], tuple[Path, ...]]:
        """What is read from the book is read now; only writing may take its time."""
        if kind in (_JSON, _CSV):
            content = self.desk.cases_as(self._case_ids, kind)
            return lambda: (self.desk.write_cases(content, where, kind),)
        wish = BundleWish(redacted=kind == _REDACTED)
        gathered = self.desk.gather_bundles(self._case_ids, wish)
        return lambda: self.desk.write_bundles(gathered, where)

    async def _write(self, write: Callable[[], tuple[Path, ...]], kind: str) -> None:
        """In a thread of its own: long cases with their pictures take seconds."""
        try:
            paths = await asyncio.to_thread(write)
        except UpheldError as error:
            self.tell(error.sentence, wrong=True)
            self.form.focus_field(str(error.sentence.values.get("name", "")))
            return
        finally:
            self._is_writing = False
        keep_folder(self.context, paths[0].parent)
        self.leave()
        self.tell_below(self._said(paths, kind))

    def _said(self, paths: tuple[Path, ...], kind: str) -> str:
        if kind in (_JSON, _CSV):
            return self.words.t("Written to {file}.", file=str(paths[0].absolute()))
        said = self.words.n("{count} bundle written to {folder}.",
                            "{count} bundles written to {folder}.",
                            len(paths), folder=str(paths[0].parent.absolute()))  # fmt: skip
        if kind != _REDACTED:
            return said
        return self.words.t("{said} Read each before you hand it on.", said=said)

    @on(PathField.Offered)
    def _paths_offered(self, event: PathField.Offered) -> None:
        self.tell("  ".join(event.names))
