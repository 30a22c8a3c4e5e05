"""Tags for the marked cases, or for one."""

from __future__ import annotations

from tui.screens.context import Context
from tui.screens.form_page import FormPage
from tui.widgets.form import FieldSpec


class TagsScreen(FormPage):
    """One field: tags to put on, and with `-` before them to take away."""

    def __init__(self, context: Context, case_ids: tuple[int, ...]) -> None:
        super().__init__(context)
        self._case_ids = case_ids

    def fields(self) -> tuple[FieldSpec, ...]:
        t = self.words.t
        known = sorted({tag for number in self._case_ids for tag in self.desk.card(number).tags})
        hint = t("-tag takes one away")
        if known:
            hint = t("-tag takes one away; there are: {tags}", tags=tuple(known))
        return (FieldSpec("tags", t("Tags"), hint=hint),)

    def reload(self) -> None:
        count = len(self._case_ids)
        self.title_is(self.words.n("Tags of {count} case", "Tags of {count} cases", count))

    def save(self, values: dict[str, str]) -> bool:
        self.desk.retag(self._case_ids, values["tags"])
        return True
