"""Everything that a letter is written from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from tui.cases.case import Case
from tui.cases.words import Tone
from tui.deadlines.meter import Meter, Reading
from tui.deadlines.period import Period
from tui.letters.letter import Sender
from tui.letters.phrases import Phrases, Voice
from tui.letters.plain import one_line
from tui.wording.wording import Wording


@dataclass(frozen=True, slots=True)
class Ground:
    """What a letter rests on, and where the way goes on, in its language.

    `law`: article and law; only for a formal letter, and only from a rule that is certain and
    in force. `sets_time`: it is their time to answer, and the date of the letter comes from
    it. `rule`: its id. `next_title`, `next_addressee`: the step that would follow. `meters`:
    what the delay costs them by today, of meters that are on.
    """

    rule: str = ""
    law: str = ""
    sets_time: bool = False
    is_mine: bool = False
    next_title: str = ""
    next_addressee: str = ""
    meters: tuple[tuple[Meter, Reading], ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """A case, who writes of it, in which language and tone, and on which day.

    `others`: id of an event -> with whom it was, where that is not who the letter speaks to or of.
    `answer_at`: the moment on the day `answer_by`, where hours count. `answer_within`: the period
    by law, where it counts from the arrival of the letter. `now`: the moment at the company,
    without which no hour is called past.
    """

    case: Case
    sender: Sender
    words: Wording
    phrases: Phrases
    today: date
    answer_by: date | None = None
    company: str = ""
    tone: Tone = Tone.NEUTRAL
    ground: Ground = Ground()
    others: Mapping[int, str] = field(default_factory=dict)
    answer_at: datetime | None = None
    answer_within: Period | None = None
    now: datetime | None = None

    def day(self, day: date | None) -> str:
        """A date in the language of the letter; empty for none."""
        return self.words.day(day) if day else ""

    def concerns(self, event: int) -> bool:
        """Whether whom the letter speaks to has to do with an event.

        What others said is not theirs.
        Somebody outside the company, who hears of all of them, is told of everything.
        """
        return self.phrases.voice is not Voice.YOU or event not in self.others

    @property
    def company_name(self) -> str:
        return one_line(self.company or self.case.company)
