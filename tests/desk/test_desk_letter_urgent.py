"""A standstill is written of at once; a formal letter names the law where there is one."""

from __future__ import annotations

from datetime import date

import pytest
from desk_story import Place, happens, opened

from tui.cases.words import Part, Tone
from tui.desk.desk import Desk

FAULT = {
    "problem": "technical",
    "subject": "API 4821 answers nothing",
    "details": "Since 09:40 every request ends with error 503.",
    "expected_result": "Please restore the service",
}
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)  # today is a Sunday


def fault(desk: Desk, urgency: str, **facts: str) -> int:
    return opened(desk, **{**FAULT, "urgency": urgency, **facts}).id


@pytest.mark.parametrize(
    ("urgency", "by"),
    [("critical", MONDAY), ("high", TUESDAY), ("normal", date(2026, 12, 7))],
)
def test_what_is_asked_for_fits_the_urgency(desk: Desk, urgency: str, by: date) -> None:
    case = fault(desk, urgency)
    assert desk.compose(case).answer_by == by
    happens(desk, case, "sent")
    assert [d.due for d in desk.case(case).open_deadlines] == [by]
    happens(desk, case, "refused")
    assert desk.compose(case, "complaint").answer_by == by
    if urgency != "normal":
        assert desk.compose(case, "reasons").answer_by == by
        assert desk.compose(case, "request", template="reminder").answer_by == by
        assert desk.compose(case, "request", template="last_notice").answer_by == by
    assert desk.compose(case, "higher").answer_by == date(2026, 12, 22)  # no body is hurried
    assert desk.compose(case, "request", template="thanks").answer_by is None


def test_a_first_request_says_how_bad_the_fault_is(desk: Desk) -> None:
    letter = desk.compose(fault(desk, "critical")).letter
    assert letter.parts[Part.SUBJECT].startswith("Critical fault: API 4821 answers nothing")
    assert letter.parts[Part.PROBLEM].startswith("Severity: critical. Work has stopped")
    assert "when the next update will come" in letter.parts[Part.RESULT]
    assert "If you refuse" not in letter.text()
    russian = desk.compose(fault(desk, "high"), language="ru").letter
    assert russian.parts[Part.SUBJECT].startswith("Серьёзный сбой. ")
    assert russian.parts[Part.PROBLEM].startswith("Срочность высокая: ")
    assert "решите отказать" not in russian.text()
    complaint = desk.compose(fault(desk, "critical"), "complaint").letter
    assert "Severity: critical." in complaint.parts[Part.PROBLEM]


@pytest.mark.parametrize(
    ("facts", "subject"),
    [
        ({"subject": "[Sev1] API 4821 answers nothing"}, "[Sev1] API 4821 answers nothing"),
        ({"subject": "A" * 70}, "A" * 70),
        ({"problem": "refund"}, "API 4821 answers nothing"),
    ],
)
def test_a_subject_is_not_said_twice_nor_made_too_long(
    desk: Desk, facts: dict[str, str], subject: str
) -> None:
    case = fault(desk, "critical", **facts)
    assert desk.compose(case).letter.parts[Part.SUBJECT].startswith(subject)


def test_an_ordinary_fault_has_no_alarm(desk: Desk) -> None:
    letter = desk.compose(fault(desk, "normal")).letter
    assert letter.parts[Part.SUBJECT].startswith("API 4821")
    assert letter.parts[Part.PROBLEM] == FAULT["details"]
    assert "at once" not in letter.text()


def test_a_formal_request_differs_from_a_firm_one_in_form(desk: Desk) -> None:
    case = opened(desk).id
    firm = desk.compose(case, tone=Tone.FIRM).letter
    formal = desk.compose(case, tone=Tone.FORMAL).letter
    assert "This is a formal request to Meteor." in formal.parts[Part.GREETING]
    assert "the reasons for the decision and the name of whoever took it" in formal.text()
    assert "formal request" not in firm.text()
    assert "If you refuse, please give the reasons in writing." in firm.text()
    assert "If you refuse" not in formal.text()


RUSSIAN = {"country": "RU", "language": "ru"}


@pytest.mark.parametrize("template", ["", "claim"])
def test_a_formal_letter_cites_the_rule_that_was_recorded(desk: Desk, template: str) -> None:
    """Its own date is then that of the rule: article 22 gives ten days."""
    case = opened(desk, expected_result="Вернуть деньги", problem="defect", **RUSSIAN).id
    happens(desk, case, "sent", rule="ru.zpp.22")
    made = desk.compose(case, "request", template=template or "request", tone=Tone.FORMAL)
    assert made.answer_by == date(2026, 12, 2)
    assert "ст.\u00a022 Закона" in made.letter.parts[Part.RESULT]
    firm = desk.compose(case, "request", template=template or "request", tone=Tone.FIRM)
    assert "Закона" not in firm.letter.text()


def test_a_claim_after_a_refusal_rests_on_what_the_request_rested_on(desk: Desk) -> None:
    case = opened(desk, expected_result="Вернуть деньги", problem="defect", **RUSSIAN).id
    happens(desk, case, "sent", rule="ru.zpp.22")
    happens(desk, case, "refused")
    made = desk.compose(case, "reasons", template="claim")
    assert "ст.\u00a022 Закона" in made.letter.parts[Part.RESULT]
    assert desk.compose(case, "reasons").rule == ""


def test_a_recorded_rule_that_is_gone_leaves_the_time_of_the_step(place: Place) -> None:
    """Their hours were known when it was recorded, and are not now."""
    desk = place.desk()
    case = opened(desk, problem="technical", timezone="Europe/Lisbon").id
    desk.save_company("Meteor", {"hours": "Mo-Fr 09:00-18:00"})
    happens(desk, case, "sent", rule="vendors.redhat.premium.p3")
    desk.save_company("Meteor", {"hours": ""})
    assert desk.compose(case, "request", template="claim").answer_by == date(2026, 12, 7)


def test_a_formal_request_with_a_date_of_its_own_cites_the_law_as_well(desk: Desk) -> None:
    case = opened(desk, playbook="ru-shop", expected_result="Вернуть до 30.11.2026", **RUSSIAN).id
    desk.choose_letter(case, "request", "", Tone.FORMAL, "ru.zpp.22")
    said = desk.compose(case, "request").letter.parts[Part.RESULT]
    assert "Срок ответа установлен ст.\u00a022 Закона" in said
    assert "Этот срок" not in said


def test_the_law_about_other_problems_is_not_cited(desk: Desk) -> None:
    case = opened(desk, problem="delivery", **RUSSIAN).id
    happens(desk, case, "sent", rule="ru.zpp.22")
    made = desk.compose(case, "request", template="claim")
    assert "Закона" not in made.letter.text()


def _raised(desk: Desk, filed: str, now: str) -> int:
    case = fault(desk, filed, playbook="vendor-support", country="GB-ENG", timezone="Europe/London")
    happens(desk, case, "sent", channel="form")
    happens(desk, case, "refused")
    desk.edit(case, {"urgency": now})
    return case


@pytest.mark.parametrize(
    ("filed", "now", "english", "russian"),
    [
        ("normal", "normal", "from normal to high", "с обычного до высокого"),
        ("high", "high", "from high to critical", "с высокого до критического"),
        ("normal", "critical", "from normal to critical", "с обычного до критического"),
        ("high", "low", "from low to normal", "с низкого до обычного"),
    ],
)
def test_a_severity_is_raised_from_what_it_was_filed_as(
    desk: Desk, filed: str, now: str, english: str, russian: str
) -> None:
    case = _raised(desk, filed, now)
    letter = desk.compose(case, "severity").letter
    assert letter.parts[Part.GREETING].endswith(f"severity of this ticket {english}.")
    assert "Severity raise" in letter.parts[Part.SUBJECT]
    assert "If the severity stays as it is" in letter.parts[Part.RESULT]
    assert "every hour" not in letter.text()
    told = desk.compose(case, "severity", language="ru").letter.parts[Part.GREETING]
    assert told.endswith(f"приоритет этой заявки {russian}.")


def test_above_the_highest_severity_a_manager_and_news_are_asked_for(desk: Desk) -> None:
    case = _raised(desk, "critical", "critical")
    letter = desk.compose(case, "severity").letter
    assert letter.parts[Part.SUBJECT].startswith("Escalation: ")
    assert "1) name the manager" in letter.parts[Part.RESULT]
    assert "an update every hour" in letter.parts[Part.RESULT]
    text = letter.text().lower()
    assert "raise the severity" not in text
    assert "severity stays" not in text
    russian = desk.compose(case, "severity", language="ru").letter.text()
    assert "Нужна эскалация. " in russian
    assert "овысить" not in russian


@pytest.mark.parametrize(
    ("filed", "told"),
    [
        ("critical", "my request to escalate the ticket"),
        ("high", "my request to raise the severity"),
    ],
)
def test_a_manager_hears_which_of_both_was_asked_for(desk: Desk, filed: str, told: str) -> None:
    case = _raised(desk, filed, "critical")
    happens(desk, case, "escalated", step="severity", channel="form")
    assert f"— {told} (" in desk.compose(case, "manager").letter.parts[Part.DONE]
