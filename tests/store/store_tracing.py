"""strace as the disk that fails, and as what kills."""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from store_helpers import environment
from store_verbs import VERBS

CALLS = "pwrite64,write,fsync,fdatasync,ftruncate,?unlink,?rename,?mkdir,fchmod"
POINTS = Path(__file__).with_name("store_points.py")
LARGE = ("many", "copy", "restore")  # so many calls that not each of them is a point


def traced(what: str, when: str, *command: str) -> list[str]:
    """Calls of other kinds are not stopped at, but for signals: there strace loses them."""
    quick = [] if what.startswith("signal") else ["--seccomp-bpf"]
    tracing = ["strace", "-f", *quick, "-qq", "-o", "/dev/null", "-e", f"trace={CALLS}"]
    return [*tracing, "-e", f"inject={CALLS}:{what}:when={when}", *command]


@functools.cache
def can_trace(what: str) -> bool:
    """Whether strace is there, may trace, and knows how to do it."""
    if not shutil.which("strace"):
        return False
    program = "import os; os.fsync(os.open('.', os.O_RDONLY)); print('alive')"
    command = traced(what, "1", sys.executable, "-c", program)
    done = subprocess.run(command, capture_output=True, check=False)
    return done.returncode != 0 and b"alive" not in done.stdout


def at_every_call(folder: Path, command: str, verb: str, what: str) -> dict[str, int]:
    """See store_points.py: how the process of each point ended."""
    if not can_trace(what):
        pytest.skip("there is no strace that may trace")
    deadly = "800" if verb in LARGE else "200"
    program = program_of(folder, command, verb)
    return ends(traced(what, deadly + "+" * (command == "lost"), *program, deadly))


def at_every_step(folder: Path, command: str, verb: str) -> dict[str, int]:
    return ends(program_of(folder, command, verb))


def program_of(folder: Path, command: str, verb: str) -> list[str]:
    VERBS[verb].prepare(folder / "base")
    return [sys.executable, str(POINTS), str(folder), command, verb]


def ends(command: list[str]) -> dict[str, int]:
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return dict(json.loads(line) for line in done.stdout.splitlines())
