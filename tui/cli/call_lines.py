"""The call sheet as it is read while phoning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.wording.wording import Wording

if TYPE_CHECKING:
    from tui.letters.call_sheet import CallSheet, Checklist


def sheet_lines(words: Wording, sheet: CallSheet) -> Iterator[str]:
    """The sheet from top to bottom, as the call goes."""
    before, *later = sheet.checklists
    yield from _rules(words, before)
    said = (sheet.opening, sheet.problem, sheet.wanted)
    yield from ("", words.t("Say"), *(f"  {text}" for text in said if text))
    numbers = (*sheet.identifiers, *sheet.references)
    if numbers:
        yield words.t("Numbers: {numbers}", numbers=numbers)
    if sheet.last_promise:
        yield words.say(sheet.last_promise)
    yield from ("", words.t("Ask"), *(f"  - {question}" for question in sheet.questions))
    yield from ("", words.t("If it gets heated"), *(f"  - {line}" for line in sheet.polite))
    for checklist in later:
        yield ""
        yield from _rules(words, checklist)


def _rules(words: Wording, checklist: Checklist) -> Iterator[str]:
    yield words.say(checklist.title)
    for rule in checklist.rules:
        yield f"  [ ] {words.say(rule)}"
