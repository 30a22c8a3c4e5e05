"""A mail in words, for screens and command line: its head, and what it offers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.mail.domains import host_of
from tui.mail.fact import FactKind
from tui.mail.message import TOLD, Automatic
from tui.terminal.clean import clean_line
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.desk.mail.inbox import MailView
    from tui.desk.mail.offers import Offer
    from tui.wording.wording import Wording

_KINDS = {
    FactKind.NUMBER: N_("Their number"),
    FactKind.ORDER: N_("Number of the order"),
    FactKind.PROMISE: N_("Promised date"),
    FactKind.NOT_BEFORE: N_("Not before"),
    FactKind.AMOUNT: N_("An amount"),
    FactKind.REQUEST: N_("They want something"),
    FactKind.REFUSAL: N_("A refusal, as it seems"),
    FactKind.FINAL: N_("Their last word, as it seems"),
}


def head_lines(words: Wording, view: MailView) -> Iterator[str]:
    """From whom, about what, when; whose it is or may be, and why; what is odd about it."""
    mail, t = view.mail, words.t
    yield f"{t('From')}: {f'{mail.sender.name} <{mail.sender.address}>'.strip()}"
    yield f"{t('Domain')}: {host_of(mail.sender.address) or '?'}"
    yield f"{t('Subject')}: {mail.subject}"
    yield f"{t('When')}: {words.moment(view.kept.came)}"
    card = view.card
    if card and view.is_attached:
        yield t("In case #{id}: {company}, {subject}", id=card.id, company=card.company,
                subject=card.subject)  # fmt: skip
    elif card:
        yield t("Perhaps of #{id}: {company}, {subject}", id=card.id, company=card.company,
                subject=card.subject)  # fmt: skip
    yield from (words.say(reason) for reason in view.reasons)
    if mail.automatic is not Automatic.NO:
        yield t("It says of itself that a machine wrote it.")
    yield from (words.say(TOLD[fault]) for fault in mail.problems)


def offer_told(words: Wording, offer: Offer) -> str:
    """What is offered, on one line: its kind, and what it is."""
    fact = offer.fact
    told = (
        words.day(fact.day) if fact.day else words.money(fact.money) if fact.money else fact.number
    )
    kind = words.t(_KINDS[fact.kind])
    return f"{kind}: {clean_line(told)}" if told else kind
