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

POINTS = Path(__file__).with_name("store_points.py")
# Of each kind the call that is deadly: later than the last one of a verb, and than the last one
# of the process that begins the others, but no later, for a child gets there by idle calls.
DEADLY = {
    "write": 200, "fsync": 20, "fdatasync": 30, "ftruncate": 20, "unlink": 30,
    "rename": 20, "mkdir": 500, "fchmod": 20,
}  # fmt: skip


def traced(what: str, deadly: dict[str, str], *command: str) -> list[str]:
    """Calls of other kinds are not stopped at, but for signals: there strace loses them."""
    quick = [] if what.startswith("signal") else ["--seccomp-bpf"]
    # Some machines have no call of that name: unlinkat ...
    names = {call: f"?{call}" if call in ("unlink", "rename", "mkdir") else call for call in deadly}
    tracing = ["strace", "-f", *quick, "-qq", "-o", "/dev/null", "-e"]
    tracing.append(f"trace={','.join(names.values())}")
    for call, when in deadly.items():
        tracing += ["-e", f"inject={names[call]}:{what}:when={when}"]
    return [*tracing, *command]


@functools.cache
def can_trace(what: str) -> bool:
    """Whether strace is there, may trace, and knows how to do it."""
    if not shutil.which("strace"):
        return False
    program = "import os; os.fsync(os.open('.', os.O_RDONLY)); print('alive')"
    command = traced(what, {"fsync": "1"}, sys.executable, "-c", program)
    done = subprocess.run(command, capture_output=True, check=False)
    return done.returncode != 0 and b"alive" not in done.stdout


def at_every_call(folder: Path, command: str, verb: str, what: str) -> dict[str, int]:
    """See store_points.py: how the process of each point ended."""
    if not can_trace(what):
        pytest.skip("there is no strace that may trace")
    more = 3 if command == "fail" else 1  # then it is tried again
    deadly = {call: nth * more for call, nth in (DEADLY | {"pwrite64": VERBS[verb].pages}).items()}
    when = {call: f"{nth}{'+' * (command == 'lost')}" for call, nth in deadly.items()}
    return ends(traced(what, when, *program_of(folder, command, verb), json.dumps(deadly)))


def at_every_step(folder: Path, command: str, verb: str) -> dict[str, int]:
    return ends(program_of(folder, command, verb))


def at_every_step_of_a_repair(folder: Path) -> dict[str, int]:
    """Of the book in `folder`/base."""
    return ends([sys.executable, str(POINTS), str(folder), "mend"])


def program_of(folder: Path, command: str, verb: str) -> list[str]:
    VERBS[verb].prepare(folder / "base")
    return [sys.executable, str(POINTS), str(folder), command, verb]


def ends(command: list[str]) -> dict[str, int]:
    # What Python would write of its own is not to be counted.
    env = {**environment(), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return dict(json.loads(line) for line in done.stdout.splitlines())
