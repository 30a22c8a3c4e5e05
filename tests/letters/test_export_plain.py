"""A letter as text and as Markdown: nothing in it is taken for markup."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from on_paper import letter, sheet, squeezed

from tui.cases.words import Part
from tui.letters.export.formats import Format, export
from tui.letters.export.labels import labels
from tui.letters.export.layout import is_named
from tui.letters.export.plain import markdown
from tui.terminal.clean import clean_text

PLAIN_TAGS = {"p", "br /", "h1", "strong", "ol", "ul", "li"}


def html(content: bytes) -> str:
    return str(MarkdownIt("commonmark", {"html": True}).render(content.decode()))


def seen(rendered: str) -> str:
    return squeezed(unescape(re.sub(r"<[^<>]*>", "", rendered)))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_text_is_the_letter_as_it_reads(language: str) -> None:
    made = letter(language)
    assert export(made, Format.TEXT, sheet(language)).decode() == made.text() + "\n"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_markdown_holds_the_whole_letter(language: str) -> None:
    made = letter(language)
    rendered = html(export(made, Format.MD, sheet(language)))
    assert f"<h1>{made.parts[Part.SUBJECT]}</h1>" in rendered
    assert rendered.count("<ul>") == 1
    assert "<ol>" in rendered
    for part in set(Part) - {Part.ENCLOSURES, Part.CONTACTS, Part.RESULT}:
        for line in made.parts[part].splitlines():
            assert squeezed(line) in seen(rendered)


HOSTILE = ["<script>", "[a](http://x)", "![i](x)", "**b** _i_ `c` ~~s~~", "# no", "> no", "a\n===",
           "a\n---", "- x", "1. x", "2) x", "&amp; &#60;", "|a|b|", "\\*", "    code", "<http://x.y>",
           "* * *", "+ x", "12. y", "[x]: http://y"]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_no_markup_from_data(text: str) -> None:
    for part in ("subject", "problem"):
        rendered = html(markdown(letter("en", **{part: text}), sheet("en", to=text)))
        assert set(re.findall(r"</?([a-z0-9]+(?: /)?)", rendered)) <= PLAIN_TAGS
    if "\n" not in text and text[0] not in "-*+12":
        assert squeezed(text) in seen(rendered)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=120))
def test_no_markup_from_any_text(text: str) -> None:
    rendered = html(markdown(letter("en", problem=text), sheet("en")))
    assert set(re.findall(r"</?([a-z0-9]+(?: /)?)", rendered)) <= PLAIN_TAGS


def test_controls_are_seen_in_a_text() -> None:
    content = export(letter("en", problem="a\x1b[31mb"), Format.TEXT, sheet("en"))
    assert "a␛[31mb" in content.decode()
    assert clean_text(content.decode()) == content.decode()


def test_what_a_letter_names() -> None:
    made = letter("en", enclosures="1. receipt.pdf\n2. chat (log.txt), 2 pages")
    assert is_named(made, "receipt.pdf")
    assert is_named(made, "log.txt")
    for other in ("ceipt.pdf", "receipt", "pages.pdf", "", "log.tx"):
        assert not is_named(made, other)


def test_every_label_is_there_in_both_languages() -> None:
    for name, texts in labels().items():
        assert set(texts) == {"ru", "en"}, name
        places = [sorted(re.findall(r"\{\w+\}", text)) for text in texts.values()]
        assert places[0] == places[1], name
