"""Several processes on one book lose nothing."""

from __future__ import annotations

from pathlib import Path

from store_helpers import add, edit, open_at, worker

EACH = 50


def test_two_processes_lose_no_change(tmp_path: Path) -> None:
    window = open_at(tmp_path)
    add(window)
    running = [worker(tmp_path, "write", str(EACH)) for _ in range(2)]
    results = [process.communicate() for process in running]
    assert [problems for _, problems in results] == ["", ""]
    revisions = sorted(int(line) for said, _ in results for line in said.splitlines())
    assert revisions == list(range(2, 2 * EACH + 2))
    assert window.poll() is True
    assert window.get(1).revision == 2 * EACH + 1
    assert window.get(1).details == "x" * 2 * EACH
    assert edit(window, 1, subject="After").revision == 2 * EACH + 2
