"""The fields about what goes with a letter: files of the case, and what the person lists."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.cases.event import Evidence
from tui.letters.asked import papers_asked
from tui.letters.matter import Matter
from tui.letters.people import power_of_attorney
from tui.letters.phrases import Phrases
from tui.letters.plain import file_named, one_line

_POWER = re.compile(r"доверенност|power of attorney", re.IGNORECASE)
_NUMBERING = re.compile(r"^(?:\d{1,2}[.)]|[-–—•*])\s+")

_Lines = list[tuple[int, str]]


def enclosure_fields(matter: Matter) -> dict[str, str]:
    """The evidence under its own numbers, then the person's own lines, numbered on.

    A line of theirs that names a file is what the file is called. Last a copy of the power of
    attorney, where I write for somebody else and no line names it.
    """
    case = matter.case
    own = [_NUMBERING.sub("", line.strip()) for line in _own_lines(case.enclosures)]
    numbered = _numbered(case.evidence, own, matter.phrases)
    named = {line for _, line in numbered}
    own = [line for line in own if line not in named]
    power = power_of_attorney(matter)
    if power and not _POWER.search(" ".join((*own, *named))):
        own.append(power)
    first = max((number for number, _ in numbered), default=0) + 1
    asked = papers_asked(matter)
    return {
        "enclosures": _listed([*numbered, *enumerate(own, first)]),
        "asked_enclosures": _listed((n, line) for n, line in numbered if n in asked),
    }


def _numbered(evidence: Iterable[Evidence], own: list[str], phrases: Phrases) -> _Lines:
    """Each under its own number; one whose number is taken moves on to the next."""
    numbered: _Lines = []
    for item in sorted(evidence, key=lambda e: e.number):
        last = numbered[-1][0] if numbered else 0
        numbered.append((max(last + 1, item.number), _called(one_line(item.name), own, phrases)))
    return numbered


def _called(name: str, own: Iterable[str], phrases: Phrases) -> str:
    """What the person calls a file, else its name in quotation marks."""
    named = file_named(name)
    return next((line for line in own if named.search(line)), phrases.quote(name))


def _listed(lines: Iterable[tuple[int, str]]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in lines)


def _own_lines(text: str) -> Iterable[str]:
    """One enclosure each; “1) receipt; 2) photo” on one line are two."""
    lines = re.split(r"\n|;\s*(?=\d{1,2}[.)]\s)", text)
    return (line for line in lines if line.strip())
