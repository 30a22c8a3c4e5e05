"""A mail as lines to read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from tui.desk.mail.mail_said import head_lines, offer_told

if TYPE_CHECKING:
    from tui.desk.mail.inbox import MailView
    from tui.desk.mail.offers import Offer
    from tui.wording.wording import Wording


def mail_lines(
    words: Wording, view: MailView, taken: Collection[int], key: str, unfolded: bool
) -> Iterator[str]:
    """What they wrote stands before all that is known about it."""
    yield from head_lines(words, view)
    yield ""
    yield view.mail.new or words.t("It says nothing new.")
    yield ""
    yield from offer_lines(words, view.offers, taken)
    yield from _files(words, view)
    yield from _rest(words, view, key, unfolded)


def offer_lines(words: Wording, offers: tuple[Offer, ...], taken: Collection[int]) -> Iterator[str]:
    """What a text offers, each under its digit, with the sentence that it stands in."""
    if not offers:
        return
    yield words.t("What it offers; a digit takes it into the record:")
    for digit, offer in enumerate(offers, 1):
        mark = "x" if digit in taken else " "
        yield f"{digit} [{mark}] {offer_told(words, offer)}"
        yield "      " + words.t("“{text}”", text=offer.fact.sentence)
    yield ""


def _files(words: Wording, view: MailView) -> Iterator[str]:
    for one in view.mail.attachments:
        yield f"{one.number}. {one.name}, {words.size(one.size)}"
    if view.mail.attachments:
        yield ""


def _rest(words: Wording, view: MailView, key: str, unfolded: bool) -> Iterator[str]:
    verdicts, rest = view.mail.authentication, view.mail.rest
    count = len(rest.splitlines()) + len(verdicts)
    if not count:
        return
    if not unfolded:
        yield words.n("{count} line more: {key}", "{count} lines more: {key}", count, key=key)
        return
    yield rest
    yield ""
    yield from (f"Authentication-Results: {verdict}" for verdict in verdicts)
