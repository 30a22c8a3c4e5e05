"""What a reply offers to be recorded: by phrases of Russian and English support."""

from __future__ import annotations

import time
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from read_facts import facts, of

from tui.mail.fact import FactKind
from tui.mail.facts import facts_in


@pytest.mark.parametrize(
    "text",
    [
        "Please do not reply to this email.",
        "Если у вас остались вопросы, пишите.",
        "We were unable to reach you by phone.",
        "Мы не отказываем вам в возврате.",
        "Звоните 8 800 555-35-35 в любое время.",
        "Case 3 of 5 is done. In case 24 hours pass, write.",
        "Обращение от 20.11.2026 рассмотрено.",
        "Спасибо за обращение 20 ноября!",
    ],
)
def test_what_offers_nothing(text: str) -> None:
    assert facts(text) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Номер обращения 00-417/2026.", "00-417/2026"),
        ("инцидент IM12345678 создан", "IM12345678"),
        ("Заявка 8-1234567890 принята", "8-1234567890"),
        ("Заявка №4815162342 принята в работу.", "4815162342"),
        ("Вашему обращению присвоен номер 2026-11-0045.", "2026-11-0045"),
        ("Обращению присвоен № А-123/45.", "А-123/45"),
        ("По заказу 123-456 создано обращение 998877.", "998877"),
        ("Вх. № 123-П от 20.11.2026", "123-П"),
        ("№ обращения: 55-10", "55-10"),
        ("Номер заявки: INC0012345", "INC0012345"),
        ("Регистрационный номер: 15-22/1234", "15-22/1234"),
        ("Передали в службу доставки, номер 771-20.", "771-20"),
        ("your case number is CS0045127.", "CS0045127"),
        ("Ticket #4815162 has been created.", "4815162"),
        ("Case ID: 02345678", "02345678"),
        ("Your reference is ABC/12345.", "ABC/12345"),
        ("We have logged your complaint under reference 7712034.", "7712034"),
        ("Your order 123-456 is delayed, complaint number 88123.", "88123"),
    ],
)
def test_their_number_as_they_write_it(text: str, number: str) -> None:
    assert [fact.number for fact in of(FactKind.NUMBER, text)] == [number]


def test_a_number_of_an_order_is_told_apart() -> None:
    for text in (
        "Заказ № 123-456 передан.",
        "Номер вашего заказа 123-456.",
        "Order #123-456 is sent.",
    ):
        assert [(f.kind, f.number) for f in facts(text)] == [(FactKind.ORDER, "123-456")]
    known = facts("Обращение 4821-77 в работе.", mine=("№ 4821/77",))
    assert [f.kind for f in known] == [FactKind.ORDER]


def test_the_number_of_a_ticket_in_the_subject() -> None:
    told = facts("Hello.", subject="[Acme Support] Re: Order 123-456 (#4815162)")
    assert [(f.kind, f.number) for f in told] == [
        (FactKind.NUMBER, "4815162"),
        (FactKind.ORDER, "123-456"),
    ]
    assert [f.number for f in facts("Hello.", subject="Re: [ACME-123] Refund")] == ["ACME-123"]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Вернём 2 490 руб. 50 коп. на карту.", ["2490.50 RUB"]),
        ("Компенсация 12 тыс. руб.", ["12000 RUB"]),
        ("Сумма 100 тенге, 1\u00a0234,50 ₽ и 500р.", ["100.00 KZT", "1234.50 RUB", "500.00 RUB"]),
        ("Refund of £1,234.50, $20 plus 15 EUR.", ["1234.50 GBP", "20.00 USD", "15.00 EUR"]),
        ("Стоимость 1.299,00 €", ["1299.00 EUR"]),
        ("Выплата 1,5 млн рублей", ["1500000.00 RUB"]),
        ("5 рабочих дней, 3 раза, 10 %", []),
    ],
)
def test_sums_with_their_currency(text: str, sums: list[str]) -> None:
    found = [fact.money for fact in of(FactKind.AMOUNT, text)]
    told = [f"{money.value:.2f} {money.currency}" for money in found if money]
    assert told == [f"{float(s.split()[0]):.2f} {s.split()[1]}" for s in sums]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Do not call us before 3 December.", date(2026, 12, 3)),
        ("Please don't contact us again until Friday, 4 December 2026.", date(2026, 12, 4)),
        ("Не звоните нам до 4 декабря (пятница).", date(2026, 12, 4)),
        ("Please contact us again after 3 December.", date(2026, 12, 4)),
        ("Не звоните нам до 3 декабря.", date(2026, 12, 3)),
        ("Обращайтесь повторно не ранее 7 декабря.", date(2026, 12, 7)),
    ],
)
def test_a_day_before_which_they_want_no_word_is_no_promise(text: str, day: date) -> None:
    assert [(f.kind, f.day) for f in facts(text)] == [(FactKind.NOT_BEFORE, day)]


@pytest.mark.parametrize(
    "text",
    [
        "Unfortunately we cannot pay at once: we will pay 900 RUB by 2 December 2026.",
        "We are unable to refund immediately, but we will refund 900 RUB by 2 December 2026.",
        "К сожалению, сразу вернуть не сможем; вернём 900 руб. до 2 декабря 2026 года.",
    ],
)
def test_what_is_only_put_off_is_a_promise_and_no_refusal(text: str) -> None:
    assert [(f.kind, f.day or (f.money and f.money.value)) for f in facts(text)] == [
        (FactKind.PROMISE, date(2026, 12, 2)),
        (FactKind.AMOUNT, 900),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "You may return it until 5 December; we cannot refund it.",
        "We cannot reply before 5 December.",
        "Мы не сможем ответить до 5 декабря.",
        "Гарантия действует до 5 декабря: после этого возврат невозможен.",
    ],
)
def test_a_denial_promises_no_day(text: str) -> None:
    assert of(FactKind.PROMISE, text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("В возврате отказано.", FactKind.REFUSAL),
        ("К сожалению, не можем удовлетворить ваше требование.", FactKind.REFUSAL),
        ("Товар не подлежит возврату.", FactKind.REFUSAL),
        ("We are unable to refund this order.", FactKind.REFUSAL),
        ("Your claim has been declined.", FactKind.REFUSAL),
        ("This is our final response to your complaint.", FactKind.FINAL),
        ("Решение является окончательным и пересмотру не подлежит.", FactKind.FINAL),
    ],
)
def test_a_refusal_and_a_last_word(text: str, kind: FactKind) -> None:
    assert kind in {fact.kind for fact in facts(text)}


def test_a_last_word_that_is_announced_is_a_promise() -> None:
    told = facts("We will send our final response by 15 January 2027.")
    assert [(f.kind, f.day) for f in told] == [(FactKind.PROMISE, date(2027, 1, 15))]


def test_what_is_quoted_is_not_theirs() -> None:
    assert facts("> Вернём до 5 декабря.\nНичего не обещаем.") == ()
    assert facts("Ничего не обещаем.\n\n24.11.2026, 09:58, Анна <a@b.example>:\nдо 5 декабря") == ()


def test_a_pasted_chat_is_read_the_same_way() -> None:
    chat = (
        "[10:01] Оператор Ирина: Ваша заявка № 77-120 зарегистрирована\n"
        "[10:02] Оператор Ирина: вернём 1 200 ₽ до 1 декабря"
    )
    told = [(f.kind, f.number or f.day or (f.money and f.money.value)) for f in facts(chat)]
    assert told == [
        (FactKind.NUMBER, "77-120"),
        (FactKind.PROMISE, date(2026, 12, 1)),
        (FactKind.AMOUNT, 1200),
    ]


def test_each_line_of_a_chat_is_a_sentence_from_its_beginning() -> None:
    chat = (
        "[10:02] Olga: Do not call us before 3 December, we look into it with the bank.\n"
        "[10:04] Olga: We refund 900 RUB.\n10:05 Anna: thank you very much for telling me this.\n"
        "Olga: 200 RUB more as a gift.\n"
    )
    assert [fact.sentence for fact in facts(chat)] == [
        "[10:02] Olga: Do not call us before 3 December, we look into it with the bank.",
        "[10:04] Olga: We refund 900 RUB.",
        "Olga: 200 RUB more as a gift.",
    ]


@pytest.mark.parametrize(
    "piece",
    [
        *("до ", "1 ", "в течение 5 ", "a", "номер ", "обращение № ", "1.1.", "5 (пяти ", "12/05/"),
        *("просим ", "((", "1 000 000 ", "case is ", "- ", "case, the under as with ", "с 1 по "),
        *("end of the next ", "если вы не ", "1,234,", "a-1-", "\n", "x. Y", "до до конца "),
    ],
)
def test_no_text_hangs_the_rules(piece: str) -> None:
    began = time.perf_counter()
    facts(piece * (40_000 // len(piece)), subject="[" + piece * 5_000)
    assert time.perf_counter() - began < 1


WORDS = st.sampled_from((
    *("до", "5 декабря", "в течение", "10", "31 февраля", "99", "рабочих дней", "конца недели"),
    *("next Friday", "by 12/31", "0 часов", "999 месяцев", "№", "заказ", "обращение", "₽", "руб."),
    *("тыс.", "2026-13-45", "завтра", "29.02", "please provide", "отказано", "end of next", "May"),
))  # fmt: skip


@given(st.lists(WORDS, max_size=14), st.datetimes(datetime(1990, 1, 1), datetime(9999, 12, 31)))
def test_no_jumble_of_words_is_too_much(words: list[str], when: datetime) -> None:
    found = facts_in(" ".join(words), told_at=when, day_first=False, working=lambda day, count: day)
    assert all(fact.words and fact.sentence for fact in found)
    assert all(fact.day is None or fact.day >= when.date() for fact in found)
