"""Each check of a part: what it finds, and what it must leave alone."""

from __future__ import annotations

import pytest
from case_story import COMPLETE, nov, sent, told
from reference_letters import CLAIM, ESCALATION

from tui.advice.checks.checks import (
    Context,
    Finding,
    Severity,
    check_letter,
    check_text,
    context_of,
)
from tui.cases.particulars import Identifier
from tui.cases.words import Part, Problem


def found(part: Part, text: str, **known: object) -> list[Finding]:
    """The findings on a good letter with this one part."""
    return list(check_letter({**ESCALATION, part: text}, context=Context(**known)))  # type: ignore[arg-type]


def ids(part: Part, text: str, **known: object) -> list[str]:
    return [finding.id for finding in found(part, text, **known)]


NUMBERLESS = {
    **ESCALATION,
    Part.SUBJECT: "The firewall drops all traffic after a fail-over",
    Part.GREETING: "Hello, I am Ivan Orlov.",
    Part.PROBLEM: "Since 9 Nov 2026 10:40 the firewall has dropped all traffic; 14 sites are hit.",
    Part.CONTACTS: "Reply to ivan@example.org or +44 20 7946 0000, 9:00-18:00.",
}


def test_a_letter_without_any_number_of_the_matter() -> None:
    (finding,) = check_letter(NUMBERLESS)
    assert (finding.id, finding.severity, finding.part) == ("L01", Severity.ERROR, Part.GREETING)
    assert finding.text == NUMBERLESS[Part.GREETING]


def test_the_known_number_is_offered_and_recognised_in_any_spelling() -> None:
    context = Context(identifiers=(Identifier(kind="serial", value="SN 77-1a"),))
    (finding,) = check_letter(NUMBERLESS, context=context)
    assert finding.mend.values == {"number": "SN 77-1a"}
    with_it = {**NUMBERLESS, Part.DONE: "Our unit sn77-1A was restarted."}
    assert check_letter(with_it, context=context) == ()


@pytest.mark.parametrize("problem", [Problem.CONSULTATION, Problem.OTHER])
def test_some_problems_need_no_number(problem: Problem) -> None:
    assert check_letter(NUMBERLESS, context=Context(problem=problem)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Order 4821-77 did not come.",
        "Заказ № 12 не пришёл.",
        "Лицевой счёт 40817810 заблокирован.",
        "The serial number is AB12CD34.",
        "Ticket #4411 was closed.",
        "Track RA000000000RU stands still.",
        "It was paid by card *1234.",
        "My login: ivan77 is blocked.",
        "Договор S-204.",
        "Заявка INC-2026-0042 закрыта.",
        "Abonnement 48217700 is billed twice.",
    ],
)
def test_a_number_is_known_by_its_look(text: str) -> None:
    assert check_letter({**NUMBERLESS, Part.DONE: text}) == ()


@pytest.mark.parametrize(
    "text",
    [
        "I paid 120000 ₽ on 20.10.2026 at 14:05.",
        "On 2026-10-20 I paid €1,234.50 in 2 parts.",
        "Я звонил 5 раз по +7 900 000-00-00.",
        "I wrote to help@example.org within 10 days.",
        "It is open 24/7 and has 3 floors.",
    ],
)
def test_a_sum_a_date_or_a_phone_is_no_number_of_the_matter(text: str) -> None:
    assert [f.id for f in check_letter({**NUMBERLESS, Part.DONE: text})] == ["L01"]


@pytest.mark.parametrize(
    "wish",
    [
        "Разберитесь.",
        "Прошу разобраться в ситуации и принять меры!",
        "Пожалуйста, помогите как можно скорее",
        "Сделайте что-нибудь!!!",
        "Прошу решить мой вопрос.",
        "Please help.",
        "Do something",
        "I want you to look into this issue and take appropriate action ASAP.",
        "Please investigate and resolve the problem.",
        "Разберитесь.\nПрошу ответить не позднее 7 декабря.\nЕсли откажете, прошу указать причины.",
        "Do something.\nPlease answer by 7 December 2026.\nIf you refuse, please give the reasons.",
        "???",
    ],
)
def test_a_wish_that_cannot_be_measured(wish: str) -> None:
    finding = next(f for f in found(Part.RESULT, wish) if f.id != "L07")
    assert (finding.id, finding.severity, finding.part) == ("L02", Severity.ERROR, Part.RESULT)
    assert finding.text == wish


@pytest.mark.parametrize(
    "wish",
    [
        "Please answer by 4 December 2026.",
        "Please answer by Friday.",
        "Прошу ответить письменно до 2 декабря.",
        "Прошу зарегистрировать обращение и сообщить его номер.\nПрошу ответить до 4 декабря.",
        "Please answer by 4 December.\nIf you refuse, please give the reasons in writing.",
    ],
)
def test_an_answer_alone_is_no_result(wish: str) -> None:
    finding = next(f for f in found(Part.RESULT, wish) if f.id == "L02")
    assert (finding.severity, finding.part) == (Severity.ERROR, Part.RESULT)
    assert finding.message.text == "The letter does not say what you expect."


@pytest.mark.parametrize(
    "wish",
    [
        "Прошу разобраться и вернуть 12 490 ₽ до 02.12.2026.",
        "Please help me to get 120 EUR back by 3 December.",
        "Замените товар в течение 10 дней.",
        "Please fix the router within 3 business days.",
        "Please cancel the subscription today.",
        "Прошу ответить письменно до 2 декабря и вернуть деньги.",
        "Верните деньги до конца недели.",
        "Please deliver it by 2026-12-03.",
        "Перезвоните мне завтра.",
        "Send the document till 3.12.",
    ],
)
def test_a_wish_with_a_date_is_left_alone(wish: str) -> None:
    assert ids(Part.RESULT, wish) == []


@pytest.mark.parametrize(
    "wish",
    [
        "Прошу вернуть 12 490 ₽ на карту *1234.",
        "Please refund 120.50 EUR.",
        "Please replace the 2 units of build 10.2.3.",
        "Почините кондиционер, пожалуйста.",
    ],
)
def test_a_wish_without_a_date(wish: str) -> None:
    (finding,) = found(Part.RESULT, wish)
    assert (finding.id, finding.severity) == ("L03", Severity.WARN)
    assert ids(Part.RESULT, wish, problem=Problem.CONSULTATION) == []


@pytest.mark.parametrize(
    "subject",
    [
        *("Hi", "X1", "!!!", "12345", "x" * 81, "Помогите!!!", "URGENT", "Complaint", "Жалоба"),
        *("Re: problem", "[URGENT] Help", "Вопрос"),
        "СРОЧНО ВЕРНИТЕ ДЕНЬГИ ЗА ТЕЛЕВИЗОР",
    ],
)
def test_a_subject_that_says_nothing_or_shouts(subject: str) -> None:
    finding = next(f for f in found(Part.SUBJECT, subject) if f.id != "L07")
    assert (finding.id, finding.severity, finding.text) == ("L05", Severity.WARN, subject)


@pytest.mark.parametrize(
    "subject",
    [
        "[Sev2] API 503 after TLS rotation — /v2/orders — build 8.1.4",
        "[URGENT] Router 77-1 is down",
        "ГИС ЖКХ: ОШИБКА 503",
        "Возврат за заказ 4821-77",
        "VPN",
        "x" * 80,
    ],
)
def test_a_subject_that_tells_something_is_left_alone(subject: str) -> None:
    assert ids(Part.SUBJECT, subject) == []


def test_few_words_are_enough_only_with_enclosures_or_for_a_question() -> None:
    short = {**ESCALATION, Part.PROBLEM: "The router S-204 is dead."}
    assert check_letter(short) == ()
    del short[Part.ENCLOSURES]
    assert [f.id for f in check_letter(short)] == ["L17", "L18"]
    for context in (Context(problem=Problem.CONSULTATION), Context(earlier_contacts=True)):
        assert [f.id for f in check_letter(short, context=context)] == ["L18"]


def test_enclosures_that_are_spoken_of_must_be_listed() -> None:
    for text in ("Логи прилагаю, договор S-204.", "The log of S-204 is attached."):
        letter = {**ESCALATION, Part.PROBLEM: f"{text} " * 8, Part.ENCLOSURES: ""}
        (finding,) = check_letter(letter)
        assert (finding.id, finding.severity) == ("L18", Severity.WARN)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        *((own, True) for own in ("Прилагаю чек.", "Чек и логи прилагаются.", "См. приложение 1.")),
        *(
            (own, True)
            for own in ("Чек в приложении к письму.", "Приложения: чек", "Чек приложен.")
        ),
        *(
            (own, True)
            for own in ("The bill is enclosed.", "See attachment.", "See the enclosures.")
        ),
        *((own, False) for own in ("Заказ вижу в приложении.", "Ошибка в мобильном приложении.")),
        *(
            (own, False)
            for own in (
                "Приложение вылетает.",
                "Версия приложения: 5.1.",
                "В приложении к договору пусто.",
            )
        ),
        *(
            (own, False)
            for own in ("It fails in the app.", "The application hangs.", "I open attachments.")
        ),
    ],
)
def test_a_mobile_app_is_no_enclosure(text: str, claims: bool) -> None:
    letter = {**ESCALATION, Part.PROBLEM: f"{ESCALATION[Part.PROBLEM]} {text}", Part.ENCLOSURES: ""}
    if text.startswith("Приложения"):
        letter[Part.PROBLEM] = f"{ESCALATION[Part.PROBLEM]}\n{text}"
    (finding,) = check_letter(letter)
    assert (finding.id, finding.severity) == ("L18", Severity.WARN if claims else Severity.INFO)


def test_a_sentence_about_an_app_is_not_read_as_the_list_of_enclosures() -> None:
    told = "Тема: Сбой заказа 4821-77\n\nПриложение вылетает при оплате.\n\n"
    assert "L18" in {f.id for f in check_text(told)}
    assert "L18" not in {f.id for f in check_text(f"{told}Приложение: чек, 1 л.")}


def test_earlier_contacts_that_the_letter_does_not_mention() -> None:
    first, later = (found(Part.DONE, "", earlier_contacts=earlier)[0] for earlier in (False, True))
    assert first.id == later.id == "L21"
    assert first.message != later.message


@pytest.mark.parametrize("text", ["Call me.", "Позвоните мне", "Please quote 0312-445, 9–18."])
def test_contacts_without_an_address(text: str) -> None:
    assert ids(Part.CONTACTS, text) == ["L20"]


def test_a_contact_that_is_not_whole_is_called_so() -> None:
    none, half = (found(Part.CONTACTS, t)[0] for t in ("Call me.", "anna@example, phone 12"))
    assert none.id == half.id == "L20"
    assert "does not say" in none.message.text
    assert "is whole" in half.message.text


@pytest.mark.parametrize(
    "text",
    [
        "ivan@example.org",
        "8 (900) 000-00-00",
        "тел. 495 000-00-00",
        "101000, Энск, ул. Лесная, 1",
        "12 Mill Lane, Oxford OX1 2AB",
        "Telegram: @ivan_orlov",
    ],
)
def test_any_address_will_do(text: str) -> None:
    assert ids(Part.CONTACTS, text) == []


@pytest.mark.parametrize(
    ("greeting", "contacts"),
    [
        ("Dear Support Team,", "ivan@example.org"),
        ("Здравствуйте!", "anna@example.ru"),
        ("Hello, I am writing about contract S-204.", "ivan@example.org"),
        ("Уважаемая Служба Поддержки!", "anna@example.ru"),
    ],
)
def test_a_letter_that_nobody_signs(greeting: str, contacts: str) -> None:
    letter = {**ESCALATION, Part.GREETING: greeting, Part.CONTACTS: contacts}
    (finding,) = check_letter(letter)
    assert (finding.id, finding.severity, finding.text) == ("L33", Severity.WARN, greeting)


@pytest.mark.parametrize(
    ("greeting", "contacts"),
    [
        ("Здравствуйте! Меня зовут Анна.", "anna@example.ru"),
        ("Hello, my name is Ivan.", "ivan@example.org"),
        ("Hello!", "ivan@example.org\nBest regards,\nIvan"),
        ("Здравствуйте!", "anna@example.ru, А. Петрова"),
        ("Здравствуйте!", "anna@example.ru\nПетрова А. С."),
        ("Dear Sir or Madam,", "ivan@example.org\nIvan Orlov"),
    ],
)
def test_a_name_in_greeting_or_contacts_signs(greeting: str, contacts: str) -> None:
    assert check_letter({**ESCALATION, Part.GREETING: greeting, Part.CONTACTS: contacts}) == ()


def test_the_sender_is_known_by_a_part_of_the_name() -> None:
    letter = {**CLAIM, Part.GREETING: "Добрый день, пишет вам anna", Part.CONTACTS: "a@b.ru"}
    assert [f.id for f in check_letter(letter)] == ["L33"]
    assert check_letter(letter, context=Context(sender="Anna Petrova")) == ()


def test_a_case_tells_the_checks_what_it_knows() -> None:
    fresh, written = context_of(COMPLETE), context_of(told(sent(nov(2))), sender="Anna")
    assert (fresh.problem, fresh.amount) == (Problem.REFUND, COMPLETE.amount)
    assert [identifier.value for identifier in fresh.identifiers] == ["4821-77"]
    assert (written.earlier_contacts, written.sender) == (True, "Anna")
