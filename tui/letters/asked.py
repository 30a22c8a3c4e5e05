"""The answer to what they asked for: from their words and from what the case holds.

What they want and the case lacks is a place to fill in, which check L04 finds.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct

from tui.cases.case import Case
from tui.cases.event import Event, Evidence
from tui.cases.particulars import Identifier
from tui.letters.filling import stopped
from tui.letters.history import quote
from tui.letters.matter import Matter
from tui.letters.numbers import identifier_in_words
from tui.letters.phrases import HERE, Phrases
from tui.letters.states import question_of


class _Paper(Struct, frozen=True):
    """Something that can be enclosed: what it is called by language, and how it is found."""

    titles: dict[str, str]
    found: re.Pattern[str]


def asked_fields(matter: Matter) -> dict[str, str]:
    """Their question in their words, an answer to each thing they want, or that there is none."""
    event = question_of(matter)
    answers = tuple(_answers(matter, event)) if event else ()
    said = quote(event) if event else ""
    enclosed = any(_since(matter.case, event)) if event else False
    return {
        "asked_text": matter.phrases.quote(said) if said else "",
        "asked_untold": "" if said else "yes",
        "asked_answers": "\n".join(answers),
        "asked_unanswered": "" if answers or enclosed else "yes",
    }


def papers_asked(matter: Matter) -> set[int]:
    """The numbers of the files that they asked for, or that were added after they asked."""
    event = question_of(matter)
    if event is None:
        return set()
    held = {n for paper in _papers_in(event.text) for n in _held(matter.case, paper)}
    return held | {piece.number for piece in _since(matter.case, event)}


def _since(case: Case, event: Event) -> Iterator[Evidence]:
    """What was added after an event."""
    later = case.timeline[case.timeline.index(event) + 1 :]
    return (piece for one in later for piece in one.evidence)


def _answers(matter: Matter, event: Event) -> Iterator[str]:
    text, phrases = event.text.lower(), matter.phrases
    for kind, pattern in _asked()[0].items():
        if pattern.search(text):
            yield from _identifiers(matter.case, kind, phrases)
    for paper in _papers_in(event.text):
        title, held = paper.titles[phrases.language], _held(matter.case, paper)
        numbers = ", ".join(map(str, held))
        phrase = "asked.enclosed" if held else "asked.lacking"
        yield _capital(phrases.say(phrase, title=title, numbers=numbers))


def _identifiers(case: Case, kind: str, phrases: Phrases) -> Iterator[str]:
    """Those of a kind; a place to fill in where there is none."""
    known = [i for i in case.identifiers if phrases.kind(i.kind) == f"identifier.{kind}"]
    lacking = Identifier(kind=kind, value=phrases.say("asked.unknown"))
    for identifier in [i for i in known if i.value.strip()] or [lacking]:
        yield stopped(_capital(identifier_in_words(identifier, phrases)))


def _papers_in(text: str) -> tuple[_Paper, ...]:
    low = text.lower()
    return tuple(paper for paper in _asked()[1] if paper.found.search(low))


def _held(case: Case, paper: _Paper) -> list[int]:
    """The numbers of the files whose names say that they are such a paper."""
    names = ((e.number, e.name.lower().replace("_", " ")) for e in case.evidence)
    return [number for number, name in names if paper.found.search(name)]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


@cache
def _asked() -> tuple[dict[str, re.Pattern[str]], tuple[_Paper, ...]]:
    """What can be asked for, as patterns: kinds of identifiers, and papers."""
    read = tomllib.loads((HERE / "asked.toml").read_text("utf-8"))
    kinds = {kind: _whole(words) for kind, words in read["identifier"].items()}
    return kinds, tuple(map(_paper, read["paper"].values()))


def _paper(table: dict[str, Any]) -> _Paper:
    return _Paper({"ru": table["ru"], "en": table["en"]}, _whole(table["found"]))


def _whole(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")
