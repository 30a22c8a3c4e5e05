"""What a deadline is about, in a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cases.deadline import Deadline
from tui.cases.words import DeadlineKind, Owes

if TYPE_CHECKING:
    from tui.wording.wording import Wording


def what_is_due(words: Wording, deadline: Deadline) -> str:
    """Their answer, their promise, what they asked me for."""
    if deadline.kind is DeadlineKind.ANSWER and deadline.owes is Owes.RECEIPT:
        return words.t("their confirmation")
    return words.term(deadline.kind)
