"""The words of all cases, so that they are found: kept in one turn with the cases."""

from __future__ import annotations

from itertools import zip_longest

from tui.cases.case import Case
from tui.store.cards import quick_case
from tui.store.engine import LAST_FOUND, Engine
from tui.store.errors import BrokenBook
from tui.store.names import CASES
from tui.store.stems import stems_of, version
from tui.store.texts import changed, texts_of

_FACT = "stems"  # the version that all words in the index were made by; "": not one alone


def is_of_today(engine: Engine) -> bool:
    """Whether all words were made as this version makes them."""
    return engine.fact(_FACT) == version()


def put(engine: Engine, number: int, new: Case | None, old: Case | None) -> None:
    """Write the words of what changed in a case. In a turn."""
    if number > LAST_FOUND:
        return
    texts = changed(new, old)
    for piece, text in texts.items():
        if text:
            engine.put_words(number, piece, _words(text))
        else:
            engine.drop_words(number, piece)
    if texts and not is_of_today(engine):
        engine.put_fact(_FACT, "")


def rebuild(engine: Engine) -> None:
    """Make the words of all cases anew that can be read. In a turn."""
    engine.drop_all_words()
    for number in engine.numbers(CASES):
        for piece, words in _expected(engine, number):
            engine.put_words(number, piece, words)
    engine.put_fact(_FACT, version())


def is_whole(engine: Engine) -> bool:
    """Whether all that should be found is found, and nothing else. Not in a turn.

    Raises StoreBusy.
    """
    if not engine.is_there:
        return True
    if not is_of_today(engine) or not engine.words_fit():
        return False
    expected = (
        (number, piece, words)
        for number in engine.numbers(CASES)
        for piece, words in _expected(engine, number)
    )
    return all(kept == made for kept, made in zip_longest(engine.words(), expected))


def _expected(engine: Engine, number: int) -> list[tuple[int, str]]:
    try:
        row = engine.row(CASES, number) if number <= LAST_FOUND else None
        texts = texts_of(quick_case(row, number, engine.name)) if row else {}
    except BrokenBook:
        return []  # it is told to whoever opens the case
    return [(piece, _words(text)) for piece, text in texts.items()]


def _words(text: str) -> str:
    return " ".join(stems_of(text))
