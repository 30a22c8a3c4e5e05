"""A letter that leaves nothing to wish for has no findings; one part less has its own."""

from __future__ import annotations

import textwrap

import pytest
from reference_letters import CLAIM, ESCALATION, as_text

from tui.advice.checks.checks import Context, Severity, check_letter, check_text
from tui.cases.words import Part, Problem

LETTERS = [pytest.param(CLAIM, id="ru"), pytest.param(ESCALATION, id="en")]
MISSING = {
    Part.SUBJECT: ("L05", Severity.ERROR),
    Part.GREETING: ("L33", Severity.WARN),
    Part.PROBLEM: ("L17", Severity.ERROR),
    Part.DONE: ("L21", Severity.INFO),
    Part.RESULT: ("L02", Severity.ERROR),
    Part.ENCLOSURES: ("L18", Severity.INFO),
    Part.CONTACTS: ("L20", Severity.ERROR),
}


@pytest.mark.parametrize("letter", LETTERS)
@pytest.mark.parametrize("problem", [None, *Problem])
def test_the_reference_letters_have_no_findings(
    letter: dict[Part, str], problem: Problem | None
) -> None:
    context = Context(problem=problem, earlier_contacts=True)
    assert check_letter(letter, context=context) == ()


@pytest.mark.parametrize("between", ["\n\n", "\n", "\r\n\r\n"], ids=["gaps", "lines", "crlf"])
@pytest.mark.parametrize("letter", LETTERS)
def test_nor_as_plain_texts(letter: dict[Part, str], between: str) -> None:
    assert check_text(as_text(letter, between)) == ()


@pytest.mark.parametrize("width", [50, 72, 80])
@pytest.mark.parametrize("letter", LETTERS)
def test_nor_when_an_editor_has_wrapped_them(letter: dict[Part, str], width: int) -> None:
    head, *paragraphs = as_text(letter).split("\n\n")
    wrapped = [head, *("\n".join(textwrap.wrap(one, width)) for one in paragraphs)]
    assert check_text("\n\n".join(wrapped)) == ()


@pytest.mark.parametrize("blank", ["absent", "empty", "white"])
@pytest.mark.parametrize("part", Part)
@pytest.mark.parametrize("letter", LETTERS)
def test_a_missing_part_has_one_finding_that_is_its_own(
    letter: dict[Part, str], part: Part, blank: str
) -> None:
    left = {**letter, part: " \n" if blank == "white" else ""}
    if blank == "absent":
        del left[part]
    (finding,) = check_letter(left)
    assert (finding.id, finding.severity) == MISSING[part]
    assert (finding.part, finding.start, finding.end, finding.text) == (part, 0, 0, "")


@pytest.mark.parametrize("part", [part for part in Part if part is not Part.SUBJECT])
@pytest.mark.parametrize("letter", LETTERS)
def test_a_part_missing_from_a_plain_text_is_placed_where_it_should_stand(
    letter: dict[Part, str], part: Part
) -> None:
    left = {name: text for name, text in letter.items() if name is not part}
    label = "Тема: " if letter is CLAIM else "Subject: "
    text = label + "\n\n".join(left.values())
    (finding,) = check_text(text)
    assert (finding.id, finding.severity, finding.part) == (*MISSING[part], part)
    later = [left[name] for name in list(Part)[list(Part).index(part) + 1 :]]
    assert text[finding.start :].strip() == "\n\n".join(later).strip()
    assert finding.text == ""


def test_a_text_without_a_marked_subject_may_begin_with_one() -> None:
    bare = as_text(CLAIM).removeprefix("Тема: ").replace("05.11.2026.\n", "05.11.2026\n", 1)
    assert check_text(bare) == ()
    assert [f.id for f in check_text(bare[bare.index("Здравствуйте") :])] == ["L05"]


def test_a_public_text_is_not_asked_for_what_must_not_stand_there() -> None:
    review = {
        Part.SUBJECT: "Возврат денег за непереданный заказ",
        Part.PROBLEM: f"{ESCALATION[Part.PROBLEM]}",
        Part.RESULT: CLAIM[Part.RESULT],
    }
    assert {f.id for f in check_letter(review)} == {"L01", "L33", "L21", "L18", "L20"}
    assert check_letter(review, context=Context(public=True)) == ()
