"""What a body or another company of the dispute said is not put into the mouth of the company."""

from __future__ import annotations

import pytest
from desk_story import Place, happens, opened

from tui.cases.words import Part
from tui.desk.desk import Desk


def _after_the_central_bank(desk: Desk) -> int:
    """The bank refused under 1-1; the Bank of Russia, under 2-2, saw no breach."""
    case = opened(desk, playbook="ru-bank", country="RU", language="en").id
    happens(desk, case, "sent", reference="1-1", at="2026-11-02")
    happens(desk, case, "refused", at="2026-11-05")
    happens(desk, case, "escalated", step="regulator", reference="2-2", at="2026-11-06")
    happens(desk, case, "refused", at="2026-11-12")
    return case


def test_a_claim_to_the_bank_tells_what_it_did_and_nothing_of_others(desk: Desk) -> None:
    case = _after_the_central_bank(desk)
    parts = desk.compose(case, "claim").letter.parts
    told = parts[Part.DONE]
    assert "5 November 2026 — you refused." in told
    assert "Bank of Russia" not in told
    assert "12 November" not in told
    assert "You refused on 5 November 2026." in parts[Part.PROBLEM]
    assert "no. 1-1" in parts[Part.SUBJECT]
    assert "2-2" not in parts[Part.CONTACTS]


def test_who_writes_to_a_body_again_reminds_it_of_the_complaint(desk: Desk) -> None:
    case = opened(desk, playbook="ru-bank", country="RU", language="en").id
    happens(desk, case, "sent", at="2026-11-02")
    happens(desk, case, "refused", at="2026-11-05")
    happens(desk, case, "escalated", step="regulator", at="2026-11-06")
    happens(desk, case, "sent", step="regulator", at="2026-11-16")
    done = desk.compose(case, "ombudsman").letter.parts[Part.DONE]
    assert "16 November 2026 — my reminder of the complaint (to the Bank of Russia)." in done


def test_a_higher_body_reads_who_said_what(desk: Desk) -> None:
    case = _after_the_central_bank(desk)
    happens(desk, case, "escalated", step="claim", reference="1-2", at="2026-11-13")
    happens(desk, case, "received", at="2026-11-16", text="We are looking into it.")
    happens(desk, case, "refused", at="2026-11-20")
    text = desk.compose(case, "ombudsman").letter.text()
    assert "12 November 2026 — refusal (the Bank of Russia)." in text
    assert "16 November 2026 — message from the company (Meteor)" in text
    assert "20 November 2026 — refusal (Meteor)." in text
    assert "The company’s numbers for my requests: 1-1, 1-2." in text


def test_a_body_that_wrote_is_named(desk: Desk) -> None:
    case = _after_the_central_bank(desk)
    happens(desk, case, "received", at="2026-11-18", text="We have passed it on.")
    told = desk.compose(case, "ombudsman").letter.parts[Part.DONE]
    assert "18 November 2026 — a message (the Bank of Russia): “We have passed it on.”" in told


SELLER = "ООО «Пылесервис»"


@pytest.fixture
def market() -> tuple[Desk, int]:
    """The marketplace was asked; the seller got a claim by post, and was silent."""
    desk = Place(country="RU").desk()
    facts = {"playbook": "ru-marketplace", "country": "RU", "language": "ru"}
    facts["done_already"] = "Перезагрузка не помогла."
    case = opened(desk, company="Вавилон Маркет", parties=f"seller={SELLER}", **facts).id
    happens(desk, case, "sent", at="2026-10-26", channel="form", reference="VM-1")
    happens(desk, case, "refused", at="2026-10-28")
    claim = {"step": "claim", "channel": "letter", "reference": "8008431"}
    happens(desk, case, "escalated", at="2026-10-29", anyway=True, **claim)
    happens(desk, case, "delivered", at="2026-11-03")
    return desk, case


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("regulator", f"Прошу рассмотреть мою жалобу на компанию {SELLER}."),
        ("court", f"Другая сторона: {SELLER}."),
    ],
)
def test_after_a_claim_to_the_seller_others_are_told_of_the_seller(
    market: tuple[Desk, int], step: str, said: str
) -> None:
    desk, case = market
    letter = desk.compose(case, step).letter
    assert said in letter.parts[Part.GREETING]
    assert SELLER in letter.parts[Part.SUBJECT]
    told = letter.parts[Part.DONE]
    assert "26 октября 2026 г. — моё обращение (веб-форма, кому: Вавилон Маркет, № VM-1)." in told
    assert (
        f"29 октября 2026 г. — моя претензия (заказное письмо, кому: {SELLER}, "
        "трек-номер 8008431), "
        "вручена 3 ноября 2026 г. К сроку, 13 ноября 2026 г., ответа не было." in told
    )
    assert "доставлено" not in told
    assert "(из моего обращения в Вавилон Маркет):" in told
    assert "VM-1" not in letter.parts[Part.PROBLEM]


def test_a_reminder_to_the_seller_speaks_to_the_seller(market: tuple[Desk, int]) -> None:
    desk, case = market
    made = desk.compose(case, "claim")
    assert made.draft.template == "reminder"
    parts = made.letter.parts
    assert parts[Part.GREETING].endswith("Пишу по вопросу, который открыт с 29 октября 2026 г.")
    assert "Моё требование от 29 октября 2026 г.:" in parts[Part.RESULT]
    assert "на какой стадии находится претензия" in parts[Part.RESULT]
    assert "жалоб" not in made.letter.text()
    happens(desk, case, "sent", at="2026-11-16", channel="email")
    told = desk.compose(case, "court").letter.parts[Part.DONE]
    assert f"16 ноября 2026 г. — моё напоминание (эл. почта, кому: {SELLER})." in told


def test_who_has_no_name_is_a_place_to_fill_in() -> None:
    desk = Place(country="RU").desk()
    case = opened(desk, playbook="ru-marketplace", country="RU", language="ru").id
    happens(desk, case, "sent", at="2026-10-26")
    assert "компанию Meteor" in desk.compose(case, "regulator").letter.parts[Part.GREETING]
    happens(desk, case, "escalated", step="claim", at="2026-10-29", anyway=True)
    made = desk.compose(case, "regulator")
    assert "на компанию [название компании]" in made.letter.parts[Part.SUBJECT]
    assert "L04" in {finding.id for finding in made.findings}


def test_what_i_sent_is_called_what_it_was() -> None:
    desk = Place(country="RU").desk()
    case = opened(desk, playbook="ru-shop", country="RU", language="en").id
    happens(desk, case, "sent", at="2026-10-20", channel="chat")
    happens(desk, case, "asked", at="2026-10-21", text="photos")
    happens(desk, case, "sent", at="2026-10-22", channel="chat")
    happens(desk, case, "sent", at="2026-10-26", channel="chat")
    happens(desk, case, "refused", at="2026-10-27")
    happens(desk, case, "escalated", at="2026-10-28", step="claim", channel="in_person")
    happens(desk, case, "refused", at="2026-11-02")
    happens(desk, case, "sent", at="2026-11-03", channel="email")
    told = desk.compose(case, "court").letter.parts[Part.DONE]
    for line in (
        "20 October 2026 — my message (chat).",
        "22 October 2026 — my answer to the request for information (chat).",
        "26 October 2026 — my reminder (chat).",
        "28 October 2026 — my formal claim (in person).",
        "3 November 2026 — my message (e-mail).",  # they had decided: it is none of these
    ):
        assert line in told


def test_own_words_tell_which_letter_it_was(desk: Desk) -> None:
    case = opened(desk, language="en").id
    happens(desk, case, "sent", at="2026-11-02")
    desk.save_letter(case, "request", {Part.PROBLEM: "Nobody answers."}, template="claim")
    happens(desk, case, "sent", at="2026-11-20")
    assert "20 November 2026 — my formal claim." in desk.compose(case, "higher").letter.text()


def test_of_several_managers_each_is_named(desk: Desk) -> None:
    case = opened(desk, playbook="vendor-support", problem="technical", language="en").id
    happens(desk, case, "sent", at="2026-11-02", channel="form")
    for step, day in (("manager", "2026-11-09"), ("account", "2026-11-11")):
        happens(desk, case, "refused", at=day)
        happens(desk, case, "escalated", step=step, at=day, channel="email", anyway=True)
    told = desk.compose(case, template="reminder").letter.parts[Part.DONE]
    assert "— my letter to a manager (e-mail, to the supplier’s support manager on duty)." in told
    assert "— my letter to the account manager (e-mail)." in told


def test_an_account_for_a_court_greets_nobody(desk: Desk) -> None:
    case = opened(desk, playbook="ru-shop", country="RU", language="ru").id
    happens(desk, case, "sent", at="2026-11-02")
    account = desk.compose(case, "court").letter.parts[Part.GREETING]
    assert account.startswith("Меня зовут")


def test_what_the_bank_decided_is_no_decision_of_the_merchant(desk: Desk) -> None:
    case = opened(desk, playbook="card-chargeback", parties="bank=Northbank", language="en").id
    happens(desk, case, "sent", at="2026-11-02")
    happens(desk, case, "escalated", step="chargeback", at="2026-11-03", anyway=True)
    happens(desk, case, "refused", at="2026-11-09", party="bank")
    result = desk.compose(case, "claim").letter.parts[Part.RESULT]
    assert "If you refuse" in result
    assert "stays the same" not in result
    happens(desk, case, "refused", at="2026-11-10", party="company")
    assert "stays the same" in desk.compose(case, "claim").letter.parts[Part.RESULT]


@pytest.mark.parametrize("step", ["claim", "court"])
def test_a_review_tells_of_the_company_alone(market: tuple[Desk, int], step: str) -> None:
    desk, case = market
    happens(desk, case, "refused", at="2026-11-14", party="seller")
    happens(desk, case, "escalated", at="2026-11-16", step="regulator", channel="form")
    happens(desk, case, "refused", at="2026-11-19")
    review = desk.compose(case, step, template="review").letter
    assert review.parts[Part.SUBJECT].startswith("Вавилон Маркет: ")
    assert "28 октября 2026 г. — отказ." in review.parts[Part.DONE]
    for day in ("29 октября", "14 ноября", "16 ноября", "19 ноября"):
        assert day not in review.parts[Part.DONE]


@pytest.mark.parametrize("step", ["claim", "merchant"])
def test_a_shop_hears_nothing_of_what_its_customer_asked_the_bank(desk: Desk, step: str) -> None:
    case = opened(desk, playbook="card-chargeback", parties="bank=Northbank", language="en").id
    happens(desk, case, "sent", at="2026-11-02")
    happens(desk, case, "refused", at="2026-11-04")
    happens(desk, case, "escalated", step="chargeback", at="2026-11-05", reference="NB-7")
    happens(desk, case, "refused", at="2026-11-09", party="bank")
    for kind in ("", "reminder", "appeal", "last_notice"):
        text = desk.compose(case, step, template=kind).letter.text()
        assert not [word for word in ("Northbank", "chargeback", "9 November") if word in text]
    assert "9 November 2026 — you refused." in desk.compose(case, "chargeback").letter.text()


def test_a_bank_hears_of_the_shop_and_of_nobody_else() -> None:
    """What a regulator said stays with the regulator."""
    desk = Place(country="RU").desk()
    facts = {"playbook": "ru-marketplace", "country": "RU", "language": "en"}
    case = opened(desk, parties=f"seller={SELLER}", **facts).id
    happens(desk, case, "sent", at="2026-10-05", reference="VM-1")
    happens(desk, case, "refused", at="2026-10-06")
    happens(desk, case, "escalated", at="2026-10-07", step="platform")
    happens(desk, case, "refused", at="2026-10-08")
    happens(desk, case, "escalated", at="2026-10-09", step="regulator")
    happens(desk, case, "refused", at="2026-10-20", text="It is no breach.")
    text = desk.compose(case, "claim").letter.text()
    assert "6 October 2026 — refusal." in text
    assert "no breach" not in text
    assert "Rospotrebnadzor" not in text


def test_a_court_is_told_who_answered_and_is_not_taken_for_a_body(market: tuple[Desk, int]) -> None:
    desk, case = market
    happens(desk, case, "escalated", at="2026-11-16", step="regulator", channel="form",
            reference="RPN-55")  # fmt: skip
    happens(desk, case, "answered", at="2026-11-18", party="seller", answer="partly")
    for made in (desk.compose(case, "court"), desk.compose(case, template="court")):
        assert made.draft.step == "court"
        told = made.letter.parts[Part.DONE]
        assert f"18 ноября 2026 г. — ответ: вопрос решён частично ({SELLER})." in told
        assert "моя жалоба (веб-форма, кому: региональное управление" in told
        assert "вам" not in told
