"""The dates of the book as calendar files: stable, in step, and read by other programs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from stat import S_IMODE
from typing import Any

import pytest
from desk_story import Place, at, happens, opened
from icalendar import Calendar
from msgspec.structs import replace

from tui.cases.errors import BadInput
from tui.cases.record import to_plain
from tui.desk.desk import Desk
from tui.wording.wording import Wording

ENGLISH = Wording("en")
LATER = "2026-11-23T12:00"


@pytest.fixture
def book() -> Place:
    """1: they owe an answer by the 25th. 2: they asked me for something by the 27th."""
    place = Place()
    desk = place.desk()
    for _ in range(2):
        opened(desk, subject="Refund; of a kettle, № 5")
    happens(desk, 1, "sent", at="2026-11-20", channel="email", due="2026-11-25")
    happens(desk, 2, "sent", at="2026-11-18", channel="email", due="2026-11-30")
    happens(desk, 2, "asked", at="2026-11-19", due="2026-11-27", text="A photo")
    return place


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def entries(folder: Path) -> list[Any]:
    """The entries by what they are and when; a file holds one, and is called by its id."""
    found = []
    for path in folder.iterdir():
        (entry,) = Calendar.from_ical(path.read_bytes()).subcomponents
        assert path.name == f"{entry['UID']}.ics"
        found.append(entry)
    return sorted(found, key=lambda one: (one.name, str(one["SUMMARY"])))


def synced(desk: Desk, path: Path) -> tuple[int, int, int]:
    done = desk.sync_calendar(path, ENGLISH)
    return (done.written, done.removed, done.same)


def test_theirs_are_events_and_mine_are_things_to_do(book: Place, tmp_path: Path) -> None:
    assert synced(book.desk(), tmp_path) == (2, 0, 0)  # the clock of the answer to 2 stands still
    theirs, mine = entries(tmp_path)
    assert (theirs.name, theirs.decoded("DTSTART")) == ("VEVENT", date(2026, 11, 25))
    assert theirs.decoded("DTEND") == date(2026, 11, 26)
    assert theirs["SUMMARY"] == "#1 Meteor: their answer"
    assert "Refund; of a kettle, № 5" in theirs["DESCRIPTION"]
    assert (mine.name, mine.decoded("DUE")) == ("VTODO", date(2026, 11, 27))
    assert theirs.decoded("DTSTAMP") == at("2026-11-22T10:30")
    (early,), (morning,) = (one.subcomponents for one in (mine, theirs))
    assert morning.decoded("TRIGGER") == timedelta(hours=9)
    assert early.decoded("TRIGGER") == -timedelta(hours=15)
    assert early["TRIGGER"].params["RELATED"] == "END"
    assert {S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


def test_what_is_the_same_stays_byte_by_byte_and_what_moves_keeps_its_id(
    book: Place, tmp_path: Path
) -> None:
    synced(book.desk(), tmp_path)
    before = contents(tmp_path)
    desk = book.desk(at(LATER))
    assert synced(desk, tmp_path) == (0, 0, 2)
    assert contents(tmp_path) == before
    happens(desk, 1, "extended", at="2026-11-23", due="2026-12-02")
    assert synced(desk, tmp_path) == (1, 0, 1)
    assert contents(tmp_path).keys() == before.keys()
    moved = entries(tmp_path)[0]
    assert (moved.decoded("DTSTART"), moved["SEQUENCE"]) == (date(2026, 12, 2), 1)
    assert moved.decoded("DTSTAMP") == at(LATER)


def test_what_is_over_is_taken_away_and_nothing_else(book: Place, tmp_path: Path) -> None:
    desk = book.desk()
    synced(desk, tmp_path)
    other = Place().desk()
    opened(other)
    happens(other, 1, "sent", at="2026-11-20", channel="email", due="2026-11-25")
    synced(other, tmp_path)  # another book, in the same folder
    strange = f"upheld-{'0' * 32}.ics"
    (tmp_path / strange).write_text("BEGIN:VCALENDAR\nnonsense")
    (tmp_path / "mine.ics").write_text("mine")
    happens(desk, 1, "answered", at="2026-11-22", answer="solved")
    assert synced(desk, tmp_path) == (0, 1, 1)
    assert (tmp_path / "mine.ics").read_text() == "mine"
    assert (tmp_path / strange).exists()
    assert len(contents(tmp_path)) == 4
    assert synced(other, tmp_path) == (0, 0, 1)


def tick_off(folder: Path) -> None:
    """As todoman does it."""
    (path,) = (path for path in folder.iterdir() if b"VTODO" in path.read_bytes())
    ticked = b"STATUS:COMPLETED\r\nCOMPLETED:20261123T090000Z\r\nX-MINE:kept\r\n"
    path.write_bytes(path.read_bytes().replace(b"BEGIN:VALARM", ticked + b"BEGIN:VALARM"))


def test_what_was_ticked_off_is_asked_and_records_nothing(book: Place, tmp_path: Path) -> None:
    desk = book.desk(at(LATER))
    synced(desk, tmp_path)
    case = to_plain(desk.case(2))
    tick_off(tmp_path)
    before = contents(tmp_path)
    assert synced(desk, tmp_path) == (0, 0, 2)
    assert contents(tmp_path) == before
    (asked,) = desk.done_there(ENGLISH)
    assert (asked.item.card.id, asked.on) == (2, date(2026, 11, 23))
    assert to_plain(desk.case(2)) == case
    state = book.book()
    synced(desk, tmp_path)
    assert book.book() == state  # told before: nothing is written
    happens(desk, 2, "asked", at="2026-11-23", due="2026-11-27", text="And another")
    assert desk.done_there(ENGLISH) == ()  # what they ask anew is open
    assert synced(desk, tmp_path) == (1, 1, 1)
    tick_off(tmp_path)
    synced(desk, tmp_path)
    assert len(desk.done_there(ENGLISH)) == 1
    happens(desk, 2, "sent", at="2026-11-23", channel="email")
    assert desk.done_there(ENGLISH) == ()
    assert synced(desk, tmp_path) == (1, 1, 1)  # their time runs again, mine is over


def test_a_change_keeps_what_another_program_wrote(book: Place, tmp_path: Path) -> None:
    desk = book.desk(at(LATER))
    synced(desk, tmp_path)
    tick_off(tmp_path)
    desk.edit(2, {"company": "Meteor Ltd"})
    assert synced(desk, tmp_path) == (1, 0, 1)
    todo = entries(tmp_path)[1]
    assert todo["SUMMARY"].startswith("#2 Meteor Ltd")
    assert (todo["STATUS"], todo["X-MINE"], todo["SEQUENCE"]) == ("COMPLETED", "kept", 1)


def test_one_file_is_kept_in_step_too(book: Place, tmp_path: Path) -> None:
    file, desk = tmp_path / "upheld.ics", book.desk()
    assert synced(desk, file) == (2, 0, 0)
    before = file.read_bytes()
    assert len(Calendar.from_ical(before).subcomponents) == 2
    assert synced(book.desk(at(LATER)), file) == (0, 0, 2)
    assert file.read_bytes() == before
    happens(desk, 1, "answered", at="2026-11-22", answer="solved")
    assert synced(desk, file) == (0, 1, 1)
    foreign = tmp_path / "work.ics"
    for text in ("mine", "BEGIN:VCALENDAR\r\nPRODID:-//other//EN\r\nEND:VCALENDAR\r\n"):
        foreign.write_text(text, newline="")
        with pytest.raises(BadInput):
            synced(desk, foreign)
        assert foreign.read_bytes().decode() == text


def test_hours_are_moments_in_utc(tmp_path: Path) -> None:
    desk = Place().desk(at("2026-11-20T10:00"))
    opened(desk)
    case = happens(desk, 1, "sent", at="2026-11-20", channel="email", due="2026-11-25")
    synced(desk, tmp_path)
    answer = replace(case.deadlines[0], due_at=at("2026-11-25T17:40"))
    with desk._office.store.writing(desk.changes()[0]) as book:
        book.put(replace(case, deadlines=(answer,)))
    synced(desk, tmp_path)
    (entry,) = entries(tmp_path)
    moment = entry.decoded("DTSTART")
    assert isinstance(moment, datetime)
    assert (moment, str(moment.tzinfo)) == (answer.due_at, "UTC")
    assert "DTEND" not in entry
    assert b"VTIMEZONE" not in b"".join(contents(tmp_path).values())


def test_a_hostile_text_is_a_text_and_a_hostile_id_names_no_file(tmp_path: Path) -> None:
    desk = Place().desk()
    evil = "x\r\nEND:VEVENT\r\nBEGIN:VTODO\u2028\x1b]9;y\x07"
    opened(desk, company="Met\u202eeor", subject=evil)
    case = replace(desk.case(1), id=0, uid="../../evil\r\n")
    desk.open_cases([case])
    folder = tmp_path / "calendar"
    folder.mkdir()
    for number in (1, 2):
        happens(desk, number, "sent", at="2026-11-20", channel="email", due="2026-11-25")
    synced(desk, folder)
    assert [one.name for one in entries(folder)] == ["VEVENT", "VEVENT"]
    assert list(tmp_path.iterdir()) == [folder]
    for text in contents(folder).values():
        assert all(line.decode().isprintable() for line in text.split(b"\r\n"))


def ran(program: str, *words: str, home: Path) -> str:
    path = Path(sys.prefix) / "bin" / program
    if not path.exists():
        pytest.skip(f"{program} is not installed: pip install khal todoman")
    env = {"HOME": str(home), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    done = subprocess.run(
        [path, *words], capture_output=True, env=env, check=False, timeout=60, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


KHAL = """[calendars]
[[upheld]]
path = {home}/cal
[locale]
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
timeformat = %H:%M
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
"""
TODOMAN = 'path = "{home}/*"\ncache_path = "{home}/todo.db"\ndate_format = "%Y-%m-%d"\n'


@pytest.fixture
def configured(tmp_path: Path) -> Mapping[str, Path]:
    (tmp_path / "cal").mkdir()
    files = {"khal": (tmp_path / "khal.conf", KHAL), "todo": (tmp_path / "todo.py", TODOMAN)}
    for file, text in files.values():
        file.write_text(text.format(home=tmp_path))
    return {name: file for name, (file, _) in files.items()}


def test_khal_lists_it(book: Place, configured: Mapping[str, Path], tmp_path: Path) -> None:
    synced(book.desk(), tmp_path / "cal")
    shown = ran("khal", "-c", str(configured["khal"]), "list", "2026-11-25", "1d", home=tmp_path)
    assert "#1 Meteor: their answer" in shown
    assert "⏰" in shown


def test_todoman_ticks_it_off_and_it_is_read_back(
    book: Place, configured: Mapping[str, Path], tmp_path: Path
) -> None:
    desk = book.desk()
    synced(desk, tmp_path / "cal")
    config = ("--config", str(configured["todo"]))
    shown = ran("todo", *config, "list", home=tmp_path)
    assert "2026-11-27 #2 Meteor: what they asked me for" in shown
    ran("todo", *config, "done", "1", home=tmp_path)
    assert synced(desk, tmp_path / "cal") == (0, 0, 2)
    (asked,) = desk.done_there(ENGLISH)
    assert asked.item.card.id == 2
    todo = entries(tmp_path / "cal")[1]
    assert (todo["STATUS"], len(todo.subcomponents)) == ("COMPLETED", 1)
