"""The rules on the screen: found, read whole, and a faulty file of one's own said in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from frames import frame
from making import MakeApp
from piloting import open_page, press, resize, under_cursor, until, where, write

from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.screens.ladder.rules import RulesScreen
from tui.settings.config import Config, Settings
from tui.store.memory import Memory
from tui.store.opening import memory_store
from tui.widgets.rows import Rows
from tui.widgets.spans import plain
from tui.wording.wording import Wording

SIZE = (80, 24)
OWN = """
[rule."my.parcel"]
title.en = "A parcel locker gives the money back"
owner = "theirs"
period = "5wd"
starts_on = "demand"
certainty = "own"
"""


@pytest.fixture
def rules_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    return folder


@pytest.fixture
def own_desk(rules_folder: Path, clock: FixedClock) -> Desk:
    """A desk whose person may have rules of their own."""
    file = rules_folder.parent / "config.toml"
    settings = Settings(file, Config(language="en", country="RU"))
    return Desk(memory_store(Memory(), at=clock.now), clock, settings)


def _listed(app_screen: object) -> list[str]:
    assert isinstance(app_screen, RulesScreen)
    rows = app_screen.query_one(Rows)._rows
    return ["\n".join(map(plain, row.lines)) for row in rows]


async def test_every_rule_stands_below_its_jurisdiction_then_facts_and_playbooks(
    sample: Desk, app_of: MakeApp
) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "rules")
        listed = _listed(pilot.app.screen)
        places = [listed.index(f" {name}") for name in ("Russia", "United Kingdom", "Vendors")]
        places += [listed.index(" Facts"), listed.index(" Playbooks")]
        assert places == sorted(places)
        rows = pilot.app.screen.query_one(Rows)._rows
        shown = [row.key for row in rows if row.key]
        book = sample.lawbook()
        assert shown == list(dict.fromkeys(book.ids))
        refund = next(text for text in listed if "ru.zpp.22 " in text)
        assert all(word in refund for word in ("Refund for", "10 calendar days", "theirs", " A"))


async def test_a_rule_that_is_off_says_so_in_words(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "rules")
        said = [text for text in _listed(pilot.app.screen) if "unverified, off" in text]
        book = sample.lawbook()
        off = {one.id for one in (*book.rules, *book.meters) if not one.is_on}
        assert len(said) == len(off) > 5


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("typed", ["zpp.22", "возврат ненадлежащего", "REFUND defective"])
async def test_the_filter_finds_ids_and_titles_of_both_languages(
    sample: Desk, app_of: MakeApp, language: str, typed: str
) -> None:
    async with app_of(sample, language).run_test(size=SIZE) as pilot:
        await open_page(pilot, "rules")
        await press(pilot, "slash")
        await write(pilot, typed)
        assert "ru.zpp.22 " in under_cursor(pilot)
        assert "uk.ofcom" not in frame(pilot.app)
        await press(pilot, "enter", "enter")
        await until(pilot, lambda: where(pilot) == "rule")
        assert "ru.zpp.22:" in frame(pilot.app)


async def test_escape_takes_the_filter_away_then_leaves(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "rules")
        await press(pilot, "slash")
        await write(pilot, "nothing-like-this")
        assert "No rule has “nothing-like-this”. Esc shows all." in frame(pilot.app)
        await press(pilot, "escape")
        assert "ru.59fz.answer" in frame(pilot.app)
        await press(pilot, "escape")
        assert where(pilot) == "board"


async def test_a_changed_rule_is_listed_once_as_it_holds_today_and_read_with_its_past(
    sample: Desk, app_of: MakeApp
) -> None:
    async with app_of(sample).run_test(size=(100, 70)) as pilot:
        await open_page(pilot, "rules")
        listed = [text for text in _listed(pilot.app.screen) if "uk.ofcom " in text]
        assert len(listed) == 1
        assert "6 weeks" in listed[0]
        await press(pilot, "slash", *"uk.ofcom", "enter", "enter")
        await until(pilot, lambda: where(pilot) == "rule")
        shown = frame(pilot.app)
        for told in ("8 weeks", "6 weeks", "In force until 7 April 2026", "https://", "Example: "):
            assert told in shown
        await press(pilot, "escape")
        assert where(pilot) == "rules"
        assert "uk.ofcom " in under_cursor(pilot)


@pytest.mark.parametrize("some_id", ["ru.gk.193", "general", "ru.zpp.23.1.refund"])
async def test_facts_playbooks_and_unverified_rules_have_a_page(
    sample: Desk, app_of: MakeApp, some_id: str
) -> None:
    async with app_of(sample).run_test(size=(80, 40)) as pilot:
        await open_page(pilot, "rule", rule_id=some_id)
        assert f"{some_id}: " in frame(pilot.app)


async def test_a_faulty_file_of_ones_own_is_said_in_a_sentence(
    own_desk: Desk, rules_folder: Path, app_of: MakeApp
) -> None:
    (rules_folder / "my.toml").write_text("[rule.")
    async with app_of(own_desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "rules")
        assert "my.toml" in frame(pilot.app)
        await press(pilot, "j", "enter", "slash", "x", "enter", "escape")
        assert "my.toml" in frame(pilot.app)
        await press(pilot, "escape")
        await open_page(pilot, "rule", rule_id="ru.zpp.22")
        assert "my.toml" in frame(pilot.app)


async def test_a_rule_of_ones_own_stands_at_the_end_of_the_rules(
    own_desk: Desk, rules_folder: Path, app_of: MakeApp
) -> None:
    (rules_folder / "my.toml").write_text(OWN)
    async with app_of(own_desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "rules")
        listed = _listed(pilot.app.screen)
        assert "my.parcel" in listed[listed.index(" Your own") + 1]
        await press(pilot, "slash", *"parcel", "enter", "enter")
        await until(pilot, lambda: where(pilot) == "rule")
        assert "my.toml" in frame(pilot.app)


async def test_one_line_a_rule_where_there_is_room_and_nothing_cut_where_there_is_not(
    sample: Desk, app_of: MakeApp
) -> None:
    async with app_of(sample).run_test(size=(140, 45)) as pilot:
        await open_page(pilot, "rules")
        wide = [text for text in _listed(pilot.app.screen) if "ru." in text]
        assert all("\n" not in text for text in wide)
        assert len({text.index("  A state") for text in wide[:1]}) == 1
        for size in (SIZE, (40, 20), (20, 5)):
            await resize(pilot, *size)
            rows = pilot.app.screen.query_one(Rows)
            lines = [plain(line) for row in rows._rows for line in row.lines]
            assert max(map(len, lines)) <= rows.room


@pytest.mark.parametrize("key", ["R", "К"])
async def test_the_rules_are_one_key_from_a_working(
    sample: Desk, app_of: MakeApp, key: str
) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "working", case_id=21)
        await press(pilot, key)
        await until(pilot, lambda: where(pilot) == "rules")
        await press(pilot, "escape")
        assert where(pilot) == "working"


@pytest.mark.parametrize(("language", "typed"), [("en", "sources"), ("ru", "rules")])
async def test_the_palette_finds_the_rules(
    sample: Desk, app_of: MakeApp, language: str, typed: str
) -> None:
    async with app_of(sample, language).run_test(size=SIZE) as pilot:
        await open_page(pilot, "working", case_id=21)
        await press(pilot, "colon", *typed, "enter")
        await until(pilot, lambda: where(pilot) == "rules")
        assert Wording(language).t("Rules") in frame(pilot.app)
