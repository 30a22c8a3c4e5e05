"""The real command in a real terminal, on a book of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

# The driver of pseudo-terminals lives with the tests of the terminal room.
sys.path.append(str(Path(__file__).parents[1] / "terminal"))
from pty_session import Session

Open = Callable[..., Session]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A home of its own, so that nothing of the person at this machine is touched."""
    return {"HOME": str(tmp_path), "UPHELD_DATA": str(tmp_path / "book"), "LANG": "en_US.UTF-8"}


@pytest.fixture
def upheld(environment: dict[str, str]) -> Open:
    """Starts `upheld` with these arguments in a terminal of 80x24.

    By name: more of the environment. `shell`: commands run before it.
    """

    def start(*arguments: str, shell: str = "", **more: str) -> Session:
        code = "import sys; from tui.cli.start import main; sys.exit(main())"
        argv = [sys.executable, "-c", code, *arguments]
        if shell:
            argv = ["/bin/sh", "-c", f'{shell}; exec "$@"', "sh", *argv]
        return Session(argv, env={**environment, **more})

    return start


@pytest.fixture
def run(environment: dict[str, str]) -> Callable[..., str]:
    """Runs a verb to its end; what it prints."""
    import subprocess

    def verb(*arguments: str) -> str:
        code = "import sys; from tui.cli.start import main; sys.exit(main())"
        ended = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
            cwd=Path(__file__).parents[2],
        )
        assert ended.returncode in (0, 1), ended.stderr
        return ended.stdout

    return verb
