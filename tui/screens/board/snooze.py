"""Putting cases off: the marked ones, or one."""

from __future__ import annotations

from datetime import date

from tui.cases.words import Stage
from tui.screens.context import Context
from tui.screens.form_page import FormPage
from tui.screens.options import Options, yes_no
from tui.widgets.form import FieldSpec
from tui.wording.working_steps import period_in_words


class SnoozeScreen(FormPage):
    """For a usual length, until a day that is typed, until they answer, or what comes first."""

    def __init__(self, context: Context, case_ids: tuple[int, ...]) -> None:
        super().__init__(context, case_ids[0])
        self._case_ids = case_ids

    def fields(self) -> tuple[FieldSpec, ...]:
        t, card = self.words.t, self.desk.card(self._case_ids[0])
        snooze = card.snooze if len(self._case_ids) == 1 else None
        until = str(snooze.until or "") if snooze else ""
        by_reply = snooze.reply if snooze else card.stage is not Stage.DRAFT
        lengths = self._lengths()
        length = "" if snooze else lengths[0][0]
        return (
            FieldSpec("length", t("For"), length, options=lengths),
            FieldSpec(
                "until",
                t("Or until"),
                until,
                t("fri, 30.11.2026, +3wd; it goes first"),
                instead=True,
            ),
            FieldSpec(
                "reply",
                t("Or they answer"),
                "yes" if by_reply else "no",
                options=yes_no(self.words),
            ),
        )

    def _lengths(self) -> Options:
        """Each with the day on which it ends; at last none, where an answer alone ends it."""
        ends = self.desk.snooze_ends(self._case_ids[0])
        today = self.desk.day()
        known = ((length, self._ending(length, end, today)) for length, end in ends)
        return (*known, ("", self.words.t("no day")))

    def _ending(self, length: str, end: date, today: date) -> str:
        return f"{period_in_words(self.words, length)}: {self.words.short_day(end, today)}"

    def reload(self) -> None:
        count = len(self._case_ids)
        self.title_is(self.words.n("Snooze {count} case", "Snooze {count} cases", count))

    def save(self, values: dict[str, str]) -> bool:
        until = values["until"].strip() or values["length"]
        self.desk.snooze(self._case_ids, until, reply=values["reply"] == "yes")
        return True

    @property
    def saved(self) -> str:
        """Until when, and what of mine comes back before that."""
        back = filter(None, map(self.desk.held_back, self._case_ids))
        count, key = len(self._case_ids), self.key("wake")
        said = self.words.n(
            "Snoozed. {key} wakes it.", "Snoozed. {key} wakes them.", count, key=key
        )
        return " ".join((said, *map(self.words.say, back)))
