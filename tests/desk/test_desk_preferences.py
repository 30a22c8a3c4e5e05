"""Who I am, kept by the desk in config.toml."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_story import ANNA, NOW, opened
from msgspec.structs import replace

from tui.cases.errors import BadInput
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.settings.config import Settings
from tui.store.opening import memory_store


def _desk(file: Path) -> Desk:
    clock = FixedClock(NOW)
    return Desk(memory_store(at=clock.now), clock, Settings(file))


def test_who_i_am_stands_in_the_next_letter(tmp_path: Path) -> None:
    desk = _desk(tmp_path / "config.toml")
    case = opened(desk)
    assert "Anna" not in desk.letter(case.id).text()
    desk.save_profile(ANNA)
    assert desk.profile == ANNA
    assert "Anna Petrova" in desk.letter(case.id).text()
    assert "anna@example.org" in desk.letter(case.id).text()
    assert _desk(tmp_path / "config.toml").profile == ANNA


def test_the_language_of_the_screens_is_that_of_the_next_case(tmp_path: Path) -> None:
    desk = _desk(tmp_path / "config.toml")
    desk.save_language("ru")
    assert opened(desk).language == "ru"
    assert opened(_desk(tmp_path / "config.toml")).language == "ru"


def test_where_it_cannot_be_kept_one_sentence_says_so(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    desk = _desk(file)
    file.mkdir()
    told: list[int] = []
    desk.changed = lambda: told.append(1)
    with pytest.raises(BadInput, match="cannot be used") as caught:
        desk.save_profile(ANNA)
    assert caught.value.sentence.values["file"] == str(file)
    with pytest.raises(BadInput):
        desk.save_language("ru")
    assert desk.profile.name == ""
    assert not told


def test_what_another_window_says_of_me_is_in_the_next_letter(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    desk = _desk(file)
    desk.save_profile(ANNA)
    case = opened(desk)
    _desk(file).save_profile(replace(ANNA, name="Irina Sokolova"))
    assert "Irina Sokolova" in desk.letter(case.id).text()
    _desk(file).save_profile(ANNA, "office")
    assert "office" in desk.profiles
    file.write_text("[profile", "utf-8")  # somebody is just editing it
    assert "Irina Sokolova" in desk.letter(case.id).text()


@pytest.mark.parametrize(
    ("field", "text", "is_good"),
    [
        ("email", "anna@example", False),
        ("email", "anna.example.org", False),
        ("email", "анна@почта.рф", True),
        ("phone", "12", False),
        ("phone", "12g.org", False),
        ("phone", "2-15-40", True),
    ],
)
def test_at_what_cannot_reach_me_nobody_answers(
    desk: Desk, field: str, text: str, is_good: bool
) -> None:
    mine = replace(ANNA, **{field: text})
    if is_good:
        desk.save_profile(mine)
        assert getattr(desk.profile, field) == text
        return
    with pytest.raises(BadInput, match="no whole") as caught:
        desk.save_profile(mine)
    assert caught.value.sentence.values["name"] == field
