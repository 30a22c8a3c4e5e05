"""A letter calls things what they were, and says nothing that is not so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from desk_story import Place, happens, opened

from tui.cases.words import Owner, Part
from tui.desk.desk import Desk
from tui.desk.letters.wish import Wish
from tui.letters.letter_book import template_ids
from tui.wording.wording import Wording

BANK = "Northbank"


def _card_paid(desk: Desk) -> int:
    """A shop was asked, then the bank under section 75."""
    facts = {"company": "Brightsofa", "playbook": "uk-retail", "country": "GB", "language": "en"}
    paid = {"amount": "300 GBP", "expected_result": "Refund £300."}
    case = opened(desk, parties=f"bank={BANK}", **facts, **paid).id
    happens(desk, case, "sent", at="2026-10-26", reference="BS-1")
    happens(desk, case, "escalated", at="2026-11-12", step="section75", reference="NB-900",
            anyway=True)  # fmt: skip
    return case


def test_nothing_is_called_undone_while_their_time_runs() -> None:
    desk = Place(country="RU").desk()
    case = opened(desk, playbook="ru-shop", country="RU", language="ru").id
    happens(desk, case, "sent", at="2026-11-22")
    early = desk.compose(case, "claim").letter.parts[Part.RESULT]
    assert "Моя просьба от 22 ноября 2026 г.:" in early
    assert "не выполнена" not in early
    happens(desk, case, "refused", at="2026-11-22")
    assert "Она не выполнена." in desk.compose(case, "claim").letter.parts[Part.RESULT]


def test_a_date_that_they_gave_and_let_pass_is_named_though_time_runs() -> None:
    desk = Place().desk()
    case = opened(desk, language="en").id
    happens(desk, case, "sent", at="2026-11-16")
    assert "It has not been done." not in desk.compose(case).letter.text()
    happens(desk, case, "promise", at="2026-11-17", promise="2026-11-20")
    assert "It has not been done." in desk.compose(case).letter.text()


def test_who_gave_a_date_by_then_has_answered(desk: Desk) -> None:
    case = opened(desk, language="en").id
    happens(desk, case, "sent", at="2026-10-26")
    happens(desk, case, "promise", at="2026-10-30", promise="2026-11-12")
    text = desk.compose(case, template="reminder").letter.text()
    assert "The promised date, 12 November 2026, was not kept." in text
    assert "No answer came" not in text
    assert "I have not received one" not in text


def test_after_a_claim_it_is_a_demand() -> None:
    desk = Place(country="RU").desk()
    case = opened(desk, playbook="ru-shop", country="RU", language="ru",
                  expected_result="Вернуть 124,90.").id  # fmt: skip
    happens(desk, case, "sent", at="2026-10-26")
    happens(desk, case, "refused", at="2026-10-28")
    happens(desk, case, "escalated", step="claim", at="2026-10-29")
    result = desk.compose(case, "claim", template="reminder").letter.parts[Part.RESULT]
    assert "Моё требование от 29 октября 2026 г.:" in result
    assert "Оно не выполнено." in result
    assert "на какой стадии находится претензия" in result
    assert "Моё требование к компании:" in desk.compose(case, "regulator").letter.text()


def test_a_final_response_is_told_as_one(desk: Desk) -> None:
    case = opened(desk, playbook="uk-finance", country="GB", language="en").id
    happens(desk, case, "sent", at="2026-11-02")
    happens(desk, case, "refused", at="2026-11-09")
    asked = desk.compose(case, "final-response").letter.parts
    assert "send me your final response" in asked[Part.RESULT]
    assert "final response" in asked[Part.SUBJECT]
    happens(desk, case, "refused", at="2026-11-16", final="yes")
    told = desk.compose(case, "ombudsman").letter.parts
    assert "16 November 2026 — refusal, a final response." in told[Part.DONE]
    assert "final response" not in told[Part.PROBLEM]


def test_a_bank_is_spoken_to_and_quotes_its_own_number(desk: Desk) -> None:
    case = _card_paid(desk)
    happens(desk, case, "refused", at="2026-11-20", party="bank", text="Only late.")
    letter = desk.compose(case, "chargeback").letter
    assert letter.parts[Part.GREETING].startswith("Dear Northbank team,")
    assert "my claim under section 75 (to you, no. NB-900)." in letter.parts[Part.DONE]
    assert "20 November 2026 — you refused: “Only late.”" in letter.parts[Part.DONE]
    assert "Please quote NB-900 in your answer." in letter.parts[Part.CONTACTS]
    assert "BS-1" in letter.parts[Part.PROBLEM]
    assert BANK not in letter.text().replace("Dear Northbank team", "")


def test_the_seller_is_named_in_the_claim() -> None:
    desk = Place(country="RU").desk()
    facts = {"playbook": "ru-marketplace", "country": "RU", "language": "ru"}
    case = opened(desk, parties="seller=ООО «Лампа»", **facts).id
    happens(desk, case, "sent", at="2026-11-02")
    greeting = desk.compose(case, "claim").letter.parts[Part.GREETING]
    assert greeting.startswith("Здравствуйте, ООО «Лампа»!")


def _threats(text: str) -> Iterator[str]:
    said = ("go to court", "letter before action", "dispute a payment", "Disputed", "reject the",
            "withdraw from", "formal claim.", "I claim from", "Appeal")  # fmt: skip
    return (threat for threat in said if threat in text)


def test_with_all_the_money_back_no_letter_threatens(desk: Desk) -> None:
    case = _card_paid(desk)
    happens(desk, case, "answered", at="2026-11-20", answer="partly", party="bank",
            refund="120 GBP")  # fmt: skip
    happens(desk, case, "answered", at="2026-11-21", answer="solved", party="company",
            refund="180 GBP")  # fmt: skip
    to_a_supplier = {"management", "account_manager", "sponsor", "severity", "second_line"}
    to_nobody = {"higher_reminder", "higher_reply", "court_reminder"}  # no body has a complaint
    for kind in set(template_ids()) - to_a_supplier - to_nobody:
        parts = desk.compose(case, template=kind).letter.parts
        said = parts[Part.SUBJECT] + parts[Part.GREETING] + parts[Part.RESULT]
        assert list(_threats(said)) == [], kind
    told = desk.compose(case, "lba").letter.parts
    assert told[Part.SUBJECT].startswith("Please confirm that this is closed: ")
    assert "All the money has come back." in told[Part.GREETING]
    offered = {kind.id for kind in desk.letter_kinds(case) if not kind.usual}
    assert not offered & {"claim", "chargeback", "before_action", "section75", "court"}


def test_a_reopened_case_is_no_closed_one(desk: Desk) -> None:
    case = opened(desk, language="en", amount="124.90 EUR", expected_result="Refund €124.90.").id
    happens(desk, case, "sent", at="2026-11-02")
    happens(desk, case, "answered", at="2026-11-10", answer="solved", refund="124.90 EUR")
    happens(desk, case, "closed", at="2026-11-11", outcome="upheld")
    happens(desk, case, "reopened", at="2026-11-20", text="charged again")
    text = desk.compose(case).letter.text()
    assert "20 November 2026 — I reopened the matter: charged again." in text
    assert "€124.90 has come back." in text
    assert "closed" not in text
    assert "where my request stands" in text


def test_an_answer_names_the_day_that_the_clock_then_shows(desk: Desk) -> None:
    case = opened(desk, language="en").id
    happens(desk, case, "sent", at="2026-11-16")
    happens(desk, case, "asked", at="2026-11-18", text="Please send the receipt.")
    made = desk.compose(case)
    assert made.draft.template == "reply"
    sent = happens(desk, case, "sent", at="2026-11-22")
    (running,) = (d for d in sent.deadlines if d.is_open and d.owner is Owner.THEIRS)
    assert made.answer_by == running.due
    assert f"answer by {Wording('en').day(running.due)}" in made.letter.parts[Part.RESULT]


@pytest.mark.parametrize("answered", [False, True])
def test_the_letter_of_a_step_is_written_as_it_was_sent(answered: bool) -> None:
    desk = Place(country="RU").desk()
    case = opened(desk, playbook="ru-shop", country="RU", language="ru").id
    happens(desk, case, "sent", at="2026-11-16")
    happens(desk, case, "refused", at="2026-11-18")
    before = desk.compose(case, "claim").letter.text()
    happens(desk, case, "escalated", at="2026-11-22", step="claim", reference="77-9")
    if answered:
        happens(desk, case, "refused", at="2026-11-22")
    made = desk.compose(case, "claim", as_sent=True)
    assert (made.letter.text() == before) is not answered
    assert (made.sent_on is None) is answered
    name, _ = desk.letter_file(case, "text", Wish("claim", as_sent=True))
    assert ("claim" in name) is not answered


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ("delivery 2026-11-10", "Прошу сообщить, куда и каким способом вернуть товар."),
        ("", "Если товар уже у меня, прошу сообщить"),
    ],
)
def test_whether_the_goods_came_is_asked_only_where_nobody_told(dates: str, said: str) -> None:
    desk = Place(country="RU").desk()
    case = opened(desk, playbook="ru-shop", country="RU", language="ru", dates=dates).id
    result = desk.compose(case, "refusal").letter.parts[Part.RESULT]
    assert said in result
    assert ("Если товар" in result) is (not dates)
