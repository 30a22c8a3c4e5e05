"""What came back of the money stands in every letter that still asks for it."""

from __future__ import annotations

import pytest
from desk_story import Place, happens, opened

from tui.cases.words import Channel
from tui.desk.composing import Wish


@pytest.mark.parametrize(
    ("back", "said", "social"),
    [
        ("50 EUR", "Of €124.90, €50 has come back; €74.90 is outstanding.", True),
        ("124.90 EUR", "The whole sum, €124.90, has come back.", False),
        ("50 USD", "$50 has come back.", True),
    ],
)
def test_letters_say_what_came_back(back: str, said: str, social: bool) -> None:
    desk = Place().desk()
    wish = "Refund 124.90 EUR to my card."
    case = opened(desk, amount="124.90 EUR", expected_result=wish, language="en")
    happens(desk, case.id, "sent", at="2026-11-02T10:00", channel="email")
    happens(desk, case.id, "answered", at="2026-11-10", answer="refused", refund=back)
    for kind in ("claim", "court", "reminder"):
        made = desk.compose(case.id, template=kind)
        assert f"{wish}\n{said}" in made.letter.text()
        assert "It has not been done." not in made.letter.text()
        again = [f for f in made.findings if f.message.text == "All of the money came back."]
        assert bool(again) is (back == "124.90 EUR")
    (message,) = desk.workspace(case.id, Channel.SOCIAL, Wish(template="reminder")).pieces
    assert ("refund" in message.text) is social
    assert (said in message.text) is social
