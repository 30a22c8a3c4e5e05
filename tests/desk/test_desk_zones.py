"""An hour is told in one zone wherever it is told: that of the company."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from desk_story import Place, happens, opened

from tui.desk.desk import Desk
from tui.screens.board.cardlines import card_lines
from tui.screens.case.casefile import file_rows
from tui.wording.wording import Wording
from tui.wording.working import explain

ENGLISH = Wording("en")


def everywhere(desk: Desk) -> Iterator[str]:
    """All that tells the hour of case 1."""
    step = desk.next_action(1)
    yield ENGLISH.say(step.sentence) + ENGLISH.say(step.reason)
    view, today = desk.case_view(1), desk.today()
    yield ENGLISH.say(view.next.sentence) + ENGLISH.say(view.next.reason)
    (row,) = (*today.broken, *today.due, *today.mine)
    yield ENGLISH.say(row.next.sentence) + ENGLISH.say(row.next.reason)
    yield ENGLISH.until(row.deadline, row.today) if row.deadline else ""
    yield "".join(told for told in _card(desk))
    yield "".join(
        s.text for row in file_rows(ENGLISH, view, (), 80) for ln in row.lines for s in ln
    )
    yield "".join(explain(ENGLISH, view.case.deadlines[0]))
    yield ENGLISH.say(desk.ladder(1)[0].reason)
    yield "".join(ENGLISH.say(news.sentence) for news in desk.pending(["terminal"]).news)


def _card(desk: Desk) -> Iterator[str]:
    board = desk.board()
    (view,) = (view for column in board.columns for view in column.cards)
    return (span.text for line in card_lines(ENGLISH, view) for span in line)


@pytest.mark.parametrize("now", ["2026-11-26T09:00+00:00", "2026-11-26T11:00+01:00"])
def test_every_place_tells_the_hour_of_the_company(now: str) -> None:
    """A ticket in Berlin of 09:30 there, from a machine whose clock shows UTC: until 10:30."""
    place = Place()
    desk = place.desk(datetime(2026, 11, 26, 8, 40, tzinfo=UTC))
    opened(desk, timezone="Europe/Berlin", country="DE", urgency="critical", problem="technical")
    texts = {"at": "2026-11-26 09:30", "rule": "vendors.redhat.premium.p1"}
    happens(desk, 1, "sent", channel="form", **texts)
    told = list(everywhere(place.desk(datetime.fromisoformat(now))))
    assert [text for text in told if "10:30" not in text] == []
    assert [text for text in told if "09:30 on" in text or "since 09:30" in text] == []
