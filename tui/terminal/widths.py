"""How many cells a text takes. Reads the tables of Rich only where a character may take more."""

from __future__ import annotations

import re

# Every terminal gives each of these one cell; anything else may stand wider than was reckoned.
_ONE_CELL = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20bf\u2116\u2190-\u21ff\u2500-\u25fc\u2800-\u28ff]*"
)


def is_even(text: str) -> bool:
    """Whether each character of `text` takes one cell, on any terminal."""
    return _ONE_CELL.fullmatch(text) is not None


def cell_len(text: str) -> int:
    """How many cells `text` takes."""
    if is_even(text):
        return len(text)
    from rich.cells import cell_len as measured

    return measured(text)


def cut(text: str, width: int) -> str:
    """`text` in exactly `width` cells, filled up with blanks."""
    if is_even(text):
        return text[:width].ljust(width)
    from rich.cells import set_cell_size

    return set_cell_size(text, width)


def chopped(text: str, width: int) -> list[str]:
    """`text` in pieces of at most `width` cells."""
    if is_even(text):
        return [text[at : at + width] for at in range(0, len(text), width)]
    from rich.cells import chop_cells

    return chop_cells(text, width)
