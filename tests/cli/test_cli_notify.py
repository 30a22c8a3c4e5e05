"""`upheld notify` as cron runs it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cli_ran import Upheld

from tui.cli import session

TODAY = datetime.now().astimezone().date()


def days(count: int) -> str:
    return (TODAY + timedelta(days=count)).isoformat()


@pytest.fixture
def late(refund: Upheld) -> Upheld:
    """Case 1 was to be answered two days ago."""
    words = ("record", "1", "sent", "--channel", "email", "--at", days(-9), "--due", days(-2))
    refund(*words, on="")
    return refund


def configured(home: Path, text: str) -> None:
    file = home / "config" / "upheld" / "config.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def test_it_says_each_once_and_then_nothing(late: Upheld) -> None:
    dry = late("notify", "--dry-run", on="")
    ran = late("notify", on="")
    assert (dry.status, ran.status) == (0, 0)
    assert dry.out == ran.out
    assert ran.out.startswith("#1 Severmart: Refund for a broken kettle\n   ! They did not answer")
    assert "\a" not in ran.out  # no terminal looks on
    again = late("notify", on="")
    assert (again.status, again.out, again.err) == (0, "", "")


def test_json_tells_it_whole(late: Upheld) -> None:
    dry = late("notify", "--dry-run", "--json", on=days(0)).json
    (news,) = dry["news"]  # a step that opens by what I have just recorded is no news
    assert (news["id"], news["sort"], news["since"]) == (1, "late", days(-1))
    assert dry["ways"]["terminal"]["came"] is None
    done = late("notify", "--json", on="").json
    assert done["ways"]["terminal"]["came"] == "told"
    assert done["news"] == dry["news"]
    assert late("notify", "--json", on="").json["news"] == []


def test_another_day_is_only_looked_at(late: Upheld) -> None:
    ran = late("notify", on=days(9))
    assert (ran.status, ran.out) == (2, "")
    assert "--dry-run" in ran.err
    assert late("notify", "--dry-run", on=days(9)).out


def test_a_way_that_fails_is_said_and_tried_again(late: Upheld, home: Path) -> None:
    configured(home, '[notify]\nways = ["terminal", "command"]\ncommand = ["false"]\n')
    ran = late("notify", on="")
    assert ran.status == 1
    assert ran.out
    assert "false did not take the reminder" in ran.err
    configured(home, f'[notify]\nways = ["command"]\ncommand = ["tee", "{home}/told"]\n')
    assert late("notify", on="").status == 0
    assert "They did not answer" in (home / "told").read_text()


def test_a_way_that_has_no_program_is_said(
    late: Upheld, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(home))
    ran = late("notify", "--by", "tmux", "--by", "desktop", "--json", on="")
    assert ran.status == 1
    assert {one["came"] for one in ran.json["ways"].values()} == {"failed"}
    assert "notify-send is not installed here: nobody is told by desktop." in ran.err
    assert late("config", "--check", on="").out == ""
    configured(home, '[notify]\nways = ["desktop", "command"]\n')
    checked = late("config", "--check", on="")
    assert (checked.status, len(checked.out.splitlines())) == (1, 2)
    assert "line 2: notify.ways names desktop, but notify-send is not installed" in checked.out
    assert "notify.ways names desktop" in late("doctor", on="").out


def test_where_nobody_looks_now_it_is_told_later(
    late: Upheld, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmux = home / "tmux"
    tmux.write_text("#!/bin/sh\nexit 1\n")  # no server runs
    tmux.chmod(0o700)
    monkeypatch.setenv("PATH", f"{home}:/bin:/usr/bin")
    asked = late("notify", "--by", "tmux", on="")
    assert (asked.status, asked.err) == (1, "No window of tmux is open: nobody was told there.\n")
    configured(home, '[notify]\nways = ["tmux"]\n')
    assert (late("notify", on="").status, late("notify", on="").err) == (0, "")
    assert late("notify", "--dry-run", on="").out


def test_quiet_hours_are_said_where_one_looks(late: Upheld, home: Path) -> None:
    now = datetime.now().astimezone()
    hours = f"{now - timedelta(minutes=2):%H:%M}-{now + timedelta(hours=1):%H:%M}"
    configured(home, f'[notify]\nquiet = "{hours}"\n')
    ran = late("notify", on="")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    dry = late("notify", "--dry-run", on="")
    assert dry.out
    assert "It is quiet until" in dry.err


def test_what_is_wrong_in_its_settings_has_its_line(late: Upheld, home: Path) -> None:
    configured(home, '[notify]\nways = ["pigeon"]\nquiet = "late"\n')
    ran = late("notify", on="")
    assert ran.out  # the defaults hold
    assert "line 2: “notify.ways” takes terminal, mail, desktop, tmux, command" in ran.err
    assert "line 3: “notify.quiet” takes hours such as 22:00-08:00" in ran.err
    assert '# ways = ["terminal"]' in late("config", on="").out


def test_while_somebody_writes_nothing_is_told_and_nothing_lost(
    late: Upheld, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session, "UNATTENDED", 0.01)
    (book,) = home.rglob("book.db")
    with closing(sqlite3.connect(book, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ran = late("notify", on="", fails=True)
        assert (ran.status, ran.out, ran.err.count("\n")) == (75, "", 1)
    assert late("notify", on="").out


def test_cron_and_systemd_are_told_the_whole_path(
    late: Upheld, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = home / "my bin" / "upheld"
    program.parent.mkdir()
    program.touch()
    monkeypatch.setattr("sys.argv", [str(program)])
    assert late("notify", "--cron", on="").out == f"*/15 * * * *  '{program}' notify\n"
    configured(home, '[mail]\nprovider = "gmail"\n')
    lines = late("--lang", "ru", "--data", f"{home}/50%", "notify", "--cron", on="").out
    start = rf"'{program}' --data {home}/50\% --lang ru"
    assert lines.splitlines()[1:] == [
        f"*/10 * * * *  {start} mail fetch >/dev/null",
        f"*/5 * * * *  {start} mail send --queue",
    ]
    ran = late("notify", "--units", f"{home}/user", on="")
    assert "enable --now upheld-notify.timer upheld-fetch.timer upheld-send.timer" in ran.out
    assert "journalctl --user -u upheld-notify" in ran.err
    service = (home / "user" / "upheld-send.service").read_text()
    assert f'ExecStart="{program}" mail send --queue\n' in service
    assert late("notify", "--units", f"{home}/user", on="").status == 2  # they may be changed
