"""A letter as a mailto: link."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from on_paper import letter

from tui.cases.errors import BadInput
from tui.cases.words import Part
from tui.letters.export.mailto import LONGEST, mailto

TO = "help@severmart.example"


def read(link: str) -> dict[str, str]:
    parts = urlsplit(link)
    assert parts.scheme == "mailto"
    found = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert set(found) == {"subject", "body"}
    return {"to": parts.path, **{name: text for name, (text,) in found.items()}}


def test_a_short_letter_is_whole() -> None:
    made = letter("en", problem="50% & more? a=b #1 + 2")
    found = read(mailto(made, TO))
    assert found["to"] == TO
    assert found["subject"] == made.parts[Part.SUBJECT]
    text = made.text().partition("\n\n")[2]
    assert found["body"] == text.replace("\n", "\r\n")


def test_a_long_letter_is_cut_and_says_so() -> None:
    made = letter("ru", problem="Чайник разбит. " * 200)
    link = mailto(made, TO)
    assert len(link) <= LONGEST
    body = read(link)["body"]
    assert body.endswith("[Письмо не поместилось целиком: остальное вставьте из файла.]")
    assert "\ufffd" not in body
    assert body.startswith("Здравствуйте!")


def test_without_an_address_the_program_asks_for_it() -> None:
    assert mailto(letter("en"), "").startswith("mailto:?subject=")


def test_a_wrong_address_is_refused() -> None:
    with pytest.raises(BadInput, match="cannot be used"):
        mailto(letter("en"), "a@x.ru?bcc=b@y.ru")


@given(st.text(max_size=1500), st.text(max_size=3000))
def test_it_is_never_too_long_and_never_more_than_a_letter(subject: str, told: str) -> None:
    link = mailto(letter("ru", subject=subject, problem=told), TO)
    assert len(link) <= LONGEST
    assert link.isascii()
    assert link.count("&") == 1
    assert not set(link) & set(" \r\n\"'<>")
