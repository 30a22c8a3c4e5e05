"""What they wrote now is told from what they quote, and nothing is ever cut in doubt."""

from __future__ import annotations

import pytest
from mails import ENGLISH, RUSSIAN, TAILS, quoted, reply

from tui.mail.parse import parse
from tui.mail.trim import split


@pytest.mark.parametrize("program", TAILS)
@pytest.mark.parametrize("text", [RUSSIAN, ENGLISH], ids=["ru", "en"])
def test_the_letter_below_is_folded_away(program: str, text: str) -> None:
    mail = parse(reply(f"{text}\n\n{TAILS[program]}"))
    assert mail.new == text
    assert " ".join(mail.rest.split()) == " ".join(TAILS[program].split())


def test_the_line_above_which_to_type_is_no_text_of_theirs() -> None:
    for marker in (
        "##- Please type your reply above this line -##",
        "##- Введите ответ над этой строкой -##",
    ):
        assert split(f"{marker}\n\nHello.") == ("Hello.", "")


@pytest.mark.parametrize(
    "text",
    [
        # answers between the quoted lines
        "Здравствуйте!\n\n> Заказ не доставлен.\nПередали в доставку.\n\n> Когда?\nДо 30 ноября.",
        "On Tue, Nov 24, 2026 Anna <a@example.org> wrote:\n> When?\nBy Friday.\n> Who?\nWe.",
        # what only looks like the beginning of a quotation
        "Решение до 24.11.2026, 10:00:\n- возврат денег\n- замена товара",
        "From: the warehouse it goes to you.\nTo: your door.\nThank you.",
        "Terms\n--------------------\nWe refund by 5 December.",
        "Вопросы отправьте на адрес\nsupport@acme.example:\n- номер заказа\n- фото",
        "- Refund by 5 December\n- A new parcel\n-- two more things --\nbye",
        "On Monday our engineer wrote:\n\nthe router is broken.",
        # nothing but a quotation
        quoted("Your refund is on its way."),
        "-----Original Message-----\nFrom: shop\nSent: today\nSubject: x\n\nYour refund is sent.",
        "",
    ],
)
def test_in_doubt_nothing_is_cut(text: str) -> None:
    assert split(text) == (text, "")


def test_a_wrapped_line_of_the_quotation_is_no_answer_inside_it() -> None:
    long = (
        "> " + "Заказ не доставлен до сих пор, хотя вы обещали привезти его ещё " + "\nв пятницу."
    )
    text = f"Привезём завтра.\n\n24.11.2026, 09:58, Анна <a@example.org>:\n{long}\n> Анна"
    assert split(text)[0] == "Привезём завтра."


def test_a_signature_is_folded_only_where_it_is_one() -> None:
    told = "Здравствуйте.\n--\nСрок ответа:\n" + "\n".join(f"{n}. пункт" for n in range(12))
    assert split(told) == (told, "")
    assert split("Hello.\n-- \nAcme Ltd") == ("Hello.", "--\nAcme Ltd")


def test_a_text_beyond_the_limit_is_new_as_a_whole() -> None:
    text = "We will refund you. " * 20_000
    assert split(text) == (text.rstrip(), "")
    new, rest = split(f"Hello.\n\n{TAILS['gmail en']}\n{quoted(text)}")
    assert new == "Hello."
    assert len(rest) > len(text)
