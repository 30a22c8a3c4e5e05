"""L06 capitals, L07 punctuation, L09 insults, L10 threats, L30 emotion: found, and mended."""

from __future__ import annotations

import pytest
from finding_story import found_in, ids_in, letter_with, mended, mended_text, the

from tui.advice.checks.checks import Severity, check_letter
from tui.cases.words import Part

SHOUTED = [
    ("Я просила, ВЕРНИТЕ МОИ ДЕНЬГИ немедленно.", "Я просила, верните мои деньги немедленно."),
    ("ГДЕ МОЙ ЗАКАЗ спрашиваю.", "Где мой заказ спрашиваю."),
    ("Сайт ГИС ЖКХ НИЧЕГО НЕ ПОКАЗЫВАЕТ мне.", "Сайт ГИС ЖКХ ничего не показывает мне."),
    ("I said GIVE ME MY MONEY now.", "I said give me my money now."),
    ("THIS ROUTER DOES NOT WORK at all.", "This router does not work at all."),
    ("The VPN IS NOT WORKING here.", "The VPN is not working here."),
]


@pytest.mark.parametrize(("text", "calm"), SHOUTED)
def test_capitals_are_lowered(text: str, calm: str) -> None:
    assert the("L06", text).severity is Severity.WARN
    assert mended_text("L06", text) == calm


def test_long_words_in_capitals_all_over_a_part() -> None:
    letter = {Part.RESULT: "НЕМЕДЛЕННО прошу вернуть ОПЛАЧЕННОЕ до 2 декабря."}
    ids = [finding.id for finding in check_letter(letter) if finding.id == "L06"]
    assert len(ids) == 2


def test_a_subject_in_capitals_is_one_finding_that_lowers_it() -> None:
    letter = {Part.SUBJECT: "ВЕРНИТЕ ДЕНЬГИ ЗА ТЕЛЕВИЗОР SMS"}
    about = [f for f in check_letter(letter) if f.part is Part.SUBJECT and f.id != "L01"]
    assert [f.id for f in about] == ["L05"]
    assert about[0].replacement == "Верните деньги за телевизор SMS"


@pytest.mark.parametrize(
    ("text", "calm"),
    [
        ("Когда ответите???", "Когда ответите?"),
        ("Верните деньги!!!", "Верните деньги!"),
        ("Да вы что?!", "Да вы что?"),
        ("Where is it!?", "Where is it?"),
        ("Спасибо 😀😀 за ответ", "Спасибо за ответ"),
        ("Thanks 👍🏽 a lot ❤️", "Thanks a lot"),
    ],
)
def test_one_sign_is_enough(text: str, calm: str) -> None:
    assert mended_text("L07", text) == calm


@pytest.mark.parametrize(
    ("text", "calm"),
    [
        ("Вы мошенники.", "Вы нарушили договорённость."),
        ("Вы просто воры", "Вы нарушили договорённость"),
        ("Ваш магазин — жулики.", "Вы нарушили договорённость."),
        ("Воры!", "Это нарушает мои права."),
        ("Ответили мне идиоты.", "Ответили мне ваши сотрудники."),
        ("Этот хам бросил трубку.", "Ваш сотрудник бросил трубку."),
        ("Вы мошенники и воры.", "Вы нарушили договорённость."),
        ("Вы идиоты.", "Вы не решили мой вопрос."),
        ("Идиоты не отвечают мне.", "Ваши сотрудники не отвечают мне."),
        ("You are scammers.", "You did not keep what was agreed."),
        ("You’re all thieves", "You did not keep what was agreed"),
        ("I spoke to idiots.", "I spoke to your staff."),
        ("Your company is a scam.", "You did not keep what was agreed."),
        ("Your staff are thieves.", "You did not keep what was agreed."),
        ("You are idiots and liars.", "You did not solve my problem."),
        ("Your stupid support hung up", "Your staff hung up"),
    ],
)
def test_an_insult_gives_way_to_a_plain_phrase(text: str, calm: str) -> None:
    assert the("L09", text).severity is Severity.WARN
    assert mended_text("L09", text) == calm


@pytest.mark.parametrize(
    "text",
    [
        "вас, мошенников, накажут",
        "Верните деньги, мошенники!",
        "Ворьё одно у вас.",
        "Вот и вся шайка мошенников.",
        "Шарашкина контора какая-то.",
        "Вы ведёте себя как идиоты.",
        "Ответил этим идиотам дважды.",
        "What a bunch of crooks",
        "Give it back, you thieves.",
        "Idiots!",
        "You are thieves who took my money.",
    ],
)
def test_no_torso_is_offered_instead_of_an_insult(text: str) -> None:
    """Only the person can mend what no phrase fits into."""
    found = [f for f in found_in(text) if f.id == "L09"]
    assert [f.replacement for f in found] == [None]


VIOLENT = [
    ("Я вас убью.", "Я обращусь за защитой своих прав."),
    ("Приеду с битой.", "Обращусь за защитой своих прав."),
    ("Я приеду к вам с битой.", "Я обращусь за защитой своих прав."),
    ("I will come to your office and hurt somebody.", "I will take the matter further."),
    ("Сожгу ваш офис.", "Обращусь за защитой своих прав."),
    ("Я знаю, где вы живёте.", "Я обращусь за защитой своих прав."),
    ("I will kill you.", "I will take the matter further."),
    ("I’ll burn your house down.", "I will take the matter further."),
    ("I know where you live.", "I will take the matter further."),
]
RUDE = [
    ("Засужу вас.", "Обращусь в суд."),
    ("Я вас засужу.", "Я обращусь в суд."),
    ("Я вас посажу.", "Я обращусь за защитой своих прав."),
    ("вас посадят", "я обращусь за защитой своих прав"),
    ("Подам на вас в суд немедленно.", "Обращусь в суд."),
    ("Вы ещё пожалеете об этом.", "Я обращусь за защитой своих прав."),
    ("Я уничтожу вашу контору.", "Я обращусь за защитой своих прав."),
    ("I'll sue you.", "I will take the matter to court."),
    ("I'm going to destroy your company.", "I will take the matter further."),
    ("You will regret this.", "I will take the matter further."),
    ("See you: I will see you in court.", "See you: I will take the matter to court."),
]


@pytest.mark.parametrize(("text", "calm"), [*VIOLENT, *RUDE])
def test_a_threat_gives_way_to_the_next_step(text: str, calm: str) -> None:
    severity = Severity.ERROR if (text, calm) in VIOLENT else Severity.WARN
    assert the("L10", text).severity is severity
    assert mended_text("L10", text) == calm


def test_what_was_said_in_temper_can_be_read_after_every_mend() -> None:
    text = "Вы мошенники и воры. Я вас посажу. Вы идиоты."
    letter = letter_with(text)
    for _ in range(3):
        (first, *_) = (f for f in check_letter(letter) if f.id in ("L09", "L10"))
        letter = mended(letter, first)
    assert letter[Part.PROBLEM].endswith(
        "Вы нарушили договорённость. Я обращусь за защитой своих прав. Вы не решили мой вопрос."
    )
    assert not {f.id for f in check_letter(letter)} & {"L09", "L10"}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("И вас, мошенников, посадят.", {"L09", "L10"}),
        ("Отдайте деньги, мошенники!", {"L09"}),
        ("Я посажу вас за решётку", {"L10"}),
        ("You will go to jail for it", {"L10"}),
        ("You people are just liars", {"L09"}),
        ("С вами, ворами, говорить не о чем.", {"L09"}),
    ],
)
def test_temper_is_found_in_every_form(text: str, ids: set[str]) -> None:
    assert ids_in(text) & {"L09", "L10"} == ids


@pytest.mark.parametrize(
    "text",
    [
        "Если откажете, обращусь в Роспотребнадзор и в суд.",
        "I will go to the Financial Ombudsman, then to court.",
    ],
)
def test_a_lawful_step_is_no_threat(text: str) -> None:
    assert "L10" not in ids_in(text)


def test_one_word_of_emotion_in_a_long_letter_is_human() -> None:
    once, often = "Это безобразие.", "Это безобразие, кошмар и позор."
    assert "L30" not in ids_in(once * 1 + " Слова о деле." * 20)
    finding = the("L30", often)
    assert (finding.severity, finding.text, finding.message.count) == (
        Severity.INFO, "безобразие", 3,
    )  # fmt: skip
    assert [f.id for f in check_letter({Part.PROBLEM: once}) if f.id == "L30"] == ["L30"]
    assert "L30" in ids_in("It is disgusting, outrageous and appalling.")
