"""L14 papers and accounts, L15 anything personal in public."""

from __future__ import annotations

import pytest
from finding_story import found_in, ids_in, in_plain, knowing, mended_text, the
from reference_letters import CLAIM

from tui.advice.checks.checks import Severity, check_letter
from tui.cases.particulars import Identifier
from tui.cases.words import Channel, Part

PAPERS = [
    ("паспорт 4509 123456", "4509 123456", "паспорт *3456"),
    ("Паспорт серия 45 09 № 123456", "45 09 № 123456", "Паспорт серия *3456"),
    ("СНИЛС 112-233-445 95", "112-233-445 95", "СНИЛС *4595"),
    ("снилс: 11223344595", "11223344595", "снилс: *4595"),
    ("IBAN GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 32", "IBAN *5432"),
    ("to DE89370400440532013000 please", "DE89370400440532013000", "to *3000 please"),
    ("дата рождения 05.11.1980", "05.11.1980", "дата рождения (дату сообщу по запросу)"),
    ("date of birth: 5 November 1980", "5 November 1980", "date of birth: (date on request)"),
]


@pytest.mark.parametrize(("text", "paper", "masked"), PAPERS)
def test_papers_are_masked(text: str, paper: str, masked: str) -> None:
    finding = the("L14", text)
    assert (finding.severity, finding.text) == (Severity.WARN, paper)
    assert mended_text("L14", text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "СНИЛС 112-233-445 96",
        "IBAN GB82 WEST 1234 5698 7654 33",
        "Номер 4509 123456 на коробке",
        "Паспорт изделия 2026",
        "ребёнок родился в 2020 году",
        "The release was born of need in 2026",
    ],
)
def test_what_fails_its_checksum_or_has_no_name_is_left_alone(text: str) -> None:
    assert "L14" not in ids_in(text)


@pytest.mark.parametrize("channel", [Channel.LETTER, Channel.IN_PERSON])
def test_on_signed_paper_they_are_in_place(channel: Channel) -> None:
    assert "L14" not in ids_in("паспорт 4509 123456", known=knowing(channel=channel))
    assert "L14" in ids_in("паспорт 4509 123456", known=knowing(channel=Channel.CHAT))


PUBLIC = knowing(
    public=True,
    sender="Анна Петрова",
    identifiers=(
        Identifier(kind="order", value="ЗК-77"),
        Identifier(kind="model", value="FW-2200"),
    ),
)
PERSONAL = [
    ("Пишите на anna@example.ru скорее", "anna@example.ru"),
    ("Звоните +7 900 000-00-00 днём", "+7 900 000-00-00"),
    ("Это Анна писала", "Анна"),
    ("Обманули Петрову опять", "Петрову"),
    ("Мой ЗК-77 не пришёл", "ЗК-77"),
    ("Заказ 4821-77 не пришёл", "Заказ 4821-77"),
    ("Обращение № 55-10 закрыли", "Обращение № 55-10"),
    ("Карта *1234 заблокирована", "Карта *1234"),
    ("Трек RA000000000RU стоит", "Трек RA000000000RU"),
    ("My login: anna77 is blocked", "login: anna77"),
    ("Account 40817810 is closed", "Account 40817810"),
]


def _told(text: str) -> list[str]:
    parts = {Part.SUBJECT: "Отзыв о магазине", Part.PROBLEM: text, Part.RESULT: "Верните деньги."}
    return [f.text for f in check_letter(parts, context=PUBLIC) if f.id == "L15"]


@pytest.mark.parametrize(("text", "personal"), PERSONAL)
def test_nothing_personal_in_public(text: str, personal: str) -> None:
    assert personal in "".join(_told(text)) or personal in _told(text)
    known = PUBLIC
    assert personal not in mended_text("L15", text, known)


@pytest.mark.parametrize(
    "text",
    [
        "Роутер FW-2200 сборки 10.2.3 не работает с 05.11.2026.",
        "Заплатила 12 490 ₽ 20.10.2026 в 14:05.",
        "I paid 120 EUR on 20 October 2026 for the order.",
        "Я звонила 5 раз, ждала 40 минут.",
        "It has 16 GB and version 8.1.4.",
    ],
)
def test_sums_dates_and_models_tell_nobody_who_i_am(text: str) -> None:
    assert _told(text) == []


def test_what_begins_like_my_name_is_not_my_name() -> None:
    mine = knowing(public=True, sender="Мария")
    assert [
        f.text for f in in_plain("12 марта 2026 г. Маркет не ответил Марии.", mine) if f.id == "L15"
    ] == ["Марии"]


def test_of_a_letter_to_a_social_network_only_what_is_said_there_counts() -> None:
    social = knowing(channel=Channel.SOCIAL, sender="Анна Петрова")
    parts = {f.part for f in check_letter(CLAIM, context=social) if f.id == "L15"}
    assert parts == {Part.SUBJECT, Part.PROBLEM}
    assert "L15" in {f.id for f in in_plain("Пишите на anna@example.ru", social)}
    assert "L15" not in {f.id for f in found_in("Пишите на anna@example.ru")}
