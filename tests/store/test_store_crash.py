"""A process that is killed leaves the old book or the new one, and no lock."""

from __future__ import annotations

import random
from pathlib import Path

from store_helpers import add, edit, open_at, worker

POINTS = 22  # more than one change makes: the last ones survive
ROUNDS = 15


def prepared(folder: Path) -> Path:
    add(open_at(folder))
    return folder


def test_killed_at_every_step_of_a_write(tmp_path: Path) -> None:
    folders = {at: prepared(tmp_path / str(at)) for at in range(1, POINTS + 1)}
    running = {at: worker(folder, "die", str(at)) for at, folder in folders.items()}
    results = {at: process.communicate() for at, process in running.items()}
    assert {problems for _, problems in results.values()} == {""}
    survivors = [at for at, (said, _) in results.items() if said == "survived\n"]
    killed = [at for at, process in running.items() if process.returncode == 9]
    assert len(killed) > 10
    assert sorted(survivors + killed) == list(folders)
    found = {at: open_at(folder, patience=0).get(1).details for at, folder in folders.items()}
    assert set(found.values()) == {"", "new"}
    assert {found[at] for at in survivors} == {"new"}
    for folder in folders.values():
        assert edit(open_at(folder, patience=0), 1, subject="Went on").subject == "Went on"
        left = {path.name for path in folder.iterdir()}
        assert left <= {"book.json", "book.json.bak", "book.lock"}


def test_killed_at_random_moments(tmp_path: Path) -> None:
    chance = random.Random(1)
    running = [
        (folder, worker(folder, "write", "10000"))
        for folder in (prepared(tmp_path / str(n)) for n in range(ROUNDS))
    ]
    for folder, process in running:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(chance.randrange(1, 9))]
        process.kill()
        said += process.stdout.readlines()
        assert process.communicate() == ("", "")
        acknowledged = int(said[-1])
        case = open_at(folder, patience=0).get(1)
        assert case.revision in (acknowledged, acknowledged + 1)
        assert case.details == "x" * (case.revision - 1)
        assert edit(open_at(folder, patience=0), 1, subject="Went on").revision == case.revision + 1
