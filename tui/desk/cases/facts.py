"""What a person types into a field, as a value of the case."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.cases.words import Channel, Part, Problem, Urgency
from tui.deadlines.calendars import calendar_for
from tui.deadlines.zones import zone_named
from tui.desk.amounts import money_of, money_text
from tui.desk.cases.identifiers import identifiers_of, identifiers_text, with_identifier
from tui.desk.labels import label
from tui.desk.ladder.dispute import dates_of, dates_text, parties_of, parties_text
from tui.wording.wording import LANGUAGES

E = TypeVar("E", bound=StrEnum)

_YES = frozenset({"1", "yes", "true", "on", "да"})
_NO = frozenset({"", "0", "no", "false", "off", "нет"})

# What people call a channel; between the words stands a space, a hyphen or a full stop.
_CHANNEL_NAMES: dict[Channel, tuple[str, ...]] = {
    Channel.PHONE: ("phone", "tel", "телефон", "тел"),
    Channel.EMAIL: (
        *("email", "e mail", "mail", "почта", "эл почта", "электронная почта"),
        *("имейл", "емейл"),
    ),
    Channel.CHAT: ("chat", "чат"),
    Channel.FORM: ("form", "web form", "форма", "веб форма", "сайт"),
    Channel.SOCIAL: ("social", "social network", "соцсеть", "социальная сеть", "мессенджер"),
    Channel.LETTER: (
        *("letter", "registered letter", "письмо", "заказное письмо"),
        *("address", "postal address", "адрес", "почтовый адрес"),
    ),
    Channel.IN_PERSON: ("in person", "лично"),
}
CHANNEL_NAMES = {name: channel for channel, names in _CHANNEL_NAMES.items() for name in names}


def word_of(kind: type[E], text: str, field: str) -> E:
    """A word of a closed vocabulary; of the channels also what people call them.

    Raises BadInput, which names the channels as people do, since that is read as well.
    """
    word = text.strip().lower().replace("-", "_")
    if kind is Channel:
        word = CHANNEL_NAMES.get(" ".join(re.split(r"[\s._:]+", word)).strip(), word)
    try:
        return kind(word)
    except ValueError:
        raise BadInput(
            "{field}: “{value}” is not known. Known: {known}.",
            value=text,
            field=label(field),
            name=field,
            known=tuple(kind) if kind is Channel else tuple(word.value for word in kind),
        ) from None


def yes_or_no(text: str, field: str) -> bool:
    """yes or no."""
    low = text.strip().lower()
    if low not in _YES | _NO:
        raise BadInput("“{value}” is not yes or no, for {field}.", value=text, field=label(field))
    return low in _YES


def zone_of(text: str) -> str:
    """The name of a time zone, checked."""
    return zone_named(text).key if text.strip() else ""


def country_of(text: str) -> str:
    """The code of a country or of a region of it, checked."""
    calendar = calendar_for(text)
    calendar.is_working(date(2026, 1, 1))  # a region is looked up only when a day is asked
    return calendar.id


def _language(text: str) -> str:
    if text.strip() not in LANGUAGES:
        raise BadInput("Letters are written in ru or en, not in “{value}”.", value=text)
    return text.strip()


def needed(text: str, field: str) -> str:
    """A text on one line that must not be empty."""
    if not text.strip():
        raise BadInput("Fill in: {field}.", field=label(field), name=field)
    return " ".join(text.split())


def tags_of(text: str) -> tuple[str, ...]:
    """Words between blanks and commas, each once."""
    return tuple(dict.fromkeys(t for t in re.split(r"[,\s]+", text) if t))


_READERS: dict[str, Callable[[str], Any]] = {
    "company": lambda text: needed(text, "company"),
    "subject": lambda text: needed(text, "subject"),
    "problem": lambda text: word_of(Problem, text, "problem"),
    "urgency": lambda text: word_of(Urgency, text, "urgency"),
    "formal": lambda text: yes_or_no(text, "formal"),
    "language": _language,
    "country": country_of,
    "timezone": zone_of,
    "playbook": str.strip,
    "profile": str.strip,
    "introduction": str,
    "details": str,
    "done_already": str,
    "expected_result": str,
    "enclosures": str,
    "contacts": str,
    "tags": tags_of,
    "identifiers": identifiers_of,
}

_IN_CONTEXT = ("parties", "amount", "dates")
FIELDS = (*_READERS, *_IN_CONTEXT)

# Which fact of the case holds the person's own words for a part of the first letter.
FACT_OF_PART: dict[Part, str] = {
    Part.SUBJECT: "subject",
    Part.GREETING: "introduction",
    Part.PROBLEM: "details",
    Part.DONE: "done_already",
    Part.RESULT: "expected_result",
    Part.ENCLOSURES: "enclosures",
    Part.CONTACTS: "contacts",
}


def changed(
    case: Case,
    texts: Mapping[str, str],
    today: date | None = None,
    roles: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> Case:
    """The case with these facts, given as text by the name of the field.

    `identifier.order` sets one identifier, an empty value removes it. `today`:
    before which `dates` lie. `roles`: of the others in the dispute, with their titles. Raises
    BadInput for an unknown field or an unusable value.
    """
    values: dict[str, Any] = {}
    for name, text in texts.items():
        if name.startswith("identifier."):
            known = values.get("identifiers", case.identifiers)
            kind = name.removeprefix("identifier.").strip()
            values["identifiers"] = with_identifier(known, kind, text.strip())
        elif name in _READERS:
            values[name] = _READERS[name](text)
        elif name not in _IN_CONTEXT:
            raise BadInput(
                "There is no field “{name}”. Fields: {fields}.", name=name, fields=FIELDS
            )
    if "parties" in texts:
        values["parties"] = parties_of(texts["parties"], roles)
    if "amount" in texts:
        values["amount"] = money_of(texts["amount"], values.get("country", case.country))
    if "dates" in texts:
        values["dates"] = dates_of(texts["dates"], today or date.max)
    return replace(case, **values)


def as_text(case: Case, name: str, language: str = "en") -> str:
    """A fact as the person would type it."""
    if name == "identifiers":
        return identifiers_text(case.identifiers)
    if name == "dates":
        return dates_text(case.dates, language)
    if name == "parties":
        return parties_text(case.parties, language)
    if name == "amount":
        return money_text(case.amount) if case.amount else ""
    value = getattr(case, name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def shown(case: Case, name: str, seen: str) -> str:
    """A fact in the words in which it was seen, where it stands as it was seen."""
    texts = [as_text(case, name, language) for language in LANGUAGES]
    return seen if seen in texts else texts[0]
