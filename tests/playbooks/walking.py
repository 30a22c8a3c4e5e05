"""Scripts that walk a ladder by the day, and the person who walks them at a real desk.

A file in `walks/` is a ladder and holds several walks. A walk begins with its title and what is
given of the case; every further line is a day, what happens on it, and after an arrow the one
next action that the desk then tells, with its step or its day:

    walk: the shop is silent
    given: country RU | dates delivery=2026-03-02
    2026-03-02 take request by form due 2026-03-10 -> wait 2026-03-10
    2026-03-10 early claim until 2026-03-10
    2026-03-11 take claim by email due 2026-03-23 -> wait 2026-03-23
    2026-03-23 close rejected -> none

`take` goes to a step, `due` and `late` are their last day and the last on which nobody is late
(left out: the same). `early`: the step is refused, `until` that day, or until something happens.
`late`: it is refused, `closed` was its last day, and what is `open` is named. `open`: it may be
taken, `until` that day. `tick`: a `line` of its checklist is so; `insist`: it is to be taken
after its time, and the `take` that follows tells when that was `closed`. Then what they do:
`refuse`, `last-word`, `partly`, `solve`, `ask`, `deliver` and so on, `as` whom; `remind` and
`reply` are mine. All dates are counted by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from tui.cases.words import EventKind

FOLDER = Path(__file__).parent / "walks"
DAY = timedelta(days=1)
YEAR = timedelta(days=365)
NO_DAY = "none"

LOOKS = frozenset({"early", "late", "open", "next", "tick", "insist"})
HAPPENS: Mapping[str, tuple[EventKind, Mapping[str, str]]] = {
    "refuse": (EventKind.REFUSED, {}),
    "last-word": (EventKind.REFUSED, {"final": "yes"}),
    "partly": (EventKind.ANSWERED, {"answer": "partly"}),
    "solve": (EventKind.ANSWERED, {"answer": "solved"}),
    "ask": (EventKind.ASKED, {}),
    "extend": (EventKind.EXTENDED, {}),
    "deliver": (EventKind.DELIVERED, {}),
    "register": (EventKind.REGISTERED, {}),
    "receipt": (EventKind.RECEIVED, {"answer": "receipt"}),
    "remind": (EventKind.SENT, {}),
    "reply": (EventKind.SENT, {}),
}
VERBS = LOOKS | {"take", "close"} | set(HAPPENS)
KEYS = frozenset({"by", "due", "late", "until", "closed", "open", "as", "line"})
ANSWERS = frozenset({"take", "close", "refuse", "last-word", "partly", "solve", "ask", "next"})


@dataclass(frozen=True)
class Line:
    """A day of a walk. `what`: the step or the outcome; `then`: the action, its step, its day."""

    place: str
    day: date
    verb: str
    what: str
    words: Mapping[str, str]
    then: tuple[str, ...]

    @property
    def changes(self) -> bool:
        return self.verb not in LOOKS

    def day_of(self, key: str) -> date | None:
        """The day that a word names; None where it is `none` or left out."""
        text = self.words.get(key, NO_DAY)
        return None if text == NO_DAY else date.fromisoformat(text)


@dataclass(frozen=True)
class Walk:
    """One way up a ladder. `given`: facts of the case, by field."""

    book: str
    title: str
    given: Mapping[str, str]
    lines: tuple[Line, ...]

    def of(self, verb: str, step: str) -> Iterator[tuple[int, Line]]:
        """The lines of a step, each with its place in the walk."""
        return (
            (n, one) for n, one in enumerate(self.lines) if (one.verb, one.what) == (verb, step)
        )

    def last_change(self, number: int) -> date:
        """When something last happened before a line; where nothing did, when the walk began."""
        changes = [line.day for line in self.lines[:number] if line.changes]
        return changes[-1] if changes else self.lines[0].day


def books() -> tuple[str, ...]:
    """The ladders that have a script."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))


@cache
def walks_of(book: str) -> tuple[Walk, ...]:
    """All walks of a ladder, as its script tells them."""
    text = (FOLDER / f"{book}.txt").read_text("utf-8")
    told = [(n, line.split("#")[0].strip()) for n, line in enumerate(text.splitlines(), 1)]
    blocks: list[list[tuple[int, str]]] = []
    for number, line in told:
        if line.startswith("walk:"):
            blocks.append([])
        if line:
            blocks[-1].append((number, line))
    return tuple(_walk(book, block) for block in blocks)


def _walk(book: str, block: list[tuple[int, str]]) -> Walk:
    (_, title), (_, given), *days = block
    pairs = (pair.strip().split(" ", 1) for pair in given.removeprefix("given:").split("|"))
    lines = tuple(_line(f"{book}.txt:{number}", line) for number, line in days)
    return Walk(book, title.removeprefix("walk:").strip(), dict(pairs), lines)


def _line(place: str, line: str) -> Line:
    told, _, then = line.partition("->")
    day, verb, *words = told.split()
    assert verb in VERBS, f"{place}: nobody knows “{verb}”"
    what = words.pop(0) if words and words[0] not in KEYS else ""
    pairs = dict(zip(words[::2], words[1::2], strict=True))
    assert set(pairs) <= KEYS, f"{place}: {sorted(pairs)}"
    assert then or verb not in ANSWERS, f"{place}: what comes next?"
    return Line(place, date.fromisoformat(day), verb, what, pairs, tuple(then.split()))
