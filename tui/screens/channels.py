"""Which channel to use for a case, and why."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.advice.channels import Advised
from tui.cases.words import Channel
from tui.screens.context import Context
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.widgets.rows import BLANK, Row, Rows
from tui.widgets.spans import Line, Span, Tone, wrapped


class ChannelsScreen(Page):
    """The ranking with its reasons; Enter goes on to the letter or the call."""

    KEYS: ClassVar[tuple[str, ...]] = ("open", "back", "edit", "companies", "search")
    AUTO_FOCUS = "#rows"

    def __init__(self, context: Context, case_id: int, duplicates: tuple[int, ...] = ()) -> None:
        super().__init__(context, case_id)
        self._duplicates = duplicates

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        case = self.desk.case_view(self._case_id).case
        title = self.words.t("#{id} Which channel", id=case.id)
        self.title_is(title, (Span(case.company),))
        ranked = self.desk.advise_case(self._case_id)
        width = self.size.width - 2
        warned = self._warned(ranked, width)
        rows = [row for advised in ranked for row in (self._row(advised, width), BLANK)]
        self.query_one(Rows).show((*warned, *rows))

    def _warned(self, ranked: tuple[Advised, ...], width: int) -> list[Row]:
        """What holds for every channel stands once, at the top."""
        said = [self.words.say(w) for w in ranked[0].warnings if self._for_all(w, ranked)]
        said += [self._same(other) for other in self._duplicates]
        lines = [line for text in said for line in wrapped("! " + text, width, Tone.LATE)]
        return [Row(tuple(lines)), BLANK] if lines else []

    def _same(self, other: int) -> str:
        return self.words.t(
            "#{id} seems to be about the same: better go on there than ask twice.", id=other
        )

    @staticmethod
    def _for_all(warning: object, ranked: tuple[Advised, ...]) -> bool:
        return all(warning in advised.warnings for advised in ranked)

    def _row(self, advised: Advised, width: int) -> Row:
        words = self.words
        bar = "#" * round(advised.score / 10)
        points = ", ".join(clean_line(p.address) for p in advised.points)
        name = words.term(advised.channel)
        head: Line = (
            Span(f" {name:<19}", Tone.STRONG),
            Span(f"{bar:<11}", Tone.ACCENT),
            Span(points, Tone.DIM),
        )
        reasons = [words.say(reason) for reason in advised.reasons]
        lines = [line for text in reasons for line in wrapped(text, width, indent="   ")]
        return Row((head, *lines), advised.channel.value)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if event.key == Channel.PHONE:
            self.go("call", case_id=self._case_id)
        else:
            self.go("compose", case_id=self._case_id, channel=event.key)

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._look()
