"""Inside tmux the text is handed to tmux as well, as data."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.terminal.clipboard import give_to_tmux

TMUX = """#!/bin/sh
case "$*" in *-w*) {with_w} ;; esac
echo "$@" > "{folder}/arguments"
cat > "{folder}/given"
"""


def environ(folder: Path, with_w: str = ":") -> dict[str, str]:
    program = folder / "tmux"
    program.write_text(TMUX.format(folder=folder, with_w=with_w), encoding="utf-8")
    program.chmod(0o755)
    return {"TMUX": "/tmp/tmux-0/default,1,0", "PATH": f"{folder}:/bin:/usr/bin"}


@pytest.mark.parametrize("text", ["счёт № 55", "$(touch x); -b", "", "a\nb" * 50_000])
def test_it_gets_the_text_as_it_is(tmp_path: Path, text: str) -> None:
    thread = give_to_tmux(text, environ(tmp_path))
    assert thread is not None
    thread.join(20)
    assert (tmp_path / "given").read_text(encoding="utf-8") == text
    assert (tmp_path / "arguments").read_text(encoding="utf-8") == "load-buffer -w -\n"


def test_an_older_tmux_keeps_it_for_its_own_paste(tmp_path: Path) -> None:
    thread = give_to_tmux("text", environ(tmp_path, with_w="exit 1"))
    assert thread is not None
    thread.join(20)
    assert (tmp_path / "given").read_text(encoding="utf-8") == "text"
    assert (tmp_path / "arguments").read_text(encoding="utf-8") == "load-buffer -\n"


def test_outside_tmux_nothing_is_run(tmp_path: Path) -> None:
    settings = environ(tmp_path)
    del settings["TMUX"]
    assert give_to_tmux("text", settings) is None
    assert give_to_tmux("text", {"TMUX": "x", "PATH": str(tmp_path / "none")}) is None
