"""Which files go with a letter: those it names, and none that is left out of it."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser
from pathlib import Path

import pytest
from desk_story import FACTS, Place, happens, opened

from tui.advice.checks.checks import Severity
from tui.cases.errors import NotFound
from tui.cases.words import Channel, Part
from tui.desk.desk import Desk

SECRET = "start\npassword=s3cret!\ncard 4111 1111 1111 1111\n"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A case with a receipt and a log that holds a password and a card."""
    desk = Place(tmp_path).desk()
    (tmp_path / "receipt.txt").write_text("124.90\n")
    (tmp_path / "app.log").write_text(SECRET)
    case = opened(desk)
    happens(desk, case.id, "evidence", (tmp_path / "receipt.txt", tmp_path / "app.log"))
    return desk


def _errors(desk: Desk, step: str = "", template: str = "") -> list[str]:
    found = desk.compose(1, step, template=template).findings
    return [f.id for f in found if f.severity is Severity.ERROR]


def _to_enclose(desk: Desk) -> list[str]:
    pieces = desk.workspace(1, Channel.EMAIL).pieces
    return next((p.text.split("\n") for p in pieces if p.is_list), [])


def test_a_letter_that_encloses_nothing_is_not_blocked_by_a_file(desk: Desk) -> None:
    assert _errors(desk) == ["L13", "L11"]
    happens(desk, 1, "sent")
    reminder = desk.compose(1)
    assert reminder.draft.template == "reminder"
    assert reminder.letter.parts.get(Part.ENCLOSURES, "") == ""
    assert not {"L11", "L13"} & {f.id for f in reminder.findings}
    assert _to_enclose(desk) == []


def test_a_file_is_left_out_of_one_letter_and_taken_in_again(desk: Desk) -> None:
    assert _to_enclose(desk) == ["1. receipt.txt", "2. app.log"]
    desk.leave_out(1, 2)
    made = desk.compose(1)
    assert made.letter.parts[Part.ENCLOSURES] == "1. “receipt.txt”"
    assert _errors(desk) == []
    assert _to_enclose(desk) == ["1. receipt.txt"]
    assert desk.left_out(1) == {2}
    assert desk.left_out(1, "complaint") == frozenset(), "another letter has it"
    desk.leave_out(1, 2)
    assert _to_enclose(desk) == ["1. receipt.txt", "2. app.log"]
    assert desk.case(1).letter_notes == ()
    with pytest.raises(NotFound):
        desk.leave_out(1, 3)


def test_leaving_out_is_one_change_that_undo_takes_back(desk: Desk) -> None:
    desk.leave_out(1, 2)
    desk.undo()
    assert desk.left_out(1) == frozenset()


def test_a_list_of_my_own_follows(desk: Desk) -> None:
    own = "Copies:\n1. receipt.txt\n2. App.log, 3 lines\n3. the app.logbook"
    desk.save_letter(1, "complaint", {Part.ENCLOSURES: own})
    desk.leave_out(1, 2, "complaint")
    assert desk.compose(1, "complaint").own[Part.ENCLOSURES] == (
        "Copies:\n1. receipt.txt\n3. the app.logbook"
    )
    assert not {"L11", "L13", "L19"} & set(_errors(desk, "complaint"))
    desk.leave_out(1, 2, "complaint")
    told = desk.compose(1, "complaint").own[Part.ENCLOSURES]
    assert told == "Copies:\n1. receipt.txt\n3. the app.logbook\n2. app.log"


def test_a_mail_takes_along_what_it_names(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    desk.leave_out(1, 2)
    desk.add_contact_point(FACTS["company"], Channel.EMAIL, "help@meteor.example")
    content = desk.write_letter(1, "eml").read_bytes()
    mail = BytesParser(policy=policy.default).parsebytes(content)
    assert mail["To"] == "Meteor <help@meteor.example>"
    assert [part.get_filename() for part in mail.iter_attachments()] == ["receipt.txt"]
    desk.leave_out(1, 1)
    mail = BytesParser(policy=policy.default).parsebytes(desk.write_letter(1, "eml").read_bytes())
    assert list(mail.iter_attachments()) == []


def test_where_it_goes_is_asked_for_before_it_is_written(desk: Desk) -> None:
    for channel, missing in ((Channel.EMAIL, "e-mail"), (Channel.LETTER, "postal")):
        said = desk.workspace(1, channel).missing
        assert said is not None
        assert missing in said.text
        assert said.values["company"] == "Meteor"
        desk.add_contact_point("Meteor", channel, "somewhere")
        assert desk.workspace(1, channel).missing is None
    assert desk.workspace(1, Channel.FORM).missing is None
