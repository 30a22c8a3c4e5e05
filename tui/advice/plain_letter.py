"""Reads a plain text as one letter: which of its sentences belong to which part.

By the words that letters are made of, in Russian and in English. What has no such word is
taken for the problem, which a letter may tell in any words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import IGNORECASE, MULTILINE

from tui.advice.patterns import EMAIL, PHONE, names_person
from tui.advice.reading import Passage, Reading
from tui.cases.words import Part

_SUBJECT = re.compile(r"^[ \t]*(?:тема|subject|re)[ \t]*:(.*)$", IGNORECASE | MULTILINE)
_HEADER = re.compile(
    r"^[ \t]*(?:from|to|cc|date|sent|от|от кого|кому|дата|копия)[ \t]*:.*$", IGNORECASE
)
_BULLET = re.compile(r"\s*(?:[-•*–—]|\(?\d{1,2}[.)])\s")
_SALUTATION = re.compile(
    r"\s*(?:здравствуйте|добр(?:ый|ое|ого)\s\w+|уважаем\w+[^,!.\n]{0,60}|приветствую|hello|hi"
    r"|dear\s[^,!.\n]{1,60}|good\s(?:morning|afternoon|evening|day)|to whom it may concern)"
    r"(?:[ \t]+(?:all|team|there|support))?[,!.:]?(?=\s|$)\s*",
    IGNORECASE,
)
_LABELS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    (
        Part.ENCLOSURES,
        re.compile(
            # “Приложение вылетает” is about a mobile app.
            r"\s*(?:приложени[ея]\s{0,3}(?:к письму\s?)?(?:\([^)\n]{0,20}\)\s?)?(?:[:№\d]|$)"
            r"|(?:вложени[ея]|прилага\w+|attached|attachments?|enclosed|enclosures?)\b)",
            IGNORECASE,
        ),
    ),
    (
        Part.CONTACTS,
        re.compile(
            r"\s*(?:(?:мои\s)?контакты|контактн\w+|contacts?|reply to|ответ(?:ьте)?|связь"
            r"|адрес|address|тел\w*|phone|e-?mail|почта)\b[^.\n]{0,30}?\s?[:—]"
            r"|\s*(?:с уважением|(?:best|kind|warm)?\s?regards|sincerely|yours\s\w+)\b",
            IGNORECASE,
        ),
    ),
    (
        Part.DONE,
        re.compile(
            r"\s*(?:(?:что\s)?(?:я\s)?уже (?:сделано|было|сделал\w?)|что (?:сделано|было)"
            r"|как это было|я обращал\w+|мои обращения|done so far|already done"
            r"|what (?:i|we) have (?:already )?done|what has happened|my earlier"
            r"|steps (?:already )?taken)\b",
            IGNORECASE,
        ),
    ),
    (
        Part.RESULT,
        re.compile(
            r"\s*(?:(?:я\s)?прошу|моя просьба|(?:ожидаемый )?результат|требования?"
            r"|what i (?:want|expect|ask(?:ed)?|have asked)\b|my request|expected result"
            r"|i (?:ask|request))[^.\n]{0,40}:",
            IGNORECASE,
        ),
    ),
    (
        Part.PROBLEM,
        re.compile(
            r"\s*(?:суть|проблема|описание|problem|issue|facts|details)\b[^.\n]{0,30}:", IGNORECASE
        ),
    ),
)
_CLOSE = re.compile(r"\s*(?:с уважением|.{0,6}regards|sincerely|yours)\b", IGNORECASE)
_WRITE_TO_ME = re.compile(
    r"связ|ответ|позвон|пиш|напиш|reach|reply|answer|contact|call|write|quote|свяж", IGNORECASE
)
_CUES: tuple[tuple[Part, re.Pattern[str]], ...] = (
    (
        Part.RESULT,
        re.compile(
            r"\b(?:прошу|просим|требую|требуем|ожидаю|жду|хочу|хотел[аи]? бы|пожалуйста|просьба"
            r"|please|kindly|(?:i|we) (?:would like|ask|request|want|expect|demand|need)"
            r"|(?:i|we)[’']d like|could you|can you|would you)\b",
            IGNORECASE,
        ),
    ),
    (
        Part.DONE,
        re.compile(
            r"\b(?:обращал|обратил|звонил|позвонил|писал|написал|жаловал|связывал|пробовал"
            r"|перезагружал)\w*|\b(?:i|we)(?: have|[’']ve)?(?: already| also)?"
            r" (?:called|wrote|written|contacted|e-?mailed|phoned|asked|tried|chatted|complained"
            r"|spoke|reported|restarted|reinstalled)\b",
            IGNORECASE,
        ),
    ),
    (
        Part.GREETING,
        re.compile(
            r"\bменя зовут\b|\bmy name is\b|\bклиент\w* с \d|\bcustomer since\b|\b[Яя] клиент\b",
            IGNORECASE,
        ),
    ),
)
_INTRODUCES = re.compile(r"\s*(?:I am|I[’']m|Я,|This is)\s+[A-ZА-ЯЁ][a-zа-яё]+")
_SENTENCE_END = re.compile(
    r"(?<!\b[Nn]o\.)(?<!\b[Mm]r\.)(?<!\b[Dd]r\.)(?<!\b[A-ZА-ЯЁ]\.)(?<=[.!?…])\s+(?=[A-ZА-ЯЁ«“\"(])"
)
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
_WRAPPED = 50  # a line this long that does not end a sentence was probably wrapped


def read_plain(text: str) -> Reading:
    """The parts of a letter written as one text."""
    subject, body = _subject(text)
    passages = ([subject] if subject else []) + list(_body(text, body))
    return Reading(tuple(passage for passage in passages if passage.text.strip()), text)


def _subject(text: str) -> tuple[Passage | None, int]:
    """The line marked as the subject, or a first line that stands alone; where the body begins."""
    marked = _SUBJECT.search(text)
    if marked:
        line = marked[1].strip()
        start = marked.end() - len(marked[1].lstrip())
        return Passage(Part.SUBJECT, start, line), marked.end()
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    line = text[start : end if end >= 0 else len(text)]
    alone = end >= 0 and (_EMPTY_LINE.match(text, end) or _SALUTATION.match(text, end + 1))
    if alone and not _SALUTATION.match(line) and not line.rstrip().endswith((".", ",", ":", "?")):
        return Passage(Part.SUBJECT, start, line), end
    return None, 0


def _body(text: str, start: int) -> Iterator[Passage]:
    """The passages after the subject.

    A label holds for the lines below it, a colon likewise, until an empty line or a line that
    speaks of something else; a complimentary close holds to the end.
    """
    held: Part | None = None
    signing = False
    blocks = list(_blocks(text, start))
    for number, (first, last, after_gap) in enumerate(blocks):
        block = text[first:last]
        part = _labelled(block)
        if part is None and number == len(blocks) - 1 and _is_signature(block):
            part = Part.CONTACTS
        if not signing and (after_gap or _speaks_of_another(block, held)):
            held = None
        held = part or held
        signing = signing or bool(_CLOSE.match(block))
        if held:
            yield Passage(held, first, block)
            continue
        for passage in _sentences(block, first):
            yield passage
            held = passage.part if block.endswith(":") else None


def _speaks_of_another(block: str, held: Part | None) -> bool:
    if held in (None, Part.CONTACTS) or _BULLET.match(block):
        return False
    part = _part_of(next(_sentences(block, 0)).text)
    return part not in (held, Part.PROBLEM)


def _labelled(block: str) -> Part | None:
    return next((part for part, pattern in _LABELS if pattern.match(block)), None)


def _is_signature(block: str) -> bool:
    """A last short line with an address or a name, and no wish."""
    if len(block) > 60 or _part_of(block) not in (Part.PROBLEM, Part.GREETING):
        return False
    return bool(EMAIL.search(block) or PHONE.search(block)) or names_person(block)


def _blocks(text: str, start: int) -> Iterator[tuple[int, int, bool]]:
    """Lines, those that an editor wrapped put together; and whether an empty one stood before."""
    open_block: tuple[int, int, bool] | None = None
    gap, place = True, start
    for line in text[start:].splitlines(keepends=True):
        first, last = place, place + len(line.rstrip())
        place += len(line)
        is_head = open_block is None and _HEADER.match(line)
        if not line.strip() or is_head:
            gap = True
            continue
        if open_block and not gap and _goes_on(text[open_block[0] : open_block[1]], line):
            open_block = (open_block[0], last, open_block[2])
            continue
        if open_block:
            yield open_block
        open_block, gap = (first, last, gap), False
    if open_block:
        yield open_block


def _goes_on(before: str, line: str) -> bool:
    """Whether `line` is the rest of what an editor wrapped."""
    if _BULLET.match(line) or _labelled(line) or before.endswith((":", ".", "!", "?")):
        return False
    last_line = before.rsplit("\n", 1)[-1]
    start = line.lstrip()[:1]
    return start.islower() or start.isdigit() or len(last_line) >= _WRAPPED


def _sentences(block: str, start: int) -> Iterator[Passage]:
    """The sentences of a block, each with its part."""
    greeting = _SALUTATION.match(block)
    at = greeting.end() if greeting else 0
    if greeting:
        yield Passage(Part.GREETING, start, greeting[0].rstrip())
    for end in (*(match.end() for match in _SENTENCE_END.finditer(block, at)), len(block)):
        sentence = block[at:end].rstrip()
        if sentence:
            yield Passage(_part_of(sentence), start + at, sentence)
        at = end


def _part_of(sentence: str) -> Part:
    has_address = EMAIL.search(sentence) or PHONE.search(sentence)
    if has_address and _WRITE_TO_ME.search(sentence) and not _CUES[1][1].search(sentence):
        return Part.CONTACTS
    if _INTRODUCES.match(sentence):
        return Part.GREETING
    return next((part for part, cue in _CUES if cue.search(sentence)), Part.PROBLEM)
