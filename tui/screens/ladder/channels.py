"""Which channel to use for a case, and why."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.advice.channels import Advised
from tui.advice.duplicates import Duplicate
from tui.cases.sentence import Sentence, say
from tui.cases.words import Channel
from tui.screens.page import Page
from tui.screens.sheets import sheets
from tui.terminal.clean import clean_line
from tui.widgets.rows import BLANK, Row, Rows
from tui.widgets.spans import Line, Span, Tone, wrapped


class ChannelsScreen(Page):
    """The ranking with its reasons; Enter goes on to the letter or the call."""

    CSS_PATH = sheets("lists")
    KEYS: ClassVar[tuple[str, ...]] = ("open", "prepare", "back", "edit", "companies", "search")
    AUTO_FOCUS = "#rows"

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        case = self.desk.case_view(self._case_id).case
        title = self.words.t("#{id} Which channel", id=case.id)
        self.title_is(title, (Span(case.company),))
        ranked = self.desk.advise_case(self._case_id)
        width = self.size.width - 2
        warned = self._warned(ranked, width)
        common = [w for w in ranked[0].warnings if self._for_all(w, ranked)]
        rows = [row for advised in ranked for row in (self._row(advised, width, common), BLANK)]
        shown = self.query_one(Rows)
        is_new = not shown.key
        shown.show((*warned, *rows))
        if is_new:  # Enter means the best channel, also where an open case is offered above
            shown.select(ranked[0].channel.value)

    def _warned(self, ranked: tuple[Advised, ...], width: int) -> list[Row]:
        """What holds for every channel stands once, at the top."""
        said = [self.words.say(w) for w in ranked[0].warnings if self._for_all(w, ranked)]
        missing = [self._missing()] if self._missing() else []
        rows = [Row(tuple(wrapped(f"! {text}", width, Tone.LATE))) for text in said + missing]
        rows += [self._same(other, width) for other in self.desk.same_matter(self._case_id)]
        return [*rows, BLANK] if rows else []

    def _missing(self) -> str:
        """What the request cannot do without, in a line; the list is a key away."""
        gone = [item for item in self.desk.preparation(self._case_id).missing if item.required]
        if not gone:
            return ""
        names = tuple(say("{name}", name=item.name) for item in gone)
        return self.words.t(
            "Still missing: {what}. {key}: the list of what to have ready.",
            what=names,
            key=self.key("prepare"),
        )

    def _same(self, other: Duplicate, width: int) -> Row:
        """Enter goes on there instead of asking twice."""
        onward = self.words.t("Enter goes on there: better than to ask twice.")
        said = f"! {self.words.say(other.why)} {onward}"
        return Row(tuple(wrapped(said, width, Tone.LATE)), f"#{other.id}")

    @staticmethod
    def _for_all(warning: Sentence, ranked: tuple[Advised, ...]) -> bool:
        return all(warning in advised.warnings for advised in ranked)

    def _row(self, advised: Advised, width: int, common: list[Sentence]) -> Row:
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
        warned = [words.say(w) for w in advised.warnings if w not in common]
        lines += [
            line for text in warned for line in wrapped(f"! {text}", width, Tone.LATE, indent="   ")
        ]
        return Row((head, *lines), advised.channel.value)

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if event.key.startswith("#"):
            self.close()
            self.go("case", case_id=int(event.key[1:]))
        elif event.key == Channel.PHONE:
            self.go("call", case_id=self._case_id)
        else:
            self.go("compose", case_id=self._case_id, channel=event.key)

    @on(Rows.Rewidened)
    def _wrap_anew(self) -> None:
        self._look()
