"""Replies of a Maildir: each once, to its case or into the Inbox, and no clock is stopped."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from desk_story import ANNA, NOW, Place
from mail_story import ANSWER, MY_LETTER, a_bounce, a_mail, put_into, take_in, written_to

from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.cases.judging import is_unjudged
from tui.cases.words import Answer, Channel, EventKind, Stage
from tui.clock import FixedClock
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.desk.mail.fetch_words import brought
from tui.desk.undone import what_of
from tui.settings.config import Config, Settings
from tui.settings.mail_values import MailFiles, MailSettings
from tui.store.errors import Conflict
from tui.store.opening import open_store
from tui.wording.wording import Wording


@pytest.fixture
def maildir(tmp_path: Path) -> Path:
    return put_into(tmp_path / "Maildir")


def window(tmp_path: Path, maildir: Path) -> Desk:
    mail = MailSettings(files=MailFiles(maildir=str(maildir)))
    config = Config(language="en", country="PT", profile=ANNA, mail=mail)
    clock = FixedClock(NOW)
    return Desk(open_store(tmp_path / "data", at=clock.now), clock, Settings(config=config))


@pytest.fixture
def desk(tmp_path: Path, maildir: Path) -> Desk:
    return window(tmp_path, maildir)


def case_of(desk: Desk) -> Case:
    return desk.case(1)


def test_a_certain_reply_goes_to_its_case_and_stops_no_clock(desk: Desk, maildir: Path) -> None:
    before = written_to(desk)
    put_into(maildir, a_mail())
    taken = desk.fetch_mail()
    case = case_of(desk)
    event = case.timeline[-1]
    assert (taken.new, taken.attached, taken.suggested, taken.troubles) == (1, 1, 0, [])
    assert (event.kind, event.channel, event.agent) == (EventKind.RECEIVED, Channel.EMAIL, "Mia")
    assert (event.text, event.message_id) == (ANSWER, "<r1@meteor.example>")
    assert is_unjudged(event)
    assert str(event.at) == "2026-11-21 09:15:00+00:00"
    assert case.open_deadlines == before.open_deadlines
    assert [(row.number, row.is_attached) for row in desk.inbox()] == [(1, True)]
    desk.record_mail(1, Happening(EventKind.ANSWERED, {"answer": "solved"}))
    assert desk.inbox() == ()


def test_each_mail_once_and_another_with_the_same_id_as_well(
    desk: Desk, maildir: Path, tmp_path: Path
) -> None:
    written_to(desk)
    first, other = a_mail(), a_mail("Another text.")
    put_into(maildir, first, other)
    assert desk.fetch_mail().attached == 2
    for path in (maildir / "new").iterdir():
        path.rename(maildir / "cur" / f"{path.name}S")
    again = window(tmp_path, maildir).fetch_mail()
    assert (again.new, again.known) == (0, 2)
    assert len(case_of(desk).timeline) == 3
    for raw in (first, other):
        path = desk._office.store.evidence(hashlib.sha256(raw).hexdigest())
        assert path
        assert path.read_bytes() == raw
        assert path.stat().st_mode & 0o777 == 0o600
    assert len(list((maildir / "cur").iterdir())) == 2  # nothing was moved or taken away


def test_a_mail_that_comes_by_another_way_is_known(desk: Desk, tmp_path: Path) -> None:
    written_to(desk)
    mail = a_mail(answers="", subject="Sale")
    assert take_in(desk, tmp_path / "a", mail).new == 1
    desk.ignore_mail(1)
    way = b"Received: from mx by mail; Sat, 21 Nov 2026 09:15:00 +0000\r\n"
    again = take_in(desk, tmp_path / "b", way + mail.replace(b"\n", b"\r\n"), mail + b"\n")
    assert (again.new, again.known, desk.inbox()) == (0, 2, ())


def test_a_file_that_is_no_mail_keeps_the_others_out(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as error:
        take_in(desk, tmp_path / "a", a_mail(), b"junk")
    assert error.value.sentence.values == {"file": str(tmp_path / "a" / "1.eml")}
    assert desk.inbox() == ()


def test_a_receipt_is_one_by_itself_and_no_answer(desk: Desk, maildir: Path) -> None:
    written_to(desk)
    put_into(maildir, a_mail(headers=(("Auto-Submitted", "auto-replied"),)))
    put_into(maildir, a_mail("We look.", headers=(("Auto-Submitted", "auto-generated"),)))
    taken = desk.fetch_mail()
    receipt, notice = case_of(desk).timeline[1:]
    assert (taken.attached, taken.receipts) == (2, 1)
    assert (receipt.automatic, notice.automatic) == (True, False)
    assert [row.kept.mail.new for row in desk.inbox()] == ["We look."]


def test_what_came_is_told_in_one_sentence(desk: Desk, maildir: Path) -> None:
    written_to(desk)
    put_into(maildir, a_mail(headers=(("Auto-Submitted", "auto-replied"),)), a_bounce())
    put_into(maildir, a_mail("Buy!", answers="", subject="Sale"))
    said = Wording("en").say(brought(desk.fetch_mail()))
    assert said == "3 new mails: 2 to their cases (1 receipt, 1 letter came back), 1 to the Inbox."
    assert Wording("en").say(brought(desk.fetch_mail())) == "No new mail."


def test_a_bounce_makes_the_letter_mine_again(desk: Desk, maildir: Path) -> None:
    written_to(desk)
    put_into(maildir, a_bounce(action="delayed"))
    assert desk.fetch_mail().returned == 0
    assert case_of(desk).timeline[-1].kind is EventKind.NOTE
    put_into(maildir, a_bounce())
    assert desk.fetch_mail().returned == 1
    case = case_of(desk)
    assert (case.stage, case.open_deadlines) == (Stage.MY_MOVE, ())
    assert "550 no such user" in case.timeline[-1].text
    assert "send it again" in desk.case_view(1).next.sentence.text
    assert desk.inbox() == ()


def test_a_stranger_waits_in_the_inbox_and_says_nothing_in_their_name(
    desk: Desk, maildir: Path
) -> None:
    written_to(desk)
    put_into(maildir, a_mail(sender="x@evil.example"), a_mail("Buy!", answers="", subject="Sale"))
    put_into(maildir, a_mail("News", answers="", subject="N", headers=(("List-Id", "n"),)))
    put_into(maildir, a_mail("Mine", sender="anna@example.org"))
    taken = desk.fetch_mail()
    assert (taken.attached, taken.suggested, taken.unmatched, taken.ignored) == (0, 2, 0, 2)
    suggested, _ = desk.inbox()
    assert suggested.card
    assert suggested.card.id == 1
    assert [said.text for said in desk.mail(suggested.number).reasons] == [
        "It answers a letter of yours.",
        "It comes from {domain}, which is not known as theirs.",
    ]
    assert len(case_of(desk).timeline) == 1


def test_it_says_why_it_did_not_put_a_mail_to_a_case(desk: Desk, maildir: Path) -> None:
    def why(number: int) -> str:
        return Wording("en").say(desk.mail(number).reasons[-1])

    written_to(desk)
    put_into(maildir, a_mail("Hello.", answers="", subject="Refund of a kettle"))
    desk.fetch_mail()
    assert why(1) == "That alone does not prove that it belongs there."
    written_to(desk, message_id="<case.2@example.org>")
    put_into(maildir, a_mail("Hello again.", answers="", subject="Refund of a kettle"))
    desk.fetch_mail()
    assert why(2) == "It may as well be of #1."
    desk.record(1, Happening(EventKind.CLOSED, {"outcome": "upheld"}))
    put_into(maildir, a_mail("Too late."))
    desk.fetch_mail()
    assert why(3) == "Case #1 is closed: you say whether it goes there."


def test_what_came_by_itself_is_no_change_of_mine(desk: Desk, maildir: Path) -> None:
    written_to(desk)
    desk.edit(1, {"urgency": "high"})
    put_into(maildir, a_mail())
    desk.fetch_mail()
    with pytest.raises(Conflict) as error:
        desk.undo()
    said = "Your last change cannot be taken back: a mail came into case #{id} since."
    assert error.value.sentence.text == said
    assert len(case_of(desk).timeline) == 2
    told = [(one.who, Wording("en").say(what_of(one))) for one in desk.changes()][:3]
    assert told == [
        ("mail", "how far the mail was read"),
        ("mail", "putting mails into #1"),
        ("mail", "1 mail that came"),
    ]


def test_what_is_taken_back_stays_taken_back(desk: Desk, maildir: Path) -> None:
    written_to(desk)
    put_into(maildir, a_mail(answers="", sender="x@elsewhere.example"))
    desk.fetch_mail()
    desk.attach_mail(1, 1)
    assert desk.undo().verb == "mail_attach"
    desk.fetch_mail()
    assert len(case_of(desk).timeline) == 1
    (row,) = desk.inbox()
    assert not row.is_attached
    desk.ignore_mail(row.number)
    assert desk.inbox() == ()
    desk.undo()
    desk.attach_mail(row.number, 1)
    assert len(case_of(desk).timeline) == 2
    desk.ignore_mail(row.number)  # it stays in the case, and nobody has to judge it
    assert (desk.inbox(), len(case_of(desk).timeline)) == ((), 2)
    with pytest.raises(BadInput):
        desk.ignore_mail(row.number)


def test_what_comes_to_a_closed_case_waits_and_is_a_note_there(desk: Desk, maildir: Path) -> None:
    written_to(desk)
    desk.record(1, Happening(EventKind.CLOSED, {"outcome": "upheld"}))
    put_into(maildir, a_mail())
    assert desk.fetch_mail().suggested == 1
    desk.attach_mail(1, 1)
    assert (case_of(desk).stage, case_of(desk).timeline[-1].kind) == (
        Stage.CLOSED,
        EventKind.NOTE,
    )


def test_offers_attachments_and_a_case_made_of_a_mail(desk: Desk, maildir: Path) -> None:
    written_to(desk)
    put_into(maildir, a_mail(files=(("../../act.pdf", b"%PDF-1"), ("b.pdf", b"%PDF-2"))))
    put_into(maildir, a_mail("Your parcel is lost.", answers="", subject="Parcel"))
    desk.fetch_mail()
    view = desk.mail(1)
    told = {offer.field: offer.value for offer in view.offers if offer.field}
    assert told == {"reference": "CS0045127", "promise": "2026-11-27", "refund": "124.90 EUR"}
    assert all(offer.fact.sentence in ANSWER for offer in view.offers)
    desk.attachments_to_evidence(1)
    assert [piece.name for piece in case_of(desk).evidence] == ["act.pdf", "b.pdf"]
    with pytest.raises(BadInput):
        desk.attachments_to_evidence(1)
    desk.attachments_to_evidence(1, whole=True)
    assert case_of(desk).evidence[-1].name == "Re_ Refund of a kettle.eml"
    made = desk.case_of_mail(2)
    assert (made.id, made.company, made.subject, made.stage) == (
        2, "Meteor", "Parcel", Stage.DRAFT,
    )  # fmt: skip
    assert made.timeline[-1].text.endswith("Subject: Parcel\n\nYour parcel is lost.")
    desk.undo()
    assert [row.number for row in desk.inbox() if not row.is_attached] == [2]


def test_a_number_that_the_case_has_is_not_offered_again(desk: Desk) -> None:
    written_to(desk)
    desk.record(1, Happening(EventKind.RECEIVED, {"reference": "CS-45/127", "answer": "receipt"}))
    told = "Case number CS45127, order 77-1. We refund 124.90 EUR of 130 EUR. Case 99-1 is another."
    offers = [(offer.field, offer.value) for offer in desk.offers(1, told)]
    assert offers == [
        ("reference", "99-1"), ("refund", "124.90 EUR"), ("refund", "130 EUR"),
    ]  # fmt: skip


def test_nobody_seems_to_have_kept_a_time_by_the_date_that_he_writes() -> None:
    from datetime import UTC, datetime

    from tui.desk.mail.mail_events import came_at

    fetched, received = datetime(2026, 11, 22, tzinfo=UTC), datetime(2026, 11, 21, tzinfo=UTC)
    backdated, hours_before = datetime(2026, 10, 1, tzinfo=UTC), received.replace(day=20)
    ahead = datetime(2027, 1, 1, tzinfo=UTC)
    assert came_at(received, backdated, fetched) == received
    assert came_at(received, hours_before, fetched) == hours_before
    assert came_at(None, ahead, fetched) == fetched
    assert came_at(None, None, fetched) == fetched


def test_an_answer_in_a_book_that_never_set_mail_up() -> None:
    with pytest.raises(BadInput) as error:
        Place().desk().fetch_mail()
    assert "[mail]" in error.value.sentence.text


def test_what_they_answered_is_judged_as_it_came(desk: Desk, maildir: Path) -> None:
    """Judged today, but it came before: that day counts."""
    written_to(desk)
    put_into(maildir, a_mail(answers="", subject="Re: Refund of a kettle"))
    desk.fetch_mail()
    desk.attach_mail(1, 1)
    case = desk.record_mail(1, Happening(EventKind.ANSWERED, {"answer": Answer.PARTLY}))
    assert {str(d.settled_on) for d in case.deadlines} == {"2026-11-21"}
    assert MY_LETTER
