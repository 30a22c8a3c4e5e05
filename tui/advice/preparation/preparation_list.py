"""The list of what to have at hand: its items, and whether each is there."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from tui.advice.preparation.preparation_data import Texts, What
from tui.cases.sentence import Sentence

TICKED = ""  # in place of a step, in the ticks of a case: a line of this list is there


class State(StrEnum):
    """Whether a thing is there."""

    DONE = "done"
    SEEMS = "seems"  # guessed from a name or a text: nobody has said so
    MISSING = "missing"


class Item(Struct, frozen=True):
    """A thing to have at hand.

    `required`: the request cannot do without it; one of the gaps of the case. `sentence`: how it
    stands; `mend`: how to get or to add it, by language as `name` is.
    """

    id: str
    what: What
    name: Texts
    state: State
    required: bool
    sentence: Sentence
    mend: Texts


class Preparation(Struct, frozen=True):
    """The list for one case. `title` is by language; `results` are what can be asked for, in the
    language of its letters."""

    kind: str
    title: Texts
    items: tuple[Item, ...]
    results: tuple[str, ...]

    @property
    def missing(self) -> tuple[Item, ...]:
        """What is not there, the indispensable first."""
        gone = (item for item in self.items if item.state is State.MISSING)
        return tuple(sorted(gone, key=lambda item: not item.required))

    @property
    def helpful(self) -> int:
        """How many things that are missing would only make it stronger."""
        return len(self.missing) - self.gaps

    @property
    def gaps(self) -> int:
        """How many things the request cannot do without are missing: the gaps of the board."""
        return sum(item.required for item in self.missing)
