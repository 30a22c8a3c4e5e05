"""L18, L19, L34: what is enclosed, what the list says, and that no originals go out."""

from __future__ import annotations

import pytest
from finding_story import ids_in, mended, mended_text, the
from reference_letters import CLAIM, ESCALATION, as_text

from tui.advice.checks.checks import Context, Finding, Severity, check_letter, check_text
from tui.cases.words import Part, Problem

EVIDENCE = ((1, "чек.pdf"), (2, "Страница заказа.png"))


def _about(found: tuple[Finding, ...], finding_id: str) -> list[Finding]:
    return [finding for finding in found if finding.id == finding_id]


def _without(letter: dict[Part, str]) -> dict[Part, str]:
    return {part: text for part, text in letter.items() if part is not Part.ENCLOSURES}


@pytest.mark.parametrize("letter", [CLAIM, ESCALATION])
def test_a_kind_that_needs_proof_warns_without_any(letter: dict[Part, str]) -> None:
    for problem, severity in (
        (Problem.REFUND, Severity.WARN),
        (Problem.DEFECT, Severity.WARN),
        (Problem.DATA, Severity.INFO),
        (None, Severity.INFO),
    ):
        (finding,) = check_letter(_without(letter), context=Context(problem=problem))
        assert (finding.id, finding.severity) == ("L18", severity)
    later = Context(problem=Problem.REFUND, earlier_contacts=True)
    (finding,) = check_letter(_without(letter), context=later)
    assert finding.severity is Severity.INFO


def test_what_to_list_is_said_by_kind_of_problem() -> None:
    photos, bill = (
        check_letter(_without(CLAIM), context=Context(problem=problem))[0].mend.text
        for problem in (Problem.DEFECT, Problem.BILLING)
    )
    assert "photos" in photos
    assert "statement" in bill


def test_the_recorded_evidence_is_offered_as_the_list() -> None:
    context = Context(enclosures=EVIDENCE)
    (finding,) = check_letter(_without(CLAIM), context=context)
    assert (finding.start, finding.end) == (0, 0)
    letter = mended(_without(CLAIM), finding)
    assert letter[Part.ENCLOSURES] == "1. чек.pdf\n2. Страница заказа.png"
    assert check_letter(letter, context=context) == ()


@pytest.mark.parametrize("letter", [CLAIM, ESCALATION], ids=["ru", "en"])
def test_nor_is_it_missed_in_a_plain_text(letter: dict[Part, str]) -> None:
    context = Context(enclosures=EVIDENCE)
    label = "Тема: " if letter is CLAIM else "Subject: "
    text = label + "\n\n".join(_without(letter).values())
    (finding,) = check_text(text, context=context)
    new = text[: finding.start] + str(finding.replacement) + text[finding.end :]
    assert check_text(new, context=context) == ()


def test_a_list_that_leaves_evidence_out_gets_the_line() -> None:
    letter = {**CLAIM, Part.ENCLOSURES: "1. чек"}
    context = Context(enclosures=EVIDENCE)
    (finding,) = check_letter(letter, context=context)
    assert (finding.id, finding.severity) == ("L19", Severity.ERROR)
    assert finding.start == finding.end == len("1. чек")
    new = mended(letter, finding)
    assert new[Part.ENCLOSURES] == "1. чек\n2. Страница заказа.png"
    assert check_letter(new, context=context) == ()


def test_a_file_that_nobody_recorded() -> None:
    letter = {**CLAIM, Part.ENCLOSURES: "1. чек.pdf\n2. страница_заказа.png\n3. фото.jpg"}
    (finding,) = check_letter(letter, context=Context(enclosures=EVIDENCE))
    assert (finding.id, finding.text, finding.replacement) == ("L19", "фото.jpg", None)
    assert check_letter(letter) == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Смотрите на фото (приложение 9).", "(приложение 9"),
        ("Всё видно в приложении № 7.", "приложении № 7"),
    ],
)
def test_an_enclosure_of_a_number_that_the_list_has_not(text: str, place: str) -> None:
    assert the("L19", text).text == place
    assert "L19" not in ids_in("Смотрите на фото (приложение 4), см. приложение 1.")


def test_the_same_in_english() -> None:
    letter = {**ESCALATION, Part.ENCLOSURES: "1. log\n2. plan"}
    for number, count in ((2, 0), (3, 1)):
        told = {**letter, Part.PROBLEM: f"{letter[Part.PROBLEM]} See enclosure {number}."}
        assert len(_about(check_letter(told), "L19")) == count


@pytest.mark.parametrize(
    "text", ["В приложении 22 ноября вышло обновление.", "Приложение 5.1 упало."]
)
def test_an_app_is_no_enclosure(text: str) -> None:
    assert "L19" not in ids_in(text)


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("Прилагаю оригинал чека.", "Прилагаю копию чека."),
        ("Направляю вам оригиналы документов.", "Направляю вам копии документов."),
        ("I enclose the original receipt.", "I enclose a copy of the receipt."),
        ("Originals are attached.", "copies are attached."),
    ],
)
def test_copies_go_out_and_not_originals(text: str, copy: str) -> None:
    assert the("L34", text).severity is Severity.INFO
    assert mended_text("L34", text) == copy


def test_in_the_list_itself() -> None:
    (finding,) = _about(check_letter({**CLAIM, Part.ENCLOSURES: "1. оригинал чека"}), "L34")
    assert (finding.text, finding.replacement) == ("оригинал", "копия")


def test_a_plain_text_with_the_reference_letters_lists_needs_nothing() -> None:
    assert check_text(as_text(CLAIM)) == check_text(as_text(ESCALATION)) == ()
