"""L22 to L25 look at the matter; L01, L03 and L20 know more of it than they once did."""

from __future__ import annotations

from datetime import date

import pytest
from finding_story import KNOWN, found_in, knowing, mended
from reference_letters import CLAIM, ESCALATION

from tui.advice.checks.checks import CHECKS, Context, Severity, check_letter, check_text
from tui.cases.particulars import Identifier
from tui.cases.sentence import say
from tui.cases.words import Channel, Part, Problem

WHY = say("The case is closed.")
COUNTING = {
    "counting": (Channel.FORM, Channel.LETTER),
    "addressee": {"en": "the office", "ru": "управление"},
}


@pytest.mark.parametrize(
    ("known", "finding_id", "severity"),
    [
        ({"duplicates": ((7, "Refund"),)}, "L22", Severity.ERROR),
        ({"too_early": WHY}, "L23", Severity.WARN),
        ({"unread": (WHY,)}, "L37", Severity.WARN),
        ({"rung": WHY}, "L24", Severity.ERROR),
        ({**COUNTING, "channel": Channel.EMAIL}, "L25", Severity.ERROR),
        ({"counting": (Channel.FORM,), "channel": Channel.EMAIL}, "L25", Severity.ERROR),
        ({"nameless": True, "addressee": COUNTING["addressee"]}, "L04", Severity.WARN),
    ],
)
@pytest.mark.parametrize("letter", [CLAIM, ESCALATION])
def test_each_is_told_at_the_beginning(
    letter: dict[Part, str], known: dict[str, object], finding_id: str, severity: Severity
) -> None:
    (finding,) = check_letter(letter, context=knowing(**known))
    assert (finding.id, finding.severity) == (finding_id, severity)
    assert (finding.part, finding.start, finding.end) == (Part.SUBJECT, 0, 0)


@pytest.mark.parametrize(
    "known",
    [{**COUNTING, "channel": Channel.FORM}, COUNTING, {"channel": Channel.EMAIL}, {}],
)
def test_a_channel_that_counts(known: dict[str, object]) -> None:
    assert check_letter(CLAIM, context=knowing(**known)) == ()


def test_the_addressee_and_the_channels_are_named() -> None:
    (finding,) = check_letter(CLAIM, context=knowing(**COUNTING, channel=Channel.EMAIL))
    assert finding.message.values["addressee"] == COUNTING["addressee"]
    assert finding.mend.values == {"channels": COUNTING["counting"]}


def test_each_duplicate_is_told() -> None:
    two = knowing(duplicates=((7, "Refund"), (9, "Возврат\x1b[2J")))
    found = check_letter(CLAIM, context=two)
    assert [f.message.values["id"] for f in found] == [7, 9]
    assert "\x1b" not in str(found[1].message.values["subject"])


NUMBERLESS = {
    **ESCALATION,
    Part.SUBJECT: "The firewall drops all traffic after a fail-over",
    Part.GREETING: "Hello, I am Ivan Orlov.",
    Part.PROBLEM: "Since 9 Nov 2026 10:40 the firewall has dropped all traffic; 14 sites are hit.",
    Part.CONTACTS: "Reply to ivan@example.org or +44 20 7946 0000, 9:00-18:00.",
}


@pytest.mark.parametrize(
    "problem", [p for p in Problem if p.value not in ("consultation", "other")]
)
def test_which_number_is_lacking_is_said_by_kind_of_problem(problem: Problem) -> None:
    (finding,) = check_letter(NUMBERLESS, context=Context(problem=problem))
    assert finding.id == "L01"
    said = finding.mend.text
    assert ("serial" in said) is (problem in (Problem.TECHNICAL, Problem.DEFECT))
    assert ("parcel" in said) is (problem is Problem.DELIVERY)


def test_the_number_of_the_fitting_kind_is_offered_first() -> None:
    numbers = (Identifier(kind="model", value="X7"), Identifier(kind="order", value="SN 77"))
    for problem, value in ((Problem.DELIVERY, "SN 77"), (Problem.ACCOUNT, "X7"), (None, "X7")):
        context = Context(problem=problem, identifiers=numbers)
        (finding,) = check_letter(NUMBERLESS, context=context)
        assert finding.mend.values == {"number": value}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_lawful_date_is_put_in(language: str) -> None:
    letter = CLAIM if language == "ru" else ESCALATION
    undated = {**letter, Part.RESULT: "Верните 12 490 ₽." if language == "ru" else "Replace it."}
    context = knowing(answer_by=date(2026, 12, 2))
    (finding,) = check_letter(undated, context=context)
    assert (finding.id, finding.start, finding.text) == ("L03", len(undated[Part.RESULT]), "")
    new = mended(undated, finding)
    assert check_letter(new, context=context) == ()
    assert ("02.12.2026" if language == "ru" else "2 December 2026") in new[Part.RESULT]


def test_the_lawful_date_is_put_into_a_plain_text() -> None:
    text = "Тема: Заказ 4821-77\n\nЗдравствуйте!\n\nНе пришло.\n\nПрошу вернуть 100 ₽.\n\nАнна"
    context = knowing(answer_by=date(2026, 12, 2))
    (finding,) = (f for f in check_text(text, context=context) if f.id == "L03")
    new = text[: finding.start] + str(finding.replacement) + text[finding.end :]
    assert "Прошу вернуть 100 ₽. Прошу сделать это не позднее 02.12.2026.\n" in new
    assert "L03" not in {f.id for f in check_text(new, context=context)}


@pytest.mark.parametrize(
    ("contacts", "channel", "is_enough"),
    [
        ("anna@example.ru", Channel.FORM, True),
        ("anna@example.рф", None, True),
        ("anna@example.org", Channel.FORM, False),
        ("anna@example.org, anna@mail.su", Channel.FORM, True),
        ("anna@example.org, 101000, Энск, ул. Лесная, 1", Channel.FORM, True),
        ("+7 900 000-00-00", Channel.FORM, False),
        ("anna@example.org", Channel.LETTER, True),
    ],
)
def test_a_body_of_the_state_answers_in_its_own_zone(
    contacts: str, channel: Channel | None, is_enough: bool
) -> None:
    letter = {**CLAIM, Part.CONTACTS: f"Ответ: {contacts}\nА. Петрова"}
    found = check_letter(letter, context=knowing(to_state=True, channel=channel))
    assert ("L20" not in {f.id for f in found}) is is_enough
    assert "L20" not in {f.id for f in check_letter(letter, context=knowing(channel=channel))}


def test_every_check_of_the_list_is_there() -> None:
    ids = [one for ids, _ in CHECKS for one in ids.split()]
    assert sorted(set(ids)) == [f"L{number:02}" for number in range(1, 38)]
    assert found_in("Слово.", known=KNOWN) == ()
