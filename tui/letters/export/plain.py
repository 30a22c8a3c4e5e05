"""A letter as plain text and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.letters.export.layout import Layout, Line, Stanza, layout
from tui.letters.export.sheet import Sheet
from tui.letters.letter import Letter
from tui.terminal.clean import clean_text

# What Markdown would read as more than a letter; the second only where a line begins.
_SIGNS = re.compile(r"[\\`*_\[\]<>&|~]")
_STARTS = re.compile(r"([#+=-])|(\d{1,9})([.)])(?=\s|$)")


def text(letter: Letter) -> bytes:
    """The letter as it reads, without the blocks of addresses."""
    return (clean_text(letter.text()).rstrip("\n") + "\n").encode()


def markdown(letter: Letter, sheet: Sheet) -> bytes:
    """The letter with its head and foot. No text of it is taken for markup."""
    return ("\n\n".join(_sections(layout(letter, sheet))) + "\n").encode()


def _sections(paper: Layout) -> Iterator[str]:
    blocks = (paper.addressee, paper.sender) if paper.labelled else (paper.sender, paper.addressee)
    yield from (_lines(block) for block in blocks if block)
    yield _lines((", ".join(filter(None, (paper.place, paper.day))),))
    if paper.subject:
        yield f"# {_escaped(paper.subject)}"
    yield from map(_stanza, (*paper.stanzas, *paper.closing))
    if paper.name:
        yield _escaped(paper.name)


def _stanza(stanza: Stanza) -> str:
    title = f"**{_escaped(stanza.title)}**\n\n" if stanza.title else ""
    return title + "".join(_joined(stanza.lines))


def _joined(lines: tuple[Line, ...]) -> Iterator[str]:
    """Entries of a list stand by themselves; between other lines there is a break."""
    for number, line in enumerate(lines):
        if number:
            before = lines[number - 1]
            yield (
                "\n"
                if before.mark and line.mark
                else "\n\n"
                if line.mark or before.mark
                else "  \n"
            )
        yield _entry(line)


def _entry(line: Line) -> str:
    mark = line.mark if line.mark[:1].isdigit() else "-" if line.mark else ""
    return f"{mark} {_escaped(line.text)}" if mark else _escaped(line.text)


def _lines(lines: tuple[str, ...]) -> str:
    return "  \n".join(map(_escaped, lines))


def _escaped(text: str) -> str:
    text = _SIGNS.sub(r"\\\g<0>", text)
    return _STARTS.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text, count=1) if (
        _STARTS.match(text)
    ) else text  # fmt: skip
