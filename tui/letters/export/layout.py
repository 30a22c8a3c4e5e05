"""A letter on paper, before any format: its head, its subject, stanzas of lines, its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from tui.cases.words import Part
from tui.letters.export.labels import label
from tui.letters.export.sheet import Sheet
from tui.letters.export.told_once import is_in_head
from tui.letters.letter import Letter, Sender
from tui.letters.phrases import Phrases
from tui.letters.plain import file_named, one_line
from tui.terminal.clean import clean_line, clean_text
from tui.wording.wording import Wording

_MARKED = re.compile(r"(?P<mark>\d{1,3}[.)]|[-–—•*])\s+(?P<text>\S.*)")
# A line of the history: “6 ноября 2026 г. — моё обращение”.
_DATED = re.compile(r"\d{1,2}(?:\.\d{1,2}\.| \w+ )\d{4}(?: г\.)? — \S")
_NUMBERED = re.compile(r"(\d{1,6})\. (.*)")


class Line(Struct, frozen=True):
    """A line of a stanza. `mark`: what stands before an entry of a list; else empty."""

    text: str
    mark: str = ""


class Stanza(Struct, frozen=True):
    """Lines that belong together: a paragraph or several, a list with what leads to it."""

    lines: tuple[Line, ...]
    title: str = ""

    @property
    def is_list(self) -> bool:
        return any(line.mark for line in self.lines)


class Layout(Struct, frozen=True):
    """A letter in the order of reading, every text clean.

    `sender` and `addressee`: the lines of the two address blocks, with their labels where
    the language writes them (`labelled`).
    """

    language: str
    subject: str
    sender: tuple[str, ...]
    addressee: tuple[str, ...]
    place: str
    day: str
    stanzas: tuple[Stanza, ...]
    closing: tuple[Stanza, ...]
    name: str

    @property
    def labelled(self) -> bool:
        """Russian letters have both blocks at the right, each line with its label."""
        return self.language == "ru"


def layout(letter: Letter, sheet: Sheet) -> Layout:
    """The letter as it stands on paper. The sizes of enclosures are told where known."""
    words = Wording(letter.language)
    day = clean_line(words.day(sheet.day))
    body = (Part.GREETING, Part.PROBLEM, Part.DONE, Part.RESULT)
    stanzas = [s for part in body for s in _stanzas(letter.parts.get(part, ""))]
    return Layout(
        language=letter.language,
        subject=_line(letter.parts.get(Part.SUBJECT, "")),
        sender=tuple(_sender(sheet.sender, letter.language)),
        addressee=tuple(_addressee(sheet, letter.language)),
        place=_line(sheet.place),
        day=day,
        stanzas=tuple(stanzas) + _enclosures(letter, sheet),
        closing=tuple(_stanzas(_contacts(letter, sheet, day))),
        name=_line(sheet.sender.name),
    )


def enclosure_lines(letter: Letter, sheet: Sheet) -> tuple[str, ...]:
    """The lines of the letter that name its enclosures, with the sizes of recorded files."""
    words, sizes = Wording(letter.language), {e.number: e for e in sheet.enclosures}
    lines = []
    for line in clean_text(letter.parts.get(Part.ENCLOSURES, "")).splitlines():
        found = _NUMBERED.fullmatch(line.strip())
        piece = sizes.get(int(found[1])) if found else None
        known = piece and piece.size and found and _line(piece.name) in found[2]
        lines.append(f"{line} ({words.size(piece.size)})" if piece and known else line)
    return tuple(lines)


def is_named(letter: Letter, name: str) -> bool:
    """Whether the letter names a file of this name among its enclosures."""
    told, name = _line(letter.parts.get(Part.ENCLOSURES, "")), _line(name)
    return bool(name and file_named(name).search(told))


def _enclosures(letter: Letter, sheet: Sheet) -> tuple[Stanza, ...]:
    """All of them under their title."""
    title = Phrases(letter.language).say("label.enclosures")
    lines = [_read(line) for line in enclosure_lines(letter, sheet) if line.strip()]
    return (Stanza(tuple(lines), title),) if lines else ()


def _contacts(letter: Letter, sheet: Sheet, day: str) -> str:
    """The last part without what the head and the signature have: contacts, the day, the name."""
    told = letter.parts.get(Part.CONTACTS, "").rstrip().split("\n")
    lines = [line for line in told if not is_in_head(line, sheet.sender, letter.language)]
    for last in (day, _line(sheet.sender.name)):
        if last and lines and _line(lines[-1]) == last:
            lines.pop()
    return "\n".join(lines)


def _stanzas(text: str) -> Iterator[Stanza]:
    for stanza in re.split(r"\n[ \t]*\n", clean_text(text)):
        lines = tuple(_read(line) for line in stanza.split("\n") if line.strip())
        if lines:
            yield Stanza(lines)


def _read(line: str) -> Line:
    line = line.strip().expandtabs(4)
    if found := _MARKED.fullmatch(line):
        return Line(found["text"], found["mark"])
    return Line(line, "•") if _DATED.match(line) else Line(line)


def _line(text: str) -> str:
    return clean_line(one_line(text))


def _addressee(sheet: Sheet, language: str) -> Iterator[str]:
    yield from _told(language, "to", sheet.to)
    yield from _told(language, "email" if "@" in sheet.address else "address", sheet.address)


def _sender(sender: Sender, language: str) -> Iterator[str]:
    """Who writes, for whom, and where an answer reaches them."""
    yield from _told(language, "from", sender.name)
    yield from _told(language, "address", sender.address)
    hours = f" ({sender.hours.strip()})" if sender.phone.strip() and sender.hours.strip() else ""
    yield from _told(language, "phone", sender.phone + hours)
    yield from _told(language, "email", sender.email)
    if name := _line(sender.principal.name):
        yield label(language, "behalf", text=name)
        yield from _told(language, "address", sender.principal.address)


def _told(language: str, name: str, text: str) -> Iterator[str]:
    """A line of an address block. English ones go without labels."""
    if text := _line(text):
        yield label(language, name, text=text) if language == "ru" else text
