"""L29 the law that is cited, L32 another language or alphabet."""

from __future__ import annotations

import pytest
from finding_story import found_in, ids_in, knowing, mended_text, the
from reference_letters import CLAIM, ESCALATION

from tui.advice.checks.checks import Severity, check_letter
from tui.advice.checks.citations import Norm, Standing, citations_in, known_norms
from tui.advice.checks.language_checks import language_of, unmixed
from tui.cases.words import Part

CITED = [
    ("ст. 22 Закона РФ «О защите прав потребителей»", Norm("zpp", "22")),
    ("п. 1 ст. 31 Закона № 2300-1", Norm("zpp", "31")),
    ("Закон о защите прав потребителей, ст. 26.1, п. 4", Norm("zpp", "26.1")),
    ("статья 23.1 ЗоЗПП", Norm("zpp", "23.1")),
    ("article 22 of the Russian Law on Consumer Rights Protection", Norm("zpp", "22")),
    ("ст. 309 ГК РФ", Norm("гк", "309")),
    ("ст. 12 Федерального закона № 59-ФЗ", Norm("59-фз", "12")),
    ("article 12 of Russian Federal Law No. 59-FZ", Norm("59-фз", "12")),
    ("п. 7 ст. 55 Федерального закона «О связи»", Norm("126-фз", "55")),
    ("п. 40 Правил № 491", Norm("правила 491", "40")),
    ("section 75 of the Consumer Credit Act 1974", Norm("consumer credit act 1974", "75")),
    ("section 9 of the Sale of Goods Act 1979", Norm("sale of goods act 1979", "9")),
    ("Article 12(3) of the GDPR", Norm("2016/679", "12")),
    ("п. 2 ст. 78 GDPR", Norm("2016/679", "78")),
    ("Regulation (EC) No 261/2004", Norm("261/2004")),
    ("Article 101(2) of Directive (EU) 2015/2366", Norm("2015/2366", "101")),
    ("12 CFR 1026.13(b)(1)", Norm("12 cfr", "1026.13")),
    ("п. 1026.13(b)(1) раздела 12 Свода федеральных правил США", Norm("12 cfr", "1026.13")),
    ("15 U.S.C. 1681i(a)(1)", Norm("15 usc", "1681i")),
    ("rule DISP 1.6.2R of the FCA Handbook", Norm("disp", "1.6.2")),
]


@pytest.mark.parametrize(("text", "norm"), CITED)
def test_a_citation_is_recognised(text: str, norm: Norm) -> None:
    sentence = f"На основании: {text}." if text[0] > "z" else f"I rely on {text}."
    assert [norm for _, norm in citations_in(sentence)] == [norm]


@pytest.mark.parametrize(
    "text",
    ["Это незаконно и неправильно.", "I act on the law of large numbers.", "Заказ 59 и дом 22."],
)
def test_no_citation(text: str) -> None:
    assert list(citations_in(text)) == []


LAW = known_norms(
    [
        ("ст. 22 Закона РФ «О защите прав потребителей»", Standing.GOOD),
        ("Закон о защите прав потребителей, ст. 20", Standing.UNSURE),
        ("section 75 of the Consumer Credit Act 1974", Standing.GOOD),
        ("Regulation (EC) No 261/2004", Standing.OVER),
        ("Directive (EU) 2025/2647", Standing.AHEAD),
    ]
)


def test_the_better_standing_of_a_law_wins() -> None:
    assert LAW[Norm("zpp")] is Standing.GOOD
    assert LAW[Norm("zpp", "20")] is Standing.UNSURE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ссылаюсь на ст. 20 Закона о защите прав потребителей.", "Nobody has verified"),
        ("Ссылаюсь на ст. 309 ГК РФ.", "not among the rules"),
        ("I rely on Regulation (EC) No 261/2004.", "no longer in force"),
        ("I rely on Directive (EU) 2025/2647.", "not in force yet"),
    ],
)
def test_a_norm_that_is_not_certain(text: str, said: str) -> None:
    finding = the("L29", text, known=knowing(norms=LAW))
    assert finding.severity is Severity.WARN
    assert said in finding.message.text


def test_a_certain_norm_and_unknown_law() -> None:
    good = "По ст. 22 Закона РФ «О защите прав потребителей» и по Закону № 2300-1."
    assert "L29" not in ids_in(good, known=knowing(norms=LAW))
    assert "L29" not in ids_in("Ссылаюсь на ст. 309 ГК РФ.")


@pytest.mark.parametrize(
    ("word", "mended"),
    [
        ("дoговор", "договор"),
        ("cрок", "срок"),
        ("Mосква", "Москва"),
        ("xopoшо", "хорошо"),
        ("сontract", "contract"),
        ("Аpple", "Apple"),
        ("PАYMENT", "PAYMENT"),
    ],
)
def test_letters_of_two_alphabets(word: str, mended: str) -> None:
    assert unmixed(word) == mended
    letter = f"Слово {word} здесь."
    assert the("L32", letter).severity is Severity.WARN
    assert mended_text("L32", letter) == f"Слово {mended} здесь."


@pytest.mark.parametrize("word", ["VIPу", "SMSки", "IT", "отдел", "iPhoneа", "Яndex", "кВт", "x"])
def test_what_no_look_alike_explains_is_meant(word: str) -> None:
    assert unmixed(word) == ""


def test_a_letter_in_another_language_than_theirs() -> None:
    english = knowing(company_language="en", language="ru")
    (finding,) = (f for f in found_in("Слово.", known=english) if f.id == "L32")
    assert (finding.severity, finding.part) == (Severity.WARN, Part.GREETING)
    for known in (knowing(company_language="ru"), knowing(language="ru"), knowing()):
        assert "L32" not in ids_in("Слово.", known=known)


def test_the_language_of_a_text() -> None:
    assert [language_of(text) for text in ("Да, IT", "Hello, Анна", "12 + 7")] == ["ru", "en", ""]


RUSSIAN_STORY = "Сервер не отвечает с утра, журнал приложен."


@pytest.mark.parametrize("company_language", ["", "en"])
def test_a_part_in_another_language_than_the_letter(company_language: str) -> None:
    english = knowing(language="en", company_language=company_language)
    letter = {**ESCALATION, Part.PROBLEM: RUSSIAN_STORY, Part.SUBJECT: "Сервер 12 не отвечает"}
    found = [f for f in check_letter(letter, context=english) if f.id == "L32"]
    assert [(f.part, f.severity) for f in found] == [
        (Part.SUBJECT, Severity.WARN),
        (Part.PROBLEM, Severity.WARN),
    ]
    russian = knowing(language="ru")
    wish = {**CLAIM, Part.RESULT: "Please refund 12 490 RUB by 2 December 2026."}
    assert [f.part for f in check_letter(wish, context=russian) if f.id == "L32"] == [Part.RESULT]


def test_what_is_quoted_is_in_any_language() -> None:
    log = {**CLAIM, Part.PROBLEM: "The request has timed out, try again later."}
    told = {**ESCALATION, Part.DONE: "9 November 2026 — my message: “Сервер не отвечает с утра”."}
    for letter, language in ((log, "ru"), (told, "en"), (CLAIM, "ru"), (ESCALATION, "en")):
        found = check_letter(letter, context=knowing(language=language))
        assert "L32" not in {finding.id for finding in found}


def test_a_name_that_nobody_there_can_read() -> None:
    known = knowing(language="en", sender="Анна Петрова")
    letter = {**ESCALATION, Part.GREETING: "Hello, I am Анна Петрова."}
    (finding,) = (f for f in check_letter(letter, context=known) if f.id == "L32")
    assert (finding.part, finding.text) == (Part.GREETING, "Анна Петрова")


def test_a_name_is_told_once_and_everything_else_in_that_alphabet_too() -> None:
    known = knowing(language="en", sender="Анна Петрова")
    letter = {
        **ESCALATION,
        Part.GREETING: "Hello, I am Анна Петрова.",
        Part.PROBLEM: RUSSIAN_STORY,
        Part.CONTACTS: "Анна Петрова",
    }
    found = [f.part for f in check_letter(letter, context=known) if f.id == "L32"]
    assert found == [Part.GREETING, Part.PROBLEM]
    letter[Part.CONTACTS] = "Москва, улица Садовая, дом 5\nАнна Петрова"
    found = [f.part for f in check_letter(letter, context=known) if f.id == "L32"]
    assert found == [Part.GREETING, Part.PROBLEM, Part.CONTACTS]
