"""The numbers that a company knows a matter by, as people type them."""

from __future__ import annotations

import re

from tui.cases.case import Case
from tui.cases.particulars import Identifier


def identifiers_of(text: str) -> tuple[Identifier, ...]:
    """“order 4821-77, contract: 12/5” or one a line."""
    pieces = (piece.strip() for piece in re.split(r"[,;\n]", text))
    return tuple(_identifier(piece) for piece in pieces if piece)


def _identifier(piece: str) -> Identifier:
    """A word before the number is its kind, as it was typed: “IMEI” is no “imei”. “: ” parts them
    whatever stands there."""
    for sign in (": ", "=", ":", " "):
        kind, mark, value = piece.partition(sign)
        is_kind = sign == ": " or not any(c.isdigit() for c in kind)
        if mark and value.strip() and is_kind:
            return Identifier(kind=kind.strip(), value=value.strip())
    return Identifier(kind="", value=piece)


def known_by(case: Case, language: str) -> tuple[str, ...]:
    """The identifiers of a case in words: order no. 4821-77."""
    from tui.letters.numbers import identifiers_in_words
    from tui.letters.phrases import Phrases

    return identifiers_in_words(case, Phrases(language))


def identifiers_text(identifiers: tuple[Identifier, ...]) -> str:
    """The identifiers as `identifiers_of` reads them."""
    return ", ".join(map(_text, identifiers))


def _text(identifier: Identifier) -> str:
    """A number that would be taken for a kind and a number has an empty kind before it."""
    is_plain = not identifier.kind and identifiers_of(identifier.value) == (identifier,)
    return identifier.value if is_plain else f"{identifier.kind}: {identifier.value}"


def with_identifier(known: tuple[Identifier, ...], kind: str, value: str) -> tuple[Identifier, ...]:
    """The number of `kind` in its place, or last; an empty value takes it away.

    A kind that is there keeps its spelling, whichever case is named.
    """
    wanted, names = kind.casefold(), [(one.kind or one.value).casefold() for one in known]
    place = names.index(wanted) if wanted in names else len(known)
    spelled = known[place].kind if place < len(known) else kind
    others = (one for one, name in zip(known, names, strict=True) if name != wanted)
    new = (Identifier(kind=spelled or kind, value=value),) if value else ()
    rest = list(others)
    return (*rest[:place], *new, *rest[place:])
