"""When a time ends, in the words of a letter: a day, with the hour where hours were counted."""

from __future__ import annotations

from datetime import datetime

from tui.cases.deadline import Deadline
from tui.letters.phrases import Phrases
from tui.wording.wording import Wording


def moment(words: Wording, phrases: Phrases, at: datetime) -> str:
    """23:45 on 28 November 2026, 23:45 28 ноября 2026 г."""
    return phrases.say("by.moment", time=f"{at:%H:%M}", day=words.day(at.date()))


def end_of(words: Wording, phrases: Phrases, deadline: Deadline) -> str:
    """Until when somebody had time, with the hour where hours were counted."""
    if deadline.due_at:
        return moment(words, phrases, deadline.due_at)
    return words.day(deadline.late_after)
