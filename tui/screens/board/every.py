"""Reminding them regularly until they answer: in the marked cases, or in one."""

from __future__ import annotations

from tui.cases.snooze import WEEKDAYS, every_said
from tui.desk.cases.put_off_words import chase_said
from tui.screens.context import Context
from tui.screens.form_page import FormPage
from tui.screens.options import Options
from tui.widgets.form import FieldSpec

_LENGTHS = ("1w", "2w", "1wd", "3wd")


class EveryScreen(FormPage):
    """A weekday, or how long after I last wrote. Each reminder is reviewed before it goes out."""

    def __init__(self, context: Context, case_ids: tuple[int, ...]) -> None:
        super().__init__(context, case_ids[0])
        self._case_ids = case_ids

    def fields(self) -> tuple[FieldSpec, ...]:
        t, chase = self.words.t, self.desk.card(self._case_ids[0]).chase
        now = chase.every if chase and len(self._case_ids) == 1 else WEEKDAYS[0]
        is_usual = now in (*WEEKDAYS, *_LENGTHS)
        return (
            FieldSpec("usual", t("Remind them"), now if is_usual else "", options=self._usual()),
            FieldSpec(
                "every", t("Or every"), "" if is_usual else now, t("3wd, 5d, 2w"), instead=True
            ),
        )

    def _usual(self) -> Options:
        known = ((every, self.words.say(every_said(every))) for every in (*WEEKDAYS, *_LENGTHS))
        return (*known, ("", self.words.t("not regularly")))

    def reload(self) -> None:
        count = len(self._case_ids)
        self.title_is(
            self.words.n("Reminders in {count} case", "Reminders in {count} cases", count)
        )

    def save(self, values: dict[str, str]) -> bool:
        self.desk.chase_every(self._case_ids, values["every"].strip() or values["usual"] or "off")
        return True

    @property
    def saved(self) -> str:
        """When the next one is due."""
        chase = self.desk.card(self._case_ids[0]).chase
        if chase is None:
            return self.words.t("No regular reminders.")
        said = chase_said(self.words, chase)
        return self.words.t("Reminders {what}. An answer of theirs ends them.", what=said)
