"""Everything that a letter is written from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct, field

from tui.cases.case import Case
from tui.cases.event import Event
from tui.cases.order import in_order
from tui.cases.words import Tone, Urgency
from tui.deadlines.meter import Meter, Reading
from tui.deadlines.period import Period
from tui.letters.letter import Sender
from tui.letters.phrases import Phrases, Voice
from tui.letters.plain import one_line
from tui.letters.sent import Sent
from tui.wording.wording import Wording


class Ground(Struct, frozen=True):
    """What a letter rests on, and where the way goes on, in its language.

    `law`: article and law; only for a formal letter, and only from a rule that is certain and
    in force. `sets_time`: it is their time to answer, and the date of the letter comes from
    it; `sets_word`: it is their time to confirm that they have it. `rule`: its id. `next_title`,
    `next_addressee`: the step that would follow. `meters`: what the delay costs them by today, of
    meters that are on.
    """

    rule: str = ""
    law: str = ""
    sets_time: bool = False
    sets_word: bool = False
    is_mine: bool = False
    next_title: str = ""
    next_addressee: str = ""
    meters: tuple[tuple[Meter, Reading], ...] = ()


class Reader(Struct, frozen=True):
    """Somebody else who reads a letter about the company: another party of the dispute, or a body.

    `name`: what a party is called; `events`: the ids of what was with them; `number`: the one
    that they gave the matter.
    """

    name: str = ""
    events: frozenset[int] = frozenset()
    number: str = ""


class Matter(Struct, frozen=True):
    """A case, who writes of it, in which language and tone, and on which day.

    `others`: id of an event -> with whom it was, where that is not who the letter speaks to or of.
    `filed`: how urgent a ticket was said to be when it was filed, if that is known.
    `kinds`: id of what I sent -> which kind of letter it was, and to whom. `answer_at`: the moment
    on the day `answer_by`, where hours count. `answer_within`: the period, where it counts from
    the arrival of the letter. `word_by`, `word_within`: the same of the day by which a rule has
    them confirm that they have the letter, which is not the answer. `now`: the moment at the
    company, without which no hour is called past. `reader`: whom the letter goes to, where that is
    somebody else than it is about.
    `tells_missed`: the letter itself says which answer is late, so that its history need not.
    `is_abroad`: the company’s clocks show another hour than mine. `asks_exchange`: the letter asks
    to exchange goods, or tells of a letter that did: of my wish it keeps only such a one.
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
    kinds: Mapping[int, Sent] = field(default_factory=dict)
    filed: Urgency | None = None
    answer_at: datetime | None = None
    answer_within: Period | None = None
    word_by: date | None = None
    word_within: Period | None = None
    now: datetime | None = None
    reader: Reader = Reader()
    is_abroad: bool = False
    tells_missed: bool = False
    asks_exchange: bool = False

    def day(self, day: date | None) -> str:
        """A date in the language of the letter; empty for none."""
        return self.words.day(day) if day else ""

    def concerns(self, event: int) -> bool:
        """Whether whom the letter speaks to has to do with an event.

        What is with others is not theirs: neither the company nor another party of the dispute is
        told of it. A body above them hears of all of them.
        """
        is_told_all = self.phrases.voice is not Voice.YOU and not self.reader.name
        return is_told_all or event not in self.others or event in self.reader.events

    def events(self) -> tuple[Event, ...]:
        """What concerns whom the letter speaks to, by the days."""
        return tuple(event for event in in_order(self.case) if self.concerns(event.id))

    def with_reader(self) -> tuple[Event, ...]:
        """What was with the very one who reads the letter: nobody is asked for what others owe."""
        if self.phrases.voice is not Voice.THEY or not self.reader.events:
            return self.events()
        return tuple(event for event in self.events() if event.id in self.reader.events)

    @property
    def company_name(self) -> str:
        return one_line(self.company or self.case.company)
