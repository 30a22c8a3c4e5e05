"""Everything a person reads, in their language."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from tui.cases.deadline import Deadline
from tui.cases.money import Money
from tui.cases.sentence import Sentence, Value
from tui.wording import dates, money
from tui.wording.catalogue import Catalogue
from tui.wording.terms import TERMS

LANGUAGES = ("en", "ru")
_KB, _MB = 1000, 1_000_000
LOCALE = Path(__file__).parent / "locale"


class Wording:
    """One language: texts of the catalogue, dates, money, plurals.

    `t` and `n` look a text up and fill its `{fields}`; values may be dates, enums, money or
    sentences, and are put into words here.
    """

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        compiled = LOCALE / self.language / "LC_MESSAGES" / "upheld.mo"
        self._texts = Catalogue(compiled.read_bytes())

    def t(self, text: str, /, **values: Value) -> str:
        """A text of the catalogue."""
        found = self._texts.gettext(text) if text else ""
        return _stopped(found.format(**self._put(values))) if values else found

    def n(self, one: str, many: str, count: int, /, **values: Value) -> str:
        """A text that depends on a number, which it may name as `{count}`."""
        found = self._texts.ngettext(one, many, count)
        return _stopped(found.format(**self._put({"count": count, **values})))

    def say(self, sentence: Sentence) -> str:
        """A sentence that a room below spoke."""
        if sentence.count is not None:
            return self.n(sentence.text, sentence.many, sentence.count, **sentence.values)
        return self.t(sentence.text, **sentence.values)

    def term(self, word: StrEnum) -> str:
        """A word of the trade: a stage, a channel, an outcome ..."""
        return self.t(TERMS.get((type(word), word), str(word)))

    def day(self, day: date) -> str:
        """24 November 2026, 24 ноября 2026 г."""
        return dates.long_day(self, day)

    def short_day(self, day: date, today: date | None = None) -> str:
        """Tue 24 Nov, вт 24 ноя; with the year where it is not that of `today`."""
        return dates.short_day(self, day, today)

    def due(self, day: date, at: datetime | None, today: date) -> str:
        """Tue 24 Nov; where hours are counted 17:40 on Tue 24 Nov."""
        return dates.due(self, day, at, today)

    def month(self, day: date) -> str:
        """November 2026, ноябрь 2026."""
        return dates.month(self, day)

    def weekdays(self) -> tuple[str, ...]:
        """Mon, Tue ... Sun; пн, вт ... вс."""
        return dates.weekdays(self)

    def moment(self, at: datetime) -> str:
        """Tue 24 Nov 2026, 14:05."""
        return f"{self.short_day(at.date())} {at.year}, {at:%H:%M}"

    def money(self, amount: Money) -> str:
        """€1,234.50, 1 234,50 €."""
        return money.amount(self.language, amount)

    def number(self, value: Decimal | int) -> str:
        """Digits in groups as the language writes them."""
        return money.grouped(self.language, Decimal(value))

    def size(self, count: int) -> str:
        """Bytes as a person counts them: 40 KB, 1.2 MB."""
        if count < _MB:
            return self.t("{number} KB", number=self.number(max(1, round(count / _KB))))
        written = f"{count / _MB:.1f}"
        return self.t(
            "{number} MB", number=written.replace(".", "," if self.language == "ru" else ".")
        )

    def until(self, deadline: Deadline, today: date) -> str:
        """How a deadline stands: 2 days late, today, by Tue 24 Nov."""
        return dates.until(self, deadline, today)

    def _put(self, values: dict[str, Value]) -> dict[str, str | int]:
        return {name: self._word(value) for name, value in values.items()}

    def _word(self, value: Value) -> str | int:
        if isinstance(value, Sentence):
            return self.say(value)
        if isinstance(value, StrEnum):
            return self.term(value)
        if isinstance(value, datetime):
            return self.moment(value)
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, tuple):
            return ", ".join(str(self._word(item)) for item in value)
        if isinstance(value, Decimal):
            return self.number(value)
        if isinstance(value, Money):
            return self.money(value)
        if isinstance(value, dict):
            return value.get(self.language, value["en"])
        return value


def _stopped(text: str) -> str:
    """A Russian date ends with a full stop of its own: 28 ноября 2026 г."""
    return text.replace(" г..", " г.")
