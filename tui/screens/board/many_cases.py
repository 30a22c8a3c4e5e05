"""What can be done to the case under the cursor, and to the marked ones where there are any."""

from __future__ import annotations

from tui.screens.page import Page


class ManyCases(Page):
    """A screen with cases that can be put off and chased."""

    @property
    def seen_marks(self) -> tuple[int, ...]:
        """The marked cases, where cases can be marked."""
        return ()

    @property
    def chosen(self) -> tuple[int, ...]:
        """The cases that are meant: the marked ones, else that of the screen or the cursor."""
        return self.seen_marks or ((self.case_id,) if self.case_id else ())

    def action_snooze(self) -> None:
        self._go_with_chosen("snooze")

    def action_wake(self) -> None:
        put_off = [number for number in self.chosen if self.desk.card(number).snooze]
        if not self.chosen:
            self.go_with_case("")  # says that there is none
        elif not put_off and self.seen_marks:
            self.tell(self.words.t("None of the marked cases is snoozed."))
        elif not put_off:
            self.tell(self.words.t("It is not snoozed."))
        elif self.attempt(lambda: self.desk.wake(put_off)):
            self.tell(self.words.n("{count} case woke.", "{count} cases woke.", len(put_off)))

    def action_every(self) -> None:
        self._go_with_chosen("every")

    def action_chase(self) -> None:
        self.go("chase", case_ids=self.seen_marks)

    def _go_with_chosen(self, name: str) -> None:
        if self.chosen:
            self.go(name, case_ids=self.chosen)
        else:
            self.go_with_case(name)  # says that there is none
