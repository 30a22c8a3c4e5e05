"""Columns stay aligned whatever letters stand in them."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cli.out import Out, fitted, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [("abc", 3), ("обращение", 9), ("й", 1), ("и\u0306", 1), ("漢字", 4), ("", 0), ("a\u200bb", 2)],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text(), st.integers(min_value=2, max_value=40))
def test_fitted_has_exactly_the_columns(text: str, columns: int) -> None:
    assert width(fitted(text, columns)) == columns


def test_a_table_is_aligned(capsys: pytest.CaptureFixture[str]) -> None:
    Out().table([("a", "漢字", "x"), ("bbb", "слово", "y")], give=(1,))
    lines = capsys.readouterr().out.splitlines()
    assert [width(line[: line.index(mark)]) for line, mark in zip(lines, "xy", strict=True)] == [
        12,
        12,
    ]


def test_an_empty_table_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Out().table([], give=(0,))
    assert capsys.readouterr().out == ""


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_table_fits_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = _Screen()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", "40")
    Out().table([("#1", "слово " * 20, "x" * 30), ("#2", "a", "b")], give=(1, 2))
    first, second = screen.getvalue().splitlines()
    assert width(first) == 40
    assert first.count("…") == 2
    assert second.startswith("#2  a")
