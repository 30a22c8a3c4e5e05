"""How the values in the table of a rule are read and checked, each kind in its way.

Each reader raises BadInput where the field is not as it has to be.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeAlias

from tui.cases.errors import BadInput
from tui.cases.sentence import say
from tui.cases.words import Problem
from tui.deadlines.rule import FIRM, StartsOn
from tui.deadlines.zones import zone_named
from tui.playbooks.steps import LANGUAGES
from tui.playbooks.tables import Table

Reader: TypeAlias = Callable[[Table, str], Any]

UNKNOWN = "unknown"  # since when it holds is not known
LONGEST_QUOTE = 160

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*(\.[a-z0-9][a-z0-9_-]*)+")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9-]{10}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})")
_DAY_MINUTES = 24 * 60


def is_id(text: str) -> bool:
    """Whether it is small Latin letters, digits, - and _ in segments with dots between."""
    return bool(_ID.fullmatch(text))


def word(words: type[StrEnum]) -> Reader:
    return lambda table, field: table.word(field, words)


def one_of(allowed: tuple[str, ...]) -> Reader:
    return lambda table, field: table.one_of(field, allowed)


def some_texts(table: Table, field: str) -> dict[str, str]:
    """A text in at least one language."""
    texts = table.table(field)
    texts.only(frozenset(LANGUAGES))
    if not texts.plain:
        raise table.wrong(field, say("is empty"))
    return {language: texts.filled(language) for language in texts.plain}


def day(table: Table, field: str) -> date:
    value = table.plain.get(field)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value  # TOML knows dates without quotes
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        raise table.wrong(field, say("there is no day {day}", day=str(value))) from None
    raise table.wrong(field, say("must be a date such as 2026-11-22"))


def day_or_unknown(table: Table, field: str) -> date | None:
    return None if table.plain.get(field) == UNKNOWN else day(table, field)


def day_or_moment(table: Table, field: str) -> str:
    """An ISO day, or a moment with its offset, as a text."""
    value = table.plain.get(field)
    text = value.isoformat() if isinstance(value, date) else value
    if isinstance(text, str) and _MOMENT.fullmatch(text):
        try:
            return datetime.fromisoformat(text).isoformat()
        except ValueError:
            raise table.wrong(field, say("there is no moment {moment}", moment=text)) from None
    if isinstance(text, str) and "T" in text:
        raise table.wrong(field, say("must be a moment such as 2026-10-25T01:30+01:00"))
    return day(table, field).isoformat()


def calendar(table: Table, field: str) -> str:
    from tui.deadlines.calendars import calendar_for

    value = table.string(field).strip()
    try:
        return value if value in {"", FIRM} else calendar_for(value).id
    except BadInput as error:
        problem = say("“{value}” is no country such as RU nor a part such as GB-SCT", value=value)
        raise table.wrong(field, problem) from error


def own_calendar(table: Table, field: str) -> str:
    """The calendar of a day: a country, or a part of one."""
    if table.filled(field) == FIRM:
        raise table.wrong(field, say("must be a country such as RU or a part such as GB-SCT"))
    return calendar(table, field)


def hours(table: Table, field: str) -> str:
    from tui.deadlines.hours import parse_hours

    value = table.filled(field)
    try:
        parse_hours(value, "UTC")
    except BadInput as error:
        problem = say("“{value}” are no hours such as Mon-Fri 09:00-18:00", value=value)
        raise table.wrong(field, problem) from error
    return value


def zone(table: Table, field: str) -> str:
    value = table.filled(field)
    try:
        zone_named(value)
    except BadInput as error:
        problem = say("“{value}” is no time zone such as Europe/Moscow", value=value)
        raise table.wrong(field, problem) from error
    return value


def an_id(table: Table, field: str) -> str:
    value = table.string(field)
    if not is_id(value):
        raise table.wrong(field, say("“{value}” is no id such as ru.gk.193", value=value))
    return value


def ids(table: Table, field: str) -> tuple[str, ...]:
    values = table.strings(field)
    for value in values:
        if not is_id(value):
            raise table.wrong(field, say("“{value}” is no id such as ru.gk.193", value=value))
    return values


def problems(table: Table, field: str) -> tuple[Problem, ...]:
    return tuple(map(Problem, table.names(field, tuple(word.value for word in Problem))))


def quote(table: Table, field: str) -> str:
    value = table.filled(field)
    if len(value) > LONGEST_QUOTE:
        raise table.wrong(field, say("is longer than {count} characters", count=LONGEST_QUOTE))
    return value


def minutes(table: Table, field: str) -> int:
    return table.number(field, 0, _DAY_MINUTES - 1)


def also(table: Table, field: str) -> dict[StartsOn, str]:
    starts = table.table(field)
    starts.only(frozenset(StartsOn))
    return {StartsOn(name): day_or_moment(starts, name) for name in starts.plain}
