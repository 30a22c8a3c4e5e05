"""What is wrong in a form is said in a sentence, at its field, and nothing typed is lost."""

from __future__ import annotations

import re

import pytest
from frames import frame
from making import MakeApp
from piloting import notice, open_page, page, press, settled, to_field, until, where, write

from tui.cases.words import Channel, EventKind
from tui.desk.desk import Desk
from tui.wording.wording import Wording

SIZE = (80, 24)
FACTS = {"company": "Severmart", "subject": "Refund, order 4821-77", "problem": "refund"}


@pytest.mark.parametrize(
    ("field", "text"),
    [("amount", "a lot"), ("country", "Narnia"), ("company", "")],
)
async def test_a_bad_fact_is_named_and_its_field_has_the_focus(
    desk: Desk, app_of: MakeApp, field: str, text: str
) -> None:
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await press(pilot, "n")
        page(pilot).form.fill({**FACTS, field: text})  # type: ignore[attr-defined]
        await press(pilot, "ctrl+s")
        assert where(pilot) == "new"
        assert notice(pilot)
        focused = pilot.app.screen.focused
        assert text == "" or (focused is not None and focused.id == f"f-{field}")
        assert page(pilot).form.values["subject"] == FACTS["subject"]  # type: ignore[attr-defined]
        assert not desk.board().columns[0].cards


async def test_what_was_recorded_is_told_with_what_comes_next(desk: Desk, app_of: MakeApp) -> None:
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "event", case_id=1, kind="sent")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "board")
        assert re.match(r"Saved: Waiting\. Next: wait for .* until ", notice(pilot))


async def test_help_of_a_form_tells_how_to_fill_it(desk: Desk, app_of: MakeApp) -> None:
    async with app_of(desk).run_test(size=(80, 60)) as pilot:
        await press(pilot, "question_mark", "G")
        assert "On the Russian layout" in await settled(pilot)
        await press(pilot, "escape", "n", "f1", "G")
        shown = await settled(pilot)
        assert "← and → choose" in shown
        assert "On the Russian layout" not in shown  # there letters are text


async def test_a_promise_before_its_own_day_is_refused(desk: Desk, app_of: MakeApp) -> None:
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "event", case_id=1, kind="sent")
        await to_field(pilot, "promise")
        await write(pilot, "2026-11-01")
        await press(pilot, "ctrl+s")
        assert "1 November 2026" in notice(pilot)
        assert desk.case(1).timeline == ()


async def test_a_call_ends_with_their_number_or_the_refusal(desk: Desk, app_of: MakeApp) -> None:
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "call", case_id=1)
        await write(pilot, "They look into it")
        await press(pilot, "ctrl+s")
        assert where(pilot) == "call"
        focused = pilot.app.screen.focused
        assert focused is not None
        assert focused.id == "f-reference"
        await press(pilot, "tab", "right", "ctrl+s")
        await until(pilot, lambda: desk.case(1).timeline)
        (call,) = desk.case(1).timeline
        assert (call.kind, call.channel, call.reference_refused) == (
            EventKind.CALL, Channel.PHONE, True
        )  # fmt: skip


async def test_the_address_follows_the_channel_unless_one_is_typed(
    sample: Desk, app_of: MakeApp
) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "event", case_id=21, kind="sent", channel="email")
        values = page(pilot).form.values  # type: ignore[attr-defined]
        assert values["to"] == "help@severmart.example"
        await to_field(pilot, "channel")
        await press(pilot, "p")
        assert page(pilot).form.values["to"] == "+7 900 000-01-10"  # type: ignore[attr-defined]
        await to_field(pilot, "to")
        await write(pilot, "ext. 5, ")
        await to_field(pilot, "channel")
        await press(pilot, "e")
        assert "ext. 5" in page(pilot).form.values["to"]  # type: ignore[attr-defined]


async def test_a_company_is_added_and_changed(desk: Desk, app_of: MakeApp) -> None:
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await press(pilot, "m", "a")
        await write(pilot, "Hostwerk")
        await to_field(pilot, "contact_points")
        await write(pilot, "phone +49 30 23125 140 # day and night")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "companies")
        assert "+49 30 23125 140  day and night" in frame(pilot.app)
        await press(pilot, "enter", "f")
        await to_field(pilot, "country")
        await write(pilot, "DE-BY")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: desk.company("Hostwerk").country == "DE-BY")


async def test_the_profile_goes_into_every_letter(desk: Desk, app_of: MakeApp) -> None:
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await press(pilot, "P", "enter")
        await to_field(pilot, "address")
        await write(pilot, "12 Example Street")
        await to_field(pilot, "name")
        await press(pilot, "ctrl+u", "ctrl+k")
        await write(pilot, "Anna P. Petrova")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "profiles")
        await press(pilot, "escape")
        assert desk.profile.address == "12 Example Street"
        assert desk.profile.name == "Anna P. Petrova"
        await open_page(pilot, "letter", case_id=1)
        assert "Anna P. Petrova" in frame(pilot.app)


async def test_the_editor_is_reached_before_the_end_of_the_line(
    desk: Desk, app_of: MakeApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A headless terminal cannot be lent to an editor; that it is said shows that ^e came."""
    desk.open_case(FACTS)
    monkeypatch.setenv("VISUAL", "an-editor")
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        await press(pilot, "ctrl+e")
        assert "an-editor" in notice(pilot)


async def test_findings_are_visited_one_after_the_other(desk: Desk, app_of: MakeApp) -> None:
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        seen = []
        for _ in range(3):
            await press(pilot, "ctrl+n")
            seen.append(notice(pilot))
        assert all(seen)
        assert len(set(seen)) == 3


async def test_the_letter_in_the_other_language_and_the_generated_text(
    desk: Desk, app_of: MakeApp
) -> None:
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "compose", case_id=1)
        await press(pilot, "ctrl+t")
        assert "Здравствуйте" in frame(pilot.app)
        await press(pilot, "ctrl+t")
        await press(pilot, "shift+tab", "ctrl+o")  # who I am, and take it
        await press(pilot, "ctrl+s")
        assert desk.case(1).introduction.startswith("Dear Severmart team")


async def test_the_filter_narrows_and_says_when_nothing_is_left(
    sample: Desk, app_of: MakeApp
) -> None:
    words = Wording("en")
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await press(pilot, "slash")
        await write(pilot, "stage:escalated")
        await press(pilot, "enter")
        assert "Draft 0" in frame(pilot.app)
        assert "Escalated 5" in frame(pilot.app)
        assert page(pilot).case_id == 7
        await press(pilot, "slash")
        await write(pilot, " nothing-like-this")
        assert words.t("No case has “{query}”. Esc shows all.", query="")[:13] in frame(pilot.app)
        await press(pilot, "escape")
        assert "Draft 4" in frame(pilot.app)
        await press(pilot, "slash")
        await write(pilot, "is:nonsense ")  # judged when it is typed to its end
        assert notice(pilot)
        assert "Draft 4" in frame(pilot.app)


async def test_the_language_is_changed_and_kept(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await press(pilot, "t", "L")
        assert Wording("ru").t("They broke it") in frame(pilot.app)
        await press(pilot, "b", "L")
        assert Wording("en").t("Board") in frame(pilot.app)


@pytest.mark.parametrize(
    ("country", "amount", "zone"),
    [
        ("GB-SCT", "e.g. 124.90 GBP", "e.g. Europe/London"),
        ("RU", "e.g. 12490.50 RUB", "e.g. Europe/Moscow"),
    ],
)
async def test_an_empty_field_shows_an_example_of_the_country(
    desk: Desk, app_of: MakeApp, country: str, amount: str, zone: str
) -> None:
    case = desk.open_case({**FACTS, "country": country})
    async with app_of(desk).run_test(size=(80, 40)) as pilot:
        await open_page(pilot, "facts", case_id=case.id)
        shown = frame(pilot.app)
        assert amount in shown
        assert zone in shown
