"""Numbers in a reply: theirs for the case, told from those of an order, a contract, a parcel."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_DIGITS = r"(?P<number>(?:[a-zа-я]{1,10}(?:[-/_][a-z]{1,10})?[-/_]?)?\d[\w/.-]{0,40})"
_SIGN = r"(?:№|no\.?|n\.?|#|num\.?|id|:)"
_CASE = (
    r"обращени\w{1,2}|заявк\w{1,2}|заявлени\w{1,2}|запрос\w{0,2}|тикет\w{0,2}|инцидент\w{0,2}"
    r"|претензи\w{1,2}"
    r"|жалоб\w{1,2}|кейс\w{0,2}|вх(?:\.|одящ\w{2,3})(?: №)?|регистрационн\w{2,3}|дел[оа]|reference"
    r"|ref|ticket"
    r"|case|request|incident|complaint|enquiry|inquiry|claim|issue"
)
_OTHER = (
    r"заказ\w{0,2}|договор\w{0,2}|накладн\w{2,3}|трек\w{0,3}|отправлени\w{1,2}|сч[её]т\w{0,2}"
    r"|чек\w{0,2}|карт\w{1,2}"
    r"|телефон\w{0,2}|инн|order|invoice|contract|account|tracking|parcel|shipment|booking|customer"
    r"|phone|receipt"
    r"|transaction|policy|serial|доверенност\w|квитанци\w"
)
_LABELLED = re.compile(
    rf"(?<![\w-])(?P<label>{_CASE}|{_OTHER})(?:[ -](?:number|no\.?|id|номер\w{{0,2}}|code"
    rf"|ref(?:erence)?))?"
    r"(?P<between>[^\w\n№#]{0,3}(?:(?:is|создан\w?|принят\w?|зарегистрирован\w?|присвоен\w?"
    r"|открыт\w?|has been"
    r"|was|registered|logged|created|under|as|with|вашего|клиента|the|under|под|за|и|ему|ей"
    r"|номер\w{0,2}|number"
    r"|number:|reference)[ :,]{1,2}){0,5}"
    rf"{_SIGN}?[ :]{{0,2}}{_SIGN}?[ ]?){_DIGITS}"
)
_NUMBER_FIRST = re.compile(
    rf"(?<!\w)(?:номер\w{{0,2}}|number|reference|ref)(?: (?:is|вашего|вашей|вашему|of|for|your|the"
    rf"|этого|данного)){{0,3}}"
    rf" (?P<label>{_CASE}|{_OTHER})(?: is)?[ :–—-]{{1,4}}{_SIGN}?[ ]?{_DIGITS}"
)
_NAMED = re.compile(
    rf"(?<!\w)(?:(?:под|за|присвоен\w?|внутренни\w) (?:\w+ )?номер\w{{0,2}}|номер"
    rf"|your (?:reference|number)(?: is)?"
    rf"|reference(?: number)?(?: is)?|ref\.?)[ :–—-]{{1,3}}(?:is )?{_SIGN}?[ ]?{_DIGITS}"
)
_TAG = re.compile(r"[\[(](?:[a-z ]{0,20}[:#№])?[ ]?(?P<number>(?:[a-z]{1,10}-)?\d[\w-]{2,30})[\])]")
_BEFORE = re.compile(rf"(?<!\w)(?:{_OTHER})\W{{0,3}}$")
_DATE = re.compile(
    r"\d{1,2}[./]\d{1,2}(?:[./](?:20)?\d\d)?|20\d\d(?:-\d\d-\d\d)?|\d{1,2}:\d\d|\d{1,3}%"
)
_COUNTED = re.compile(
    r"\s?(?:₽|€|£|\$|руб|р\.|р\b|usd|eur|%|дн|раб|кален|час|сут|days?|hours?|business|working"
    r"|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b)"
)
_CASE_LABEL = re.compile(rf"(?:{_CASE})$")


class Told(Struct, frozen=True):
    """A number in a sentence and where it stands. `is_theirs`: of the case, not of an order."""

    start: int
    end: int
    is_theirs: bool


def numbers_in(low: str, is_subject: bool = False) -> Iterator[Told]:
    """The numbers of a sentence in lower case, each once.

    In a subject a number in brackets is that of a ticket: “(#4815162)”, “[ACME-123]”.
    """
    seen: set[int] = set()
    for pattern in (_NUMBER_FIRST, _LABELLED, _NAMED, *([_TAG] if is_subject else [])):
        for found in pattern.finditer(low):
            start, end = found.span("number")
            end = start + len(found["number"].rstrip(".-/_"))
            if start in seen or not _is_number(low[start:end], low[end : end + 12]):
                continue
            seen |= set(range(start, end))
            yield Told(start, end, _is_theirs(found, low))


def _is_theirs(found: re.Match[str], low: str) -> bool:
    label = found.groupdict().get("label")
    if label is not None:
        return bool(_CASE_LABEL.match(label))
    return not _BEFORE.search(low[max(0, found.start() - 25) : found.start()])


def _is_number(token: str, after: str) -> bool:
    """No date, no year, no sum, no count of days."""
    if _DATE.fullmatch(token) or sum(map(str.isdigit, token)) < 2:
        return False
    return not (token.isdigit() and _COUNTED.match(after))
