"""`upheld mail test`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from tui.cases.errors import BadInput, UpheldError
from tui.cases.sentence import Sentence
from tui.cli.attended import Doing
from tui.cli.errors import NO
from tui.cli.mail_login import connecting, log_in, say_way
from tui.cli.session import Session
from tui.cli.verb import option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.desk.mail.mail_trial import Tried
    from tui.mail.delivery import Delivery


@verb("test", help=N_("Connect, log in, say what the servers say; nothing is sent."))
@option("--to", metavar=N_("ADDRESS"), default="", help=N_("Send a short mail there, too."))
def test(session: Session, to: str) -> int:
    """Try the server of letters and that of replies: connect, log in, say what held of each.

    Without --to nothing is sent. The exit status is 1 where anything did not hold.
    """
    sending, fetching = _sending(session), _fetching(session)
    may_send = bool(to) and sending.trouble is None
    sent = asyncio.run(session.desk.send_test_mail(to, *_text(session))) if may_send else None
    if session.as_json:
        session.out.json(_document(session, sending, fetching, to, sent))
    else:
        session.out.lines(_lines(session, sending, fetching))
        session.out.lines(_of_test(session, to, sent))
    went_wrong = (sending.trouble, fetching and fetching.trouble, sent and sent.said)
    return NO if any(went_wrong) else 0


def _sending(session: Session) -> Tried:
    """Raises BadInput where neither a way to send nor a server of replies is set."""
    from tui.desk.mail.mail_trial import Tried

    desk = session.desk
    no_login = _ask(session, desk.mail_login)
    try:
        say_way(session)
        return asyncio.run(desk.try_sending(no_login))
    except BadInput as error:
        if not desk.asks_server_for_mail:
            raise
        return Tried("", trouble=error.sentence)


def _fetching(session: Session) -> Tried | None:
    desk = session.desk
    if not desk.asks_server_for_mail:
        return None
    no_login = _ask(session, desk.fetch_login)
    Doing(session).tell(connecting(desk.asks_server_for_mail))
    return asyncio.run(desk.try_fetching(no_login))


def _ask(session: Session, find: Callable[[], None]) -> Sentence | None:
    """Find out who logs in; why nobody can."""
    try:
        log_in(session, find)
    except UpheldError as error:
        return error.sentence
    return None


def _text(session: Session) -> tuple[str, str]:
    """Subject and text of a test."""
    t = session.words.t
    return t("A test of Upheld"), t("This mail was sent to try out whether letters go out.") + "\n"


def _lines(session: Session, sending: Tried, fetching: Tried | None) -> Iterator[str]:
    t = session.words.t
    yield t("Letters: {what}", what=" ".join(_of_sending(session, sending)))
    if fetching:
        yield t("Replies: {what}", what=" ".join(_of_fetching(session, fetching)))


def _of_sending(session: Session, tried: Tried) -> Iterator[str]:
    words = session.words
    if tried.server is None and tried.trouble is None:
        yield words.t("they go by the command {command}. Only sending shows whether it works.",
                      command=tried.by)  # fmt: skip
        return
    yield _of_connection(session, tried)
    if tried.limit:
        yield words.t("A mail may have {size}.", size=words.size(tried.limit))


def _of_connection(session: Session, tried: Tried) -> str:
    """What was done, and nothing that was not."""
    words, server = session.words, tried.server
    if tried.trouble:
        return words.say(tried.trouble)
    if server is None:
        return ""
    told = {
        "host": server.host,
        "port": str(server.port),
        "secured": tried.tls or words.t("no encryption, on this machine"),
    }
    if tried.logged_in:
        return words.t("{host}, port {port}: connected ({secured}) and logged in as {user}.",
                       user=server.user, **told)  # fmt: skip
    if tried.offers_login:
        return words.t("{host}, port {port}: connected ({secured}). Nobody logged in: the server "
                       "offers it, but no user is set.", **told)  # fmt: skip
    return words.t("{host}, port {port}: connected ({secured}). Nobody logged in: no user is set, "
                   "and the server offers no login.", **told)  # fmt: skip


def _of_fetching(session: Session, tried: Tried) -> Iterator[str]:
    yield _of_connection(session, tried)
    for name, count in tried.folders:
        yield session.words.n("{folder}: {count} mail.", "{folder}: {count} mails.", count,
                              folder=name)  # fmt: skip


def _of_test(session: Session, to: str, sent: Delivery | None) -> Iterator[str]:
    words = session.words
    if sent is not None:
        yield words.say(sent.said) if sent.said else words.t("A test was sent to {to}.", to=to)
    elif to:
        yield words.t("No test was sent.")


def _document(
    session: Session, sending: Tried, fetching: Tried | None, to: str, sent: Delivery | None
) -> dict[str, Any]:
    said = sent.said if sent else None
    test = {
        "to": to,
        "came": sent.came.value if sent else None,
        "problem": session.words.say(said) if said else None,
    }
    return {
        "letters": _plain(session, sending),
        "replies": _plain(session, fetching) if fetching else None,
        "test": test if to else None,
    }


def _plain(session: Session, tried: Tried) -> dict[str, Any]:
    server = tried.server
    return {
        "by": tried.by,
        "port": server.port if server else None,
        "user": server.user if server else "",
        "logged_in": tried.logged_in if server and not tried.trouble else None,
        "tls": tried.tls,
        "limit": tried.limit or None,
        "folders": [{"name": name, "mails": count} for name, count in tried.folders],
        "problem": session.words.say(tried.trouble) if tried.trouble else None,
    }
