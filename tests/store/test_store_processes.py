"""Several processes on one book lose nothing, wait for each other, and may die at any moment."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from store_helpers import add, edit, open_at, worker

from tui.store.errors import StoreBusy
from tui.store.opening import BOOK

ROUNDS = int(os.environ.get("UPHELD_FAULT_ROUNDS", "20"))
CHANGES = int(os.environ.get("UPHELD_FAULT_CHANGES", "50"))
Recorder = Callable[[str, object], None]


@pytest.mark.timeout(600)
@pytest.mark.parametrize("writers", [("window", "write"), ("window", "window", "write", "write")])
def test_several_writers_lose_nothing(
    writers: tuple[str, ...], tmp_path: Path, record_property: Recorder
) -> None:
    """A writer that waits for more than 5 s says StoreBusy, and fails this."""
    bystander = open_at(tmp_path)
    add(bystander)
    each = zip(writers, "abcd", strict=False)
    running = [worker(tmp_path, command, letter, str(CHANGES)) for command, letter in each]
    for process in running:
        assert line_of(process) == '"ready"'
    for process in running:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    results = [process.communicate() for process in running]
    assert [problems for _, problems in results] == [""] * len(running)
    said = [json.loads(out) for out, _ in results]

    last = CHANGES * len(running) + 1
    assert sorted(revision for made, _ in said for revision in made) == list(range(2, last + 1))
    assert all(made == sorted(made) for made, _ in said)
    assert bystander.poll() is True
    case, meteor = bystander.get(1), bystander.company("Meteor")
    assert bystander.cards[1].revision == case.revision == last
    assert meteor
    assert meteor.note == case.details
    for (made, _), letter in zip(said, "abcd", strict=False):
        assert [case.details[revision - 2] for revision in made] == [letter] * CHANGES
    record_property("longest wait, s", max(waited for _, waited in said))


@pytest.mark.timeout(600)
@pytest.mark.parametrize("writers", [1, 2])
def test_killed_at_random_moments(writers: int, tmp_path: Path, record_property: Recorder) -> None:
    """The worker looks at the book after each round: see `whole` there."""
    out, problems = worker(tmp_path, "kill", str(writers), str(ROUNDS)).communicate()
    assert problems == ""
    rounds = [json.loads(line) for line in out.splitlines()]
    assert len(rounds) == ROUNDS
    for acknowledged, found in rounds:
        for letter in "ab":
            # The last one may have been written and not told of any more.
            surplus = found.count(letter) - acknowledged.count(letter)
            assert surplus in {0, 1}
    assert any(acknowledged for acknowledged, _ in rounds)
    record_property("acknowledged", sum(len(acknowledged) for acknowledged, _ in rounds))
    record_property("found", sum(len(found) for _, found in rounds))


def test_a_stopped_process_that_has_the_turn_holds_up_writers_alone(tmp_path: Path) -> None:
    window = open_at(tmp_path, patience=0)
    add(window)
    with holding(tmp_path) as process:
        process.send_signal(signal.SIGSTOP)
        with pytest.raises(StoreBusy):
            edit(window, 1, subject="In vain")
        assert window.poll() is False
        assert window.get(1).subject == "Roaming bill"
        process.send_signal(signal.SIGCONT)
        assert process.communicate("go on\n") == ("", "")
    assert window.poll() is True
    assert edit(window, 1, subject="Now").details == "held"


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    window = open_at(tmp_path, patience=0)
    add(window)
    with holding(tmp_path) as process:
        process.kill()
        process.wait()
        assert edit(window, 1, subject="At once").details == ""


def test_while_a_change_reaches_the_disk_readers_are_told_to_come_again(tmp_path: Path) -> None:
    window = open_at(tmp_path, patience=0)
    add(window)
    with closing(sqlite3.connect(tmp_path / BOOK, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for asking in (window.poll, lambda: window.get(1), lambda: open_at(tmp_path, patience=0)):
            with pytest.raises(StoreBusy):
                asking()
        other.execute("ROLLBACK")
    assert window.get(1).subject == "Roaming bill"


@contextmanager
def holding(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has the turn."""
    with worker(folder, "hold") as process:
        try:
            assert line_of(process) == '"holding"'
            yield process
        finally:
            process.kill()


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()
