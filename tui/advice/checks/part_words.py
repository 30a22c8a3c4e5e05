"""The words by which a sentence of a letter is known to belong to a part, in both languages."""

from __future__ import annotations

import re
from re import IGNORECASE

from tui.advice.checks.patterns import EMAIL, PHONE, names_person
from tui.cases.words import Part

BULLET = re.compile(r"\s*(?:[-•*–—]|\(?\d{1,2}[.)])\s")
SALUTATION = re.compile(
    r"\s*(?:здравствуйте|добр(?:ый|ое|ого)\s\w+|уважаем\w+[^,!.\n]{0,60}|приветствую|hello|hi"
    r"|dear\s[^,!.\n]{1,60}|good\s(?:morning|afternoon|evening|day)|to whom it may concern)"
    r"(?:[ \t]+(?:all|team|there|support))?[,!.:]?(?=\s|$)\s*",
    IGNORECASE,
)
_LABELS: dict[Part, re.Pattern[str]] = {
    Part.ENCLOSURES: re.compile(
        # “Приложение вылетает” is about a mobile app.
        r"\s*(?:приложени[ея]\s{0,3}(?:к письму\s?)?(?:\([^)\n]{0,20}\)\s?)?(?:[:№\d]|$)"
        r"|(?:вложени[ея]|прилага\w+|attached|attachments?|enclosed|enclosures?)\b)",
        IGNORECASE,
    ),
    Part.CONTACTS: re.compile(
        r"\s*(?:(?:мои\s)?контакты|контактн\w+|contacts?|reply to|ответ(?:ьте)?|связь"
        r"|адрес|address|тел\w*|phone|e-?mail|почта)\b[^.\n]{0,30}?\s?[:—]"
        r"|\s*(?:с уважением|(?:best|kind|warm)?\s?regards|sincerely|yours\s\w+)\b",
        IGNORECASE,
    ),
    Part.DONE: re.compile(
        r"\s*(?:(?:что\s)?(?:я\s)?уже (?:сделано|было|сделал\w?)|что (?:сделано|было)"
        r"|как это было|я обращал\w+|мои обращения|done so far|already done"
        r"|what (?:i|we) have (?:already )?done|what has happened|my earlier"
        r"|steps (?:already )?taken)\b",
        IGNORECASE,
    ),
    Part.RESULT: re.compile(
        r"\s*(?:(?:я\s)?прошу|моя просьба|(?:ожидаемый )?результат|требования?"
        r"|what i (?:want|expect|ask(?:ed)?|have asked)\b|my request|expected result"
        r"|i (?:ask|request))[^.\n]{0,40}:",
        IGNORECASE,
    ),
    Part.PROBLEM: re.compile(
        r"\s*(?:суть|проблема|описание|problem|issue|facts|details)\b[^.\n]{0,30}:", IGNORECASE
    ),
}
CLOSE = re.compile(r"\s*(?:с уважением|.{0,6}regards|sincerely|yours)\b", IGNORECASE)
_WRITE_TO_ME = re.compile(
    r"связ|ответ|позвон|пиш|напиш|reach|reply|answer|contact|call|write|quote|свяж", IGNORECASE
)
_CUES: dict[Part, re.Pattern[str]] = {
    Part.RESULT: re.compile(
        r"\b(?:прошу|просим|требую|требуем|ожидаю|жду|хочу|хотел[аи]? бы|пожалуйста|просьба"
        r"|please|kindly|(?:i|we) (?:would like|ask|request|want|expect|demand|need)"
        r"|(?:i|we)[’']d like|could you|can you|would you)\b",
        IGNORECASE,
    ),
    Part.DONE: re.compile(
        r"\b(?:обращал|обратил|звонил|позвонил|писал|написал|жаловал|связывал|пробовал"
        r"|перезагружал)\w*|\b(?:i|we)(?: have|[’']ve)?(?: already| also)?"
        r" (?:called|wrote|written|contacted|e-?mailed|phoned|asked|tried|chatted|complained"
        r"|spoke|reported|restarted|reinstalled)\b",
        IGNORECASE,
    ),
    Part.GREETING: re.compile(
        r"\bменя зовут\b|\bmy name is\b|\bклиент\w* с \d|\bcustomer since\b|\b[Яя] клиент\b",
        IGNORECASE,
    ),
}
_INTRODUCES = re.compile(r"\s*(?:I am|I[’']m|Я,|This is)\s+[A-ZА-ЯЁ][a-zа-яё]+")


def labelled(block: str) -> Part | None:
    """The part that a line names at its beginning: “My request:”."""
    return next((part for part, pattern in _LABELS.items() if pattern.match(block)), None)


def part_of(sentence: str) -> Part:
    """The part to which its words belong; the problem where none tells."""
    has_address = EMAIL.search(sentence) or PHONE.search(sentence)
    if has_address and _WRITE_TO_ME.search(sentence) and not _CUES[Part.DONE].search(sentence):
        return Part.CONTACTS
    if _INTRODUCES.match(sentence):
        return Part.GREETING
    return next((part for part, cue in _CUES.items() if cue.search(sentence)), Part.PROBLEM)


def is_signature(block: str) -> bool:
    """A last short line with an address or a name, and no wish."""
    if len(block) > 60 or part_of(block) not in (Part.PROBLEM, Part.GREETING):
        return False
    return bool(EMAIL.search(block) or PHONE.search(block)) or names_person(block)
