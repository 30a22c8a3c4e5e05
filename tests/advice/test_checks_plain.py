"""A plain text is read as one letter, however it is laid out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.advice.checks.checks import Severity, check_letter, check_text
from tui.advice.checks.plain_letter import read_plain
from tui.advice.checks.reading import Reading
from tui.cases.words import Part
from tui.wording.wording import Wording

ENGLISH = Wording("en")


def parts(text: str) -> dict[Part, str]:
    reading = read_plain(text)
    return {part: reading.text(part) for part in Part if reading.has(part)}


def test_a_letter_in_one_breath() -> None:
    text = (
        "Subject: Refund: order 4821-77\n"
        "Hello, my name is Ivan Orlov. I paid 120 EUR for order 4821-77 on 3 November and it did "
        "not come. I called on 12 November. Please refund 120 EUR by 2 December. If you refuse, "
        "please give the reasons. Reply to ivan@example.org."
    )
    read = parts(text)
    assert read[Part.GREETING] == "Hello,\nmy name is Ivan Orlov."
    assert read[Part.PROBLEM].startswith("I paid 120 EUR")
    assert read[Part.DONE] == "I called on 12 November."
    assert read[Part.RESULT].startswith("Please refund 120 EUR")
    assert read[Part.CONTACTS] == "Reply to ivan@example.org."
    assert {f.id for f in check_text(text) if f.severity is Severity.ERROR} == set()


def test_a_russian_letter_in_one_breath() -> None:
    text = (
        "Здравствуйте, я клиент с 2023 года, Анна Петрова. Заказ № 4821-77 не пришёл. "
        "Я звонила 12.11. Прошу вернуть 12 490 ₽ до 02.12.2026. Ответ пишите на anna@example.ru"
    )
    read = parts(text)
    assert read[Part.PROBLEM] == "Заказ № 4821-77 не пришёл."
    assert read[Part.DONE] == "Я звонила 12.11."
    assert read[Part.RESULT] == "Прошу вернуть 12 490 ₽ до 02.12.2026."
    assert read[Part.CONTACTS] == "Ответ пишите на anna@example.ru"


def test_lists_belong_to_their_heading() -> None:
    text = (
        "Subject: Router S-204 down\n\nHello,\n\nThe router is down since 3 November.\n\n"
        "What I have done so far:\n- restarted it\n- called on 4 November\n\n"
        "I ask for:\n1. a new router by 9 November\n2. a credit note\n\n"
        "Attached:\n1. log.txt\n2. photo.jpg\n\nBest regards,\nIvan Orlov\n\nMill Lane\n\nany time"
    )
    read = parts(text)
    assert read[Part.DONE].endswith("- called on 4 November")
    assert read[Part.RESULT] == "I ask for:\n1. a new router by 9 November\n2. a credit note"
    assert read[Part.ENCLOSURES] == "Attached:\n1. log.txt\n2. photo.jpg"
    assert read[Part.CONTACTS] == "Best regards,\nIvan Orlov\nMill Lane\nany time"
    assert read[Part.PROBLEM] == "The router is down since 3 November."


def test_a_colon_holds_for_the_lines_below_it() -> None:
    text = (
        "Subject: S-204\n\nPlease do so by 3 December:\nrefund of 12 EUR\nnew invoice\n\nIt failed."
    )
    read = parts(text)
    assert read[Part.RESULT] == "Please do so by 3 December:\nrefund of 12 EUR\nnew invoice"
    assert read[Part.PROBLEM] == "It failed."


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "Subject: S-204\n\nPlease cancel contract No. S-204 by 3 December. Dr. Orlov saw it."
    read = parts(text)
    assert read[Part.RESULT] == "Please cancel contract No. S-204 by 3 December."
    assert read[Part.PROBLEM] == "Dr. Orlov saw it."


def test_the_head_of_a_mail_is_not_the_letter() -> None:
    text = "From: me@x.org\nTo: you@x.org\nSubject: Router S-204 down\nDate: today\n\nIt is down."
    read = parts(text)
    assert read == {Part.SUBJECT: "Router S-204 down", Part.PROBLEM: "It is down."}


def test_a_date_in_the_body_is_no_head_of_a_mail() -> None:
    assert "Дата: 05.11" in parts("Тема: Заказ 4821-77\n\nЗаказ мой.\nДата: 05.11")[Part.PROBLEM]


def test_a_text_without_anything_lacks_everything() -> None:
    for text in ("", " \n\t\n"):
        found = check_text(text)
        assert {f.part for f in found} == set(Part)
        assert {"L01", "L02", "L05", "L17", "L20", "L21", "L33"} <= {f.id for f in found}
        assert all(f.start == f.end for f in found)


@given(st.text(max_size=300))
def test_any_text_at_all_can_be_read(text: str) -> None:
    _holds(read_plain(text))
    for finding in check_text(text):
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.text == text[finding.start : finding.end]
        for sentence in (finding.message, finding.mend):
            assert ENGLISH.say(sentence).rstrip("”").endswith(".")


WORDS = st.sampled_from(
    [
        *("Hello,", "Прошу вернуть деньги.", "Please refund!", "Если", "Subject:", "Тема:"),
        *("Приложения:", "- 1)", "Dear", "\n", "\n\n", "\r\n", "«А. Петрова»", "ivan@example.org"),
        *("+7 900 000-00-00", "С уважением,", "Я звонил.", "05.11.2026", "[дата]", "Attached:"),
        *("I am Ivan.", "It fails;", "no. S-204", "\u2028", "\x0b", "…"),
    ]
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_every_word_of_a_letter_belongs_to_some_part(text: str) -> None:
    reading = read_plain(text)
    _holds(reading)
    check_letter({part: reading.text(part) for part in Part})


def _holds(reading: Reading) -> None:
    last = 0
    for passage in reading.passages:
        assert last <= passage.start < passage.end <= len(reading.plain)
        assert reading.plain[passage.start : passage.end] == passage.text
        last = passage.end
