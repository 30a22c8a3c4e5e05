"""One reply: what they wrote, whose it may be, what it offers; and what is done with it."""

from __future__ import annotations

from typing import ClassVar

from tui.desk.mail.inbox import MailView
from tui.screens.context import Context
from tui.screens.mail.inbox import put_aside
from tui.screens.mail.mail_lines import mail_lines
from tui.screens.mail.offered import DIGITS, OfferedPage


class MailScreen(OfferedPage):
    """The new part, then what it offers under digits; the rest is folded."""

    KEYS: ClassVar[tuple[str, ...]] = (
        "attach_mail", "record", "receipt_of_mail", "unfold", "mail_files", "ignore_mail",
        "case_of_mail", "whole_mail", "back", *DIGITS,
    )  # fmt: skip

    def __init__(self, context: Context, number: int) -> None:
        super().__init__(context)
        self._number = number
        self._view: MailView | None = None
        self._is_unfolded = False

    @property
    def case_id(self) -> int:
        return self._view.card.id if self._view and self._view.card else 0

    def reload(self) -> None:
        self._view = self.desk.mail(self._number)
        self.offers = self._view.offers
        self.show_again()

    def show_again(self) -> None:
        view = self._view
        if view is None:
            return
        lines = mail_lines(self.words, view, self.taken, self.key("unfold"), self._is_unfolded)
        self.show_text(self.words.t("Mail {id}", id=self._number), "\n".join(lines))

    def action_unfold(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self.show_again()

    def action_attach_mail(self) -> None:
        """Put it to a case, or move it to another one."""
        self.go("attach", number=self._number)

    def action_record(self) -> None:
        """Say what it was; what was taken of the facts stands in the form."""
        if not (self._view and self._view.is_attached):
            self.tell(self.words.t("Put it to a case first: {key}.", key=self.key("attach_mail")))
            return
        kept = self._view.kept
        case = self.desk.case(kept.case)
        self.record(case.id, next(e for e in case.timeline if e.id == kept.event))

    def action_receipt_of_mail(self) -> None:
        """Only a receipt; a number of theirs that was taken is recorded with it."""
        number = self.told().get("reference", "")
        if not self.attempt(lambda: self.desk.receipt_of_mail(self._number, number)):
            return
        said = self.words.t("A receipt: it stops no clock.")
        named = self.words.t("Their number: {number}.", number=number) if number else ""
        self.tell(f"{said} {named}".strip())

    def action_mail_files(self) -> None:
        self._to_evidence(whole=False)

    def action_whole_mail(self) -> None:
        self._to_evidence(whole=True)

    def _to_evidence(self, *, whole: bool) -> None:
        if self.attempt(lambda: self.desk.attachments_to_evidence(self._number, whole=whole)):
            self.tell(self.words.t("It is among the evidence now. {key} takes that back.",
                                   key=self.key("undo")))  # fmt: skip

    def action_ignore_mail(self) -> None:
        if said := put_aside(self, self._number):
            self.close()
            self.tell_below(said)

    def action_case_of_mail(self) -> None:
        if case := self.attempt(lambda: self.desk.case_of_mail(self._number)):
            self.close()
            self.go("facts", case_id=case.id)
