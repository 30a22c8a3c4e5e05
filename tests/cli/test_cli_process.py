"""What only a process of its own shows: its imports, its exit status, its pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from cli_ran import Upheld

MAIN = "import sys; from tui.cli.start import main; sys.exit(main())"
HEAVY = (
    "calendar",
    "shlex",
    "dataclasses",  # each costs half a millisecond to define: records are Structs
    "tempfile",
    "difflib",
    "hashlib",
    "textual",
    "rich",
    "holidays",
    "dateutil",
    "snowballstemmer",
    "tui.letters",
    "tui.desk.letters.letter_export",
    "tui.desk.letters.composing",
    "tui.desk.evidence.evidence",
    "tui.desk.cases.exchange",
    "tui.app",
    "tui.screens",
)
PRELOADED = (
    "import sys; from tui.cli.start import main; status = main(); "
    "print(*sorted(sys.modules), file=sys.stderr); sys.exit(status)"
)
OTHER = ("--company", "A", "--subject", "B", "--problem", "other")


def _run(
    *words: str, code: str = MAIN, env: Mapping[str, str] | None = None, stdin: str = ""
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        check=False,
        input=stdin,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, **(env or {})},
    )


def test_zones_are_sought_where_python_would_seek_them(refund: Upheld) -> None:
    """Without reading for it how Python was built; what a person set counts."""
    at = "; import os, zoneinfo; print(zoneinfo.TZPATH, os.environ.get('PYTHONTZPATH'), "
    heavy = "[name for name in sys.modules if name.startswith('_sysconfigdata')])"
    code = MAIN.replace("sys.exit(main())", f"main(){at}{heavy}")
    alone = subprocess.run(
        [sys.executable, "-c", "import zoneinfo; print(zoneinfo.TZPATH)"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    told = _run("list", code=code).stdout.splitlines()[-1]
    assert told == f"{alone.stdout.strip()} None []"
    told = _run("list", code=code, env={"PYTHONTZPATH": "/here:/there"}).stdout.splitlines()[-1]
    assert told == "('/here', '/there') /here:/there []"


@pytest.mark.parametrize(
    "words", [("list",), ("list", "--json"), ("today",), ("today", "--count"), ("next", "1")]
)
def test_quick_verbs_load_nothing_heavy(refund: Upheld, words: tuple[str, ...]) -> None:
    refund("record", "1", "sent", on="2026-11-02")
    ran = _run(*words, code=PRELOADED)
    assert ran.returncode in (0, 1)
    loaded = ran.stderr.split()
    assert "tui.desk.desk" in loaded
    for module in HEAVY:
        assert not [m for m in loaded if m == module or m.startswith(module + ".")], module


def test_help_does_not_open_the_book(home: Path) -> None:
    loaded = _run("--help", code=PRELOADED).stderr.split()
    assert "tui.desk.desk" not in loaded
    assert "tinydb" not in loaded


def test_looking_writes_nothing(home: Path) -> None:
    for words in (("list",), ("today",), ("companies",), ("profile",)):
        assert _run(*words).returncode == 0
    assert list(home.rglob("*.json")) == []
    assert not (home / "data").exists()


def test_exit_statuses(home: Path) -> None:
    assert _run("add", *OTHER).returncode == 0
    assert _run("show", "2").returncode == 1
    assert _run("show", "x").returncode == 2
    (book,) = home.rglob("book.db")
    book.write_text("broken")
    assert _run("list").returncode == 3


def test_without_a_terminal_the_app_says_what_to_use_instead(home: Path) -> None:
    for words in ((), ("demo",)):
        ran = _run(*words, env={"TERM": "xterm"})
        assert ran.returncode == 2
        assert ran.stdout == ""
        assert "upheld today" in ran.stderr
        assert ran.stderr.count("\n") == 1


def test_nobody_reads_on(refund: Upheld, home: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", MAIN, "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 141
    assert said == b""


def test_a_full_disk_behind_the_output_is_said(refund: Upheld, home: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-c", MAIN, "list"],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert ran.returncode == 3
    assert "Traceback" not in ran.stderr
    assert ran.stderr.startswith("The output cannot be written: there is no room left.")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_ends_nothing(refund: Upheld, home: Path, closed: str) -> None:
    """What was changed is changed, and its status says so; the book does not take its place."""
    code = "from tui.cli.start import run; run()"
    for words, status in (("edit 1 urgency=high", 0), ("list", 0), ("show 99", 1)):
        ran = subprocess.run(
            ["sh", "-c", f'exec "$0" -c "$1" {words} {closed}', sys.executable, code],
            check=False,
            capture_output=True,
            text=True,
        )
        assert (ran.returncode, "Traceback" in ran.stderr) == (status, False)
    assert refund("show", "1", "--json").json["urgency"] == "high"
    assert refund("doctor").status == 0


def test_an_output_that_knows_no_cyrillic(refund: Upheld, home: Path) -> None:
    refund("edit", "1", "subject=Чайник")
    ran = _run("list", env={"PYTHONIOENCODING": "ascii"})
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "??????" in ran.stdout


def test_ctrl_c_is_quiet(home: Path) -> None:
    code = (
        "import sys, tui.desk.desk as d\n"
        "from tui.cli.start import main\n"
        "def stop(*_): raise KeyboardInterrupt\n"
        "d.Desk.listed = stop\n"
        "sys.exit(main())"
    )
    ran = _run("list", code=code)
    assert ran.returncode == 130
    assert ran.stderr.strip() == ""


def test_a_fault_of_ours_leaves_a_report_without_data(home: Path) -> None:
    code = (
        "import sys, tui.desk.desk as d\n"
        "from tui.cli.start import main\n"
        "def fail(self, *_):\n"
        "    password = 'hunter2'\n"
        "    raise LookupError(password)\n"
        "d.Desk.listed = fail\n"
        "sys.exit(main())"
    )
    ran = _run("list", code=code)
    assert ran.returncode == 70
    assert ran.stdout == ""
    assert ran.stderr.count("\n") == 1
    (report,) = (home / "state" / "upheld").iterdir()
    assert str(report) in ran.stderr
    assert report.stat().st_mode & 0o777 == 0o600
    assert "LookupError" in report.read_text()
    assert "hunter2" not in report.read_text() + ran.stderr


def test_without_a_home_it_says_what_to_set(tmp_path: Path) -> None:
    code = (
        "import pathlib, sys\n"
        "def lost(): raise RuntimeError('Could not determine home directory.')\n"
        "pathlib.Path.home = lost\n"
        "from tui.cli.start import main\n"
        "sys.exit(main())"
    )
    names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "UPHELD_DATA")
    ran = _run("list", code=code, env=dict.fromkeys(names, ""))
    assert ran.returncode == 2
    assert "HOME" in ran.stderr
