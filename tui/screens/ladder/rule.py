"""A rule, a fact or a playbook: as an entry of the list, and whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len, set_cell_size

from tui.cases.errors import BadInput
from tui.deadlines.meter import Meter
from tui.deadlines.rule import Fact, Rule
from tui.desk.lawbook import Entry, Group, LawBook
from tui.playbooks.playbook import Playbook
from tui.screens.context import Context
from tui.screens.copying import copy_addresses
from tui.screens.reading import ReadingPage
from tui.widgets.rows import BLANK, Row, heading
from tui.widgets.spans import Span, Tone, wrapped
from tui.wording import rule_terms
from tui.wording.meter_text import meter_lines, meter_row
from tui.wording.playbook_text import playbook_lines, playbook_row
from tui.wording.rule_text import fact_lines, fact_row, rule_lines, rule_row
from tui.wording.wording import Wording

_LEAST = 40  # cells that a name must have beside the columns
_GAP = 2


class RuleScreen(ReadingPage):
    """What two people with the law beside them need to check it."""

    KEYS: ClassVar[tuple[str, ...]] = ("copy_address", "back")

    def __init__(self, context: Context, rule_id: str) -> None:
        super().__init__(context)
        self._rule_id = rule_id
        self._text = ""

    def reload(self) -> None:
        title = self._rule_id
        try:
            entry = self.desk.rule(self._rule_id)
        except BadInput as error:  # a file of the person's own cannot be used
            self._text = self.words.say(error.sentence)
        else:
            title = entry.id
            self._text = "\n\n".join("\n".join(lines) for lines in self._parts(entry))
        self.show_text(title, self._text)

    def action_copy_address(self) -> None:
        copy_addresses(self, self._text)

    def _parts(self, entry: Entry) -> Iterator[list[str]]:
        words, today = self.words, self.desk.day()
        if entry.versions:
            yield rule_lines(words, entry.versions, today, entry.basis)
        if entry.fact:
            yield fact_lines(words, entry.fact, today)
        if entry.meter:
            yield meter_lines(words, entry.meter, today, entry.basis)
        if entry.playbook:
            yield playbook_lines(words, entry.playbook)


class Listed(Struct, frozen=True):
    """One entry. `cells`: id, period, whose, certainty and state; `sought`: what a filter finds."""

    id: str
    title: str
    cells: tuple[str, ...]
    sought: str
    is_rule: bool = False
    is_on: bool = True


class Section(Struct, frozen=True):
    """A heading and what stands below it."""

    title: str
    entries: tuple[Listed, ...]

    def only(self, wanted: Callable[[Listed], bool]) -> Section | None:
        """With these entries only; None where there is none."""
        entries = tuple(filter(wanted, self.entries))
        return replace(self, entries=entries) if entries else None


def sections_of(words: Wording, book: LawBook, today: date) -> Iterator[Section]:
    """Rules by jurisdiction, each once, as it stands today; then facts, meters, playbooks."""
    for group in book.groups:
        title = rule_terms.heading(words, group.jurisdiction)
        entries = (_rule(words, rule, today) for rule in _as_of(group, today))
        yield Section(title, tuple(entries))
    if book.facts:
        yield Section(words.t("Facts"), tuple(_fact(words, fact, today) for fact in book.facts))
    if book.meters:
        entries = (_meter(words, meter, today) for meter in book.meters)
        yield Section(words.t("Penalties"), tuple(entries))
    if book.playbooks:
        entries = (_playbook(words, playbook) for playbook in book.playbooks)
        yield Section(words.t("Playbooks"), tuple(entries))


def listed_rows(
    shown: tuple[Section, ...], all_of_them: tuple[Section, ...], width: int
) -> tuple[Row, ...]:
    """The sections that are shown. The columns do not move when a filter leaves fewer."""
    widths = _widths(all_of_them)
    name = width - 1 - sum(widths) - _GAP * len(widths)
    rows: list[Row] = []
    for section in shown:
        rows += [BLANK] if rows else []
        rows.append(heading(f" {section.title}"))
        if name >= _LEAST:
            rows += (_on_one_line(entry, widths, name) for entry in section.entries)
        else:
            own = _widths(tuple(s for s in all_of_them if s.title == section.title))
            rows += (_on_two(entry, own, width) for entry in section.entries)
    return tuple(rows)


def _as_of(group: Group, today: date) -> Iterator[Rule]:
    """Of each rule the version in force, else the newest."""
    versions: dict[str, Rule] = {}
    for rule in group.rules:
        before = versions.get(rule.id)
        if before is None or rule.held_on(today) or not before.held_on(today):
            versions[rule.id] = rule
    yield from versions.values()


def _rule(words: Wording, rule: Rule, today: date) -> Listed:
    rule_id, period, whose, title, state = rule_row(words, rule, today)
    cells = (rule_id, period, whose, state)
    return Listed(rule.id, title, cells, _sought(rule.id, rule.titles), True, rule.is_on)


def _fact(words: Wording, fact: Fact, today: date) -> Listed:
    fact_id, title, state = fact_row(words, fact, today)
    return Listed(fact.id, title, (fact_id, "", "", state), _sought(fact.id, fact.titles))


def _meter(words: Wording, meter: Meter, today: date) -> Listed:
    meter_id, rate, title, state = meter_row(words, meter, today)
    cells = (meter_id, rate, "", state)
    return Listed(meter.id, title, cells, _sought(meter.id, meter.titles), is_on=meter.is_on)


def _playbook(words: Wording, playbook: Playbook) -> Listed:
    playbook_id, title, steps, state = playbook_row(words, playbook)
    cells = (playbook_id, steps, "", state)
    return Listed(playbook.id, title, cells, _sought(playbook.id, playbook.title))


def _sought(some_id: str, titles: Mapping[str, str]) -> str:
    """The names in every language are found."""
    return " ".join((some_id, *titles.values())).casefold()


def _widths(sections: tuple[Section, ...]) -> tuple[int, ...]:
    columns = zip(*(entry.cells for s in sections for entry in s.entries), strict=True)
    return tuple(max(map(cell_len, column)) for column in columns)


def _columns(cells: tuple[str, ...], widths: tuple[int, ...]) -> str:
    padded = (set_cell_size(c, w + _GAP) for c, w in zip(cells, widths, strict=True))
    return "".join(padded).rstrip()


def _on_one_line(entry: Listed, widths: tuple[int, ...], name: int) -> Row:
    *first, state = entry.cells
    tone = Tone.PLAIN if entry.is_on else Tone.DIM
    title = entry.title
    if cell_len(title) > name:
        title = set_cell_size(title, name - 1) + "…"
    columns = f" {_columns(tuple(first), widths[:-1]):<{sum(widths[:-1]) + _GAP * 3}}"
    spans = (Span(columns, Tone.DIM), Span(set_cell_size(title, name + _GAP), tone))
    return Row(((*spans, Span(state, Tone.DIM)),), entry.id)


def _on_two(entry: Listed, widths: tuple[int, ...], width: int) -> Row:
    """The name, then the columns; where these do not fit, they are words one after the other."""
    tone = Tone.STRONG if entry.is_on else Tone.DIM
    fits = 3 + sum(widths[:-1]) + _GAP * len(widths) <= width
    about = _columns(entry.cells, widths) if fits else ", ".join(filter(None, entry.cells))
    title = wrapped(entry.title, width, tone, " ")
    return Row((*title, *wrapped(about, width, Tone.DIM, "   ")), entry.id)
