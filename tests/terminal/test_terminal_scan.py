"""The scan that other tests rely on sees what it is for."""

from __future__ import annotations

import pytest
from wire_scan import scan


@pytest.mark.parametrize(
    "hostile",
    [
        "\x1b]52;c;aGk=\x07",
        "\x1b]0;title\x1b\\",
        "\x1b]8;;http://evil\x1b\\",
        "\x1b[?1003h",
        "\x1b[6n",
        "\x1b[20t",
        "\x1b[5i",
        "\x1bc",
        "\x1b(0",
        "\x1bP+q544e\x1b\\",
        "\x1b_apc\x1b\\",
        "\x9b31m",
        "\x9d0;x\x9c",
        "\x0e",
        "\x05",
        "\x07",
        "\t",
        "\u202e",
        "\u2028",
        "\x1b",
    ],
)
def test_it_names_what_is_not_textuals(hostile: str) -> None:
    assert scan(f"before{hostile}after".encode()).strange


def test_it_lets_pass_what_textual_draws_with() -> None:
    found = scan(
        b"\x1b[?1049h\x1b[?25l\x1b[38;2;1;2;3mtext\x1b[0m\x1b[3;4H\x1b[>25u\x1b[?2026$p\r\n"
    )
    assert found.strange == []
    assert found.modes == {1049: True, 25: False}
    assert found.text == "text"
