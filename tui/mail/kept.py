"""A mail as the book keeps it: what was read of it, and what became of it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from tui.cases.record import Record
from tui.cases.sentence import Sentence
from tui.mail import limits
from tui.mail.matching import Certainty, Match
from tui.mail.message import Automatic, Fault, Mail

_SHORT = limits.FACTS  # characters of a text that stand in the book; the whole is in the bytes


class MailState(StrEnum):
    """Where a mail is: in the Inbox, at a case, or put aside."""

    NEW = "new"
    ATTACHED = "attached"
    IGNORED = "ignored"


class Guess(msgspec.Struct, frozen=True, kw_only=True):
    """The case of a mail as it was guessed when it came; see `Match`. Texts of the catalogue."""

    case: int = 0
    is_certain: bool = False
    why: str = ""
    doubt: str = ""
    values: dict[str, str] = {}
    others: tuple[int, ...] = ()

    @property
    def reasons(self) -> tuple[Sentence, ...]:
        """Why, and why not for certain."""
        return tuple(Sentence(text, dict(self.values)) for text in (self.why, self.doubt) if text)


class KeptMail(Record, frozen=True, kw_only=True):
    """A mail of the book; its bytes lie among the evidence as `sha256`, `size` of them.

    `at`: when it was fetched, `came`: when it reached my mailbox. `case` and `event` tell where
    it was put; 0: nowhere.
    """

    sha256: str
    size: int
    at: datetime
    came: datetime
    source: str = ""
    mail: Mail = Mail()
    state: MailState = MailState.NEW
    guess: Guess = Guess()
    case: int = 0
    event: int = 0

    @property
    def is_receipt(self) -> bool:
        """Whether a robot of theirs answered: no answer at all."""
        return self.mail.automatic is Automatic.REPLIED


def guess_of(match: Match) -> Guess:
    """What is kept of a match."""
    told = {**match.why.values, **(match.doubt.values if match.doubt else {})}
    return Guess(
        case=match.case_id or 0,
        is_certain=match.certainty is Certainty.CERTAIN,
        why=match.why.text,
        doubt=match.doubt.text if match.doubt else "",
        values={name: str(value) for name, value in told.items()},
        others=match.others,
    )


def shortened(mail: Mail) -> Mail:
    """The mail with no more text than the book keeps, which it then says."""
    if len(mail.new) <= _SHORT and len(mail.rest) <= _SHORT:
        return mail
    problems = dict.fromkeys((*mail.problems, Fault.TEXT_CUT))
    return replace(mail, new=mail.new[:_SHORT], rest=mail.rest[:_SHORT], problems=tuple(problems))
