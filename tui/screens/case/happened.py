"""One event of a timeline, whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from tui.cases.event import Event
from tui.cases.words import EventKind
from tui.screens.context import Context
from tui.screens.copying import copy_addresses
from tui.screens.mail.mail_lines import offer_lines
from tui.screens.mail.offered import DIGITS, OfferedPage
from tui.wording.late_steps import despite_lines
from tui.wording.number_text import number_label
from tui.wording.wording import Wording


class HappenedScreen(OfferedPage):
    """Everything that was recorded with it; of what they wrote, what it offers."""

    KEYS: ClassVar[tuple[str, ...]] = ("record", "copy_address", "back", *DIGITS)

    def __init__(self, context: Context, case_id: int, event_id: int) -> None:
        super().__init__(context, case_id)
        self._event_id = event_id
        self._event: Event | None = None
        self._text = ""

    def reload(self) -> None:
        case = self.desk.case_view(self._case_id).case
        event = next((e for e in case.timeline if e.id == self._event_id), None)
        if event is None:  # taken back, here or in another window
            self.close()
            return
        self._event = event
        if event.kind is EventKind.RECEIVED and event.text:
            self.offers = self.desk.offers(self._case_id, event.text, event.at)
        self.show_again()

    def show_again(self) -> None:
        if event := self._event:
            self._text = "\n".join(self._lines(event))
            self.show_text(f"#{self._case_id} {self.words.term(event.kind)}", self._text)

    def action_record(self) -> None:
        if self._event:
            self.record(self._case_id, self._event)

    def action_copy_address(self) -> None:
        copy_addresses(self, self._text)

    def _lines(self, event: Event) -> Iterator[str]:
        words = self.words
        yield words.moment(event.at)
        named = (
            (words.t("Channel"), words.term(event.channel) if event.channel else ""),
            (words.t("To"), event.to),
            (words.t("Who it was"), event.agent),
            (number_label(words, event), event.reference),
            (words.t("Tracking page"), event.url),
            (words.t("Promised date"), words.day(event.promise) if event.promise else ""),
            (words.t("Rule"), event.rule),
            (words.t("By when"), words.day(event.due) if event.due else ""),
            (words.t("Not before"), words.day(event.next_contact) if event.next_contact else ""),
            (words.t("Answer"), words.term(event.answer) if event.answer else ""),
            (words.t("Outcome"), words.term(event.outcome) if event.outcome else ""),
            (words.t("Money back"), words.money(event.refund) if event.refund else ""),
        )
        yield from (f"{name}: {value}" for name, value in named if value)
        yield from _besides(words, event)
        for evidence in event.evidence:
            yield f"{evidence.number}. {evidence.name}  SHA-256 {evidence.sha256}"
        if event.text:
            yield ""
            yield event.text
            yield ""
        if event.letter:
            yield words.t("The letter as it went out:")
            yield ""
            yield event.letter
            yield ""
        yield from offer_lines(words, self.offers, self.taken)


def _besides(words: Wording, event: Event) -> Iterator[str]:
    if event.satisfaction:
        yield words.t("How content: {count} of 5", count=event.satisfaction)
    if event.reference_refused:
        yield words.t("They refused to give a number.")
    if event.override:
        yield words.t("Went out with errors: {why}", why=event.override)
    yield from despite_lines(words, event)
