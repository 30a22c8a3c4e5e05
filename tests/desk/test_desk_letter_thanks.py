"""What was solved, or paid back whole, is worth thanks, before it is closed, too."""

from __future__ import annotations

from desk_story import Place, happens, opened

from tui.cases.words import Channel, EventKind, Part, Stage
from tui.desk.desk import Desk

OWED = {"amount": "124.90 EUR", "expected_result": "Refund €124.90."}
AT_ONCE = {"playbook": "ru-shop", "country": "RU", "language": "en"}


def _before_a_body(desk: Desk) -> int:
    """The shop was written to, then Rospotrebnadzor."""
    case = opened(desk, **AT_ONCE, **OWED).id
    happens(desk, case, "sent", at="2026-10-05", channel="email", reference="S-1")
    happens(desk, case, "refused", at="2026-10-06")
    happens(desk, case, "escalated", at="2026-10-07", step="claim", channel="email")
    happens(desk, case, "refused", at="2026-10-08")
    happens(desk, case, "escalated", at="2026-10-09", step="regulator", channel="form",
            reference="RPN-1")  # fmt: skip
    return case


def test_what_they_solved_is_thanked_for_before_it_is_closed(desk: Desk) -> None:
    case = opened(desk, language="en").id
    happens(desk, case, "sent", at="2026-11-02", channel="email")
    happens(desk, case, "answered", at="2026-11-10", answer="solved")
    made = desk.compose(case)
    assert made.draft.template == "thanks"
    assert "The matter is solved. Thank you!" in made.letter.text()
    usual, *others = desk.letter_kinds(case)
    assert (usual.id, usual.usual) == ("thanks", True)
    assert not {"reminder", "claim", "complaint"} & {kind.id for kind in others}


def test_with_all_the_money_back_the_company_is_thanked_and_no_body_reminded() -> None:
    desk = Place(country="RU").desk()
    case = _before_a_body(desk)
    happens(desk, case, "answered", at="2026-10-20", party="company", answer="partly",
            refund="124.90 EUR")  # fmt: skip
    made = desk.compose(case)
    assert (made.draft.step, made.draft.template) == ("claim", "thanks")
    text = made.letter.text()
    assert "The matter is solved. Thank you!" in text
    assert "The whole sum, €124.90, has come back." in text
    assert "not settled" not in desk.compose(case, template="higher_reminder").letter.text()
    assert not {"higher_reminder", "higher"} & {kind.id for kind in desk.letter_kinds(case)}


def test_a_letter_that_needs_no_answer_asks_for_nothing_in_one(desk: Desk) -> None:
    case = opened(desk, language="en").id
    happens(desk, case, "sent", at="2026-11-02", reference="AB-1")
    happens(desk, case, "answered", at="2026-11-10", answer="solved")
    for language, quote in (("en", "Please quote"), ("ru", "В ответе прошу")):
        contacts = desk.compose(case, language=language).letter.parts[Part.CONTACTS]
        assert quote not in contacts
        assert "anna@example.org" in contacts


def test_thanks_are_checked_for_the_company_though_the_case_stands_with_a_body() -> None:
    """A state body answers an address in the Russian zone only; a shop answers any."""
    desk = Place(country="RU").desk()
    case = _before_a_body(desk)
    happens(desk, case, "closed", at="2026-11-20", outcome="upheld")
    for step in ("", "regulator"):
        made = desk.compose(case, step, channel=Channel.EMAIL, template="thanks")
        assert not {"L20", "L25"} & {finding.id for finding in made.findings}
    above = desk.compose(case, "regulator", channel=Channel.EMAIL, template="higher")
    assert {"L20", "L25"} <= {finding.id for finding in above.findings}


def test_thanks_begin_no_time_for_an_answer(desk: Desk) -> None:
    case = opened(desk, language="en").id
    happens(desk, case, "sent", at="2026-11-02", channel="email")
    happens(desk, case, "answered", at="2026-11-10", answer="solved")
    going = desk.going(case, desk.compose(case).draft)
    after = happens(desk, case, going.kind, channel="email", **going.texts)
    assert (after.stage, after.open_deadlines) == (Stage.MY_MOVE, ())
    assert desk.compose(case).draft.template == "thanks"
    told = desk.compose(case, template="complaint").letter.parts[Part.DONE]
    assert "22 November 2026 — my thanks (e-mail)." in told
    happens(desk, case, "closed", outcome="upheld")
    assert desk.going(case, desk.compose(case).draft).kind is EventKind.NOTE
