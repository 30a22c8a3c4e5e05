"""A rule named in a form gives the date; where none can be named, none is asked for."""

from __future__ import annotations

from datetime import date

import pytest
from frames import frame
from making import MakeApp
from piloting import notice, open_page, page, press, to_field, until, where, write
from textual.pilot import Pilot

from tui.cases.words import EventKind
from tui.desk.desk import Desk
from tui.screens.case.event import FIELDS
from tui.widgets.rows import Rows

SIZE = (80, 24)
FACTS = {"company": "Severmart", "subject": "Refund", "problem": "refund", "country": "RU"}
WITHOUT = {
    *(EventKind.EXTENDED, EventKind.PAUSED, EventKind.RESUMED, EventKind.EVIDENCE),
    *(EventKind.CLOSED, EventKind.REOPENED),
}


def _values(pilot: Pilot[None]) -> dict[str, str]:
    return page(pilot).form.values  # type: ignore[attr-defined,no-any-return]


async def test_a_rule_chosen_from_the_list_gives_the_date(desk: Desk, app_of: MakeApp) -> None:
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "event", case_id=1, kind="sent")
        await press(pilot, "ctrl+r")
        await until(pilot, lambda: where(pilot) == "rules")
        await press(pilot, "slash", *"zpp.22", "enter", "enter")
        await until(pilot, lambda: where(pilot) == "event")
        assert _values(pilot)["rule"] == "ru.zpp.22"
        assert "10 calendar days, theirs, Refund for defective goods" in " ".join(
            notice(pilot).split()
        )
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: desk.case(1).timeline)
        (event,), (answer,) = desk.case(1).timeline, desk.case(1).deadlines
        assert (event.rule, answer.rule, answer.due) == (
            "ru.zpp.22", "ru.zpp.22", date(2026, 12, 2)
        )  # fmt: skip


async def test_what_is_typed_is_completed_and_named(desk: Desk, app_of: MakeApp) -> None:
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "event", case_id=1, kind="sent")
        await to_field(pilot, "rule")
        await press(pilot, *"uk.foi.review.l", "right")
        assert _values(pilot)["rule"] == "uk.foi.review.long"
        assert "40 working days" in notice(pilot)
        await press(pilot, "backspace")
        assert not notice(pilot)


@pytest.mark.parametrize(
    ("kind", "offered", "others"),
    [
        ("sent", {"ru.zpp.22", "uk.fca.8w"}, {"ru.fin.ombud", "ru.zpp.20"}),
        ("note", {"ru.fin.ombud", "uk.fos.6m"}, {"ru.zpp.22", "ru.zpp.18.tech"}),
        ("promise", {"ru.zpp.22", "ru.fin.ombud"}, {"us.cfpb"}),
    ],
)
async def test_only_rules_that_this_event_can_start_are_offered(
    sample: Desk, app_of: MakeApp, kind: str, offered: set[str], others: set[str]
) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "event", case_id=21, kind=kind)
        await press(pilot, "ctrl+r")
        await until(pilot, lambda: where(pilot) == "rules")
        keys = {row.key for row in pilot.app.screen.query_one(Rows)._rows if row.key}
        assert offered <= keys
        assert not others & keys
        await press(pilot, "escape")
        assert where(pilot) == "event"
        assert _values(pilot)["rule"] == ""


@pytest.mark.parametrize("typed", ["ru.zpp.222", "ru.zpp.20"])
async def test_a_rule_that_is_unknown_or_off_is_refused_at_its_field(
    desk: Desk, app_of: MakeApp, typed: str
) -> None:
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "event", case_id=1, kind="sent")
        await to_field(pilot, "rule")
        await write(pilot, typed)
        await to_field(pilot, "to")
        await press(pilot, "ctrl+s")
        assert typed in notice(pilot)
        assert pilot.app.screen.focused is page(pilot).form.entry("rule")  # type: ignore[attr-defined]
        assert desk.case(1).timeline == ()


@pytest.mark.parametrize("kind", list(EventKind))
def test_which_events_carry_a_rule(kind: EventKind) -> None:
    assert ("rule" in FIELDS[kind]) is (kind not in WITHOUT)
    assert kind in WITHOUT or FIELDS[kind][-1] == "rule"


async def test_where_no_rule_can_be_named_its_key_is_not_there(
    sample: Desk, app_of: MakeApp
) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "event", case_id=21, kind="evidence")
        assert "^r" not in frame(pilot.app)
        await press(pilot, "ctrl+r")
        assert where(pilot) == "event"
        await press(pilot, "f1")
        assert "^r" not in frame(pilot.app)


async def test_the_ladder_of_a_case_is_a_fact_of_it(desk: Desk, app_of: MakeApp) -> None:
    desk.open_case(FACTS)
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "facts", case_id=1)
        await to_field(pilot, "playbook")
        assert "General ladder" in frame(pilot.app)
        ids = [playbook.id for playbook in desk.lawbook().playbooks]
        for _ in range(ids.index("ru-shop") - ids.index("general")):
            await press(pilot, "right")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: desk.case(1).playbook == "ru-shop")
