"""L06: what is written in capitals, and the same in small letters.

Acronyms of up to six letters are written in capitals and shout at nobody, as Alaveteli has it;
but three and more words in capitals do, if one of them is longer or a common short word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tui.advice.checks.finding import Context, Finding, Severity
from tui.advice.checks.log_lines import is_log, line_around
from tui.advice.checks.reading import Reading
from tui.advice.checks.word_lists import word_list
from tui.cases.sentence import say
from tui.cases.words import Part

LONGEST_ACRONYM = 6
FEWEST_SHOUTED = 3
MUCH = 0.3  # of the letters of a passage
SHORTEST = 20  # letters of a passage, before a share of them says anything

_CAPITAL = r"(?<![\w-])[A-ZА-ЯЁ]+(?:[’'-][A-ZА-ЯЁ]+)*(?![\w-])"
_CAPITALS = re.compile(_CAPITAL)
_RUN = re.compile(rf"{_CAPITAL}(?:[ ,\u00a0]{{1,3}}{_CAPITAL})+")
# What stands in quotes is a name, or somebody else's words.
_QUOTED = re.compile(r"«[^«»\n]{0,200}»|“[^“”\n]{0,200}”|\"[^\"\n]{0,200}\"")
# Not shouted: a heading, a full name in a form.
_HEADING = re.compile(
    r"(?:ДОСУДЕБНАЯ |ПОВТОРНАЯ |ПОВТОРНОЕ )?(?:ПРЕТЕНЗИЯ|ЗАЯВЛЕНИЕ|ЖАЛОБА|ТРЕБОВАНИЕ|УВЕДОМЛЕНИЕ"
    r"|ОБРАЩЕНИЕ|ЗАПРОС|ПРИЛОЖЕНИЯ?|ОПИСЬ|NOTICE|FORMAL|LETTER|CLAIM|COMPLAINT|WITHOUT PREJUDICE"
    r"|TO WHOM)\b"
)
_PATRONYMIC = re.compile(r"(?:ВИЧ|ВНА|ЧНА|ОГЛЫ|КЫЗЫ)$")
_VOWEL = re.compile("[AEIOUYАЕЁИОУЫЭЮЯ]")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word_list("capitals")[kind].split())


def capitals(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L06: shouting in capitals."""
    message = say("Capitals read like shouting.")
    mend = say("Write it in small letters.")
    for stretch in reading.stretches():
        for start, end in shouted(stretch.text):
            if not _is_whole_subject(reading, reading.part_at(stretch, start)):
                text = lowered(stretch.text, start, end)
                rule = ("L06", Severity.WARN)
                yield reading.at(stretch, (start, end), rule, message, mend, text)


def _is_whole_subject(reading: Reading, part: Part) -> bool:
    """A subject in capitals is a finding of its own: L05."""
    text = reading.text(Part.SUBJECT)
    return part is Part.SUBJECT and text == text.upper()


def shouted(text: str) -> list[tuple[int, int]]:
    """From where to where words in capitals shout."""
    if not _CAPITALS.search(text):
        return []
    hidden = _QUOTED.sub(lambda found: "\u2007" * len(found[0]), text)
    runs = [found.span() for found in _RUN.finditer(hidden) if _shouts(found[0])]
    runs = [span for span in runs if not _is_meant(text, *span)]
    return runs or _scattered(hidden)


def _shouts(run: str) -> bool:
    words = _CAPITALS.findall(run)
    shouts = any(
        len(word) > LONGEST_ACRONYM or word in _words("common") for word in words if len(word) > 1
    )
    name = len(words) == FEWEST_SHOUTED and any(map(_PATRONYMIC.search, words))
    return len(words) >= FEWEST_SHOUTED and shouts and not name


def _is_meant(text: str, start: int, end: int) -> bool:
    line, _ = line_around(text, start, end)
    is_heading = line == line.upper() and _HEADING.match(line.lstrip())
    return bool(is_heading or _HEADING.match(text, start)) or is_log(line)


def _scattered(text: str) -> list[tuple[int, int]]:
    """The long words in capitals, if they make up much of the text."""
    letters = sum(map(str.isalpha, text))
    long = [m for m in _CAPITALS.finditer(text) if len(m[0]) > LONGEST_ACRONYM]
    long = [m for m in long if not _is_meant(text, *m.span())]
    if letters < SHORTEST or len(long) < 2 or sum(len(m[0]) for m in long) <= MUCH * letters:
        return []
    return [found.span() for found in long]


def lowered(text: str, start: int = 0, end: int | None = None) -> str:
    """The characters from `start` to `end` in small letters, but acronyms, and sentences begun."""
    piece = _CAPITALS.sub(_small_word, text[start:end])
    before = text[max(0, start - 5) : start].rstrip(" \t")
    begins = not before or before[-1] in '.!?…\n:«“"'
    return piece[:1].upper() + piece[1:] if begins else piece


def _small_word(found: re.Match[str]) -> str:
    word = found[0]
    is_acronym = word in _words("acronyms") or (len(word) > 1 and not _VOWEL.search(word))
    return word if is_acronym or word == "I" else word.lower()
