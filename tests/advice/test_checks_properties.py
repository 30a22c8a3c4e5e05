"""Of any letter made of pieces like these: places are right, and mending a finding ends it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

from finding_story import LETTERS, mended
from hypothesis import given
from hypothesis import strategies as st

from tui.advice.checks.checks import Context, Finding, check_letter, check_text
from tui.cases.case import Money
from tui.cases.particulars import Identifier
from tui.cases.words import Channel, Part, Problem
from tui.wording.wording import Wording

ENGLISH = Wording("en")
PIECES = [
    *("Здравствуйте!", "Hello,", "Прошу вернуть 12 490 ₽.", "Please refund 120 EUR.", "Если нет"),
    *("карта 4111 1111 1111 1111", "CVV 123", "PIN: 4821", "пароль: qwerty123", "password=s3cret"),
    *("паспорт 4509 123456", "IBAN GB82 WEST 1234 5698 7654 32", "anna@example.ru", "№ 4821-77"),
    *(
        "ВЕРНИТЕ МОИ ДЕНЬГИ",
        "GIVE ME MONEY NOW",
        "Когда???",
        "да!!",
        "😀",
        "хуйня",
        "f*ck",
        "х у й",
    ),
    *("Вы мошенники", "хам", "You are thieves", "idiots", "засужу вас", "I will kill you", "Воры!"),
    *("Вы обязаны ответить за 3 дня", "You must answer within 3 days", "Прилагаю оригинал чека"),
    *("дoговор", "сontract", "недавно", "several times", "31.02.2026", "Fri 21 Nov 2026", "ужас"),
    *("ст. 22 Закона о защите прав потребителей", "section 75 of the Consumer Credit Act 1974"),
    *("[дата]", "Анна Петрова", "+7 900 000-00-00", "приложение 7", "фото.jpg", "Кроме того", "\n"),
    *(
        "\n\n",
        ". ",
        ", ",
        ": ",
        "1. чек",
        "— ",
        "«да»",
        "т.",
        "оригинал",
        "original receipt",
        "A55",
    ),
]
TEXT = st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)
CONTEXTS = st.builds(
    Context,
    problem=st.sampled_from([None, *Problem]),
    earlier_contacts=st.booleans(),
    public=st.booleans(),
    channel=st.sampled_from([None, *Channel]),
    today=st.just(date(2026, 11, 22)),
    answer_by=st.sampled_from([None, date(2026, 12, 2)]),
    sender=st.sampled_from(["", "Анна Петрова"]),
    enclosures=st.sampled_from([(), ((1, "чек.pdf"), (2, "a\nb.txt"))]),
    identifiers=st.sampled_from([(), (Identifier(kind="order", value="4821-77"),)]),
    amount=st.sampled_from([None, Money(value=Decimal(12490), currency="RUB")]),
    to_state=st.booleans(),
    norms=st.sampled_from([None, {}]),
)


def _marks(found: tuple[Finding, ...]) -> Counter[tuple[str, str]]:
    return Counter((finding.id, finding.text) for finding in found)


@given(st.fixed_dictionaries(dict.fromkeys(Part, TEXT)), CONTEXTS)
def test_in_a_letter_of_parts(letter: dict[Part, str], context: Context) -> None:
    found = check_letter(letter, context=context)
    for finding in found:
        assert finding.part is not None
        text = letter.get(finding.part, "")
        assert 0 <= finding.start <= finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text
        for sentence in (finding.message, finding.mend):
            assert ENGLISH.say(sentence).rstrip("”").endswith((".", "?"))
        if finding.replacement is not None:
            left = check_letter(mended(letter, finding), context=context)
            mark = (finding.id, finding.text)
            assert _marks(left)[mark] < _marks(found)[mark], finding


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join), CONTEXTS)
def test_in_a_plain_text(text: str, context: Context) -> None:
    found = check_text(text, context=context)
    assert list(found) == sorted(found, key=lambda finding: finding.start)
    for finding in found:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.text


@given(st.text(max_size=200), CONTEXTS)
def test_of_any_text_at_all(text: str, context: Context) -> None:
    for letter in LETTERS.values():
        for finding in check_letter({**letter, Part.PROBLEM: text}, context=context):
            assert finding.part is not None
            written = text if finding.part is Part.PROBLEM else letter[finding.part]
            assert written[finding.start : finding.end] == finding.text
    check_text(text, context=context)
