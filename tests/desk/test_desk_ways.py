"""The ways of reminders: real programs, and nothing of a case that acts on them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from tui.cases.errors import BadInput
from tui.desk.reminders.notifying import NobodyThere
from tui.desk.reminders.reminders import Message
from tui.desk.reminders.signal_codes import signal_of
from tui.desk.reminders.ways import by_command, by_desktop, by_tmux

MESSAGE = Message("Upheld: 1 late", ("#1 Meteor: Refund", "   ! They did not answer."))


def program(folder: Path, name: str, text: str) -> str:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o700)
    return str(file)


def test_a_command_gets_the_text_and_no_shell(tmp_path: Path) -> None:
    script = program(tmp_path, "told", f'printf "%s|" "$@" "$UPHELD_TITLE" > {tmp_path}/args\n'
                                       f"cat > {tmp_path}/text")  # fmt: skip
    by_command([script, "$(id)", "; id"], MESSAGE)
    assert (tmp_path / "args").read_text() == "$(id)|; id|Upheld: 1 late|"
    assert (tmp_path / "text").read_text() == f"Upheld: 1 late\n\n{MESSAGE.text}"


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ((), "Set command under"),
        (("/nowhere/told",), "/nowhere/told cannot be run"),
        ((sys.executable, "-c", "import sys; sys.exit('no\x1b[2J network')"), "exit status 1"),
    ],
)
def test_a_command_that_cannot_says_why(command: tuple[str, ...], says: str) -> None:
    from tui.wording.wording import Wording

    with pytest.raises(BadInput) as caught:
        by_command(command, MESSAGE)
    assert says in Wording("en").say(caught.value.sentence)


def test_a_command_that_reads_nothing_is_no_failure() -> None:
    by_command(["true"], Message("t", ("x" * 100_000,) * 10))


def test_the_desktop_is_asked_where_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "notify-send", f'printf "%s|" "$@" > {tmp_path}/args')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(NobodyThere):
        by_desktop(MESSAGE, {"XDG_RUNTIME_DIR": str(tmp_path)})
    by_desktop(Message("t", ("<b>bold</b> & --urgency=x",)), {"DBUS_SESSION_BUS_ADDRESS": "unix:x"})
    args = (tmp_path / "args").read_text().split("|")
    assert args == ["--app-name=Upheld", "--", "t", "&lt;b&gt;bold&lt;/b&gt; &amp; --urgency=x", ""]
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(BadInput, match="is not installed here"):
        by_desktop(MESSAGE, {"DBUS_SESSION_BUS_ADDRESS": "unix:x"})


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
def test_tmux_shows_it_and_runs_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMUX_TMPDIR", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("TMUX", raising=False)
    with pytest.raises(NobodyThere):
        by_tmux(MESSAGE)
    client = pexpect.spawn(
        "tmux", ["-f", "/dev/null", "new-session", "cat"],
        env={**os.environ, "TERM": "xterm"}, dimensions=(24, 250), encoding="utf-8", timeout=10,
    )  # fmt: skip
    try:
        client.expect(r"\[0\]|0:cat")
        by_tmux(Message(f"#(touch {tmp_path}/pwned) ##[fg=red] #{{pid}} 100%H", ("#1 Мост: a",)))
        client.expect_exact(f"#(touch {tmp_path}/pwned) ##[fg=red] #{{pid}} 100%H | #1 Мост: a")
        assert not (tmp_path / "pwned").exists()
    finally:
        subprocess.run(["tmux", "kill-server"], check=False)
        client.close(force=True)


@pytest.mark.parametrize(
    ("kind", "in_tmux", "code"),
    [
        ("none", False, ""),
        ("bell", True, "\a"),
        ("osc9", False, "\x1b]9;a;b\x1b\\"),
        ("osc777", False, "\x1b]777;notify;Upheld;a,b\x1b\\"),
        ("osc9", True, "\x1bPtmux;\x1b\x1b]9;a;b\x1b\x1b\\\x1b\\\a"),
    ],
)
def test_a_terminal_gets_its_signal(kind: str, in_tmux: bool, code: str) -> None:
    assert signal_of(kind, Message("a;b", ()), in_tmux=in_tmux) == code


def test_a_notification_with_a_title_names_upheld_once() -> None:
    for title in ("Upheld: 1 late", "Upheld — 1 late"):
        code = signal_of("osc777", Message(title, ()), in_tmux=False)
        assert code == "\x1b]777;notify;Upheld;1 late\x1b\\"
