"""The forms of a name: in any of its Russian cases, and in nothing that merely begins like it."""

from __future__ import annotations

import re

_HARD = "|".join((
    "а", "у", "ы", "и", "е", "о", "ой", "ою", "ом", "ей", "ею", "ем", "ым", "ых", "ыми",
    "ам", "ами", "ах",
))  # fmt: skip
_SOFT = "|".join((
    "я", "и", "ю", "е", "ь", "й", "ей", "ею", "ем", "ём", "ёй", "ью", "ям", "ями", "ях",
))  # fmt: skip
_ADJECTIVE = "|".join((
    "ий", "ый", "ой", "его", "ого", "ему", "ому", "им", "ым", "ем", "ом", "яя", "ая", "ей",
    "ую", "юю", "ою", "ею", "ие", "ые", "их", "ых", "ими", "ыми",
))  # fmt: skip
_AS_ADJECTIVE = re.compile(r"(?:ый|ой|[сц]кий|[сц]кая|[^ар]ая|яя)$", re.IGNORECASE)
_FLEETING = re.compile(r"[её](?=[лц]$)|о(?=к$)", re.IGNORECASE)  # Павел, Павла
_MONTHS = (
    "марта", "марте", "мая", "мае", "май", "август", "августа", "августе",
    "March", "April", "May", "June", "August",
)  # fmt: skip
_OF_FAMILIES = "ов", "ев", "ёв", "ин", "ын"  # Петрова is of the Петров family
_SHORT = 3  # letters of a name that keeps its own vowel: Лев


def name_pattern(word: str) -> str:
    """A pattern of the name as a whole word: Мария, Марии, Марией, but no Маркет.

    A name that is a month as well is one only with its capital, and not in a date.
    """
    pattern = rf"\b{_forms(word)}\b"
    return rf"(?-i:(?<!\d\s){pattern}(?!\s\d))" if is_month(word) else pattern


def _forms(word: str) -> str:
    if not re.fullmatch("[А-ЯЁа-яё]+", word):
        return re.escape(word)
    last = word[-1].casefold()
    if len(word) > _SHORT + 1 and _AS_ADJECTIVE.search(word):
        return f"{_either(word[:-2])}(?:{_ADJECTIVE})"
    if last in "яйью":
        return f"{_either(word[:-1])}(?:{_SOFT})"
    if last in "ие":
        return f"{_either(word[:-1])}(?:{_HARD}|{_SOFT})"
    if last in "аоуыё":
        masculine = "?" if word[-3:-1].casefold() in _OF_FAMILIES else ""
        return f"{_either(word[:-1])}(?:{_HARD}){masculine}"
    fleeting = _FLEETING.sub("", word) if len(word) > _SHORT else word
    stems = "|".join(map(_either, dict.fromkeys((word, fleeting))))
    return f"(?:{stems})(?:{_HARD})?"


def _either(stem: str) -> str:
    return re.sub("[её]", "[её]", re.escape(stem))  # Пётр, Петра


def is_month(word: str) -> bool:
    """Whether a form of the name is one of a month: Марта, May, Август."""
    forms = re.compile(_forms(word), re.IGNORECASE)
    return any(map(forms.fullmatch, _MONTHS))
