"""Files are copied in, numbered as enclosures, and never left behind for nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from desk_story import Place, happens, opened

from tui.cases.errors import BadInput, NotLawful


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("receipt.pdf", "photo 1.jpg", "log.txt")]
    for path in paths:
        path.write_bytes(path.name.encode() * 100)
    return paths


def test_files_are_numbered_through_the_case(place: Place, files: list[Path]) -> None:
    desk = place.desk()
    case = opened(desk)
    happens(desk, case.id, "evidence", files[:2])
    happens(desk, case.id, "sent", files[2:])
    stored = place.desk().case(case.id)
    known = [(e.number, e.name, e.size) for e in stored.evidence]
    assert known == [(1, "receipt.pdf", 1100), (2, "photo 1.jpg", 1100), (3, "log.txt", 700)]
    assert [[e.number for e in event.evidence] for event in stored.timeline] == [[1, 2], [3]]
    assert [e.sha256 for e in stored.evidence] == [_sha256(path) for path in files]


def test_a_copy_is_kept_whatever_happens_to_the_file(tmp_path: Path, files: list[Path]) -> None:
    place = Place(tmp_path)
    desk = place.desk()
    content = files[0].read_bytes()
    case = happens(desk, opened(desk).id, "evidence", files[:1])
    files[0].unlink()
    (copy,) = place.evidence()
    assert (copy.name, copy.read_bytes()) == (case.evidence[0].sha256, content)
    assert copy.stat().st_mode & 0o777 == 0o600


def test_evidence_needs_a_file(place: Place) -> None:
    desk = place.desk()
    case = opened(desk)
    with pytest.raises(BadInput, match="which file"):
        happens(desk, case.id, "evidence", text="the receipt")
    assert desk.case(case.id) == case


@pytest.mark.parametrize("wrong", ["nothing.txt", "."])
def test_one_wrong_file_and_none_is_taken(tmp_path: Path, files: list[Path], wrong: str) -> None:
    place = Place(tmp_path)
    desk = place.desk()
    case = opened(desk)
    before = place.book()
    with pytest.raises(BadInput):
        happens(desk, case.id, "evidence", [files[0], tmp_path / wrong])
    assert place.book() == before
    assert place.evidence() == []


def test_an_event_that_does_not_fit_copies_nothing(tmp_path: Path, files: list[Path]) -> None:
    place = Place(tmp_path)
    desk = place.desk()
    case = opened(desk)
    with pytest.raises(NotLawful):
        happens(desk, case.id, "received", files)
    assert place.evidence() == []


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_same_file_is_enclosed_once(tmp_path: Path, files: list[Path]) -> None:
    place = Place(tmp_path)
    desk = place.desk()
    case = happens(desk, opened(desk).id, "evidence", files[:1])
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(files[0].read_bytes())
    with pytest.raises(BadInput, match="already"):
        happens(desk, case.id, "evidence", [copy])
    assert desk.case(case.id) == case
    happens(desk, case.id, "evidence", [copy, files[1], files[1]])
    stored = happens(desk, case.id, "sent", [copy])
    assert [(e.number, e.name) for e in stored.evidence] == [(1, "receipt.pdf"), (2, "photo 1.jpg")]
    assert len(place.evidence()) == 2
