"""Copy evidence out: copies to send or to look at, under their own names."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.cases.errors import BadInput
from tui.desk.keeping.folders import completions, expanded
from tui.screens.context import Context
from tui.screens.folder_out import first_folder, keep_folder
from tui.screens.form_page import FormPage
from tui.screens.options import yes_no
from tui.screens.secrets import Secrets
from tui.screens.sheets import sheets
from tui.widgets.form import FieldSpec
from tui.widgets.path_field import PathField


class TakeOutScreen(FormPage):
    """Where to, which, and whether pictures keep what they say of place and camera."""

    CSS_PATH = sheets("forms", "evidence")
    KEYS = ("save", "back")

    def __init__(self, context: Context, case_id: int, number: int) -> None:
        super().__init__(context, case_id)
        self._number = number
        self._secrets = Secrets(self)
        self._written: tuple[Path, ...] = ()

    def body(self) -> ComposeResult:
        yield self.form
        said = self.words.t(
            "JPEG, PNG and WebP go without place, camera and comments; other files as they are."
        )
        yield Static(Content(said), id="about")

    def fields(self) -> tuple[FieldSpec, ...]:
        t = self.words.t
        name = next(p.name for p in self.desk.evidence(self._case_id) if p.number == self._number)
        which = (("", f"{self._number}. {name}"), ("all", t("all")))
        folder = first_folder(self.context)
        return (
            FieldSpec("folder", t("Folder"), folder, hint=t("a new one is made"),
                      complete=completions),
            FieldSpec("which", t("Which"), options=which),
            FieldSpec("hidden", t("With hidden data"), "no", options=yes_no(self.words)),
        )  # fmt: skip

    def reload(self) -> None:
        self.title_is(self.words.t("#{id} Copy evidence out", id=self._case_id))

    def save(self, values: dict[str, str]) -> bool:
        if not values["folder"].strip():
            raise BadInput("Say into which folder.", name="folder")
        folder = expanded(values["folder"].strip())
        numbers = () if values["which"] else (self._number,)
        if not self._secrets.may_go(self.desk.secrets_of(self._case_id, numbers)):
            return False
        with_metadata = values["hidden"] == "yes"
        self._written = self.desk.export_evidence(self._case_id, numbers, folder, with_metadata)
        keep_folder(self.context, folder)
        return True

    @property
    def saved(self) -> str:
        names = ", ".join(path.name for path in self._written)
        folder = str(self._written[0].parent.absolute())
        return self.words.t("{names}: in {folder}", names=names, folder=folder)

    @on(PathField.Offered)
    def _paths_offered(self, event: PathField.Offered) -> None:
        self.tell("  ".join(event.names))
