"""Whatever stands in a field, nothing acts on the terminal, and text is shown as written."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_ran import Upheld

ACTS = "\x1b]52;c;aGk=\x07\x1b[2J\x1b]0;title\x1b\\\x9b31m\r\x08\x00\x7f\u202e\u2028"
LOOKS = "[EXT] Re: [/] [@click=app.quit] /path[0] :smile: {company} %s"
FORBIDDEN = {
    *map(chr, range(0x20)), "\x7f", *map(chr, range(0x80, 0xA0)), "\u2028", "\u2029", "\u202e",
} - {"\n"}  # fmt: skip
VERBS = (
    ("list",),
    ("show", "1"),
    ("today",),
    ("next", "1"),
    ("ladder", "1"),
    ("advise", "1"),
    ("check", "1"),
    ("letter", "1"),
    ("letter", "1", "--channel", "phone"),
    ("letter", "1", "--channel", "email"),
    ("companies",),
    ("companies", "show", f"Evil {ACTS}"),
    ("record", "1", "note", "--text", "x"),
    ("undo",),
)


def _case() -> dict[str, Any]:
    text = f"{LOOKS}\t{ACTS}"
    return {
        "company": f"Evil {ACTS}",
        "subject": f"Subject {text}",
        "problem": "refund",
        "details": f"Details {text}\nsecond line {text}",
        "done_already": text,
        "expected_result": text,
        "introduction": text,
        "identifiers": [{"kind": text, "value": text}],
        "references": [{"number": text, "channel": "email", "url": text}],
        "tags": [text],
        "timeline": [
            {
                "id": 1,
                "at": "2026-11-02T12:00:00+00:00",
                "kind": "sent",
                "to": text,
                "agent": text,
                "text": text,
                "step": "request",
                "promise": "2026-11-06",
                "starts": [
                    {
                        "owner": "theirs",
                        "kind": "promise",
                        "due": "2026-11-06",
                        "late_after": "2026-11-06",
                        "rule": text,
                        "working": {
                            "start": "2026-11-02",
                            "period": "3wd",
                            "counted": 3,
                            "raw_end": "2026-11-06",
                            "due": "2026-11-06",
                            "skipped": [{"date": "2026-11-04", "why": text}],
                            "calendar": text,
                            "source": text,
                            "certainty": text,
                        },
                    }
                ],
            }
        ],
    }


def _harmless(text: str) -> None:
    assert not FORBIDDEN & set(text), sorted(FORBIDDEN & set(text))


@pytest.fixture
def evil(upheld: Upheld) -> Upheld:
    ran = upheld("add", "--json-file", "-", stdin=json.dumps(_case()))
    assert ran.status == 0, ran.err
    _harmless(ran.out + ran.err)
    point = ("companies", "point", f"Evil {ACTS}".replace("\x00", "\x00"), "email", f"a@b {ACTS}")
    _harmless(upheld(*point, "--note", ACTS).out)
    return upheld


def test_nothing_printed_acts_on_the_terminal(evil: Upheld) -> None:
    for words in VERBS:
        ran = evil(*words)
        assert ran.out, words
        _harmless(ran.out + ran.err)


def test_errors_are_harmless_too(evil: Upheld) -> None:
    for words in (("companies", "show", ACTS), ("list", f"is:{ACTS}"), ("show", ACTS), (ACTS,)):
        ran = evil(*words)
        assert ran.status in (1, 2)
        assert ran.err.count("\n") == 1
        _harmless(ran.err)


def test_json_is_plain_ascii_and_keeps_the_original(evil: Upheld) -> None:
    for words in (("list",), ("show", "1"), ("today",), ("letter", "1"), ("companies",)):
        out = evil(*words, "--json").out
        assert out.isascii()
        _harmless(out)
    assert evil("show", "1", "--json").json["company"] == f"Evil {ACTS}"
    assert evil("list", "--json").json[0]["subject"] == _case()["subject"]


def test_text_that_looks_like_markup_is_shown_as_written(evil: Upheld) -> None:
    for words in (("list",), ("show", "1"), ("letter", "1")):
        assert LOOKS in evil(*words).out


def test_on_a_terminal_as_in_a_pipe(evil: Upheld, home: Path) -> None:
    controller, terminal = pty.openpty()
    code = "import sys; from tui.cli.start import main; sys.exit(main())"
    with subprocess.Popen(
        [sys.executable, "-c", code, "show", "1"], stdout=terminal, stderr=terminal
    ) as process:
        os.close(terminal)
        seen = b""
        try:
            while block := os.read(controller, 65536):
                seen += block
        except OSError:  # the terminal is closed
            pass
        assert process.wait() == 0
    os.close(controller)
    _harmless(seen.decode().replace("\r\n", "\n"))
