"""What a person types into a field, as a value of the case."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from tui.cases.case import Case, Identifier, Money
from tui.cases.errors import BadInput
from tui.cases.words import Part, Problem, Urgency
from tui.deadlines.calendars import calendar_for
from tui.playbooks.playbook import load_playbook

E = TypeVar("E", bound=StrEnum)

_CURRENCIES = {"₽": "RUB", "руб": "RUB", "р": "RUB", "€": "EUR", "$": "USD", "£": "GBP", "₸": "KZT"}
_BY_COUNTRY = {"RU": "RUB", "GB": "GBP", "US": "USD", "KZ": "KZT", "": ""}
_YES = frozenset({"1", "yes", "true", "on", "да"})
_NO = frozenset({"", "0", "no", "false", "off", "нет"})


def word_of(kind: type[E], text: str, field: str) -> E:
    """A word of a closed vocabulary."""
    try:
        return kind(text.strip().lower().replace("-", "_"))
    except ValueError:
        raise BadInput(
            "“{value}” is not known for {field}. Known: {known}.",
            value=text,
            field=field,
            known=tuple(word.value for word in kind),
        ) from None


def yes_or_no(text: str, field: str) -> bool:
    """yes or no."""
    low = text.strip().lower()
    if low not in _YES | _NO:
        raise BadInput("“{value}” is not yes or no, for {field}.", value=text, field=field)
    return low in _YES


def money_of(text: str, country: str) -> Money | None:
    """“12 490 ₽”, “€1,234.50”, “12490.50 RUB”; the currency of the country where none is named."""
    if not text.strip():
        return None
    digits = re.sub(r"[^\d.,-]", "", text.replace("руб.", "руб")).strip(".,")
    mark = re.sub(r"[\d\s.,\u00a0\u202f-]", "", text).strip()
    currency = _CURRENCIES.get(mark.lower(), mark.upper()) or _BY_COUNTRY.get(country[:2], "EUR")
    value = _decimal(digits)
    if value is None or not re.fullmatch(r"[A-Z]{3}", currency):
        raise BadInput("“{value}” is not an amount: write “12490.50 RUB”.", value=text)
    return Money(value=value, currency=currency)


def _decimal(digits: str) -> Decimal | None:
    """Signs before three digits part groups; the last one before fewer parts the fraction."""
    whole, mark, fraction = digits, "", ""
    for sign in ".,":
        if sign in digits and digits.rfind(sign) == max(digits.rfind("."), digits.rfind(",")):
            whole, mark, fraction = digits.rpartition(sign)
    both = "." in digits and "," in digits
    if mark and len(fraction) == 3 and not both:
        whole, fraction = whole + fraction, ""
    try:
        value = Decimal(re.sub(r"[.,]", "", whole) + (f".{fraction}" if fraction else ""))
    except InvalidOperation:
        return None
    return value if value >= 0 else None


def identifiers_of(text: str) -> tuple[Identifier, ...]:
    """“order 4821-77, contract: 12/5” or one a line."""
    found = []
    for piece in filter(None, (p.strip() for p in re.split(r"[,;\n]", text))):
        kind, mark, value = _split_identifier(piece)
        found.append(Identifier(kind=kind if mark else "", value=value))
    return tuple(found)


def _split_identifier(piece: str) -> tuple[str, str, str]:
    for sign in ("=", ":", " "):
        kind, mark, value = piece.partition(sign)
        if mark and value.strip() and not any(c.isdigit() for c in kind):
            return kind.strip().lower(), mark, value.strip()
    return "", "", piece


def identifiers_text(identifiers: tuple[Identifier, ...]) -> str:
    """The identifiers as `identifiers_of` reads them."""
    return ", ".join(f"{i.kind}: {i.value}" if i.kind else i.value for i in identifiers)


def _zone(text: str) -> str:
    try:
        return ZoneInfo(text).key if text else ""
    except (KeyError, ValueError, OSError):
        raise BadInput(
            "There is no time zone “{zone}”. Write it like Europe/Moscow.", zone=text
        ) from None


def _country(text: str) -> str:
    calendar = calendar_for(text.strip().upper())
    calendar.is_working(date(2026, 1, 1))  # a region is looked up only when a day is asked
    return calendar.id


def place(field: str, text: str) -> str:
    """A country or a time zone, checked."""
    return _READERS[field](text.strip())  # type: ignore[no-any-return]


def _language(text: str) -> str:
    if text not in ("ru", "en"):
        raise BadInput("Letters are written in ru or en, not in “{value}”.", value=text)
    return text


def _playbook(text: str) -> str:
    return load_playbook(text).id


def _needed(text: str, field: str) -> str:
    if not text.strip():
        raise BadInput("The {field} must not be empty.", field=field)
    return " ".join(text.split())


def _tags(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t for t in re.split(r"[,\s]+", text) if t))


_READERS: dict[str, Callable[[str], Any]] = {
    "company": lambda text: _needed(text, "company"),
    "subject": lambda text: _needed(text, "subject"),
    "problem": lambda text: word_of(Problem, text, "problem"),
    "urgency": lambda text: word_of(Urgency, text, "urgency"),
    "formal": lambda text: yes_or_no(text, "formal"),
    "language": _language,
    "country": _country,
    "timezone": _zone,
    "playbook": _playbook,
    "introduction": str,
    "details": str,
    "done_already": str,
    "expected_result": str,
    "enclosures": str,
    "contacts": str,
    "tags": _tags,
    "identifiers": identifiers_of,
}

FIELDS = (*_READERS, "amount")

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


def changed(case: Case, texts: Mapping[str, str]) -> Case:
    """The case with these facts, given as text by the name of the field.

    `identifier.order` sets one identifier, an empty value removes it. Raises BadInput for an
    unknown field or an unusable value.
    """
    values: dict[str, Any] = {}
    for name, text in texts.items():
        if name.startswith("identifier."):
            known = values.get("identifiers", case.identifiers)
            kind = name.removeprefix("identifier.").strip().lower()
            values["identifiers"] = _with_identifier(known, kind, text.strip())
        elif name == "amount":
            values["amount"] = money_of(text, texts.get("country", case.country))
        elif name in _READERS:
            values[name] = _READERS[name](text)
        else:
            raise BadInput(
                "There is no field “{name}”. Fields: {fields}.", name=name, fields=FIELDS
            )
    return replace(case, **values)


def _with_identifier(
    known: tuple[Identifier, ...], kind: str, value: str
) -> tuple[Identifier, ...]:
    """The number of `kind` in its place, or last; an empty value takes it away."""
    by_kind = {i.kind or i.value: i for i in known}
    by_kind[kind] = Identifier(kind=kind, value=value)
    return tuple(i for i in by_kind.values() if i.value)


def as_text(case: Case, name: str) -> str:
    """A fact as the person would type it."""
    if name == "identifiers":
        return identifiers_text(case.identifiers)
    if name == "amount":
        return f"{case.amount.value} {case.amount.currency}" if case.amount else ""
    value = getattr(case, name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else str(value)
