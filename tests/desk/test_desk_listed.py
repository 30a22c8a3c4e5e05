"""Lists sorted as a person asks."""

from __future__ import annotations

import pytest
from desk_story import happens, opened

from tui.cases.errors import BadInput
from tui.desk.desk import Desk


@pytest.fixture
def five(desk: Desk) -> Desk:
    """1 draft, 2 closed, 3 due soon and low, 4 late, 5 paused."""
    urgencies = ("normal", "critical", "low", "high", "normal")
    companies = ("Zeta", "alpha", "Beta", "beta", "Alpha")
    for urgency, company in zip(urgencies, companies, strict=True):
        opened(desk, urgency=urgency, company=company)
    for case, due in ((2, ""), (3, "2026-11-24"), (4, "2026-11-12"), (5, "2026-11-11")):
        happens(desk, case, "sent", at="2026-11-10", due=due)
    happens(desk, 2, "closed", outcome="upheld")
    happens(desk, 5, "paused", at="2026-11-10")
    return desk


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("", [1, 2, 3, 4, 5]),
        ("id", [1, 2, 3, 4, 5]),
        ("due", [4, 3, 1, 2, 5]),  # nobody has to act on a paused date
        ("company", [2, 5, 3, 4, 1]),
        ("stage", [1, 3, 4, 5, 2]),
        ("urgency", [4, 1, 5, 3, 2]),  # what is closed presses nobody
    ],
)
def test_sorted(five: Desk, sort: str, order: list[int]) -> None:
    assert [view.id for view in five.listed(sort=sort)] == order


def test_sorted_and_filtered(five: Desk) -> None:
    assert [view.id for view in five.listed("is:open -is:draft", "urgency")] == [4, 5, 3]


def test_an_unknown_order_names_those_that_are_known(five: Desk) -> None:
    with pytest.raises(BadInput, match="Sort by") as caught:
        five.listed(sort="weather")
    known = caught.value.sentence.values["known"]
    assert known == ("id", "due", "company", "stage", "urgency")
