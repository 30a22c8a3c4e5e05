"""`upheld stats`: the book in figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cli.out import fitted, width
from tui.cli.session import Session
from tui.cli.verb import option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.desk.figures.charts import Section

_ROOM = 30  # cells of the longest bar
_SIGNS = "#-"


@verb("stats")
@option("--company", metavar=N_("NAME"), default="", help=N_("Only the cases with this company."))
def stats(session: Session, company: str) -> int:
    """Cases by stage and month, outcomes, days, promises, money, channels, companies."""
    from tui.cli.figures_json import of_statistics
    from tui.desk.figures.charts import sections
    from tui.desk.figures.figure_lines import pairs

    told = session.desk.statistics(company)
    if session.as_json:
        session.out.json(of_statistics(told, company))
        return 0
    if not told.score.cases:
        said = session.words.t("Nothing has gone out yet, so there is nothing to count.")
        session.out.note(said)
        return 0
    print_pairs(session, pairs(session.words, told.score))
    for section in sections(session.words, told):
        session.out.line()
        session.out.lines(_lines(section))
    return 0


def print_pairs(session: Session, pairs: tuple[tuple[str, str], ...], indent: str = "") -> None:
    """Labels with their values, of which one may have several lines."""
    rows = []
    for label, text in pairs:
        first, *more = text.split("\n")
        rows += [(indent + label, first), *((indent, line) for line in more)]
    session.out.table(rows, give=(1,))


def _lines(section: Section) -> Iterator[str]:
    yield section.title
    if section.said:
        yield f"  {section.said}"
    if section.legend:
        signs = zip(_SIGNS, section.legend, strict=True)
        yield "  " + "   ".join(f"{sign} {name}" for sign, name in signs)
    column = max(width(measure.label) for measure in section.measures)
    for measure in section.measures:
        bars = (_bar(section, n, count) for n, count in enumerate(measure.counts))
        yield "  ".join((f"  {fitted(measure.label, column)}", *bars, measure.told))


def _bar(section: Section, number: int, count: int) -> str:
    """The bar and its number, in one column each."""
    from tui.desk.figures.charts import filled

    digits = len(str(section.most))
    drawn = _SIGNS[number] * filled(count, section.most, _ROOM)
    return f"{count:>{digits}} {drawn:<{_ROOM}}"
