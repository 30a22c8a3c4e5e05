"""Linked cases, the order by urgency and the export of several, with keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from frames import frame
from making import MakeApp
from piloting import notice, open_page, page, press, settled, to_field, until, where, write

from tui.cases.links import LinkKind
from tui.desk.desk import Desk

SIZE = (80, 24)


def _linked(desk: Desk, number: int) -> list[tuple[str, int]]:
    return [(link.kind.value, link.card.id) for link in desk.links(number) if link.card]


async def test_a_case_is_linked_opened_and_parted(sample: Desk, app_of: MakeApp) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "case", case_id=21)
        await press(pilot, "i", "a")
        await until(pilot, lambda: where(pilot) == "link")
        await write(pilot, "Meteor")
        await until(pilot, lambda: "#7 Meteor" in frame(pilot.app))
        await press(pilot, "ctrl+s")
        assert where(pilot) == "link"  # several are meant
        assert "Write the number" in notice(pilot)
        await press(pilot, "ctrl+u")
        await write(pilot, "#7")
        await press(pilot, "tab", *["right"] * 3, "ctrl+s")
        await until(pilot, lambda: where(pilot) == "links")
        assert _linked(sample, 21) == [("waits_for", 7)]
        assert notice(pilot) == "Linked with #7 Meteor."
        assert "waits for #7 Meteor" in frame(pilot.app)
        await press(pilot, "enter")
        await until(pilot, lambda: where(pilot) == "case")
        assert page(pilot).case_id == 7
        assert "holds up #21" in frame(pilot.app)
        await press(pilot, "escape", "x")
        assert _linked(sample, 7) == []
        await press(pilot, "u")
        assert _linked(sample, 7) == [("blocks", 21)]


async def test_what_a_new_link_replaces_is_said(sample: Desk, app_of: MakeApp) -> None:
    sample.link(21, 7, LinkKind.WAITS_FOR)
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await open_page(pilot, "link", case_id=21)
        await write(pilot, "#7")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: notice(pilot))
        said = "Linked with #7 Meteor. Before, it was: waits for. u brings that back."
        assert notice(pilot) == said
        await press(pilot, "u")
        assert sample.link_with(21, 7) is LinkKind.WAITS_FOR


async def test_a_link_with_a_case_that_is_gone_says_so(desk: Desk, app_of: MakeApp) -> None:
    facts = {"company": "Severmart", "subject": "Refund", "problem": "refund"}
    case = desk.open_case(facts)
    gone = [{"kind": "related", "uid": "f00dfeed99"}]
    desk.import_document([{"company": "A", "subject": "B", "problem": "other", "links": gone}])
    async with app_of(desk).run_test(size=SIZE) as pilot:
        await open_page(pilot, "links", case_id=case.id + 1)
        assert "not in this book (f00dfeed)" in frame(pilot.app)
        await press(pilot, "enter")
        assert where(pilot) == "links"
        assert "x takes the link away" in notice(pilot)
        await press(pilot, "x")
        assert desk.links(2) == ()


@pytest.mark.parametrize("width", [80, 40])
async def test_the_board_says_what_waits(sample: Desk, app_of: MakeApp, width: int) -> None:
    sample.link(33, 7, LinkKind.WAITS_FOR)
    app = app_of(sample)
    async with app.run_test(size=(width, 24)) as pilot:
        shown = await settled(pilot)
        assert "~#33" in shown
        assert "waits" in shown
        assert "wait for #7" in shown  # the next action


async def test_a_key_orders_the_board_by_urgency_and_it_stays_so(
    sample: Desk, app_of: MakeApp
) -> None:
    sample.edit(7, {"urgency": "critical"})
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        before = [card.id for column in sample.board().columns for card in column.cards]
        await press(pilot, "ы")  # s
        assert "most urgent first" in frame(app)
        view = sample.board()
        after = [card.id for column in view.columns for card in column.cards]
        assert after != before
        for column in view.columns[:-1]:
            points = [sample.points(card) for card in column.cards]
            assert points == sorted(points, reverse=True)
        assert sample.order == "urgency"
        await press(pilot, "w")
        await until(pilot, lambda: where(pilot) == "working")
        assert "Urgency in the order of the board" in frame(app) or "No date" in frame(app)
        await press(pilot, "escape", "s")
        assert "most urgent" not in frame(app)
        assert [c.id for column in sample.board().columns for c in column.cards] == before


@pytest.mark.parametrize(
    ("rights", "names"),
    [
        (0, ["upheld-33-bundle-en.zip", "upheld-34-bundle-ru.zip"]),
        (2, ["upheld-cases.json"]),
        (3, ["upheld-cases.csv"]),
    ],
)
async def test_marked_cases_are_looked_at_and_taken_out(
    sample: Desk, app_of: MakeApp, tmp_path: Path, rights: int, names: list[str]
) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "space", "space", "B")
        await until(pilot, lambda: where(pilot) == "export")
        shown = await settled(pilot)
        assert "#33 " in shown
        assert "#34 " in shown
        await press(pilot, *["right"] * rights)
        await to_field(pilot, "where")
        await press(pilot, "ctrl+u")
        await write(pilot, str(tmp_path))
        await press(pilot, "ctrl+s")
        await pilot.app.workers.wait_for_complete()
        await until(pilot, lambda: where(pilot) == "board")
        await until(pilot, lambda: "ritten to" in notice(pilot))
    assert sorted(path.name for path in tmp_path.glob("upheld-*")) == names
