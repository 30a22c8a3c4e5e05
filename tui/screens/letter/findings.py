"""What the checks say of a letter, as lines of the compose screen."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from tui.advice.checks.checks import Finding, Severity
from tui.cases.words import Part
from tui.desk.letters.composing import Composition
from tui.terminal.clean import clean_text
from tui.terminal.widths import cell_len
from tui.widgets.spans import Line, Span, Tone
from tui.wording.wording import Wording

_MARKS = {Severity.ERROR: "!", Severity.WARN: "*", Severity.INFO: "-"}
_MOST = 4  # findings that are spelled out; more are counted


def by_severity(made: Composition) -> list[Finding]:
    """The findings, the gravest first."""
    order = list(Severity)
    return sorted(made.findings, key=lambda finding: order.index(finding.severity))


def parts_line(words: Wording, made: Composition, current: Part, width: int) -> Line:
    """The seven parts with a mark each: what is wrong, there, or missing; which one is open.

    That one is seen in `width` cells, and as many before it as there is room for.
    """
    spans = list(_parts(words, made, current))
    until = 2 * (list(Part).index(current) + 1)
    lost = 0
    while lost < until - 2 and sum(cell_len(s.text) for s in spans[lost:until]) >= width:
        lost += 2
    return (Span("…", Tone.DIM) if lost else Span(" "), *spans[lost:])


def _parts(words: Wording, made: Composition, current: Part) -> Iterator[Span]:
    """Two for each part: its name, and its mark."""
    gravest = {finding.part: finding.severity for finding in reversed(by_severity(made))}
    for number, part in enumerate(Part, 1):
        there = "+" if made.letter.parts.get(part) else " "
        mark = _MARKS[gravest[part]] if part in gravest else there
        tone = Tone.HEAD if part is current else Tone.DIM
        yield Span(f"{number} {words.term(part)}", tone)
        yield Span(f"{mark} ", Tone.TODAY)


def all_findings(words: Wording, made: Composition, key: str) -> Content:
    """Every finding, the gravest first, each with what to do. `key`: that reads the letter."""
    found = by_severity(made)
    if not found:
        return findings_text(words, made, key)
    return Content("\n\n").join(
        Content.assemble(
            (f"{_MARKS[finding.severity]} {finding.id} ", "bold"),
            clean_text(words.say(finding.message)),
            "\n",
            (clean_text(words.say(finding.mend)), "dim"),
        )
        for finding in found
    )


def findings_text(words: Wording, made: Composition, key: str) -> Content:
    """The gravest findings, one a line. `key`: that reads the letter."""
    found = by_severity(made)
    if not found:
        return Content(words.t("Nothing to mend. {key}: read the letter.", key=key))
    lines = [
        Content.assemble(
            (f"{_MARKS[finding.severity]} {finding.id} ", "bold"),
            clean_text(words.say(finding.message)),
        )
        for finding in found[:_MOST]
    ]
    if len(found) > _MOST:
        more = len(found) - _MOST
        lines.append(Content(words.n("and {count} more", "and {count} more", more)))
    return Content("\n").join(lines)
