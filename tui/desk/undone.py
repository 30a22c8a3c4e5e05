"""What was taken back, in words."""

from __future__ import annotations

from tui.cases.sentence import Sentence, say, say_many
from tui.cases.words import EventKind
from tui.desk.labels import label
from tui.store.contract import Change


def sentence_of(change: Change) -> Sentence:
    """“Taken back: …” for a change as the journal keeps it."""
    return say("Taken back: {what}.", what=what_of(change))


def what_of(change: Change) -> Sentence:
    """“the change of the letter in #1”"""
    detail, number = change.detail, change.case
    if change.verb == "add":
        return say("the new case with {company}", company=detail)
    if change.verb == "edit":
        fields = tuple(label(field) for field in detail.split(", "))
        return say("the change of {fields} in #{id}", fields=fields, id=number)
    if change.verb == "record":
        return say("“{kind}” in #{id}", kind=_kind(detail), id=number)
    if change.verb == "compose":
        return say("the change of the letter in #{id}", id=number)
    if change.verb == "tick":
        return say("a tick in the checklist of #{id}", id=number)
    if change.verb == "company":
        return say("the change of the company {name}", name=detail)
    if detail.isdecimal():
        return _of_several(change.verb, int(detail))
    return say("the last change")


def _of_several(verb: str, count: int) -> Sentence:
    if verb == "add_several":
        return say_many("{count} new case", "{count} new cases", count)
    if verb == "edit_several":
        return say_many("the change of {count} case", "the change of {count} cases", count)
    if verb == "import":
        return say_many("the import of {count} case", "the import of {count} cases", count)
    return say("the last change")


def _kind(detail: str) -> EventKind | str:
    try:
        return EventKind(detail)
    except ValueError:
        return detail
