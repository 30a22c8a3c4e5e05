"""One event of a timeline, whole."""

from __future__ import annotations

from collections.abc import Iterator

from tui.cases.event import Event
from tui.screens.context import Context
from tui.screens.reading import ReadingPage
from tui.wording.wording import Wording


class HappenedScreen(ReadingPage):
    """Everything that was recorded with it."""

    def __init__(self, context: Context, case_id: int, event_id: int) -> None:
        super().__init__(context, case_id)
        self._event_id = event_id

    def reload(self) -> None:
        case = self.desk.case_view(self._case_id).case
        event = next((e for e in case.timeline if e.id == self._event_id), None)
        if event is None:  # taken back, here or in another window
            self.close()
            return
        title = f"#{case.id} {self.words.term(event.kind)}"
        self.show_text(title, "\n".join(self._lines(event)))

    def _lines(self, event: Event) -> Iterator[str]:
        words = self.words
        yield words.moment(event.at)
        named = (
            (words.t("Channel"), words.term(event.channel) if event.channel else ""),
            (words.t("To"), event.to),
            (words.t("Who it was"), event.agent),
            (words.t("Their number"), event.reference),
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


def _besides(words: Wording, event: Event) -> Iterator[str]:
    if event.satisfaction:
        yield words.t("How content: {count} of 5", count=event.satisfaction)
    if event.reference_refused:
        yield words.t("They refused to give a number.")
    if event.override:
        yield words.t("Went out with errors: {why}", why=event.override)
