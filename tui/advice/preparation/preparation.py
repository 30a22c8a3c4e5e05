"""What to have at hand for a kind of problem, and what of it is missing.

What a request cannot do without is what `tui.cases.gaps` says, so that this list and the
gaps on the board agree. All else makes it stronger, and may be left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from tui.advice.preparation.preparation_data import Kind, Needed, Texts, What, kinds, needed
from tui.advice.preparation.preparation_evidence import Piece, guessed, is_named, noted, pieces_of
from tui.advice.preparation.preparation_kind import KindOf, kind_of, says
from tui.advice.preparation.preparation_list import TICKED, Item, Preparation, State
from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.gaps import Gap, gaps_of
from tui.cases.sentence import Sentence, Value, say
from tui.cases.words import DeadlineKind, Stage

_GAPS = {"subject": Gap.SUBJECT, "details": Gap.DETAILS, "result": Gap.RESULT}
OF_PAYMENT = ("amount", "paid", "card")
_ANY_AMOUNT = {"en": "the full amount", "ru": "всю сумму"}


class Known(Struct, frozen=True):
    """What else there is to look at.

    `named`: what a kind of identifier is called in the data, however it was written; `amount` and
    `day`: for the results, in words of the language of the letters; `reachable`: whether the
    profile says how to reach me; `by_card`: whether the ladder leads to the bank of a card.
    """

    named: KindOf
    day: str
    amount: str = ""
    company: Company | None = None
    reachable: bool = False
    by_card: bool = False


def preparation(case: Case, known: Known) -> Preparation:
    """The list of a case, the indispensable first, then numbers, evidence, contacts."""
    name = kind_of(case, known.named)
    kind = kinds()[name]
    ticked = frozenset(tick.line for tick in case.ticked if tick.step == TICKED)
    look = _Look(case, known, kind, pieces_of(case), ticked)
    return Preparation(
        kind=name,
        title=kind.title,
        items=tuple(look.items()),
        results=tuple(_filled(result, case.language, known) for result in kind.results),
    )


def _filled(result: Texts, language: str, known: Known) -> str:
    told = result.get(language, result["en"])
    amount = known.amount or _ANY_AMOUNT.get(language, _ANY_AMOUNT["en"])
    return told.format(amount=amount, date=known.day).replace(" г..", " г.")


class _Look(Struct, frozen=True):
    """One look over a case."""

    case: Case
    known: Known
    kind: Kind
    pieces: tuple[Piece, ...]
    ticked: frozenset[str]

    def items(self) -> Iterator[Item]:
        general = needed("general")
        is_out = self.case.stage is not Stage.DRAFT
        after = ("reference", "promise") if is_out and self.case.stage is not Stage.CLOSED else ()
        gaps = set(gaps_of(self.case))
        for name in ("subject", "details", "result"):
            yield self._item(name, general[name], required=_GAPS[name] in gaps)
        for place, name in enumerate(self._numbers()):
            first = place == 0 and Gap.IDENTIFIER in gaps
            yield self._item(name, needed("numbers")[name], required=first)
        for name in self.kind.evidence:
            yield self._item(name, needed("evidence")[name])
        for name in ("where", "me", *after):
            yield self._item(name, general[name])

    def _numbers(self) -> tuple[str, ...]:
        """Those of the kind, and those by which a bank finds a payment with its card."""
        more = OF_PAYMENT if self.known.by_card else ()
        return tuple(dict.fromkeys((*self.kind.numbers, *more)))

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
    "paid": lambda case, _: any(known.kind == "payment" for known in case.dates),
    "references": lambda case, _: bool(case.references),
    "promise": lambda case, _: case.open_deadline(DeadlineKind.PROMISE) is not None,
    "points": lambda _, known: bool(known.company and known.company.contact_points),
    "sender": lambda case, known: known.reachable or bool(case.contacts.strip()),
}
