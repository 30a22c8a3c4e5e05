"""What a server, a program or the system says stands in a sentence as theirs, on one line."""

from __future__ import annotations

import sys

import pytest
from sending import RIGHT, TO, at, sent
from smtp_peers import Script, whole

from tui.mail.account import Login
from tui.mail.delivery import Delivery
from tui.mail.secrets import Secret
from tui.mail.sendmail import hand_over
from tui.mail.smtp_trial import greet
from tui.mail.troubles import TOLD, Trouble, told
from tui.wording.wording import Wording


def said(delivery: Delivery) -> str:
    assert delivery.said
    return Wording("en").say(delivery.said)


async def test_the_words_of_a_server_are_cleaned_and_quoted() -> None:
    async with Script(mail="550-5.7.1 \x1b[31mno\t way,\r\n550 friend.") as peer:
        refused = said(await sent(at(peer.port)))
    assert refused == "localhost refuses it: “550 5.7.1 ␛[31mno way, friend”."
    async with Script(mail="451 " + "x" * 400) as peer:
        later = said(await sent(at(peer.port)))
    assert later.endswith("x…”.")
    assert len(later) < 250


async def test_the_words_about_a_recipient_are_quoted_once() -> None:
    with whole() as (_, port):
        alone = said(await sent(at(port), None, "nobody@meteor.example"))
    assert alone == "localhost refuses it: “550 5.1.1 no such user”."


async def test_the_system_and_a_program_are_quoted_too() -> None:
    assert said(await sent(at(1))) == (
        "localhost cannot be reached on port 1: “Connection refused”. Are host and port right, is "
        "there a network?"
    )
    words = "import sys; sys.stderr.write('no\\x07\\nroute\\n'); sys.exit(67)"
    program = await hand_over(b"x", [TO], [sys.executable, "-c", words, "-t"], 20)
    assert said(program).endswith(" refuses it (exit status 67): “no␇ route”.")


@pytest.mark.parametrize("answer", ["", " \r\n", "."])
def test_who_says_nothing_is_not_quoted(answer: str) -> None:
    sentence = told(Trouble.NO, {"host": "mx.example", "answer": answer})
    assert Wording("en").say(sentence) == "mx.example refuses it: no reason given."


@pytest.mark.parametrize("login", [RIGHT, Login(Secret("token"), is_token=True)])
async def test_where_no_login_is_offered_that_is_said(login: Login) -> None:
    async with Script() as peer:
        server = at(peer.port, user="anna")
        delivery = await sent(server, login)
        assert delivery.trouble is Trouble.NO_AUTH
        assert not any(line.startswith(("AUTH", "MAIL")) for line in peer.heard)


async def test_nobody_logs_in_where_no_user_is_set() -> None:
    async with Script() as peer, Script(ehlo="250-x\r\n250 AUTH PLAIN") as other:
        none = await greet(at(peer.port), None)
        offered = await greet(at(other.port), None)
    assert (none.logged_in, none.offers_login) == (False, False)
    assert (offered.logged_in, offered.offers_login) == (False, True)


def test_every_trouble_has_a_sentence() -> None:
    assert set(TOLD) == set(Trouble)
