"""What to have at hand for a kind of problem, and what of it is missing.

What a request cannot do without is what `tui.cases.gaps` says, so that this list and the
gaps on the board agree. All else makes it stronger, and may be left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from tui.advice.preparation_data import Kind, Needed, Texts, What, kinds, needed
from tui.advice.preparation_evidence import Piece, guessed, is_named, noted, pieces_of
from tui.advice.preparation_kind import KindOf, kind_of, says
from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.gaps import Gap, gaps_of
from tui.cases.sentence import Sentence, Value, say
from tui.cases.words import DeadlineKind, Stage

_GAPS = {"subject": Gap.SUBJECT, "details": Gap.DETAILS, "result": Gap.RESULT}
TICKED = ""  # in place of a step, in the ticks of a case: a line of this list is there
_ANY_AMOUNT = {"en": "the full amount", "ru": "всю сумму"}


class State(StrEnum):
    """Whether a thing is there."""

    DONE = "done"
    SEEMS = "seems"  # guessed from a name or a text: nobody has said so
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Item:
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


@dataclass(frozen=True, slots=True)
class Preparation:
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


@dataclass(frozen=True, slots=True)
class Known:
    """What else there is to look at.

    `named`: what a kind of identifier is called in the data, however it was written; `amount` and
    `day`: for the results, in words of the language of the letters; `reachable`: whether the
    profile says how to reach me.
    """

    named: KindOf
    day: str
    amount: str = ""
    company: Company | None = None
    reachable: bool = False


def preparation(case: Case, known: Known) -> Preparation:
    """The list of a case, the indispensable first, then numbers, evidence, contacts."""
    name = kind_of(case, known.named)
    kind = kinds()[name]
    return Preparation(
        kind=name,
        title=kind.title,
        items=tuple(_Look(case, known, kind).items()),
        results=tuple(_filled(result, case.language, known) for result in kind.results),
    )


def _filled(result: Texts, language: str, known: Known) -> str:
    told = result.get(language, result["en"])
    amount = known.amount or _ANY_AMOUNT.get(language, _ANY_AMOUNT["en"])
    return told.format(amount=amount, date=known.day).replace(" г..", " г.")


@dataclass(frozen=True, slots=True)
class _Look:
    """One look over a case."""

    case: Case
    known: Known
    kind: Kind
    pieces: tuple[Piece, ...] = field(init=False)
    ticked: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pieces", pieces_of(self.case))
        ticks = frozenset(tick.line for tick in self.case.ticked if tick.step == TICKED)
        object.__setattr__(self, "ticked", ticks)

    def items(self) -> Iterator[Item]:
        general = needed("general")
        is_out = self.case.stage is not Stage.DRAFT
        after = ("reference", "promise") if is_out and self.case.stage is not Stage.CLOSED else ()
        gaps = set(gaps_of(self.case))
        for name in ("subject", "details", "result"):
            yield self._item(name, general[name], required=_GAPS[name] in gaps)
        for place, name in enumerate(self.kind.numbers):
            first = place == 0 and Gap.IDENTIFIER in gaps
            yield self._item(name, needed("numbers")[name], required=first)
        for name in self.kind.evidence:
            yield self._item(name, needed("evidence")[name])
        for name in ("where", "me", *after):
            yield self._item(name, general[name])

    def _item(self, name: str, need: Needed, required: bool = False) -> Item:
        state, sentence = (State.MISSING, None) if required else self._found(need)
        if state is not State.DONE and not required and need.name["en"] in self.ticked:
            state, sentence = State.DONE, say("{name}: there, as you say.", name=need.name)
        said = sentence or say("{name}: missing.", name=need.name)
        needed_always = required or name in _GAPS
        return Item(name, need.what, need.name, state, needed_always, said, need.mend)

    def _found(self, need: Needed) -> tuple[State, Sentence | None]:
        case = self.case
        if need.what is What.EVIDENCE:
            return self._evidence(need)
        if need.field and _HAS[need.field](case, self.known):
            return State.DONE, say("{name}: there.", name=need.name)
        if value := self._identifier(need):
            return State.DONE, say("{name}: {value}", name=need.name, value=value)
        if need.told and says(need.told, case.subject, case.details, case.done_already):
            return State.SEEMS, say("{name}: seems to be in the text.", name=need.name)
        if need.what is What.IDENTIFIER and (value := self._nameless(need)):
            return State.SEEMS, say("{name}: {value} may be it.", name=need.name, value=value)
        return State.MISSING, None

    def _identifier(self, need: Needed) -> str:
        """The number of one of the kinds, those named first being the best."""
        told = {self.known.named(i.kind): i.value for i in reversed(self.case.identifiers)}
        return next((told[kind] for kind in need.kinds if told.get(kind, "").strip()), "")

    def _nameless(self, need: Needed) -> str:
        """A number of which nobody said what it is may be the one that matters most."""
        if need is not needed("numbers")[self.kind.numbers[0]]:
            return ""
        return next((i.value for i in self.case.identifiers if not i.kind.strip()), "")

    def _evidence(self, need: Needed) -> tuple[State, Sentence | None]:
        if piece := noted(need, self.pieces):
            values = _of(need, piece)
            return State.DONE, say("{name}: no. {number}, “{file}”, as you noted.", **values)
        others = [one for one in needed("evidence").values() if one is not need]
        if piece := guessed(need, self.pieces, others):
            values = _of(need, piece)
            return State.SEEMS, say("{name}: no. {number}, “{file}”, seems to be it.", **values)
        if is_named(need, self.case.enclosures):
            return State.SEEMS, say(
                "{name}: you name it among the enclosures, but no file is kept.", name=need.name
            )
        return State.MISSING, None


def _of(need: Needed, piece: Piece) -> dict[str, Value]:
    return {"name": need.name, "number": piece.number, "file": piece.name}


_HAS: dict[str, Callable[[Case, Known], bool]] = {
    "subject": lambda case, _: bool(case.subject.strip()),
    "details": lambda case, _: bool(case.details.strip()),
    "expected_result": lambda case, _: bool(case.expected_result.strip()),
    "done_already": lambda case, _: bool(case.done_already.strip()),
    "contacts": lambda case, _: bool(case.contacts.strip()),
    "amount": lambda case, _: case.amount is not None,
    "references": lambda case, _: bool(case.references),
    "promise": lambda case, _: case.open_deadline(DeadlineKind.PROMISE) is not None,
    "points": lambda _, known: bool(known.company and known.company.contact_points),
    "sender": lambda case, known: known.reachable or bool(case.contacts.strip()),
}
