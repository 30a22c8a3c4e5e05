"""The clipboard inside tmux, which by default swallows what applications send to it."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from threading import Thread


def give_to_tmux(text: str, environ: Mapping[str, str]) -> Thread | None:
    """Hand `text` to tmux, which passes it on to its terminal; None outside tmux.

    In a thread of its own, so that a stuck tmux holds up nobody.
    """
    import shutil  # seldom: it brings what takes archives apart

    program = shutil.which("tmux", path=environ.get("PATH"))
    if not environ.get("TMUX") or program is None:
        return None
    thread = Thread(target=_load, args=(program, text.encode("utf-8"), dict(environ)), daemon=True)
    thread.start()
    return thread


def _load(program: str, data: bytes, environ: dict[str, str]) -> None:
    # tmux before 3.2 does not know -w, but its own paste still works.
    for options in (["-w", "-"], ["-"]):
        try:
            done = subprocess.run(  # noqa: S603 - found on PATH, no shell, text on its input
                [program, "load-buffer", *options],
                input=data, env=environ, timeout=2, check=False, capture_output=True,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            return
        if done.returncode == 0:
            return
