"""Everything that a letter is written from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tui.cases.case import Case
from tui.letters.letter import Sender
from tui.letters.phrases import Phrases
from tui.letters.plain import one_line
from tui.wording.wording import Wording


@dataclass(frozen=True, slots=True)
class Matter:
    """A case, who writes of it, in which language, and on which day."""

    case: Case
    sender: Sender
    words: Wording
    phrases: Phrases
    today: date
    answer_by: date | None = None
    company: str = ""

    def day(self, day: date | None) -> str:
        """A date in the language of the letter; empty for none."""
        return self.words.day(day) if day else ""

    @property
    def company_name(self) -> str:
        return one_line(self.company or self.case.company)
