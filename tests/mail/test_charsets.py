"""Letters arrive as they were written, whatever the mail says of its charset."""

from __future__ import annotations

import pytest
from mails import RUSSIAN, plain, reply, word

from tui.mail.encoded import decoded_words, header_text, text_of
from tui.mail.message import Fault
from tui.mail.parse import parse

CYRILLIC = ("windows-1251", "koi8-r", "cp866", "iso8859-5")
PHRASES = (
    "Деньги вернём до 25 ноября.",
    "Ответ на обращение",
    "ОТКАЗАНО",
    "Спасибо",
    "Привет",
    "ВНИМАНИЕ! СРОК ОПЛАТЫ ИСТЕКАЕТ",
    RUSSIAN,
)


@pytest.mark.parametrize("charset", CYRILLIC)
@pytest.mark.parametrize("declared", ["", "us-ascii", "iso-8859-1", "utf-8", "no-such", "\0"])
def test_unmarked_and_mismarked_letters_are_guessed(charset: str, declared: str) -> None:
    for phrase in PHRASES:
        assert text_of(phrase.encode(charset), declared) == (phrase, False)


@pytest.mark.parametrize("charset", [*CYRILLIC, "utf-8"])
def test_a_charset_that_is_marked_rightly_is_believed(charset: str) -> None:
    for phrase in PHRASES:
        assert text_of(phrase.encode(charset), f'"{charset}"') == (phrase, True)
    quoted_printable = reply(RUSSIAN, charset=charset, encoding="quoted-printable")
    assert parse(quoted_printable).new == RUSSIAN


def test_one_eight_bit_alphabet_said_to_be_the_other() -> None:
    text = "Здравствуйте, ваш заказ отправлен."
    assert text_of(text.encode("koi8-r"), "windows-1251")[0] == text
    assert text_of(text.encode("cp1251"), "koi8-r")[0] == text
    assert text_of(text.encode(), "windows-1251") == (text, True)
    name = "Hello Иванов, your order"
    assert text_of(name.encode("cp1251"), "iso-8859-1") == (name, False)


def test_western_letters_stay_western() -> None:
    for text in ("Café crème à 5 €, naïve", "“It’s” – señor", "Größe über Straße"):
        assert text_of(text.encode("cp1252"), "iso-8859-1") == (text, True)
        assert text_of(text.encode("cp1252"), "")[0] == text


def test_other_languages_in_their_own_charsets() -> None:
    for text, charset in (
        ("Привіт, її ґанок", "cp1251"),
        ("Прывітанне ўсім", "cp1251"),
        ("Żółć gęślą", "iso8859-2"),
        ("日本語テスト", "shift_jis"),
    ):
        assert text_of(text.encode(charset), charset) == (text, True)


@pytest.mark.parametrize("name", ["unicode_escape", "base64", "zlib_codec", "rot13", "idna", "hex"])
def test_codecs_that_are_no_charset_are_never_run(name: str) -> None:
    assert text_of(b"\\x1b[31m \xff", name)[1] is False
    assert "\x1b" not in text_of(b"\\x1b[31m", name)[0]


def test_subjects_raw_encoded_and_cut_in_the_middle_of_a_letter() -> None:
    assert header_text("Ответ на обращение".encode("koi8-r")) == "Ответ на обращение"
    assert decoded_words(word("Ответ №417", "windows-1251")) == "Ответ №417"
    # One letter of UTF-8 over two words, as careless programs cut it.
    assert decoded_words("=?utf-8?B?0J7RgtCy0LU=?=\n =?UTF-8?B?0YI=?= 5") == "Ответ 5"
    assert decoded_words("=?utf-8?Q?=D0?= =?utf-8?Q?=9E_=3D?=") == "О ="
    assert decoded_words("=?utf-8?X?abc?= =?broken") == "=?utf-8?X?abc?= =?broken"


def test_what_was_guessed_is_said() -> None:
    raw = plain("Subject: x\nContent-Type: text/plain", "Вернём деньги".encode("cp1251"))
    mail = parse(raw)
    assert (mail.new, mail.problems) == ("Вернём деньги", (Fault.CHARSET,))


def test_no_line_break_of_an_encoded_word_makes_a_header() -> None:
    mail = parse(plain("Subject: =?utf-8?q?Hi=0D=0ABcc=3A_x=40evil.example?=\nFrom: a@b.example"))
    assert mail.subject == "Hi Bcc: x@evil.example"
