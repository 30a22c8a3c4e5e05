"""Documents of any other table: kept, changed, taken back with the cases, or not at all."""

from __future__ import annotations

import hashlib

import pytest
from store_helpers import Desk, add, change

from tui.cases.errors import NotFound
from tui.store.contract import Store
from tui.store.errors import Conflict


def test_a_document_is_kept_changed_and_taken_back(desk: Desk, store: Store) -> None:
    with store.writing(change()) as book:
        assert book.put_document("mails", {"state": "new", "ü": [1]}) == 1
        assert book.put_document("mails", {"state": "new"}) == 2
    with store.writing(change()) as book:
        book.put_document("mails", {"state": "attached"}, 1)
        book.drop_document("mails", 2)
    assert [number for number, _ in desk.window().documents("mails")] == [1]
    store.undo()
    again = desk.window()
    assert again.document("mails", 1) == {"state": "new", "ü": [1], "revision": 1}
    assert [number for number, _ in again.documents("mails")] == [1, 2]
    assert again.document("mails", 9) is None


def test_what_somebody_else_changed_since_is_not_taken_back(desk: Desk, store: Store) -> None:
    with store.writing(change()) as book:
        book.put_document("mails", {"state": "new"})
    with desk.window(who="mail").writing(change()) as book:
        book.put_document("mails", {"state": "attached"}, 1)
    with pytest.raises(Conflict):
        store.undo()


def test_bytes_and_documents_are_written_with_the_case_or_not_at_all(store: Store) -> None:
    add(store)
    raw = b"From: x\r\n\r\n\xff"

    def broken_off() -> None:
        with store.writing(change()) as book:
            kept = book.put_content(raw, "a\x1bb.eml", 1)
            book.put_document("mails", {"sha256": kept.sha256})
            book.case(9)

    with pytest.raises(NotFound):
        broken_off()
    digest = hashlib.sha256(raw).hexdigest()
    assert store.evidence(digest) is None
    assert list(store.documents("mails")) == []
    with store.writing(change()) as book:
        kept = book.put_content(raw, "a\x1bb.eml", 1)
        assert book.put_content(raw, "a\x1bb.eml", 1) == kept
        book.put_document("mails", {"sha256": kept.sha256})
    assert (kept.name, kept.size) == ("a␛b.eml", len(raw))
    assert kept.sha256 == digest
    path = store.evidence(kept.sha256)
    assert path
    assert path.read_bytes() == raw


def test_half_a_file_that_a_power_cut_left_is_written_again(desk: Desk, store: Store) -> None:
    if desk.folder is None:
        return
    raw = b"From: x\r\n\r\nwhole"
    digest = hashlib.sha256(raw).hexdigest()
    (desk.folder / "evidence").mkdir(parents=True)
    (desk.folder / "evidence" / digest).write_bytes(b"From")
    with store.writing(change()) as book:
        book.put_document("mails", {"sha256": book.put_content(raw, "x", 1).sha256})
    path = store.evidence(digest)
    assert path
    assert path.read_bytes() == raw
