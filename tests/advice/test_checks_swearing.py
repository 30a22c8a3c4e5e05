"""L08: swear words as they are written, and as they are hidden."""

from __future__ import annotations

import pytest
from finding_story import found_in, mended_text, the

from tui.advice.checks.checks import Severity
from tui.advice.checks.profanity import swear_words

_PLAIN = """
хуй хуйня нахуй пиздец спиздили бля блять блядский ебать заебали ёбаный ебануться долбоёб долбоебы
уёбок выебон мудак мудаки мудила говно дерьмо жопа сука суки залупа пидор пидарас хер херня херово
нахер гандон насрать засранец шлюха хули ХУЙНЯ Пиздец
fuck fucking FUCK motherfucker shit shitty bullshit bitch bastards asshole arsehole cunt wanker
bollocks dickhead crap crappy pissed dumbass phuck fck wtf
"""
_DISGUISED = """
xуй xyй хуe6 пи3да п1здец пиzдец 6лядь еб@ть зaебали заeбaли е6ать 3аебали мyдaк гoвно ж0па cyка
пид0р cука fuсk fu@k sh1t 5hit a$$hole @sshole b!tch
"""
_STARRED = "бл*дь бл**ь х*й г*вно с*ка п***ц б***ь х** х**во f*ck f**k f** sh*t c*nt b****"
APART = [
    *("x y й", "х у й", "х.у.й", "х-у-й", "х_у_й", "б л я", "б л я д ь", "п и з д а"),
    *("f u c k", "f.u.c.k", "s h i t", "F U C K"),
]


@pytest.mark.parametrize(
    "word",
    [*_PLAIN.split(), *_DISGUISED.split(), *_STARRED.split(), *APART],
)
def test_a_swear_word_is_found_whole(word: str) -> None:
    text = f"Вот {word} опять, сколько ждать"
    assert [text[start:end] for start, end in swear_words(text)] == [word]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("It is fucking broken", "It is broken"),
        ("Верните мой ёбаный заказ", "Верните мой заказ"),
        ("Блядь, где заказ?", "Где заказ?"),
        ("Где, сука, мой заказ?", "Где мой заказ?"),
        ("Где мой заказ, сука.", "Где мой заказ."),
        ("Заказа нет. Пиздец! Жду ответа.", "Заказа нет. Жду ответа."),
    ],
)
def test_it_is_an_error_and_is_taken_out_where_a_sentence_is_left(text: str, left: str) -> None:
    assert the("L08", text).severity is Severity.ERROR
    assert mended_text("L08", text) == left


@pytest.mark.parametrize(
    "text",
    ["Опять эта х*йня случилась", "You gave me shit", "Ваш мудак мне нахамил", "Заебали вы меня."],
)
def test_no_torso_is_left_of_a_sentence(text: str) -> None:
    assert [f.replacement for f in found_in(text) if f.id == "L08"] == [None]


def test_several_are_found_one_by_one() -> None:
    text = "Бля, ну и хуйня, f**k it"
    assert [text[start:end] for start, end in swear_words(text)] == ["Бля", "хуйня", "f**k"]
