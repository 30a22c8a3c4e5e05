"""Facts as they are read of a text that came on a Tuesday."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from tui.mail.fact import Fact, FactKind
from tui.mail.facts import facts_in

SAID = datetime(2026, 11, 24, 10, 0)  # a Tuesday


def working(day: date, count: int) -> date:
    """Monday to Friday."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def facts(
    text: str, *, subject: str = "", day_first: bool = True, mine: tuple[str, ...] = ()
) -> tuple[Fact, ...]:
    return facts_in(
        text, told_at=SAID, day_first=day_first, working=working, subject=subject, mine=mine
    )


def of(kind: FactKind, text: str, **how: object) -> list[Fact]:
    return [fact for fact in facts(text, **how) if fact.kind is kind]  # type: ignore[arg-type]
