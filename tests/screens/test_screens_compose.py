"""Composing: findings with a key, spelling, pastes that are too large, texts that are offered."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from frames import frame
from lettering import CARD, a_case_with_an_error, a_sound_case
from making import MakeApp
from piloting import notice, open_page, press, resize, settled, until, where, write
from textual.pilot import Pilot

from tui.cases.words import EventKind, Part
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.screens.letter.compose import ComposeScreen
from tui.widgets.field import TextBox
from tui.wording.wording import Wording

SIZE = (80, 24)
NOTHING = "Nothing that a key can mend"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.letter.compose_page.PREVIEW_AFTER", 0.001)


def _box(pilot: Pilot[None]) -> TextBox:
    """The field that has the focus."""
    box = pilot.app.screen.focused
    assert isinstance(box, TextBox)
    return box


def _shown(pilot: Pilot[None]) -> list[str]:
    """The ids of the findings that the screen knows."""
    assert isinstance(pilot.app.screen, ComposeScreen)
    return [finding.id for finding in pilot.app.screen._made.findings]


def _refused(desk: Desk) -> None:
    """A case on which the next letter asks for the reasons."""
    a_sound_case(desk)
    desk.record(1, Happening(EventKind.SENT, {"channel": "email"}))
    desk.record(1, Happening(EventKind.REFUSED, {"text": "no"}))


async def test_a_key_goes_through_the_findings_and_selects_the_place(
    desk: Desk, app_of: MakeApp
) -> None:
    a_case_with_an_error(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        await press(pilot, "ctrl+n")
        assert notice(pilot).startswith("L11 This is the number of a card")
        assert notice(pilot).endswith("^k mends it.")
        assert _box(pilot).selected_text == CARD
        seen = {"L11": "p-problem"}
        for _ in range(len(_shown(pilot)) - 1):
            await press(pilot, "ctrl+n")
            seen[notice(pilot).split()[0]] = _box(pilot).id or ""
        assert set(seen) == set(_shown(pilot)), "each once, wherever it stands"
        await press(pilot, "ctrl+n")
        assert notice(pilot).startswith("L11"), "and from the last to the first"


async def test_a_key_mends_a_card_number_and_another_takes_it_back(
    desk: Desk, app_of: MakeApp
) -> None:
    before = a_case_with_an_error(desk).details
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        await press(pilot, "ctrl+n", "ctrl+k")
        assert _box(pilot).text == before.replace(CARD, "*1111")
        assert notice(pilot) == "Mended. ^z takes it back."
        await until(pilot, lambda: "L11" not in frame(pilot.app))
        await press(pilot, "ctrl+k")
        assert notice(pilot).startswith(NOTHING)
        await press(pilot, "ctrl+z")
        assert _box(pilot).text == before
        await until(pilot, lambda: "L11" in frame(pilot.app))
        await press(pilot, "ctrl+k", "ctrl+s")
        assert desk.case(1).details == before.replace(CARD, "*1111")


async def test_what_stands_beside_own_words_is_not_mended_in_them(
    desk: Desk, app_of: MakeApp, tmp_path: Path
) -> None:
    """The names of files are listed by themselves: taken into the field, they stood there twice."""
    a_sound_case(desk)
    (tmp_path / f"card {CARD} front.txt").write_text("12 490")
    desk.record(1, Happening(EventKind.EVIDENCE, {}, (tmp_path / f"card {CARD} front.txt",)))
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        await press(pilot, "ctrl+n")
        assert notice(pilot).startswith("L11")
        assert _box(pilot).id == "p-enclosures"
        await press(pilot, "ctrl+k")
        assert _box(pilot).text == ""
        assert notice(pilot).startswith(NOTHING)


@pytest.fixture
def _dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("hunspell")
    known = "товар\nпросто\nне\nпришёл\nя\nжду\nего\n"
    (tmp_path / "ru_RU.aff").write_text("SET UTF-8\nTRY оаеинт\n", "utf-8")
    (tmp_path / "ru_RU.dic").write_text(f"7\n{known}", "utf-8")
    monkeypatch.setenv("DICPATH", str(tmp_path))


@pytest.mark.usefixtures("_dictionary")
async def test_a_word_that_no_dictionary_knows_is_shown_and_mended(
    desk: Desk, app_of: MakeApp
) -> None:
    a_sound_case(desk, language="ru", expected_result="", details="Я жду. Тавар не пришёл.")
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        for _ in range(len(_shown(pilot))):
            await press(pilot, "ctrl+n")
            if notice(pilot).startswith("SP "):
                break
        assert "“Тавар”" in notice(pilot)
        assert _box(pilot).selected_text == "Тавар"
        await press(pilot, "ctrl+k")
        assert _box(pilot).text.casefold() == "я жду. товар не пришёл."
        await until(pilot, lambda: "SP" not in _shown(pilot))


@pytest.mark.usefixtures("_dictionary")
async def test_a_word_like_no_other_is_left_to_the_person(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk, language="ru", expected_result="", details="Я жду йцукенщзх.")
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        while not notice(pilot).startswith("SP "):
            await press(pilot, "ctrl+n")
        await press(pilot, "ctrl+k")
        assert notice(pilot).startswith(NOTHING)
        assert _box(pilot).text == "Я жду йцукенщзх."


async def test_a_megabyte_is_no_letter_and_becomes_evidence(desk: Desk, app_of: MakeApp) -> None:
    before = a_sound_case(desk).details
    log = "2026-11-22 10:30:00 error 500\n" * 35_000
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        assert _box(pilot).text == before
        await write(pilot, log)
        await until(pilot, lambda: notice(pilot).endswith("F2 keeps it as evidence."))
        assert _box(pilot).text == before
        await press(pilot, "f2")
        await until(pilot, lambda: desk.case(1).evidence)
        (kept,) = desk.case(1).evidence
        assert notice(pilot) == "Kept as enclosure 1."
        assert kept.size == len(log)
        assert kept.sha256 == hashlib.sha256(log.encode()).hexdigest()
        assert desk.evidence_file(1, 1).read_text() == log
        assert "6 enclosures+" in await settled(pilot), "it stands in the letter"
        assert (where(pilot), _box(pilot).text) == ("compose", before)
        await press(pilot, "f2")
        assert where(pilot) == "evidence", "nothing is left to keep: here are all of them"


async def test_the_text_that_was_written_is_taken_to_be_changed(
    desk: Desk, app_of: MakeApp
) -> None:
    _refused(desk)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1, step="reasons")
        while _box(pilot).id != "p-greeting":
            await press(pilot, "shift+tab")
        await press(pilot, "ctrl+o")
        taken = _box(pilot).text
        assert taken == desk.compose(1, "reasons").letter.parts[Part.GREETING]
        await press(pilot, "space", "W", "e", "l", "l", "full_stop", "ctrl+s")
    assert desk.compose(1, "reasons").letter.parts[Part.GREETING] == f"{taken} Well."


@pytest.mark.parametrize("part", ["problem", "done", "result", "enclosures"])
async def test_what_is_added_by_itself_is_not_taken_into_the_field(
    desk: Desk, app_of: MakeApp, tmp_path: Path, part: str
) -> None:
    """It would stand in the letter twice."""
    a_sound_case(desk, subject="Refund for order 4821-77", details="", expected_result="")
    (tmp_path / "receipt.txt").write_text("12 490")
    desk.record(1, Happening(EventKind.EVIDENCE, {}, (tmp_path / "receipt.txt",)))
    before = desk.compose(1).letter.parts
    assert bool(before[Part(part)]) == (part != "done")
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        while _box(pilot).id != f"p-{part}":
            await press(pilot, "tab")
        await press(pilot, "ctrl+o")
        assert notice(pilot).startswith("Here only your own words go")
        await press(pilot, "ctrl+s")
    assert desk.compose(1).letter.parts == before


async def test_a_changed_text_is_offered_and_own_words_come_back(
    desk: Desk, app_of: MakeApp
) -> None:
    _refused(desk)
    desk.save_letter(1, "reasons", {Part.PROBLEM: "My own words."})
    desk.edit(1, {"details": "It leaks, and it is hot."})
    offered = desk.compose(1, "reasons").offered[Part.PROBLEM]
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1, step="reasons")
        assert "The case has changed since you wrote this" in frame(pilot.app)
        await press(pilot, "ctrl+o")
        assert _box(pilot).text == offered
        assert notice(pilot).startswith("So it would read now.")
        assert "It leaks, and it is hot." in await settled(pilot)
        await press(pilot, "ctrl+o")
        assert (_box(pilot).text, notice(pilot)) == ("My own words.", "Your own words stay.")
        await until(pilot, lambda: not desk.compose(1, "reasons").offered)
        assert "The case has changed" not in await settled(pilot), "it is not asked again"
        await press(pilot, "ctrl+s")
    assert desk.compose(1, "reasons").letter.parts[Part.PROBLEM] == "My own words."


async def test_an_offer_is_taken_by_saving_it(desk: Desk, app_of: MakeApp) -> None:
    _refused(desk)
    desk.save_letter(1, "reasons", {Part.PROBLEM: "My own words."})
    desk.edit(1, {"details": "It leaks, and it is hot."})
    offered = desk.compose(1, "reasons").offered[Part.PROBLEM]
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1, step="reasons")
        await press(pilot, "ctrl+o", "ctrl+s")
        await until(pilot, lambda: where(pilot) != "compose")
    made = desk.compose(1, "reasons")
    assert (made.own[Part.PROBLEM], made.offered) == (offered, {})


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_the_part_that_is_open_is_named_on_any_width(
    desk: Desk, app_of: MakeApp, language: str
) -> None:
    a_sound_case(desk)
    words = Wording(language)
    async with app_of(desk, language).run_test(size=(40, 12)) as pilot:
        await open_page(pilot, "compose", case_id=1)
        seen = set()
        for _ in Part:
            part = Part((_box(pilot).id or "").removeprefix("p-"))
            seen.add(part)
            assert words.term(part) in frame(pilot.app).splitlines()[1]
            await press(pilot, "tab")
        assert seen == set(Part)
        await resize(pilot, 80, 24)
        assert words.term(Part.SUBJECT) in frame(pilot.app).splitlines()[1]
