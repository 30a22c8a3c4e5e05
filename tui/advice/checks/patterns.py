"""What stands in a letter: numbers, dates, addresses, names. Russian and English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import IGNORECASE

_MONTHS = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|январ\w*|феврал\w*|марта?|апрел\w*|мая|июн\w*"
    r"|июл\w*"
    r"|август\w*|сентябр\w*|октябр\w*|ноябр\w*|декабр\w*)"
)
_WEEKDAYS = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|понедельник\w*|вторник\w*"
    r"|сред[уыа]"
    r"|четверг\w*|пятниц\w*|суббот\w*|воскресень\w*)"
)
_UNITS = (
    r"(?:day|week|month|hour|business|working|calendar"
    r"|д(?:ень|ня|ней)|недел\w*|месяц\w*|час\w*|сут\w*|рабоч\w*|календарн\w*)"
)
_SOON = r"(?:\d+|one|two|three|five|ten|an?|одн\w+|дв\w+|тр[её]х|пяти|десяти)"
_FULL_DATE = r"(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2}))(?!\d)"
_DATE = re.compile(
    rf"{_FULL_DATE}"
    rf"|\b(?:до|к|по|by|before|until|till|позднее)\s+\d{{1,2}}[./]\d{{1,2}}(?![.,/]?\d)"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTHS}\b"
    rf"|\b{_MONTHS}\.?\s+\d{{1,2}}\b"
    rf"|\b(?:сегодня|завтра|today|tonight|tomorrow|{_WEEKDAYS})\b"
    r"|\b(?:within|in|for|after|в течение|за|через|не более|every|each|кажды\w+)"
    rf"\s+(?:\w+\s+){{0,2}}?{_SOON}\s*[-–]?\s*{_UNITS}"
    rf"|\b(?:в течение|within)\s+(?:the\s+)?(?:\w+\s+)?{_UNITS}"
    r"|\b(?:end of|до конца|к концу)\s+(?:\w+\s+){0,2}?"
    r"(?:day|week|month|year|дня|недели|месяца|года)",
    IGNORECASE,
)

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# A number shortened for print, "+44 …", is a number that the reader of the original has.
PHONE = re.compile(
    r"(?<![\w+])\+\d[\d\s().-]{0,20}[\d…]|(?<![\w.,-])[80](?:[\s()-]{0,2}\d){9,10}(?![\d-])"
    r"|\b(?:тел\w*|phone|tel|mobile|call)\b\.?\W{0,3}\d[\d\s()-]{3,15}\d",
    IGNORECASE,
)
_BROKEN = re.compile(r"\S@\S|\b(?:тел\w*|phone|tel|mobile)\b\.?\W{0,3}\d", IGNORECASE)
_MESSENGER = re.compile(
    r"(?:https?://|t\.me/|wa\.me/|(?<![\w.])@[a-z]\w{3,})|\b(?:telegram|whatsapp|signal)\b",
    IGNORECASE,
)
_POST = re.compile(
    r"\b(?:ул|пр-т|просп|пер|а/я|кв|обл)\.?\s"
    r"|\b(?:street|road|avenue|lane|square|p\.?\s?o\.? box|suite)\b"
    r"|(?<!\d)\d{6},\s|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b",
    IGNORECASE,
)

_MONEY = re.compile(
    r"[€$£₽₸₴]\s?\d[\d\s.,]{0,20}|(?<![\d.,])\d[\d\s.,]{0,20}(?:[€$£₽₸₴%]|руб|коп|RUB|EUR|USD|GBP)",
    IGNORECASE,
)
_NOT_A_NUMBER = (
    EMAIL,
    re.compile(r"(?<![\w+])\+\d[\d\s().-]{6,20}\d"),
    re.compile(_FULL_DATE),
    re.compile(r"\b\d{1,2}:\d{2}\b"),
    _MONEY,
)
# Words before a number by which a matter is known.
LABELS = (
    r"order|contract|account|customer|client|invoice|ticket|case|request|reference|ref|serial|imei"
    r"|device|policy|claim|booking|pnr|flight|track\w*|card|receipt|transaction|subscription"
    r"|agreement"
    r"|заказ\w*|договор\w*|сч[её]т\w*|обращени\w*|заявк\w*|полис\w*|квитанци\w*|чек\w*|трек\w*"
    r"|карт\w*"
    r"|билет\w*|брон\w*|рейс\w*|устройств\w*|абонент\w*|клиент\w*|подписк\w*|накладн\w*|номер\w*"
    r"|number|id"
)
_CODE = r"(?=[\w/.-]{3,})[A-ZА-ЯЁ]{0,8}[-/]?\d[\w/-]*"
_IDENTIFIERS = (
    re.compile(r"(?:№|#)\s*[\w/-]*\d", IGNORECASE),
    re.compile(r"\b(?:no|nr)\.\s*[\w/-]*\d", IGNORECASE),
    re.compile(
        rf"\b(?:{LABELS})\b(?:\W{{1,3}}(?:no|number|id|ending|in|is|номер)){{0,3}}\W{{1,3}}{_CODE}",
        IGNORECASE,
    ),
    re.compile(r"\b(?:login|user ?name|логин\w*)\b\W{1,3}[\w.@-]{3,}", IGNORECASE),
    re.compile(r"\b[A-ZА-ЯЁ]{1,6}[-/]?\d{3,}[\w/-]*"),
    re.compile(r"(?<![\w.,-])(?=[\d-]{6,})\d{2,}+-\d{2,}+[\d-]*+(?![\w.,]?\d)"),
    re.compile(r"(?<![\w.,])\d{6,}(?![\w.,]?\d)"),
    re.compile(r"(?<!\*)\*{1,20}\s?\d{4}\b"),
)

_NAME = r"[A-ZА-ЯЁ][a-zа-яё’'-]+"
_SIGNED = (
    re.compile(rf"(?:[Мм]еня зовут|\b[Mm]y name is|\bI am|\bI[’']m|\b[Яя],|\bThis is)\s+{_NAME}"),
    re.compile(rf"(?:^|[\s,/(])[A-ZА-ЯЁ]\.\s?(?:[A-ZА-ЯЁ]\.\s?)?{_NAME}"),
    re.compile(rf"{_NAME}\s+[A-ZА-ЯЁ]\.(?:\s?[A-ZА-ЯЁ]\.)?"),
    re.compile(
        r"(?:[Сс] уважением|[Rr]egards|[Ss]incerely|[Ff]aithfully|[Yy]ours|[Tt]hanks|[Сс]пасибо)"
        rf"[,.]?\s+{_NAME}"
    ),
)
_FULL_NAME = re.compile(rf"(?:^|[,;:\n])[ \t]*{_NAME}(?:[ \t]+{_NAME}){{1,2}}[ \t]*(?=$|[,;.\n])")
_NOT_A_NAME = re.compile(
    r"\b(?:dear|team|support|service|customer|sir|madam|hello|hi|уважаем\w*|служб\w*|отдел\w*"
    r"|поддержк\w*|компани\w*|коллеги|господа|best|kind|with)\b",
    IGNORECASE,
)


def names_date(text: str) -> bool:
    """Whether a text says when: a date, a weekday, "within 10 days"."""
    return bool(_DATE.search(text))


def names_contact(text: str) -> bool:
    """Whether a text says where an answer can go: e-mail, phone, messenger or post."""
    return any(pattern.search(text) for pattern in (EMAIL, PHONE, _MESSENGER, _POST))


def names_broken_contact(text: str) -> bool:
    """Whether something stands where a contact does that is no whole one: “anna@example”."""
    return bool(_BROKEN.search(text))


def names_post(text: str) -> bool:
    """Whether a text has a postal address."""
    return bool(_POST.search(text))


def names_identifier(text: str, known: Iterable[str] = ()) -> bool:
    """Whether a text has a number that a matter is known by: not a date, a sum or a phone."""
    letters = squeezed(text)
    if any(value and value in letters for value in map(squeezed, known)):
        return True
    for pattern in _NOT_A_NUMBER:
        text = pattern.sub(" ; ", text)
    return any(pattern.search(text) for pattern in _IDENTIFIERS)


def names_person(text: str, sender: str = "") -> bool:
    """Whether a text says who writes; by the `sender`'s name where it is known."""
    if any(len(word) > 2 and word.casefold() in text.casefold() for word in sender.split()):
        return True
    if any(pattern.search(text) for pattern in _SIGNED):
        return True
    return any(not _NOT_A_NAME.search(found[0]) for found in _FULL_NAME.finditer(text))


def squeezed(text: str) -> str:
    """The letters and digits of a text, in small letters."""
    return "".join(filter(str.isalnum, text)).casefold()
