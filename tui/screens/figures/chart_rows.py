"""Charts as rows: bars drawn from text, each with its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from tui.desk.figures.charts import Measure, Section, filled
from tui.widgets.rows import BLANK, Row, heading
from tui.widgets.spans import Line, Span, Tone, wrapped

_TONES = (Tone.ACCENT, Tone.DIM)
_LONGEST = 34  # cells of a bar
_SHORTEST = 4


def pair_rows(pairs: Sequence[tuple[str, str]], width: int) -> tuple[Row, ...]:
    """Labels with their values, in one column each."""
    column = max((cell_len(label) for label, _ in pairs), default=0)
    rows = []
    for label, text in pairs:
        tone = Tone.LATE if text.startswith("!") else Tone.PLAIN
        first, *more = wrapped(text, width - column - 4, tone)
        gap = " " * (column - cell_len(label))
        lines: list[Line] = [(Span(f" {label}{gap}  ", Tone.DIM), *first)]
        lines += [(Span(" " * (column + 3)), *line) for line in more]
        rows.append(Row(tuple(lines)))
    return tuple(rows)


def chart_rows(sections: Sequence[Section], width: int, signs: tuple[str, str]) -> tuple[Row, ...]:
    """Every chart with a blank line below it. `signs` make the bars."""
    return tuple(row for section in sections for row in (*_section(section, width, signs), BLANK))


def _section(section: Section, width: int, signs: tuple[str, str]) -> Iterator[Row]:
    yield heading(f" {section.title}")
    if section.said:
        yield Row(tuple(wrapped(section.said, width - 1, indent="   ")))
    if section.legend:
        legend = "   ".join(f"{s} {name}" for s, name in zip(signs, section.legend, strict=True))
        yield Row(((Span(f"   {legend}", Tone.DIM),),))
    column = max(cell_len(measure.label) for measure in section.measures)
    column = min(column, max(8, width // 3))
    room = _room(section, width - column - 5)
    told = max(cell_len(measure.told) for measure in section.measures)
    if room or column + told + 5 <= width:
        yield from (_row(section, one, column, room, signs) for one in section.measures)
    else:
        yield from (_below(measure, width) for measure in section.measures)


def _below(measure: Measure, width: int) -> Row:
    """What is told stands below the name where both have no room in a line."""
    told = wrapped(measure.told, width - 1, indent="      ")
    return Row(((Span(f"   {measure.label}", Tone.STRONG),), *told), measure.key)


def _room(section: Section, left: int) -> int:
    """How long a bar may be, where its number and what is told behind it have their place too."""
    counts = max((len(measure.counts) for measure in section.measures), default=0)
    told = max((cell_len(measure.told) for measure in section.measures), default=0)
    if not counts:
        return 0
    share = (left - told) // counts - len(str(section.most)) - 3
    return max(_SHORTEST, min(_LONGEST, share))


def _row(section: Section, measure: Measure, column: int, room: int, signs: tuple[str, str]) -> Row:
    gap = " " * (column - cell_len(measure.label))
    spans = [Span(f"   {_cut(measure.label, column)}{gap}  ")]
    for number, count in enumerate(measure.counts):
        cells = filled(count, section.most, room)
        rest = " " * (room - cells + len(str(section.most)) - len(str(count)))
        spans += [Span(signs[number] * cells, _TONES[number]), Span(f" {count}{rest}  ")]
    tone = Tone.LATE if measure.told.startswith("!") else Tone.PLAIN
    return Row(((*spans, Span(measure.told, tone)),), measure.key)


def _cut(text: str, column: int) -> str:
    while cell_len(text) > column:
        text = text[:-2] + "…"
    return text
