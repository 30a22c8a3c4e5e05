"""Looking into a text without changing it, and filling places in one."""

from __future__ import annotations

import pytest

from tui.letters.filling import fill
from tui.letters.plain import first_sentence


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It broke. It is old.", "It broke."),
        ("Срок — 05.11.2026; товара нет. Трек стоит.", "Срок — 05.11.2026; товара нет."),
        ("Живу на ул. Лесной. Света нет.", "Живу на ул. Лесной."),
        ("Мастер А. Петров не пришёл. Жду.", "Мастер А. Петров не пришёл."),
        ("Order no. 55 is lost. Help.", "Order no. 55 is lost."),
        ("Mr. Smith lied! Twice.", "Mr. Smith lied!"),
        ("no full stop\nsecond line", "no full stop"),
        ("version 8.1.4 fails", "version 8.1.4 fails"),
        ("It said “Stop.” Then it stopped.", "It said “Stop.”"),
        ("", ""),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


@pytest.mark.parametrize(
    ("text", "value", "filled"),
    [
        ("до {x}.", "24 ноября 2026 г.", "до 24 ноября 2026 г."),
        ("до {x}.", "завтра", "до завтра."),
        ("«{x}».", "Когда?", "«Когда?»"),
        ("{x}, {x}", "{x}", "{x}, {x}"),
        ("{x}.", "", "."),
    ],
)
def test_filling(text: str, value: str, filled: str) -> None:
    assert fill(text, {"x": value}) == filled
