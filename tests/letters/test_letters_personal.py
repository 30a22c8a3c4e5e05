"""What tells of any person is taken out; sums, dates, laws and the company stay."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.event import Event, Evidence
from tui.cases.particulars import Identifier
from tui.cases.words import EventKind, Problem
from tui.letters.letter import Sender
from tui.letters.personal import redaction

CASE = Case(
    company="Northbank",
    subject="Card blocked",
    problem=Problem.ACCOUNT,
    identifiers=(Identifier(kind="order", value="4821-77"),),
    evidence=(Evidence(number=1, name="паспорт Сидорова.jpg"),),
)
ANNA = Sender(
    name="Анна Петрова",
    email="anna@example.ru",
    phone="+7 900 000-00-00",
    address="000000, г. Энск, ул. Лесная, д. 1",
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Оператор Олег сказал, что Иванов И.И. вернёт", "Оператор … сказал, что … вернёт"),
        ("Я, АННА ПЕТРОВА, с А. Петровой и П. О. Бендером", "Я, …, с … и …"),
        ("моя мать Мария Сергеевна Кузнецова", "моя мать …"),
        ("Manager Dana Scully and Mr. Smith wrote", "Manager … and Mr. … wrote"),
        ("живу: г. Энск, ул. Лесная, д. 1, кв. 5", "живу: …"),
        ("from 12 High Street, Leeds LS1 4AB", "from …, Leeds …"),
        ("тел. 8(900)000-00-00 или 8 900 111 22 33", "тел. … или …"),
        ("паспорт 4510 123456, серия 4510 № 123456", "паспорт …, серия …"),
        ("дата рождения 01.02.1980", "дата рождения …"),
        ("account 12345678, sort code 12-34-56", "account …, sort code …"),
        ("IBAN DE89 3704 0044 0532 0130 00", "IBAN …"),
        ("card ending 1234 or 4111 1111 1111 1111", "card ending … or …"),
        ("see https://x.example/t?k=abc and @anna_p", "see … and …"),
        ("order 4821-77, файл паспорт Сидорова.jpg", "order …, файл …"),
    ],
)
def test_what_is_personal_goes(text: str, left: str) -> None:
    assert redaction(CASE, [ANNA])(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "ст. 23.1 Закона РФ от 07.02.1992 № 2300-1 «О защите прав потребителей»",
        "вернуть 12 490 ₽ на карту 12490 ₽ до 02.12.2026, в течение 10 дней",
        "section 75 of the Consumer Credit Act 1974, Regulation (EU) 2016/679, £1,240.50",
        "Operator Northbank did not answer by 2 December 2026.",
    ],
)
def test_the_matter_stays(text: str) -> None:
    assert redaction(CASE, [ANNA])(text) == text


def test_whom_they_call_support_is_not_every_support() -> None:
    agents = ("Support", "Northbank, Oleg")
    told = tuple(Event(at=datetime(2026, 11, 2, tzinfo=UTC), kind=EventKind.CALL, agent=agent)
                 for agent in agents)  # fmt: skip
    take_out = redaction(replace(CASE, timeline=told), [ANNA])
    text = "Northbank gave no support: OLEG hung up, as did Oleg."
    assert take_out(text) == "Northbank gave no support: … hung up, as did …."


OTHERS = replace(CASE, company="Вавилон Маркет")


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Мария", "12 марта 2026 г., в марте, Вавилон Маркет, Марка", ""),
        ("Мария", "Марии, с МАРИЯ, мариею, у Марии", "…, с …, у …"),
        ("Марта", "12 марта 2026 г., в марте с Мартой", "12 марта 2026 г., в марте с …"),
        ("Marty May", "On 12 May 2026 and May 2, Ms. Reed met May.", None),
        ("Дмитрий Толстой", "Дмитрию Толстому, ямитрий", "…, ямитрий"),
        ("Пётр Вавилонов", "Петра Вавилонова из Вавилон Маркет", "… из Вавилон Маркет"),
        ("Павел Маркет", "Павла Маркета, но Вавилон Маркет", "…, но Вавилон Маркет"),
        ("Вавилон Маркет", "Вавилон Маркет", "…"),
    ],
)
def test_only_the_name_itself_goes(name: str, text: str, left: str | None) -> None:
    expected = "On 12 May 2026 and May 2, Ms. … met …." if left is None else left or text
    assert redaction(OTHERS, [Sender(name=name)])(text) == expected


@pytest.mark.parametrize(
    "text", ["А. " * 20_000, "A" * 40_000, " 1" * 40_000, "Иван Иванович " * 5_000, "a@" * 20_000]
)
def test_no_text_keeps_it_busy(text: str) -> None:
    take_out, begun = redaction(CASE, [ANNA]), time.process_time()
    take_out(text)
    assert time.process_time() - begun < 3
