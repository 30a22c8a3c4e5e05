"""Which recorded file is which piece of evidence: by what I said of it, else by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from tui.advice.preparation.preparation_data import Needed
from tui.cases.case import Case

_WORD = re.compile(r"[^\W\d_]+")
_HUMP = re.compile(r"(?<=[a-zа-я])(?=[A-ZА-Я])")  # BankStatement
_NONE = frozenset({"no", "not", "without", "нет", "без", "не"})


class Piece(Struct, frozen=True):
    """A recorded file: its number and name, the words of its name, and what I said of it."""

    number: int
    name: str
    words: tuple[str, ...]
    said: str

    @property
    def ending(self) -> str:
        return "." + self.name.casefold().rpartition(".")[2]


def pieces_of(case: Case) -> tuple[Piece, ...]:
    """All files of a case, by number."""
    said = {piece.number: event.text for event in case.timeline for piece in event.evidence}
    return tuple(
        Piece(file.number, file.name, words_of(file.name.rpartition(".")[0] or file.name),
              said.get(file.number, ""))
        for file in case.evidence
    )  # fmt: skip


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name or a text; digits and signs part them."""
    parted = _HUMP.sub(" ", text).casefold().replace("ё", "е")
    return tuple(_WORD.findall(parted))


def noted(need: Needed, pieces: Iterable[Piece]) -> Piece | None:
    """The piece of which I said that it is this, when I recorded it."""
    return next((piece for piece in pieces if _is_said(need, piece.said)), None)


def _is_said(need: Needed, said: str) -> bool:
    """By its words, or by the very name that the list gives it."""
    return is_named(need, said) or said.strip() in need.name.values()


def guessed(need: Needed, pieces: Iterable[Piece], others: Iterable[Needed]) -> Piece | None:
    """The piece that seems to be this by its name, or by its ending if its name says nothing."""
    pieces, others = tuple(pieces), tuple(others)
    by_name = (piece for piece in pieces if any(_fit(need, piece.words)))
    return next(by_name, None) or next(_by_ending(need, pieces, others), None)


def _by_ending(
    need: Needed, pieces: tuple[Piece, ...], others: tuple[Needed, ...]
) -> Iterator[Piece]:
    for piece in pieces:
        if piece.ending in need.endings and not any(any(_fit(o, piece.words)) for o in others):
            yield piece


def is_named(need: Needed, text: str) -> bool:
    """Whether a text names it, and not that it is not there."""
    words = words_of(text)
    places = [place for place, fits in enumerate(_fit(need, words)) if fits]
    return any(not _NONE & set(words[max(0, place - 2) : place]) for place in places)


def _fit(need: Needed, words: Iterable[str]) -> list[bool]:
    """For each word, whether it names the thing."""
    whole = {word.replace("ё", "е") for word in need.words if not word.endswith("*")}
    begins = tuple(word[:-1].replace("ё", "е") for word in need.words if word.endswith("*"))
    return [word in whole or bool(begins and word.startswith(begins)) for word in words]
