"""What a letter cannot do without is shown as a place to fill in, which a check finds."""

from __future__ import annotations

from datetime import date

import pytest

from tui.advice.checks.placeholders import placeholders
from tui.cases.case import Case
from tui.cases.words import Part, Problem
from tui.letters.field_names import FIELDS
from tui.letters.letter import Sender
from tui.letters.letter_book import load_template, template_ids
from tui.letters.paragraphs import Paragraph
from tui.letters.phrases import blank, phrase_book
from tui.letters.write import write_letter
from tui.wording.wording import Wording

TODAY = date(2026, 11, 22)
EMPTY = Case(company="Northbank", subject="Card blocked", problem=Problem.ACCOUNT)


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("field", sorted(FIELDS))
def test_every_blank_is_found_by_the_check_of_placeholders(field: str, language: str) -> None:
    text = f"Before {blank(field, language)} after."
    assert [text[start:end] for start, end in placeholders(text)] == [blank(field, language)]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("phrase", ["asked.lacking", "asked.unknown"])
def test_what_they_asked_for_and_is_lacking_is_found_too(phrase: str, language: str) -> None:
    said = phrase_book()[phrase][language].format(title="A receipt")
    assert [said[start:end] for start, end in placeholders(said)] == [said[said.index("[") :]]


def test_only_fields_have_blanks_of_their_own() -> None:
    named = {name.removeprefix("blank.") for name in phrase_book() if name.startswith("blank.")}
    assert named - {"other", "power_day"} <= FIELDS


@pytest.mark.parametrize(
    ("template", "part", "blanks"),
    [
        ("claim", Part.PROBLEM, "[describe what happened]"),
        ("claim", Part.RESULT, "[state what you ask for]"),
        ("appeal", Part.PROBLEM, "[describe what happened]"),
        ("last_notice", Part.RESULT, "[state what you ask for]"),
        ("recap", Part.GREETING, "[give the day of the call]"),
        ("recap", Part.DONE, "[describe what was agreed]"),
    ],
)
def test_a_letter_shows_what_it_needs(template: str, part: Part, blanks: str) -> None:
    letter = write_letter(EMPTY, Sender(), template, Wording("en"), today=TODAY)
    assert blanks in letter.parts[part]


def test_letters_that_do_without_have_no_blank() -> None:
    for template in ("request", "reminder", "complaint", "review", "thanks", "reply", "higher"):
        text = write_letter(EMPTY, Sender(), template, Wording("en"), today=TODAY).text()
        assert not list(placeholders(text)), template


def test_when_leaves_out_and_needs_does_not() -> None:
    texts = {"ru": "{reference}, {company}", "en": "{reference}, {company}"}
    facts = {"reference": "", "company": "Northbank"}
    assert Paragraph("done", texts).said(facts, "en") == ""
    needing = Paragraph("done", texts, needs=("reference",))
    assert needing.said(facts, "en") == "[case number], Northbank"
    assert needing.said({**facts, "company": ""}, "en") == ""
    assert Paragraph("done", texts, ("reference",), ("reference",)).said(facts, "en") == ""


def test_what_is_needed_stands_in_the_letters_that_ship() -> None:
    needed = {
        name
        for template in map(load_template, template_ids())
        for paragraph in template.paragraphs
        for name in paragraph.needs
    }
    assert needed == {
        *("details", "expected_result", "asked_for", "call_day", "call_agreed", "asked_answers"),
    }
