"""What was taken back, or would be, in words."""

from __future__ import annotations

from collections.abc import Iterable

from tui.cases.sentence import Sentence, say, say_many
from tui.cases.words import EventKind
from tui.desk.labels import label
from tui.store.contract import Change
from tui.store.errors import Conflict

# Each names `{id}`, the case.
_OF_A_CASE = {
    "compose": say("the change of the letter in #{id}"),
    "tick": say("a tick in the checklist of #{id}"),
    "insist": say("taking a step of #{id} after its time"),
    "link": say("a link of #{id}"),
    "unlink": say("the end of a link of #{id}"),
    "snooze": say("the snooze of #{id}"),
    "wake": say("the end of the snooze of #{id}"),
    "chase": say("the regular reminders of #{id}"),
    "mail_attach": say("putting mails into #{id}"),
    "mail_settle": say("that the mails of #{id} are told"),
    "mail_sent": say("the letter of #{id} that went out"),
    "mail_there": say("the letter of #{id} that went out"),
}
_OF_SEVERAL = {
    "add_several": say_many("{count} new case", "{count} new cases", 1),
    "import": say_many("the import of {count} case", "the import of {count} cases", 1),
    "edit_several": say_many("the change of {count} case", "the change of {count} cases", 1),
    "snooze_several": say_many("the snooze of {count} case", "the snooze of {count} cases", 1),
    "wake_several": say_many(
        "the end of the snooze of {count} case", "the end of the snooze of {count} cases", 1
    ),
    "chase_several": say_many(
        "the regular reminders of {count} case", "the regular reminders of {count} cases", 1
    ),
    "mail_attach": say_many(
        "putting mails into {count} case", "putting mails into {count} cases", 1
    ),
}
_OF_LETTER = say("what was done with the letter of #{id} in the outbox")


_WHOLE = frozenset({"add", "add_several", "import"})


class Asks(Conflict):
    """It is asked once before `before` is taken back."""

    before: Change


class WholeCase(Asks):
    """`before` is how whole cases came into the book: all that is in them would go."""

    def __init__(self, before: Change) -> None:
        super().__init__(say("Next is {what}, with all that is in it.", what=what_of(before)))
        self.before = before


class GoesBeyond(Asks):
    """What I did last cannot be taken back: undo would take `before`, which lies behind it."""

    def __init__(self, last: Change, before: Change) -> None:
        super().__init__(
            say(
                "What you did last, {last}, cannot be taken back. Before it stands {before}.",
                last=what_of(last),
                before=what_of(before),
            )
        )
        self.before = before


def require(
    before: Change, since: Iterable[Change], just: Change | None, *, beyond: bool, asks: bool
) -> None:
    """Whether `before` may be taken back, after which I did what is in `since` for good.

    Raises GoesBeyond where a letter in the outbox or out is what I did last, unless it may go
    `beyond` that; WholeCase where one `asks` before a case goes whole that was not opened `just`
    now.
    """
    letters = (c for c in since if c.verb.startswith("mail_") and c.verb != "mail_told")
    last = None if beyond else next(letters, None)
    if last is not None:
        raise GoesBeyond(last, before)
    if asks and before.verb in _WHOLE and before != just:
        raise WholeCase(before)


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
    if change.verb in _OF_A_CASE and number:
        return Sentence(_OF_A_CASE[change.verb].text, {"id": number})
    if said := _of_mail(change):
        return said
    if change.verb == "company":
        return say("the change of the company {name}", name=detail)
    if detail.isdecimal():
        return _of_several(change.verb, int(detail))
    return say("the last change")


def _of_mail(change: Change) -> Sentence | None:
    """What was done with a letter or a mail; None of what is told otherwise."""
    if change.verb.startswith("mail_") and change.case and not change.undoable:
        return Sentence(_OF_LETTER.text, {"id": change.case})
    if change.verb == "mail_fetch":
        return _fetched(change.detail)
    if change.verb in ("mail_ignore", "mail_back", "mail_new", "mail_move"):
        return say("what was done with mail {id}", id=int(change.detail))
    return None


def _fetched(detail: str) -> Sentence:
    if detail.isdecimal() and int(detail):
        return say_many("{count} mail that came", "{count} mails that came", int(detail))
    return say("how far the mail was read")


def _of_several(verb: str, count: int) -> Sentence:
    if verb in _OF_SEVERAL:
        said = _OF_SEVERAL[verb]
        return say_many(said.text, said.many, count)
    return say("the last change")


def _kind(detail: str) -> EventKind | str:
    try:
        return EventKind(detail)
    except ValueError:
        return detail
