"""`upheld ics`: to standard output, to a file, to a folder; and what it says of ticks."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_ran import Upheld
from icalendar import Calendar


@pytest.fixture
def asked(refund: Upheld) -> Upheld:
    """They asked for a photo by Friday, and owe an answer after that."""
    refund("record", "1", "sent", "--channel", "email", on="2026-11-16")
    refund("record", "1", "asked", "--due", "2026-11-27", "--text", "A photo", on="2026-11-20")
    return refund


def test_without_a_place_it_goes_to_standard_output(asked: Upheld) -> None:
    ran = asked("ics", on="")
    (todo,) = Calendar.from_ical(ran.out).subcomponents
    assert todo["SUMMARY"] == "#1 Severmart: what they asked me for"
    assert Calendar.from_ical(asked("ics", "--json", on="").json["ics"]).subcomponents


def test_a_folder_is_kept_in_step_and_ticks_are_asked(asked: Upheld, tmp_path: Path) -> None:
    folder = f"{tmp_path}/calendars/upheld/"
    assert asked("ics", "-o", folder, on="").out == "Written: 1, taken away: 0, the same: 0.\n"
    (file,) = Path(folder).iterdir()
    ticked = b"STATUS:COMPLETED\r\nCOMPLETED:20261124T120000Z\r\nBEGIN:VALARM"
    file.write_bytes(file.read_bytes().replace(b"BEGIN:VALARM", ticked))
    ran = asked("ics", "-o", folder, on="")
    assert ran.out.splitlines()[1] == (
        "Ticked off on 24 November 2026: #1 Severmart: what they asked me for. "
        "What did you do? upheld record 1 …"
    )
    (done,) = asked("ics", "-o", folder, "--json", on="").json["done_there"]
    assert (done["id"], done["kind"], done["done_on"]) == (1, "data", "2026-11-24")
    today = asked("today")
    assert today.out.splitlines()[0] == ran.out.splitlines()[1]
    assert asked("today", "--json").json["ticked_off"] == [done]


def test_what_cannot_be_used_is_said(asked: Upheld, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine")
    ran = asked("ics", "-o", str(mine), on="")
    assert (ran.status, mine.read_text()) == (2, "mine")
    assert "no calendar of Upheld" in ran.err
    assert asked("ics", "-o", str(tmp_path / "no" / "x.ics"), on="").status == 2
    unclear = asked("ics", "-o", str(tmp_path / "newdir"), on="")
    assert (unclear.status, (tmp_path / "newdir").exists()) == (2, False)
    assert "newdir/ or " in unclear.err
    assert asked("ics", "-o", f"{mine}/", on="").status == 2
    assert asked("ics", "-o", str(tmp_path / "new.ics"), on="").status == 0
    (tmp_path / "there").mkdir()
    assert asked("ics", "-o", str(tmp_path / "there"), on="").status == 0
    assert list((tmp_path / "there").iterdir())
    assert asked("ics", on="2026-11-23").status == 2  # dates stand by themselves
