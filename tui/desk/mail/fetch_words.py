"""What a fetch brought, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.cases.sentence import Sentence, say, say_many

if TYPE_CHECKING:
    from tui.desk.mail.taking_mail import Taken


def brought(taken: Taken) -> Sentence:
    """How many mails came, and where they went, in one sentence."""
    if not taken.new:
        return say("No new mail.")
    where = tuple(_where(taken))
    return say_many("{count} new mail: {where}.", "{count} new mails: {where}.", taken.new,
                    where=where)  # fmt: skip


def _where(taken: Taken) -> Iterator[Sentence]:
    inbox = taken.suggested + taken.unmatched
    if taken.attached:
        yield _in_cases(taken)
    if inbox:
        yield say_many("{count} to the Inbox", "{count} to the Inbox", inbox)
    if taken.ignored:
        yield say_many("{count} put aside", "{count} put aside", taken.ignored)


def _in_cases(taken: Taken) -> Sentence:
    """With what among it is no answer."""
    went = say_many("{count} to its case", "{count} to their cases", taken.attached)
    others: list[Sentence] = []
    if taken.receipts:
        others.append(say_many("{count} receipt", "{count} receipts", taken.receipts))
    if taken.returned:
        others.append(
            say_many("{count} letter came back", "{count} letters came back", taken.returned)
        )
    return say("{what} ({details})", what=went, details=tuple(others)) if others else went
