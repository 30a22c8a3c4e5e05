"""Stylesheets are parsed once for the same variables, and anew as soon as anything is another."""

from __future__ import annotations

import pytest
from textual.css.errors import StylesheetError, UnresolvedVariableError
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from tui.terminal import sheets
from tui.terminal.sheets import Sheets

RED, BLUE = {"tone": "red"}, {"tone": "blue"}
SHEET = "Label { color: $tone; }"


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were parsed, one after the other."""
    seen: list[str] = []
    stock = Stylesheet._parse_rules

    def counted(self: Stylesheet, css: str, *given: object, **named: object) -> object:
        seen.append(css)
        return stock(self, css, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Stylesheet, "_parse_rules", counted)
    return seen


def made() -> Sheets:
    made = sheets.Sheets(variables=RED)
    made.add_source(SHEET, read_from=("a", ""))
    made.parse()
    return made


def colours(rules: list[RuleSet]) -> list[str]:
    return [rule.css.split("color:")[1].strip(" ;}\n") for rule in rules]


def test_the_same_again_is_not_parsed_again(parsed: list[str]) -> None:
    sheet = made()
    for _ in range(3):
        sheet.set_variables(dict(RED))
        sheet.reparse()
    assert parsed == [SHEET]


def test_another_variable_counts_everywhere(parsed: list[str]) -> None:
    sheet = made()
    before = colours(sheet.rules)
    sheet.set_variables(BLUE)
    sheet.reparse()
    assert colours(sheet.rules) != before
    assert parsed == [SHEET, SHEET]


def test_another_text_counts(parsed: list[str]) -> None:
    sheet = made()
    sheet.add_source("Input { color: $tone; }", read_from=("b", ""))
    sheet.reparse()
    assert len(sheet.rules) == 2


def test_after_a_fault_the_last_good_rules_count_on() -> None:
    sheet = made()
    before = colours(sheet.rules)
    sheet.add_source("Input { color: $none; }", read_from=("b", ""))
    with pytest.raises((StylesheetError, UnresolvedVariableError)):
        sheet.reparse()
    assert colours(sheet._rules) == before
