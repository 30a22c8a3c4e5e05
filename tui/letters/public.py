"""Taking out of a text what tells who I am, before everybody may read it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.cases.case import Case
from tui.cases.name_forms import name_pattern
from tui.letters.letter import Sender

TAKEN_OUT = "…"

# What stands before a number falls with it: “order no. …” says nothing without it.
_SIGN = r"(?:(?:№|#|\b[nN]o\.|\bтрек(?:-номер)?)\s*)?"
# What follows a sign is a number, however short: “акт № 77-А”. A law and an enclosure are
# known by theirs and tell nothing of anybody.
_SIGNED = re.compile(r"(?:№|#|\b[nN]o\.|\bN(?=\s?\d))\s*(?=[\w/.-]*\d)\w(?:[\w/.-]*\w)?")
_OF_A_LAW = re.compile(
    r"(?:\b(?:закон|кодекс|постановлени|положени|директив|регламент|приложени)\w*"
    r"|\b(?:правил(?:а|ам|ах)?|указ(?:а|у|ом)?|act|law|regulation|directive|enclosure|annex)\b)"
    r"(?:(?!акт|договор|заказ|сч[её]т|дел)[^.,;:!?\n№#]){0,40}"
    r"(?:\bот\s+[\d.]+(?:\s\w+\s\d{4})?(?:\s?г\.?)?\s*)?$",
    re.IGNORECASE,
)
_SHAPES = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # e-mail
    r"|\+\d[\d\s()-]{7,}\d"  # phone
    r"|(?:[*•]{1,4}|[xX]{2,4})\s?\d{4}\b"  # last digits of a card
    # nine digits and more, but no date: account, card, passport
    r"|(?<![\w.,-])(?!\d{4}-\d\d-\d\d\b)\d(?:[ -]?\d){8,}(?!\w)"
    # letters among digits, but no “10000rub”: tracking, serial number
    r"|\b(?!\d+[^\W\d_]{1,4}\b)(?=\w*\d{4})(?=\w*[^\W\d_])\w{6,}\b"
)
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


def without_personal(text: str, case: Case, sender: Sender) -> str:
    """`text` with identifiers, numbers, names and contacts as “…”.

    Known values go wherever they stand; what looks like an e-mail address, a phone, a card
    or an account number goes as well. Sums and dates stay.
    """
    for pattern in _known(case, sender):
        text = re.sub(pattern, TAKEN_OUT, text)
    text = without_names(text, case, sender)
    text = re.sub(_SIGN + f"(?:{_SHAPES.pattern})", TAKEN_OUT, text)
    text = _SIGNED.sub(_unless_of_a_law, text)
    return re.sub(r"…(?:[ ,]*…)+", TAKEN_OUT, text)


def _unless_of_a_law(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 80) : found.start()]
    is_law = _OF_A_LAW.search(before) or found[0].endswith(("-ФЗ", "-ФКЗ"))
    return found[0] if is_law else TAKEN_OUT


def _known(case: Case, sender: Sender) -> Iterable[str]:
    """Patterns of what the case and the profile know, the longest values first."""
    for value in sorted(_numbers(case), key=len, reverse=True):
        yield rf"{_SIGN}(?<!\w){re.escape(value)}(?!\w)"
    principal = sender.principal
    mine = (sender.email, sender.phone, sender.address, principal.address)
    for value in filter(None, map(str.strip, mine)):
        yield re.escape(value)
    if len(number := principal.power_number.strip()) >= 3:
        yield rf"{_SIGN}(?<!\w){re.escape(number)}(?!\w)"


def without_names(text: str, case: Case, sender: Sender) -> str:
    """`text` with my names and those of whoever spoke for them as “…”, the companies' own kept."""
    mine = set(name_words(sender.name, sender.principal.name))
    kept = company_pattern(case, mine)
    for word in {*mine, *agent_words(case)}:
        pattern = rf"(?P<kept>{kept})|{name_pattern(word)}"
        text = re.sub(pattern, lambda found: found["kept"] or TAKEN_OUT, text)
    return text


def company_pattern(case: Case, mine: Iterable[str] = ()) -> str:
    """A pattern of the companies of a case, by their whole names; of none it finds nothing.

    A company that is called as I am, and nothing else, is no cover for my name.
    """
    known = {word.casefold() for word in mine}
    names = {case.company, *(party.company for party in case.parties)}
    told = (name.split() for name in sorted(names, key=len, reverse=True))
    others = (words for words in told if not known.issuperset(map(str.casefold, words)))
    spaced = (r"\s+".join(map(re.escape, words)) for words in others)
    return "|".join(rf"(?<!\w)(?i:{one})(?!\w)" for one in spaced) or r"(?!)"


def name_words(*names: str) -> Iterable[str]:
    """The words of names. “operator Oleg” is no name of every operator."""
    found = (word for name in names for word in re.findall(r"[^\W\d_]{3,}", name))
    return (word for word in found if word[0].isupper())


def agent_words(case: Case) -> Iterable[str]:
    """The names of whoever spoke for them; the company's own is nobody's."""
    company = case.company.casefold()
    words = name_words(*(event.agent for event in case.timeline))
    return (word for word in words if word.casefold() not in company)


def _numbers(case: Case) -> Iterable[str]:
    """Every number of the case, whole and word by word: “4821-77 of 20.10.2026”."""
    numbers = {i.value.strip() for i in case.identifiers}
    numbers |= {r.number.strip() for r in case.references}
    numbers |= {event.reference.strip() for event in case.timeline}
    words = {word for number in numbers for word in number.split() if re.search(r"\d", word)}
    return {n for n in numbers | words if len(n) >= 3 and not _DATE.fullmatch(n)}
