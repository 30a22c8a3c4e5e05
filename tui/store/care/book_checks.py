"""What may be wrong inside of a book. An error is what `repair` mends, or tells to be lost."""

from __future__ import annotations

from collections.abc import Iterator

from tui.cases.card import card_of
from tui.cases.errors import UpheldError
from tui.cases.lifecycle import replay
from tui.cases.sentence import Sentence, say
from tui.store import schema
from tui.store.cards import card_in, keep_card
from tui.store.care.contents import Contents, Place
from tui.store.care.patient import Finding, Patient, Severity
from tui.store.names import CASES, COMPANIES

_TOLD = ("stage", "outcome", "step", "deadlines", "references")


def of_file(patient: Patient) -> Iterator[Finding]:
    """What SQLite says."""
    contents = patient.contents
    if contents.complaints:
        yield _error("damaged", say("“{file}” is damaged.", file=patient.name))
    elif contents.application != schema.APPLICATION:
        text = say(
            "“{file}” does not say that it is a book of Upheld, but is one.", file=patient.name
        )
        yield _error("head", text)


def of_rows(patient: Patient) -> Iterator[Finding]:
    """What was in the book and is there no longer, or not as it was written."""
    contents = patient.contents
    for place in sorted(contents.known - set(contents.rows)):
        if place in contents.damaged:
            text = say(
                "{what} is damaged: its checksum does not fit.", what=called(place, contents)
            )
            yield _error("checksum", text, _case_of(place))
        else:
            text = say("{what} is missing.", what=called(place, contents))
            yield _error("missing", text, _case_of(place))


def of_documents(patient: Patient) -> Iterator[Finding]:
    """Cases and companies that cannot be read."""
    for place, why in patient.unread.items():
        yield _error("unreadable", why, _case_of(place))


def of_uids(patient: Patient) -> Iterator[Finding]:
    """One case may be there once."""
    known: dict[str, int] = {}
    for number, case in sorted(patient.cases.items()):
        first = known.setdefault(case.uid or str(number), number)
        if first != number:
            text = say("Case #{id} is the same as case #{other}.", id=number, other=first)
            yield Finding("twice", Severity.WARN, text, number)


def of_cards(patient: Patient) -> Iterator[Finding]:
    """Lists and board show a case by its card."""
    contents = patient.contents
    for number, case in sorted(patient.cases.items()):
        expected = keep_card(card_of(case), number, contents.rows[CASES, number])
        _, kept = contents.cards.get(number, (0, None))
        if kept is None or kept.card is None:
            text = say("Case #{id} has no card: no list shows it.", id=number)
            yield _error("card", text, number)
        elif kept.shape == expected.shape and kept != expected:
            text = say("The card of case #{id} does not fit the case.", id=number)
            yield _error("card", text, number)


def of_numbers(patient: Patient) -> Iterator[Finding]:
    """A number is given once, and a book has a name."""
    contents = patient.contents
    wrong = [number for table, number in contents.rows if table == CASES and number < 1]
    for number in wrong:
        yield _error("number", say("#{id} is no number of a case.", id=number), number)
    named = last_in(patient)
    if named > contents.last_given:
        text = say("The journal knows case #{id}, whose number would be given again.", id=named)
        yield _error("number", text, named)
    if not contents.facts.get("book"):
        yield _error("name", say("The book has no name by which windows tell it from another."))


def of_journal(patient: Patient) -> Iterator[Finding]:
    """What undo needs."""
    for why in patient.unread_entries.values():
        yield _error("journal", why)


def of_timelines(patient: Patient) -> Iterator[Finding]:
    """Where a case stands follows from what happened. Not mended: nobody knows which is right."""
    for number, case in sorted(patient.cases.items()):
        try:
            told = replay(case)
        except UpheldError as error:
            text = say(
                "The timeline of case #{id} cannot be: {problem}", id=number, problem=error.sentence
            )
            yield Finding("timeline", Severity.WARN, text, number)
            continue
        differing = tuple(name for name in _TOLD if getattr(case, name) != getattr(told, name))
        if differing:
            text = say(
                "The timeline of case #{id} tells another {fields}.", id=number, fields=differing
            )
            yield Finding("timeline", Severity.WARN, text, number)


def of_search(patient: Patient) -> Iterator[Finding]:
    """What is written has to be found; what cannot be read is not."""
    contents = patient.contents
    if not contents.finds and not patient.unread and contents.known == set(contents.rows):
        yield _error("search", say("The search does not find everything that is in the book."))


CHECKS = (
    of_file, of_rows, of_documents, of_uids, of_cards, of_numbers, of_journal, of_timelines,
    of_search,
)  # fmt: skip


def last_in(patient: Patient) -> int:
    """The highest number of a case that the journal names."""
    places = {place for entry in patient.entries.values() for place in entry.places}
    return max((int(key) for table, key in places if table == CASES and key.isdecimal()), default=0)


def called(place: Place, contents: Contents) -> Sentence:
    """A document as a person calls it; what is left of a case is its card."""
    table, number = place
    if table == CASES:
        _, kept = contents.cards.get(number, (0, None))
        card = card_in(kept) if kept else None
        if card is None:
            return say("Case #{id}", id=number)
        return say(
            "Case #{id} ({company}: {subject})",
            id=number,
            company=card.company,
            subject=card.subject,
        )
    if table == COMPANIES:
        return say("Company {id}", id=number)
    return say("Row {number} of “{table}”", number=number, table=table)


def _case_of(place: Place) -> int:
    return place[1] if place[0] == CASES else 0


def _error(kind: str, text: Sentence, case: int = 0) -> Finding:
    return Finding(kind, Severity.ERROR, text, case)
