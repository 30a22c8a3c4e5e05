"""Other users of this machine, as whom a process of its own can visit a book."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from store_helpers import worker

NOBODY = 65534
GUESTS = (54321, 54322)  # need not be known to the system
TEAM = 54320


def visit(folder: Path, uid: int, gid: int = NOBODY, who: str = "") -> tuple[list[Any], list[str]]:
    """What somebody reads, and how they were refused; "": not at all. See store_worker.py."""
    out, problems = worker(folder, "visit", str(uid), str(gid), who).communicate(timeout=60)
    assert problems == ""
    read, refused = json.loads(out)
    return read, refused


def only_root() -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can be somebody else")


@contextmanager
def seen_read_only(folder: Path, place: Path) -> Iterator[None]:
    """The folder at another place, where even root writes nothing."""
    place.mkdir()
    try:
        for options in ("bind", "remount,bind,ro"):
            command = ["mount", "-o", options, str(folder), str(place)]
            subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("nothing can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def as_visitor(call: Callable[[], Any], uid: int = GUESTS[0]) -> Any:
    """What a call gives to somebody whom modes keep out, in a process of their own."""
    listen, speak = os.pipe()
    child = os.fork()
    if not child:
        with suppress(BaseException), os.fdopen(speak, "w") as pipe:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(uid)
                os.setuid(uid)
            json.dump(call(), pipe)
        os._exit(0)
    os.close(speak)
    with os.fdopen(listen) as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return json.loads(said)
