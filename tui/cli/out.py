"""Printing. Whatever comes from data is harmless for a terminal before it leaves."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import Any, TextIO
from unicodedata import combining, east_asian_width

from tui.terminal.clean import clean_line, clean_text

GAP = "  "
_NARROWEST = 8  # columns of a cell that is cut


class Out:
    """Answers go to standard output, remarks to standard error."""

    def line(self, text: str = "") -> None:
        """One line of the answer."""
        sys.stdout.write(clean_line(text).rstrip() + "\n")

    def lines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self.line(line)

    def prose(self, text: str, indent: str = "") -> None:
        """Sentences of the answer: a terminal gets them in lines that end with a word."""
        sys.stdout.writelines(f"{line}\n" for line in folded(text, indent, sys.stdout))

    def text(self, text: str) -> None:
        """A text of several lines, as it is: only tabs become spaces."""
        sys.stdout.write(clean_text(text).expandtabs().rstrip("\n") + "\n")

    def data(self, content: bytes) -> None:
        """A file as it is, for a pipe. Never for a terminal."""
        sys.stdout.flush()
        sys.stdout.buffer.write(content)

    def note(self, text: str) -> None:
        """A remark beside the answer, for a terminal as `prose`."""
        sys.stdout.flush()
        sys.stderr.writelines(f"{line}\n" for line in folded(text, "", sys.stderr))

    def json(self, value: Any) -> None:
        """One document; ASCII, so that it is harmless as it is."""
        import json

        indent = 2 if sys.stdout.isatty() else None
        sys.stdout.write(json.dumps(value, indent=indent, default=_plain) + "\n")

    def table(
        self, rows: Sequence[Sequence[str]], give: Sequence[int], under: Sequence[str] = ()
    ) -> None:
        """Rows in aligned columns. Where a terminal is too narrow the columns `give` are cut.

        `under`: a line more for each row.
        """
        cells = [[clean_line(cell) for cell in row] for row in rows]
        widths = [max(map(width, column), default=0) for column in zip(*cells, strict=True)]
        if widths and sys.stdout.isatty():
            from shutil import get_terminal_size  # slow to load: it knows archives too

            _narrow(widths, give, get_terminal_size().columns)
        for row, more in zip_longest(cells, under, fillvalue=""):
            self.line(GAP.join(map(fitted, row, widths)))
            if more:
                self.line(GAP * 2 + more)


def folded(text: str, indent: str, stream: TextIO) -> list[str]:
    """One line, or as many as a terminal needs; a word or a path is not broken."""
    line = indent + clean_line(text)
    if not stream.isatty():
        return [line]
    from shutil import get_terminal_size
    from textwrap import wrap

    return wrap(
        line,
        get_terminal_size().columns,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    ) or [""]


def _narrow(widths: list[int], give: Sequence[int], columns: int) -> None:
    """Take from the widest column of `give` until all fit, or none can give more."""
    over = sum(widths) + len(GAP) * (len(widths) - 1) - columns
    for _ in range(over):
        widest = max(give, key=widths.__getitem__)
        if widths[widest] <= _NARROWEST:
            return
        widths[widest] -= 1


def width(text: str) -> int:
    """Columns of a terminal that `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if combining(char) or char in "\u200b\u200c\u200d\ufe0f":
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def fitted(text: str, columns: int) -> str:
    """`text` in exactly so many columns: cut with an ellipsis, or filled with spaces."""
    if width(text) > columns:
        while text and width(text) > columns - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (columns - width(text))


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
