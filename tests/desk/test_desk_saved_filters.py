"""Filters in config.toml, by name and by digit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.cases.errors import BadInput, NotFound
from tui.desk.board.saved_filters import SavedFilter, by_digit, query_named
from tui.desk.desk import Desk
from tui.settings.config import Settings

TOLD = {"late ones": "is:late", "2": "mine", "bank": "company:bank\x1b[2J"}


def test_a_digit_is_its_own_name_and_the_others_take_those_that_are_left() -> None:
    assert by_digit(TOLD) == {
        "1": SavedFilter("late ones", "is:late"),
        "2": SavedFilter("2", "mine"),
        "3": SavedFilter("bank", "company:bank␛[2J"),
    }
    assert len(by_digit({f"f{n}": "x" for n in range(20)})) == 9


@pytest.mark.parametrize(
    ("name", "query"), [("late ones", "is:late"), ("1", "is:late"), ("2", "mine")]
)
def test_a_filter_is_found_by_its_name_or_its_digit(name: str, query: str) -> None:
    assert query_named(TOLD, name) == query


def test_an_unknown_one_is_said_with_those_there_are() -> None:
    with pytest.raises(NotFound) as caught:
        query_named(TOLD, "9")
    assert caught.value.sentence.values["known"] == tuple(TOLD)


def test_it_is_kept_in_the_file_and_all_else_in_it_stays(own_desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('country = "RU" # mine\n\n[filters]\n"late ones" = "is:late" # each morning\n')
    own_desk.keep_filter("4", ' due<7d -company:"a b" ')
    text = file.read_text()
    assert "# mine" in text
    assert "# each morning" in text
    assert Settings(file).config.filters == {"late ones": "is:late", "4": 'due<7d -company:"a b"'}
    with pytest.raises(BadInput):
        own_desk.keep_filter("5", "  ")


def test_a_filter_that_is_no_text_costs_itself_alone(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[filters]\n1 = "is:late"\n2 = 7\n')
    settings = Settings(file)
    assert settings.config.filters == {"1": "is:late"}
    assert [fault.line for fault in settings.faults] == [3]
