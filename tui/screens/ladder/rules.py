"""The rules with what they rest on: by jurisdiction, then the facts and the playbooks."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Input

from tui.cases.errors import UpheldError
from tui.cases.event import Event
from tui.deadlines.calendars import calendar_for
from tui.deadlines.rule import Rule
from tui.deadlines.starting import can_start
from tui.deadlines.terms import Terms
from tui.desk.desk import Desk
from tui.desk.lawbook import LawBook
from tui.screens.context import Context
from tui.screens.ladder.rule import Listed, Section, listed_rows, sections_of
from tui.screens.page import Page
from tui.screens.sheets import sheets
from tui.widgets.field import TextField
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span, Tone, wrapped

Choose = Callable[[str], None]


def startable(desk: Desk, event: Event) -> dict[str, Rule]:
    """The rules that such an event can start, by id; none while a file of theirs is faulty."""
    try:
        rules = desk.lawbook().rules
    except UpheldError:
        return {}
    nowhere = calendar_for("")
    return {r.id: r for r in rules if r.is_on and can_start(event, Terms(r, nowhere))}


class RulesScreen(Page):
    """All rules; Enter opens one, or gives its id to the form that asked for it.

    `choose`: what is done with the chosen id; `among`: the ids that can be chosen then.
    """

    CSS_PATH = sheets("lists")
    KEYS: ClassVar[tuple[str, ...]] = ("open", "search", "back")
    AUTO_FOCUS = "#rows"

    def __init__(
        self, context: Context, choose: Choose | None = None, among: tuple[str, ...] = ()
    ) -> None:
        super().__init__(context)
        self._choose, self._among = choose, frozenset(among)
        self._sections: tuple[Section, ...] = ()
        self._problem = ""
        self._query = ""

    def body(self) -> ComposeResult:
        yield Rows(id="rows")
        yield TextField(id="filter", placeholder=self.words.t("words of its name, or its id"))

    def reload(self) -> None:
        try:
            book, self._problem = self.desk.lawbook(), ""
        except UpheldError as error:  # a file of the person's own cannot be used
            book, self._problem = LawBook(), self.words.say(error.sentence)
        sections = sections_of(self.words, book, self.desk.day())
        self._sections = tuple(filter(None, map(self._choosable, sections)))
        count = sum(len(section.entries) for section in self._sections)
        what = self.words.t("Which rule?") if self._choose else self.words.t("Rules")
        self.title_is(what, (Span(str(count)),) if count else ())
        self._show()

    def _choosable(self, section: Section) -> Section | None:
        if self._choose is None:
            return section
        return section.only(lambda entry: entry.is_rule and entry.id in self._among)

    def _show(self) -> None:
        rows = self.query_one(Rows)
        wanted = self._query.casefold().split()

        def has_the_words(entry: Listed) -> bool:
            return all(word in entry.sought for word in wanted)

        found = filter(None, (section.only(has_the_words) for section in self._sections))
        shown = listed_rows(tuple(found), self._sections, rows.room)
        rows.show(shown or self._nothing(rows.room))

    def _nothing(self, width: int) -> tuple[Row, ...]:
        if self._problem:
            return (BLANK, Row(tuple(wrapped(self._problem, width - 1, Tone.LATE, " "))))
        said = self.words.t("No rule has “{query}”. Esc shows all.", query=self._query)
        return (BLANK, heading(f" {said}"))

    @on(Rows.Rewidened)
    def _draw_anew(self) -> None:
        self._show()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        if self._choose is None:
            self.go("rule", rule_id=event.key)
        else:
            self._choose(event.key)
            self.close()

    def action_rules(self) -> None:
        """They are here already."""
        self.query_one(Rows).focus()

    def action_search(self) -> None:
        self.add_class("-filtering")
        self.query_one("#filter", TextField).focus()

    @on(Input.Changed, "#filter")
    def _filter_changed(self, event: Input.Changed) -> None:
        self._query = event.value
        self._show()

    @on(Input.Submitted, "#filter")
    def _filter_done(self) -> None:
        self.query_one(Rows).focus()
        self.set_class(bool(self._query), "-filtering")

    def on_key(self, event: Key) -> None:
        """The list moves while the words are typed."""
        if event.key in ("down", "up") and isinstance(self.focused, TextField):
            event.stop()
            rows = self.query_one(Rows)
            rows.action_down() if event.key == "down" else rows.action_up()

    def action_back(self) -> None:
        """Esc takes the filter away, then leaves."""
        if not self.has_class("-filtering"):
            self.close()
            return
        self.query_one("#filter", TextField).value = ""
        self.remove_class("-filtering")
        self.query_one(Rows).focus()
