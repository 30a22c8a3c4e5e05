"""Handing a letter over: it went out, it did not, or nobody can tell; and what is said then."""

from __future__ import annotations

import pytest
from sending import RAW, RIGHT, TO, WRONG, at, sent
from smtp_peers import BEFORE, CUTS, TOKEN, USER, Authority, Script, whole

from tui.mail.account import Login, Safety
from tui.mail.delivery import Came, Delivery
from tui.mail.secrets import Secret
from tui.mail.smtp_trial import greet
from tui.mail.smtp_troubles import NotSent
from tui.mail.troubles import Trouble

# The server itself warns of a login on a line that is secure from the first byte.
pytestmark = [
    pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS"),
    pytest.mark.usefixtures("is_trusted"),
]


@pytest.mark.parametrize("safety", Safety)
async def test_it_arrives_as_it_is(authority: Authority, safety: Safety) -> None:
    context = authority.context()
    given = {Safety.TLS: {"tls": context}, Safety.STARTTLS: {"starttls": context}}
    with whole(**given.get(safety, {})) as (box, port):
        assert await sent(at(port, safety), RIGHT) == Delivery(came=Came.SENT)
    (envelope,) = box.taken
    assert envelope.content == RAW
    assert (envelope.mail_from, envelope.rcpt_tos) == (USER, [TO])


async def test_a_wrong_password_is_said_and_seen_by_nobody(authority: Authority) -> None:
    with whole(tls=authority.context()) as (box, port):
        delivery = await sent(at(port, Safety.TLS), WRONG)
    assert (delivery.came, delivery.trouble) == (Came.REFUSED, Trouble.PASSWORD)
    assert not box.taken
    assert "неверный" not in repr((delivery, WRONG))


async def test_a_token_in_place_of_a_password(authority: Authority) -> None:
    with whole(tls=authority.context()) as (box, port):
        server = at(port, Safety.TLS)
        assert (await sent(server, Login(Secret(TOKEN), is_token=True))).came is Came.SENT
        wrong = await sent(server, Login(Secret("expired"), is_token=True))
    assert (wrong.came, wrong.trouble) == (Came.REFUSED, Trouble.TOKEN)
    assert len(box.taken) == 1


async def test_who_was_refused_is_named_and_the_others_get_it() -> None:
    with whole() as (box, port):
        delivery = await sent(at(port), None, TO, "nobody@meteor.example")
        alone = await sent(at(port), None, "nobody@meteor.example")
        later = await sent(at(port), None, "busy@meteor.example")
    assert delivery.came is Came.SENT
    assert [(one.address, one.code) for one in delivery.refused] == [("nobody@meteor.example", 550)]
    assert (alone.came, later.came) == (Came.REFUSED, Came.DEFERRED)
    assert "no such user" in alone.values["answer"]
    assert len(box.taken) == 1


@pytest.mark.parametrize("cut", CUTS)
async def test_wherever_the_line_breaks_nothing_else_is_said_than_is_so(cut: str) -> None:
    async with Script(cut) as peer:
        delivery = await sent(at(peer.port))
    if cut in BEFORE:
        assert delivery.came is Came.DEFERRED
        assert not peer.taken
    elif cut == "quit":
        assert delivery == Delivery(came=Came.SENT)
        assert len(peer.taken) == 1
    else:
        assert (delivery.came, delivery.trouble) == (Came.UNKNOWN, Trouble.CUT_OFF)


@pytest.mark.parametrize(("cut", "came"), [("mail", Came.DEFERRED), ("dot", Came.UNKNOWN)])
async def test_a_server_that_falls_silent_is_not_waited_for_for_ever(cut: str, came: Came) -> None:
    async with Script(cut, silent=True) as peer:
        delivery = await sent(at(peer.port, timeout=0.05))
    assert delivery.came is came


@pytest.mark.parametrize(
    ("answers", "came"),
    [
        ({"greeting": "554 no"}, Came.REFUSED),
        ({"greeting": "421 too busy"}, Came.DEFERRED),
        ({"mail": "550 not you"}, Came.REFUSED),
        ({"data": "451 disk"}, Came.DEFERRED),
        ({"end": "451 virus scanner"}, Came.DEFERRED),
        ({"end": "554 spam"}, Came.REFUSED),
        ({"end": "nonsense"}, Came.UNKNOWN),
        ({"end": "354 again"}, Came.UNKNOWN),
    ],
)
async def test_what_the_server_answers_holds(answers: dict[str, str], came: Came) -> None:
    async with Script(**answers) as peer:
        delivery = await sent(at(peer.port))
    assert delivery.came is came


async def test_a_mail_that_is_too_large_is_not_begun() -> None:
    async with Script(ehlo="250-x\r\n250 SIZE 500") as peer:
        delivery = await sent(at(peer.port))
    assert (delivery.came, delivery.trouble) == (Came.REFUSED, Trouble.TOO_LARGE)
    assert not any(line.startswith("MAIL") for line in peer.heard)


async def test_a_server_is_tried_without_sending(authority: Authority) -> None:
    with whole(tls=authority.context()) as (box, port):
        greeted = await greet(at(port, Safety.TLS), RIGHT)
        with pytest.raises(NotSent) as refused:
            await greet(at(port, Safety.TLS), WRONG)
    assert greeted.tls.startswith("TLSv1.")
    assert refused.value.delivery.trouble is Trouble.PASSWORD
    assert not box.taken
