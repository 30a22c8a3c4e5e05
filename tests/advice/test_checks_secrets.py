"""L11 cards, L12 codes, L13 passwords and keys: found whole, taken out, in attached files too."""

from __future__ import annotations

import pytest
from finding_story import KNOWN, found_in, ids_in, knowing, mended_text, the

from tui.advice.checks.checks import Severity
from tui.advice.checks.secrets import secrets_in
from tui.cases.particulars import Identifier
from tui.cases.words import Part

# Numbers that the makers of cards publish for tests, and one of Mir made up to pass the checksum.
CARDS = [
    *("4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "5555 5555 5555 4444"),
    *("2223003122003222", "378282246310005", "6011111111111117", "30569309025904"),
    *("3530111333300000", "2200 0000 0000 0004", "4222222222222"),
]


@pytest.mark.parametrize("number", CARDS)
def test_a_card_number_is_masked(number: str) -> None:
    finding = the("L11", f"Оплатила картой {number} вчера.")
    assert (finding.severity, finding.text) == (Severity.ERROR, number)
    last = number.replace(" ", "").replace("-", "")[-4:]
    assert mended_text("L11", f"I paid with {number}.") == f"I paid with *{last}."


def test_a_number_with_a_card_s_checksum_may_be_something_else() -> None:
    finding = the("L11", "Номер 1234567812345670 мне неизвестен.")
    assert (finding.severity, finding.message.text) == (
        Severity.WARN,
        "Is this the number of a card?",
    )
    assert the("L11", "Order no. 4111111111111111 was split.").severity is Severity.WARN
    assert "L11" not in ids_in("Order no. 1234567812345670 was split.")
    order = knowing(identifiers=(Identifier(kind="order", value="1234567812345670"),))
    assert "L11" not in ids_in("The number 1234567812345670 is mine.", known=order)


@pytest.mark.parametrize(
    "number", ["4111111111111112", "1111111111111111", "411111111111", "41111111111111111111"]
)
def test_what_fails_the_checksum_or_is_too_long_is_no_card(number: str) -> None:
    assert "L11" not in ids_in(f"Number {number} is printed there.")


@pytest.mark.parametrize(
    "text",
    [
        "Номер карты 2202 2001 2345 6789, действует до 12/27.",
        "номером моей карты 2202200123456789",
        "My card number is 4111 1111 1111 1112.",
        "credit card 4111-1111-1111-1112",
    ],
)
def test_what_is_called_a_card_is_one_whatever_its_check_digit(text: str) -> None:
    finding = the("L11", text)
    assert finding.severity is Severity.ERROR
    assert str(finding.replacement) == f"*{finding.text[-4:]}"
    assert "L11" not in ids_in("Карта лояльности 2202200123456789.")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("CVV 123", "123"),
        ("Мой cvc2: 1234.", "1234"),
        ("код с обратной стороны 456", "456"),
        ("код безопасности карты — 456", "456"),
        ("The security code is 789.", "789"),
        ("PIN: 4821", "4821"),
        ("пин-код 4821", "4821"),
        ("Код из СМС: 55123", "55123"),
        ("SMS code 551234", "551234"),
        ("my code from SMS 482913", "482913"),
        ("the code in the text message was 482913", "482913"),
        ("the one-time password was 551234", "551234"),
        ("одноразовый код 4821", "4821"),
        ("код подтверждения 482199", "482199"),
    ],
)
def test_a_code_is_taken_out(text: str, code: str) -> None:
    finding = the("L12", text)
    assert (finding.severity, finding.text) == (Severity.ERROR, code)
    assert mended_text("L12", text) == text.replace(code, str(finding.replacement))


SECRETS = [
    ("password: hunter2", "hunter2"),
    ("Пароль: солнышко", "солнышко"),
    ("пароль qwerty123", "qwerty123"),
    ("мой пароль — Пум-пум!7", "Пум-пум!7"),
    ("pwd=s3cret;", "s3cret"),
    ("passwd = 'letmein'", "letmein"),
    ("The password is correct-horse7.", "correct-horse7"),
    ("Пароль 482199", "482199"),
    ("key AKIAIOSFODNN7EXAMPLE here", "AKIAIOSFODNN7EXAMPLE"),
    ("ghp_" + "a1B2" * 9, "ghp_" + "a1B2" * 9),
    ("xoxb-123456789012-abcdefGHIJ", "xoxb-123456789012-abcdefGHIJ"),
    (
        "token eyJhbGciOiJub25lIn0.eyJzdWIiOjEyMw.c2lnbmF0dXJl",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOjEyMw.c2lnbmF0dXJl",
    ),
    ("Authorization: Bearer abcdef0123456789", "abcdef0123456789"),
    ("api_key=0123456789abcdef", "0123456789abcdef"),
    ("https://anna:pa55w0rd@example.org/x", "pa55w0rd"),
]


@pytest.mark.parametrize(("text", "secret"), SECRETS)
def test_a_secret_is_found_exactly_and_taken_out(text: str, secret: str) -> None:
    assert [text[start:end] for start, end, _ in secrets_in(text)] == [secret]
    finding = the("L13", text)
    assert finding.severity is Severity.ERROR
    assert secret not in mended_text("L13", text)


def test_a_private_key_is_found_from_its_beginning_to_its_end() -> None:
    key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow+/AA\n==\n-----END RSA PRIVATE KEY-----"
    assert mended_text("L13", f"It was in the file:\n{key}\nthere.") == (
        "It was in the file:\n(key removed)\nthere."
    )
    cut = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNza"
    assert [cut[start:end] for start, end, _ in secrets_in(cut)] == [cut.partition("\n")[0]]


def test_the_phrase_is_in_the_language_of_the_letter() -> None:
    assert "(пароль не указываю)" in mended_text("L13", "Мой пароль: qwerty123")
    assert "(password left out)" in mended_text("L13", "My password: qwerty123")


def test_a_secret_in_an_attached_log_is_told_with_its_file_and_line() -> None:
    log = "start\nuser=anna\npassword=s3cret!\nAKIAIOSFODNN7EXAMPLE AKIAIOSFODNN7EXAMPLE\nend\n"
    known = knowing(attached=(("app.log", log), ("empty.txt", "")))
    found = [f for f in found_in("The log is attached.", known=known) if f.id == "L13"]
    assert [f.message.values["line"] for f in found] == [3, 4]
    assert {f.message.values["file"] for f in found} == {"app.log"}
    assert all(f.part is Part.ENCLOSURES and f.replacement is None for f in found)


def test_a_log_full_of_secrets_is_told_five_times() -> None:
    log = "password=s3cret!\n" * 400
    known = knowing(attached=(("app.log", log),))
    found = [f for f in found_in("The log is attached.", known=known) if f.id == "L13"]
    assert [f.message.values["line"] for f in found] == [1, 2, 3, 4, 5]


def test_a_card_in_an_attached_log_is_found_and_long_numbers_are_not() -> None:
    log = "start\npay card=4111 1111 1111 1111\norder 4111111111111111\nid 1732800000000\n"
    known = knowing(attached=(("app.log", log),))
    (found,) = [f for f in found_in("The log is attached.", known=known) if f.id == "L11"]
    assert (found.message.values["line"], found.severity) == (2, Severity.ERROR)


def test_nothing_is_attached_by_itself() -> None:
    assert KNOWN.attached == ()
