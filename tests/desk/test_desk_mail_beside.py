"""A mail of the Inbox that may be their answer, and a letter that is not out, come first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from desk_story import NOW, Place, happens, opened
from mail_story import MY_LETTER, a_bounce, a_mail, take_in, written_to

from tui.cases.record import to_plain
from tui.cases.sentence import Sentence
from tui.desk.desk import Desk
from tui.mail.outgoing import Outgoing, Standing
from tui.store.contract import Change
from tui.wording.wording import Wording

STRANGER = "Ann <x@elsewhere.example>"
Take = Callable[..., Desk]


@pytest.fixture
def late(tmp_path: Path) -> Desk:
    """They should have answered by 30 November; it is 3 December."""
    place = Place(tmp_path)
    written_to(place.desk())
    return place.desk(NOW + timedelta(days=11))


@pytest.fixture
def take(late: Desk, tmp_path: Path) -> Take:
    def taken(*mails: bytes) -> Desk:
        take_in(late, tmp_path / "came", *mails)
        return late

    return taken


def said(sentence: Sentence) -> str:
    return Wording("en").say(sentence)


def test_a_likely_answer_is_read_before_anybody_is_called_late(late: Desk, take: Take) -> None:
    assert late.next_action(1).action == "remind"
    take(a_mail("We have refunded it.", sender=STRANGER))
    step = late.next_action(1)
    assert (step.action, said(step.sentence)) == ("judge", "read mail 1 in the Inbox")
    assert said(step.reason) == (
        "Mail 1 of 21 November 2026 waits in the Inbox: it may be their answer. "
        "If it is not: remind them and ask for a number."
    )
    late.ignore_mail(1)
    assert late.next_action(1).action == "remind"


def test_nobody_is_chased_and_no_letter_goes_without_a_word_of_it(take: Take) -> None:
    desk = take(a_mail("We have refunded it.", sender=STRANGER))
    (left,) = desk.chasers([1]).left_out
    assert said(left.why).startswith("Mail 1 of 21 November")
    (finding,) = (f for f in desk.compose(1, template="reminder").findings if f.id == "L37")
    assert said(finding.message).startswith("Mail 1 of 21 November")


def test_a_mail_in_the_case_that_nobody_judged_is_told_as_well(take: Take) -> None:
    desk = take(a_mail("We have refunded it."))
    (finding,) = (f for f in desk.compose(1, template="reminder").findings if f.id == "L37")
    assert said(finding.message) == (
        "They wrote on 21 November 2026, and nobody has said what it is."
    )


@pytest.mark.parametrize(
    "mail",
    [
        a_mail("Got it.", sender=STRANGER, headers=(("Auto-Submitted", "auto-replied"),)),
        a_mail("Long ago.", sender=STRANGER, day="Thu, 19 Nov 2026 09:15:00 +0000"),
        a_mail("Buy!", sender=STRANGER, answers="", subject="Sale"),
        a_bounce(MY_LETTER).replace(b"support@meteor", b"x@elsewhere"),
    ],
    ids=["a robot", "older than my letter", "of no case", "a report of a mail server"],
)
def test_what_can_be_no_answer_changes_nothing(late: Desk, take: Take, mail: bytes) -> None:
    before = late.next_action(1)
    take(mail)
    assert late.next_action(1) == before


def in_outbox(desk: Desk, standing: Standing) -> Desk:
    out = Outgoing(
        case=1, message_id="<1@x>", sender="a@x", recipients=("b@x",), subject="S", sha256="0",
        size=1, queued_at=desk.moment(), standing=standing,
    )  # fmt: skip
    change = Change(verb="mail_queue", case=1, at=desk.moment())
    with desk._office.store.writing(change) as book:
        book.put_document("outbox", to_plain(out))
    return desk


@pytest.mark.parametrize(
    ("standing", "action", "sentence"),
    [
        (Standing.UNKNOWN, "contact", "find out whether your letter went out, in the outbox"),
        (Standing.REFUSED, "contact", "see why your letter did not go out, in the outbox"),
        (Standing.DEFERRED, "wait", "wait for the letter that stands in the outbox"),
        (Standing.SENT, "send", "send the request"),
        (Standing.DROPPED, "send", "send the request"),
    ],
)
def test_a_letter_that_is_not_out_comes_before_the_next_one(
    desk: Desk, standing: Standing, action: str, sentence: str
) -> None:
    opened(desk)
    step = in_outbox(desk, standing).next_action(1)
    assert (step.action, said(step.sentence)) == (action, sentence)


def test_a_case_that_only_waits_waits_on(desk: Desk) -> None:
    opened(desk)
    happens(desk, 1, "sent")
    before = desk.next_action(1)
    assert in_outbox(desk, Standing.DEFERRED).next_action(1) == before


def test_today_puts_what_has_to_be_read_among_mine_and_counts_the_inbox(take: Take) -> None:
    desk = take(a_mail("We have refunded it.", sender=STRANGER), a_mail("Buy!", answers="",
                subject="Sale", sender=STRANGER))  # fmt: skip
    view = desk.today()
    assert ([row.card.id for row in view.mine], view.broken, view.inbox) == ([1], (), 2)
    assert (view.mine[0].deadline, view.mine[0].next.action) == (None, "judge")
    assert desk.board().inbox == 2
    desk.attach_mail(2, 1)
    assert desk.board().inbox == 1


def test_a_draft_whose_letter_is_lost_is_mine_and_not_ready(desk: Desk) -> None:
    opened(desk)
    assert desk.today().ready == 1
    view = in_outbox(desk, Standing.UNKNOWN).today()
    assert ([row.card.id for row in view.mine], view.ready) == ([1], 0)
