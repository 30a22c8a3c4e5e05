"""What is saved survives a power cut: it reaches the disk in the right order, and in time.

What is not synced may be on the disk or not, in any order, so that is looked at here.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from store_helpers import WORKER, environment
from store_tracing import can_trace
from store_verbs import VERBS

from tui.store.opening import BOOK

CALLS = "?open,openat,pwrite64,write,ftruncate,fsync,fdatasync,?rename,renameat,?mkdir,mkdirat"
# 123 write(4</the/file>, ... = 5  or  123 rename("/from", "/to") = 0
LINE = re.compile(r'\d+ +(\w+)\((?:\d+|AT_FDCWD)?(?:<[^>]*>, )?[<"]?([^">]+)[">]?(.*)\) += (-?\d+)')


@pytest.mark.parametrize("name", VERBS)
def test_everything_is_on_the_disk_before_what_rests_on_it(name: str, tmp_path: Path) -> None:
    if not can_trace("error=EIO"):
        pytest.skip("there is no strace that may trace")
    folder = tmp_path / "data"
    VERBS[name].prepare(folder)
    steps = list(traced(name, folder, tmp_path / "log"))
    assert len(steps) > 4
    assert list(violations(steps, folder)) == []


Step = tuple[str, Path, str]  # a call, its file, and what else it was given


def traced(name: str, folder: Path, log: Path) -> Iterator[Step]:
    """What succeeded inside the folder."""
    tracing = ["strace", "-f", "-qq", "-y", "-o", str(log), "-e", f"trace={CALLS}"]
    program = [sys.executable, str(WORKER), str(folder), "verb", name]
    subprocess.run([*tracing, *program], env=environment(), check=True)
    for line in log.read_text(errors="replace").splitlines():
        found = LINE.match(line)
        if found and found[2].startswith(str(folder)) and int(found[4]) >= 0:
            yield found[1], Path(found[2]), found[3]


def violations(steps: list[Step], folder: Path) -> Iterator[str]:
    unsynced: dict[Path, str] = {}
    book, journal = folder / BOOK, folder / f"{BOOK}-journal"
    for call, path, more in steps:
        others = {where: what for where, what in unsynced.items() if where != path}
        if call in {"fsync", "fdatasync"}:
            unsynced.pop(path, None)
        elif call in {"write", "pwrite64", "ftruncate"}:
            if others and (path == book or (path, call) == (journal, "ftruncate")):
                yield f"{path.name} is written before {others}"
            unsynced[path] = call
        elif call.startswith("rename"):
            if path in unsynced:
                yield f"{path.name} gets its name before its content is there"
            unsynced[path.parent] = call
        elif call.startswith("mkdir") or "O_CREAT" in more:
            unsynced[path.parent] = call
    if unsynced:
        yield f"told before it was there: {unsynced}"
