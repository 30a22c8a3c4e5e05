"""What is typed and not saved yet survives, whatever its key, its text and its window."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_helpers import Desk, change, open_at

from tui.store.contract import Store
from tui.store.drafts import DraftFolder

KEYS = ("letter/12/subject", "../../etc/passwd", "", "new case", "Черновик", "x" * 5000, "a\0b")


def test_a_draft_is_recalled_and_dropped(store: Store) -> None:
    drafts = store.drafts
    assert drafts.recall("letter") is None
    drafts.keep("letter", {"subject": "First"})
    drafts.keep("letter", {"subject": "Second", "details": "два\nряда"})
    assert drafts.recall("letter") == {"subject": "Second", "details": "два\nряда"}
    drafts.drop("letter")
    drafts.drop("letter")
    assert drafts.recall("letter") is None
    assert drafts.keys() == ()


def test_any_key_is_a_name(store: Store) -> None:
    for key in KEYS:
        store.drafts.keep(key, {"key": key})
    assert store.drafts.keys() == tuple(sorted(KEYS))
    assert [store.drafts.recall(key) for key in KEYS] == [{"key": key} for key in KEYS]


def test_drafts_stay_in_their_folder(tmp_path: Path) -> None:
    folder = DraftFolder(tmp_path / "drafts")
    for key in KEYS:
        folder.keep(key, {"key": key})
    assert [path.name for path in tmp_path.iterdir()] == ["drafts"]
    assert len(list((tmp_path / "drafts").glob("*.json"))) == len(KEYS)


def test_the_next_process_recalls_them(tmp_path: Path) -> None:
    Desk(tmp_path).window().drafts.keep("letter", {"subject": "x"})
    window = Desk(tmp_path).window()
    assert window.drafts.keys() == ("letter",)
    assert window.drafts.recall("letter") == {"subject": "x"}


TEXTS = st.dictionaries(st.text(), st.text(st.characters(exclude_categories=())), max_size=3)


@given(fields=TEXTS)
def test_text_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, fields: dict[str, str]
) -> None:
    folder = DraftFolder(tmp_path_factory.getbasetemp() / "texts")
    folder.keep("text", fields)
    assert folder.recall("text") == fields


DAMAGE = (
    b"",
    b"{",
    b"\xff\xfe",
    b"[]",
    b'{"key": "letter"}',
    b'{"key": "letter", "fields": [1]}',
    b'{"key": "letter", "fields": {"a": 1}}',
    b"[" * 100_000,
)


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_draft_is_passed_over_and_kept(tmp_path: Path, damage: bytes) -> None:
    folder = DraftFolder(tmp_path)
    folder.keep("letter", {"subject": "x"})
    folder.keep("other", {"subject": "y"})
    (path,) = [path for path in tmp_path.iterdir() if b"letter" in path.read_bytes()]
    path.write_bytes(damage)
    assert folder.keys() == ("other",)
    assert folder.recall("letter") is None
    folder.keep("letter", {"subject": "anew"})
    assert folder.recall("letter") == {"subject": "anew"}
    assert damage in [path.read_bytes() for path in tmp_path.iterdir()]


@pytest.fixture
def signals() -> Iterator[None]:
    before = signal.getsignal(signal.SIGUSR1)
    yield
    signal.signal(signal.SIGUSR1, before)


@pytest.mark.usefixtures("signals")
@pytest.mark.parametrize("step", ["open", "fsync", "replace", "unlink", "dup"])
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_signal_may_come_at_any_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, when: str, is_first: bool
) -> None:
    """Its handler has the newer text, and that is the one that stays."""
    folder = DraftFolder(tmp_path)
    if not is_first and step != "dup":  # of the sign of the window, which is given once
        folder.keep("letter", {"subject": "old"})
    signal.signal(signal.SIGUSR1, lambda *_: folder.keep("letter", {"subject": "newest"}))
    real = getattr(os, step)
    sent: list[bool] = []

    def interrupted(*args: Any, **kwargs: Any) -> Any:
        if sent:
            return real(*args, **kwargs)
        sent.append(True)
        if when == "before":
            os.kill(os.getpid(), signal.SIGUSR1)
        try:
            return real(*args, **kwargs)
        finally:
            if when == "after":
                os.kill(os.getpid(), signal.SIGUSR1)

    monkeypatch.setattr(os, step, interrupted)
    folder.keep("letter", {"subject": "newer"})
    assert sent
    assert folder.recall("letter") == {"subject": "newest"}
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".json", ".window"]
    assert DraftFolder(tmp_path).keys() == (), "its window lives"


def test_drafts_take_no_lock(store: Store) -> None:
    with store.writing(change()):
        store.drafts.keep("letter", {"subject": "x"})
    assert store.drafts.recall("letter") == {"subject": "x"}


def test_on_a_shared_board_everybody_has_their_own(tmp_path: Path) -> None:
    tmp_path.chmod(0o2770)
    anna, boris = (open_at(tmp_path, who=who).drafts for who in ("anna", "../boris"))
    anna.keep("letter", {"text": "Of Anna"})
    boris.keep("letter", {"text": "Of Boris"})
    assert anna.recall("letter") == {"text": "Of Anna"}
    assert boris.recall("letter") == {"text": "Of Boris"}
    assert {path.name for path in tmp_path.iterdir()} == {"drafts"}
    assert len(list((tmp_path / "drafts").iterdir())) == 2
