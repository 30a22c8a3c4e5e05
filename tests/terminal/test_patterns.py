"""Patterns that were worked out once are those that Python would work out again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.msgpack import decode, encode

from tui.terminal.patterns import Patterns, packed, put_at_hand

PYTHON: Any = re
PATTERNS: tuple[tuple[str | bytes, int], ...] = (
    (r"(?P<year>\d{4})-(?P<month>\d\d)|(номер|№)\s*(\w+)", 0),
    (rb"\x1b\[[0-9;?]*[A-Za-z]", 0),
    (r"a.b  # with a word\n | [^\W\d_]+(?=x)(?<!y)", re.VERBOSE | re.DOTALL),
    (r"(?i)straße|ПОЧТА", re.MULTILINE),
    (r"", 0),
)
TEXTS = ("2026-11 номер A12", "почта STRASSE", "axb wx", "")


@pytest.fixture(autouse=True)
def _python_remembers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(re, "_cache", {})
    monkeypatch.setattr(re, "_cache2", {}, raising=False)


def compiled(pattern: str | bytes, flags: int) -> re.Pattern[Any]:
    made: re.Pattern[Any] = PYTHON._compiler.compile(pattern, flags)
    return made


def remembered(folder: Path) -> Patterns:
    patterns = Patterns(str(folder), "1")
    re.compile("of a module [0-9]")
    patterns.remember()
    return patterns


def test_what_was_kept_is_what_python_works_out(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [compiled(*pattern) for pattern in PATTERNS]
    assert put_at_hand(packed(frozenset(PATTERNS))) == frozenset(PATTERNS)

    monkeypatch.setattr(PYTHON._compiler, "compile", None)  # no need for it
    found = [re.compile(pattern, flags) for pattern, flags in PATTERNS]
    assert found == expected  # their steps, too
    assert [(one.flags, one.groups, one.groupindex) for one in found] == [
        (one.flags, one.groups, one.groupindex) for one in expected
    ]
    assert found[0].sub(r"<\g<month>\4>", "2026-11 номер A12") == "<11> <A12>"
    assert (match := found[0].match("2026-11")) is not None
    assert match.lastgroup == "month"


@given(st.from_regex(r"([a-dа-г]|\\d|\\W|\.|\[\^x-z]|\(\?:b\)|\(c\)|[ab]\*|c\{1,3\}|\|)*\Z"))
def test_any_pattern_comes_back(pattern: str) -> None:
    try:
        expected = compiled(pattern, 0)
    except re.error:
        return
    PYTHON._cache.clear()
    put_at_hand(packed(frozenset({(pattern, 0)})))
    assert PYTHON._cache[str, pattern, 0] == expected


def test_what_modules_compiled_is_at_hand_the_next_time(tmp_path: Path) -> None:
    first = Patterns(str(tmp_path), "1")
    re.compile("of a module [0-9]")
    first.remember()
    re.compile("what somebody sought")
    first.keep()
    PYTHON._cache.clear()

    again = Patterns(str(tmp_path), "1")
    assert (str, "of a module [0-9]", 0) in PYTHON._cache
    assert (str, "what somebody sought", 0) not in PYTHON._cache
    (kept,) = tmp_path.iterdir()
    stamp = kept.stat().st_ino
    again.remember()
    again.keep()  # the same: not written anew
    assert kept.stat().st_ino == stamp
    re.compile("of another module")
    again.remember()
    again.keep()
    assert kept.stat().st_ino != stamp


def test_of_a_damaged_file_or_another_python_nothing_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered(tmp_path).keep()
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    head, _, _ = whole.partition(b"\n")
    at = whole.index(b"of a module [0-9]")
    bits = (whole[:n] + bytes([whole[n] ^ 1]) + whole[n + 1 :] for n in range(at, at + 90))
    for damaged in (whole[:-3], head + b"\n", whole[:40], *bits):
        PYTHON._cache.clear()
        kept.write_bytes(damaged)
        Patterns(str(tmp_path), "1")
        assert not PYTHON._cache, damaged
    kept.write_bytes(whole)
    monkeypatch.setattr("sys.version", "4.0 of another day")
    PYTHON._cache.clear()
    Patterns(str(tmp_path), "1")
    assert not PYTHON._cache


def test_steps_that_the_engine_cannot_take_are_refused() -> None:
    (one,) = decode(packed(frozenset({("a+b", 0)}))[4:])
    one[3] = (999).to_bytes(4, "little") * 8
    content = encode([one])
    with pytest.raises(RuntimeError):
        put_at_hand(crc32(content).to_bytes(4) + content)


def test_a_python_with_other_names_works_them_out_as_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    patterns = remembered(tmp_path)
    with monkeypatch.context() as other:
        other.delattr(PYTHON._compiler, "_code")
        patterns.keep()
    assert not [*tmp_path.iterdir()]
    patterns.keep()
    PYTHON._cache.clear()
    for name in ("_compiler", "_cache"):
        with monkeypatch.context() as other:
            other.delattr(re, name)
            Patterns(str(tmp_path), "1").remember()
        assert not PYTHON._cache
