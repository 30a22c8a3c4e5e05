"""Reads a plain text as one letter: which of its sentences belong to which part.

By the words that letters are made of, in Russian and in English. What has no such word is
taken for the problem, which a letter may tell in any words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import IGNORECASE, MULTILINE

from tui.advice.checks.part_words import (
    BULLET,
    CLOSE,
    SALUTATION,
    is_signature,
    labelled,
    part_of,
)
from tui.advice.checks.reading import Passage, Reading
from tui.cases.words import Part

_SUBJECT = re.compile(r"^[ \t]*(?:тема|subject|re)[ \t]*:(.*)$", IGNORECASE | MULTILINE)
_HEADER = re.compile(
    r"^[ \t]*(?:from|to|cc|date|sent|от|от кого|кому|дата|копия)[ \t]*:.*$", IGNORECASE
)
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
    alone = end >= 0 and (_EMPTY_LINE.match(text, end) or SALUTATION.match(text, end + 1))
    if alone and not SALUTATION.match(line) and not line.rstrip().endswith((".", ",", ":", "?")):
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
        part = labelled(block)
        if part is None and number == len(blocks) - 1 and is_signature(block):
            part = Part.CONTACTS
        if not signing and (after_gap or _speaks_of_another(block, held)):
            held = None
        held = part or held
        signing = signing or bool(CLOSE.match(block))
        if held:
            yield Passage(held, first, block)
            continue
        for passage in _sentences(block, first):
            yield passage
            held = passage.part if block.endswith(":") else None


def _speaks_of_another(block: str, held: Part | None) -> bool:
    if held in (None, Part.CONTACTS) or BULLET.match(block):
        return False
    part = part_of(next(_sentences(block, 0)).text)
    return part not in (held, Part.PROBLEM)


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
    if BULLET.match(line) or labelled(line) or before.endswith((":", ".", "!", "?")):
        return False
    last_line = before.rsplit("\n", 1)[-1]
    start = line.lstrip()[:1]
    return start.islower() or start.isdigit() or len(last_line) >= _WRAPPED


def _sentences(block: str, start: int) -> Iterator[Passage]:
    """The sentences of a block, each with its part."""
    greeting = SALUTATION.match(block)
    at = greeting.end() if greeting else 0
    if greeting:
        yield Passage(Part.GREETING, start, greeting[0].rstrip())
    for end in (*(match.end() for match in _SENTENCE_END.finditer(block, at)), len(block)):
        sentence = block[at:end].rstrip()
        if sentence:
            yield Passage(part_of(sentence), start + at, sentence)
        at = end
