"""What they know the matter by: identifiers and reference numbers, in words."""

from __future__ import annotations

import re

from tui.cases.case import Case
from tui.cases.numbers import their_numbers
from tui.cases.particulars import Identifier
from tui.letters.phrases import Phrases
from tui.letters.plain import one_line

SUBJECT_LIMIT = 80

_NUMBER = re.compile(r"[\W\d_]*[A-ZА-ЯЁ]|\W*\d|№|#|no\.")
_SIGN = re.compile(r"^(?:№|#|no\.)\s*", re.IGNORECASE)


def unsigned(number: str) -> str:
    """`number` without a “№” of its own."""
    return _SIGN.sub("", number)


def names(text: str, number: str) -> bool:
    """Whether `number` stands in `text` by itself: 12 does not stand in 12490."""
    return bool(number and re.search(rf"(?<!\w){re.escape(number)}(?!\w)", text))


def identifier_in_words(identifier: Identifier, phrases: Phrases) -> str:
    """order no. 4821-77, заказ № 4821-77; an unknown kind as it was written."""
    value, kind = one_line(identifier.value), one_line(identifier.kind)
    phrase = phrases.kind(kind)
    if not phrase:
        return f"{kind} {value}".strip()
    said = phrases.say(phrase, value=unsigned(value))
    # “account ends 4471” is no number: it is said without “no.”.
    return said if _NUMBER.match(value) else re.sub(r"(?:№|no\.) ", "", said, count=1)


def identifiers_in_words(case: Case, phrases: Phrases) -> tuple[str, ...]:
    """Every identifier that has a value."""
    known = (i for i in case.identifiers if i.value.strip())
    return tuple(identifier_in_words(i, phrases) for i in known)


def are_of_known_kinds(case: Case, phrases: Phrases) -> bool:
    """Whether each number says what it is the number of, so that it can follow a name."""
    return all(phrases.kind(one_line(i.kind)) for i in case.identifiers if i.value.strip())


def is_one_number(case: Case) -> bool:
    """Whether all that they know me by is one number, of no kind that is told."""
    known = [i for i in case.identifiers if i.value.strip()]
    return len(known) == 1 and not known[0].kind.strip() and bool(re.search(r"\d", known[0].value))


def reference_of(case: Case) -> str:
    """Their latest number for the case, empty if they gave none."""
    return next(reversed(numbers_in_words(case)), "")


def numbers_in_words(case: Case) -> tuple[str, ...]:
    """All their numbers for the case, each on one line."""
    return tuple(map(one_line, their_numbers(case)))


def with_number(subject: str, case: Case, phrases: Phrases) -> str:
    """`subject` with their number, or the first identifier, where it lacks it and it fits."""
    identifiers = [i for i in case.identifiers if i.value.strip()]
    known = [reference_of(case), *(_core(i.value) for i in identifiers[:1])]
    if not subject or any(names(subject, value) for value in known):
        return subject
    longer = f"{subject} ({_number(case, identifiers, phrases)})"
    return longer if any(known) and len(longer) <= SUBJECT_LIMIT else subject


def _core(value: str) -> str:
    """The number itself: 4821-77 of “№ 4821-77 of 20.10.2026”."""
    words = unsigned(one_line(value)).split()
    return next((word for word in words if re.search(r"\d", word)), one_line(value))


def _number(case: Case, identifiers: list[Identifier], phrases: Phrases) -> str:
    if reference := reference_of(case):
        return phrases.say("number.plain", value=unsigned(reference))
    return identifier_in_words(identifiers[0], phrases) if identifiers else ""
