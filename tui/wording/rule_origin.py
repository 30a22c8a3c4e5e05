"""Where a rule stands and what comes out of it: sources and worked examples, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from tui.deadlines.rule import Example, Rule, Source
from tui.wording import rule_terms
from tui.wording.mark import N_
from tui.wording.working_steps import moment_with_zone

if TYPE_CHECKING:
    from tui.wording.wording import Wording

_RESULTS: Mapping[str, str] = {
    "raw_end": N_("the count ends on {day}"),
    "due": N_("due {day}"),
    "late_after": N_("late after {day}"),
    "act_by": N_("act by {day}"),
    "opens": N_("open from {day}"),
}


def source_lines(words: Wording, sources: Sequence[Source]) -> Iterator[str]:
    """Each source: its address, then what kind of page it is, the place in it, the dates."""
    for source in sources:
        yield words.t("Source: {address}", address=source.address)
        about = [rule_terms.source_kind(words, source.kind)]
        about += [source.where] if source.where else []
        about += [words.t("dated {day}", day=source.dated)] if source.dated else []
        about.append(words.t("seen on {day}", day=source.seen_on))
        yield "  " + ", ".join(about)
        if source.quote:
            yield "  " + words.t("It says: “{quote}”", quote=source.quote)


def example_lines(words: Wording, rule: Rule) -> Iterator[str]:
    """Each worked example with its result."""
    for example in rule.examples:
        results = (
            words.t(said, day=_when(words, example.expected[name]))
            for name, said in _RESULTS.items()
            if name in example.expected
        )
        given = ", ".join([_when(words, example.start), *_given(words, example)])
        yield words.t("Example: {start}: {results}.", start=given, results=", ".join(results))


def _given(words: Wording, example: Example) -> Iterator[str]:
    """What else the example assumes."""
    for event, day in example.also.items():
        yield words.t("{event}: {day}", event=event, day=_when(words, day))
    if example.extended:
        yield words.t("extended")
    yield from filter(None, (example.country, example.hours, example.zone))
    if example.eve:
        yield words.n(
            "{count} minute shorter before a holiday",
            "{count} minutes shorter before a holiday",
            example.eve,
        )


def _when(words: Wording, text: str) -> str:
    if "T" in text:
        return moment_with_zone(words, datetime.fromisoformat(text))
    return words.day(date.fromisoformat(text))
