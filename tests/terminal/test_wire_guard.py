"""Where no screen can be shown, it refuses at once, in one sentence, before Textual is there."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import MutableMapping
from typing import Any

import pytest
from pty_session import ROOT, Session

from tui.cases.errors import BadInput
from tui.terminal import guard

START = """
import os, sys
from tui.cases.errors import BadInput
from tui.terminal import guard
try:
    guard.prepare(os.environ)
except BadInput as error:
    sys.stderr.write(error.sentence.text.format(**error.sentence.values) + "\\n")
    sys.exit("textual" in sys.modules or 2)
print("let in", "textual" in sys.modules)
"""
ARGV = [sys.executable, "-c", START]


@pytest.mark.parametrize("redirect", ["< /dev/null", "> /dev/null", "2> /dev/null", "<&-"])
def test_it_needs_a_terminal_on_all_three(redirect: str) -> None:
    with Session(["/bin/sh", "-c", f'"$@" {redirect}', "sh", *ARGV]) as session:
        assert session.finish() == 2
        if "2>" not in redirect:
            assert session.raw.decode().count("\n") == 1
            assert "upheld today" in session.raw.decode()


def test_it_needs_one_in_cron_too() -> None:
    done = subprocess.run(
        ARGV, stdin=subprocess.DEVNULL, capture_output=True, text=True, cwd=ROOT, check=False,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 2
    assert "upheld list" in done.stderr


@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
def test_it_refuses_what_cannot_draw(term: str) -> None:
    with Session(ARGV, env={"TERM": term}) as session:
        assert session.finish() == 2
        named = f"TERM is “{term}”" if term else "TERM is not set"
        assert named in session.raw.decode()


def test_it_lets_a_terminal_in_without_importing_textual() -> None:
    with Session(ARGV) as session:
        assert session.finish() == 0
        assert b"let in False" in session.raw


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> Any:
    """What `prepare` makes of an environment, on a terminal."""
    monkeypatch.setattr(guard.os, "isatty", lambda _: True)

    def prepared(**environ: str) -> MutableMapping[str, str]:
        guard.prepare(environ)
        return environ

    return prepared


def test_settings_of_textual_do_not_come_from_outside(settled: Any) -> None:
    hostile = dict.fromkeys(["TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_DRIVER", "TEXTUAL_PRESS"], "x")
    environ = settled(TERM="xterm", HOME="/h", TEXTUAL_SCREENSHOT="1", **hostile)
    assert "x" not in environ.values()
    assert "TEXTUAL_SCREENSHOT" not in environ
    assert environ["HOME"] == "/h"


def test_a_developer_may_bring_them(settled: Any) -> None:
    environ = settled(TERM="xterm", UPHELD_DEV="1", TEXTUAL_LOG="x", TEXTUAL_FPS="5")
    assert (environ["TEXTUAL_LOG"], environ["TEXTUAL_FPS"]) == ("x", "5")


def test_it_settles_for_a_slow_line(settled: Any) -> None:
    environ = settled(TERM="xterm")
    assert environ["TEXTUAL_ANIMATIONS"] == "none"
    assert environ["ESCDELAY"] == "50"
    assert settled(TERM="xterm", ESCDELAY="300")["ESCDELAY"] == "300"


@pytest.mark.parametrize(
    ("term", "off"),
    [("linux", True), ("vt220", True), ("ansi", True), ("xterm", False), ("screen", False)],
)
def test_old_terminals_get_no_kitty_keys(settled: Any, term: str, off: bool) -> None:
    assert ("TEXTUAL_DISABLE_KITTY_KEY" in settled(TERM=term)) is off


def test_a_hostile_name_of_a_terminal_is_cleaned(settled: Any) -> None:
    with pytest.raises(BadInput):
        settled(TERM="")
