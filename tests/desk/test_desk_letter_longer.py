"""Who asks for more time than the law gives has none of it, and letters concede nothing."""

from __future__ import annotations

import pytest
from desk_story import Place, happens, opened

from tui.cases.words import Part
from tui.desk.desk import Desk

WISH = "Просим продлить рассмотрение до 25 декабря"


def _told(desk: Desk, case: int, step: str, language: str = "ru") -> str:
    return desk.compose(case, step, language=language).letter.parts[Part.DONE]


@pytest.fixture
def claim() -> tuple[Desk, int]:
    """A claim by the consumer law: ten days, which nobody extends."""
    desk = Place(country="RU").desk()
    case = opened(desk, playbook="ru-shop", country="RU", language="ru").id
    happens(desk, case, "sent", at="2026-10-26", channel="email")
    happens(desk, case, "escalated", at="2026-11-05", step="claim", channel="email", anyway=True)
    return desk, case


def test_a_wish_past_a_lawful_time_is_told_as_a_wish(claim: tuple[Desk, int]) -> None:
    desk, case = claim
    happens(desk, case, "extended", at="2026-11-12", promise="2026-12-25", text=WISH)
    told = _told(desk, case, "regulator")
    asked = "12 ноября 2026 г. — просьба продлить срок до 25 декабря 2026 г.: "
    assert f"{asked}«{WISH}»." in told
    assert "срок ответа продлён" not in told
    assert "Обещанный срок" not in told
    assert "К сроку, 16 ноября 2026 г., ответа не было." in told
    english = _told(desk, case, "claim", "en")
    assert f"you asked for more time, until 25 December 2026: “{WISH}”." in english


def test_a_lawful_extension_ends_when_the_rule_says() -> None:
    """15 working days from Monday 2 November are extended to 25, whatever day they name."""
    desk = Place(country="RU").desk()
    case = opened(desk, playbook="ru-bank", country="RU", language="ru").id
    happens(desk, case, "sent", at="2026-11-02", channel="form")
    happens(desk, case, "registered", at="2026-11-02")
    extended = happens(desk, case, "extended", at="2026-11-20", promise="2027-01-25")
    (until,) = (d.due for d in extended.open_deadlines if d.kind == "answer")
    told = _told(desk, case, "claim")
    assert f"вы продлили срок ответа до {until.day} декабря 2026 г." in told
    assert "Обещанный срок — 25 января 2027 г." in told
