"""The tone of a letter, other kinds of letters, their drafts, and what each size shows of it."""

from __future__ import annotations

import pytest
from frames import frame
from lettering import CARD, a_case_with_an_error, a_sound_case
from making import MakeApp
from piloting import notice, open_page, page, press, settled, under_cursor, until, where, write
from textual.pilot import Pilot

from tui.cases.words import EventKind, Part, Tone
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.wording.wording import Wording

SIZE = (80, 24)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.letter.compose_page.PREVIEW_AFTER", 0.001)


@pytest.fixture
def refused(desk: Desk) -> Desk:
    """They have refused: several kinds of letters would fit."""
    a_sound_case(desk)
    desk.record(1, Happening(EventKind.SENT, {"channel": "email"}))
    desk.record(1, Happening(EventKind.REFUSED, {"text": "no"}))
    return desk


async def _chooses(pilot: Pilot[None], text: str) -> None:
    for _ in range(20):
        if text in under_cursor(pilot):
            return await press(pilot, "enter")
        await press(pilot, "j")
    raise AssertionError(f"no row says {text}\n{frame(pilot.app)}")


async def test_the_tone_changes_the_letter_and_is_kept(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk)
    firm = "Please register my request and tell me its number."
    async with app_of(desk).run_test(size=(80, 40)) as pilot:
        await open_page(pilot, "compose", case_id=1)
        assert firm not in await settled(pilot)
        await press(pilot, "f3")
        assert notice(pilot) == "Tone: firm"
        await until(pilot, lambda: firm in frame(pilot.app))
        assert "#1 Letter: Request, tone: firm" in frame(pilot.app)
        await press(pilot, "escape")
        await until(pilot, lambda: where(pilot) == "board")
        await open_page(pilot, "compose", case_id=1)
        assert firm in await settled(pilot)
        assert desk.compose(1).tone is Tone.FIRM
        assert firm in desk.letter(1).text()
        await press(pilot, "f3")
        assert notice(pilot) == "Tone: formal"
        await press(pilot, "f3")
        await until(pilot, lambda: firm not in frame(pilot.app))
        assert desk.compose(1).tone is Tone.NEUTRAL


async def test_the_tone_is_said_in_russian(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk, language="ru")
    words = Wording("ru")
    async with app_of(desk, "ru").run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        await press(pilot, "f3")
        assert words.term(Tone.FIRM) in notice(pilot)
        assert words.term(Tone.FIRM) != "firm"


async def test_another_tone_keeps_what_is_typed(desk: Desk, app_of: MakeApp) -> None:
    a_sound_case(desk, details="")
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        await write(pilot, "Typed, not saved.")
        await press(pilot, "f3")
        assert "Typed, not saved." in await settled(pilot)
        assert desk.case(1).details == ""
        await press(pilot, "escape")
        assert desk.case(1).details == "Typed, not saved."


async def test_another_kind_of_letter_has_own_words_of_its_own(
    refused: Desk, app_of: MakeApp
) -> None:
    kinds = {kind.id: kind.title["en"] for kind in refused.letter_kinds(1)}
    usual, other = next(iter(kinds)), "appeal"
    async with app_of(refused).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        await write(pilot, "Words of the usual one.")
        await press(pilot, "f4")
        assert where(pilot) == "kinds"
        assert f"{kinds[usual]}  " in under_cursor(pilot)
        assert "the usual one" in under_cursor(pilot)
        assert all(title in frame(pilot.app) for title in list(kinds.values())[:4])
        await _chooses(pilot, kinds[other])
        await until(pilot, lambda: where(pilot) == "compose")
        assert kinds[other] in await settled(pilot)
        assert "Words of the usual one." not in frame(pilot.app)
        await write(pilot, "Words of the other one.")
        await press(pilot, "ctrl+s")
        assert where(pilot) == "board", "one Esc leads back, however many kinds were looked at"
    usual_own = refused.compose(1).own
    other_own = refused.compose(1, template=other).own
    assert usual_own[Part.PROBLEM] == "Words of the usual one."
    assert other_own[Part.PROBLEM] == "Words of the other one."


async def test_esc_among_the_kinds_leads_back_to_the_letter(refused: Desk, app_of: MakeApp) -> None:
    async with app_of(refused).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        before = await settled(pilot)
        await press(pilot, "f4", "escape")
        assert where(pilot) == "compose"
        assert await settled(pilot) == before


async def test_the_chosen_kind_is_the_one_that_is_sent(refused: Desk, app_of: MakeApp) -> None:
    async with app_of(refused).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1, channel="email", template="appeal")
        await press(pilot, "ctrl+l")
        assert where(pilot) == "send"
        await press(pilot, "down", "down", "y")
        wanted = refused.compose(1, template="appeal").letter
        assert wanted.parts[Part.RESULT] in pilot.app.clipboard
        await press(pilot, "escape")
        assert where(pilot) == "compose"


@pytest.mark.parametrize("template", ["", "appeal"])
async def test_a_draft_of_one_kind_comes_back_to_that_kind(
    refused: Desk, app_of: MakeApp, template: str
) -> None:
    async with app_of(refused).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1, template=template)
        await write(pilot, "half a sentence")
        pilot.app.save_now()  # type: ignore[attr-defined]
        pilot.app.exit()
    assert len(refused.drafts.keys()) == 1
    other = "" if template else "appeal"
    async with app_of(refused).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1, template=other)
        assert not notice(pilot)
        await press(pilot, "ctrl+g")
        await until(pilot, lambda: where(pilot) == "board")
        await open_page(pilot, "compose", case_id=1, template=template)
        assert notice(pilot).startswith("Your unsaved text is back.")
        own = page(pilot).own  # type: ignore[attr-defined]
        assert own[Part.PROBLEM] == "half a sentence"


@pytest.mark.parametrize("size", [(80, 24), (140, 45)])
@pytest.mark.parametrize("language", ["en", "ru"])
async def test_field_findings_and_letter_are_all_seen(
    desk: Desk, app_of: MakeApp, size: tuple[int, int], language: str
) -> None:
    a_case_with_an_error(desk)
    async with app_of(desk, language).run_test(size=size) as pilot:
        await open_page(pilot, "compose", case_id=1)
        shown = " ".join((await settled(pilot)).split())
        assert shown.count("On 20 October 2026 I paid for") == 2, "in the field and in the letter"
        assert "! L11" in shown
        assert "* L18" in shown
        for part in Part:
            assert Wording(language).term(part) in shown
        screen = pilot.app.screen
        heights = [screen.query_one(name).size.height for name in ("#fields", "#findings")]
        assert min(*heights, screen.query_one("#preview").size.height) >= 3
        await press(pilot, "ctrl+n")
        assert CARD in frame(pilot.app), "what is to be mended is not covered by what is said of it"
