"""What the desk tells the checks: the step and its channels, the law, the day, the evidence."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from desk_story import FACTS, NOW, Place, happens, opened
from msgspec.structs import replace

from tui.advice.checks.checks import Finding, Severity
from tui.cases.event import Evidence
from tui.cases.words import Channel, Part, Problem
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.desk.keeping.sample_book import fill_with_sample, sample_settings
from tui.desk.letters.checking import Occasion, check_composed, check_plain
from tui.desk.letters.wish import Wish
from tui.settings.config import Profile
from tui.store.opening import memory_store


def _of(found: tuple[Finding, ...], finding_id: str) -> list[Finding]:
    return [finding for finding in found if finding.id == finding_id]


def _ids(desk: Desk, case: int, step: str = "", channel: Channel | None = None) -> set[str]:
    return {f.id for f in desk.compose(case, step, channel=channel).findings}


def test_a_second_case_about_the_same_number_is_told_until_it_is_sent(desk: Desk) -> None:
    first, second = opened(desk), opened(desk)
    (finding,) = _of(desk.check_case(second.id), "L22")
    assert finding.message.values == {"id": first.id, "subject": first.subject}
    happens(desk, second.id, "sent")
    assert _of(desk.check_case(second.id), "L22") == []


def test_the_same_contract_alone_is_only_a_question(desk: Desk) -> None:
    opened(desk, identifiers="contract S-204", subject="Wrong bill")
    other = opened(desk, identifiers="contract S-204", problem="data", subject="My data")
    assert desk.same_matter(other.id)
    assert _of(desk.check_case(other.id), "L22") == []


def test_a_reminder_before_they_are_late() -> None:
    place = Place()
    desk = place.desk()
    case = opened(desk)
    happens(desk, case.id, "sent")
    assert "L23" in _ids(desk, case.id)
    later = place.desk(NOW.replace(month=12, day=20))
    assert "L23" not in _ids(later, case.id)


def test_a_step_that_is_not_open(desk: Desk) -> None:
    case = opened(desk)
    happens(desk, case.id, "sent")
    assert "L24" in _ids(desk, case.id, "complaint")
    assert "L24" not in _ids(desk, case.id, "request")
    happens(desk, case.id, "refused")
    assert "L24" not in _ids(desk, case.id, "complaint")


STATE = {
    "playbook": "ru-state",
    "country": "RU",
    "problem": "formal",
    "language": "ru",
    "subject": "Ямы во дворе, ул. Лесная, 1",
}


@pytest.mark.parametrize(
    ("channel", "counts"), [(Channel.EMAIL, False), (Channel.FORM, True), (Channel.LETTER, True)]
)
def test_what_counts_with_a_body_of_the_state(desk: Desk, channel: Channel, counts: bool) -> None:
    case = opened(desk, **STATE)
    found = desk.check_case(case.id, channel)
    wrong = _of(found, "L25")
    assert bool(wrong) is not counts
    assert all(f.mend.values["channels"] for f in wrong)
    # The profile has an address outside the Russian zone; a letter is answered by post.
    assert bool(_of(found, "L20")) is (channel is not Channel.LETTER)


def test_where_no_law_speaks_every_channel_will_do(desk: Desk) -> None:
    case = opened(desk)
    assert all("L25" not in _ids(desk, case.id, channel=channel) for channel in Channel)


def test_a_paper_for_a_court_counts_on_paper_alone(desk: Desk) -> None:
    case = opened(desk, playbook="ru-shop", country="RU")
    happens(desk, case.id, "sent", channel="chat")
    wrong = {c for c in Channel if "L25" in _ids(desk, case.id, "court", channel=c)}
    assert {Channel.CHAT, Channel.EMAIL} <= wrong
    assert Channel.LETTER not in wrong
    assert desk.channel_for_letter(case.id, "court") is Channel.LETTER


def test_the_lawful_date_is_offered(desk: Desk) -> None:
    case = opened(desk, expected_result="Refund 124.90 EUR to my card.")
    made = desk.compose(case.id, own={Part.RESULT: "Refund 124.90 EUR to my card."})
    offered = [f.replacement for f in _of(made.findings, "L03")]
    assert all(text and "2026" in text for text in offered)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("I rely on section 75 of the Consumer Credit Act 1974.", None),
        ("Ссылаюсь на ст. 22 Закона РФ «О защите прав потребителей».", None),
        ("I rely on section 99 of the Consumer Credit Act 1974.", "not among the rules"),
        ("I rely on Directive (EU) 2025/2647.", "not in force yet"),
        ("Ссылаюсь на ст. 309 ГК РФ.", "not among the rules"),
    ],
)
def test_the_law_that_is_known_here(desk: Desk, text: str, said: str | None) -> None:
    found = _of(desk.check_text(text), "L29")
    assert [said in finding.message.text for finding in found] == ([True] if said else [])


def test_every_citation_that_a_rule_offers_to_letters_is_certain(desk: Desk) -> None:
    for rule in desk._office.law.rules():
        for text in rule.cites.values() if rule.is_on else ():
            assert _of(desk.check_text(f"По закону: {text}."), "L29") == [], rule.id


def test_the_company_s_country_says_its_language(desk: Desk) -> None:
    case = opened(desk, country="GB", language="en")
    assert _of(desk.check_case(case.id), "L32") == []
    assert len(_of(desk.check_case(case.id, language="ru"), "L32")) == 1
    abroad = opened(desk, country="PT", identifiers="order 9", subject="A kettle that leaks")
    assert _of(desk.check_case(abroad.id, language="ru"), "L32") == []


def test_a_name_in_another_alphabet_is_told_once(desk: Desk) -> None:
    desk.save_profile(Profile(name="Ирина Соколова", email="irina@example.org"))
    case = opened(desk, country="GB", language="en")
    (finding,) = _of(desk.check_case(case.id, language="en"), "L32")
    assert finding.text == "Ирина Соколова"


def test_attached_texts_are_looked_through(desk: Desk) -> None:
    office, made = desk._office, desk.compose(opened(desk).id)
    logs = (("app.log", "ok\npassword=s3cret!\n"),)
    (finding,) = _of(check_composed(office, made.case, made.letter, attached=logs), "L13")
    assert finding.message.values["line"] == 2
    (finding,) = _of(check_plain(office, "Hello.", attached=logs), "L13")
    assert finding.message.values["file"] == "app.log"
    assert _of(check_composed(office, made.case, made.letter), "L13") == []


def test_own_words_in_place_of_the_list_must_name_the_evidence(desk: Desk) -> None:
    made = desk.compose(opened(desk).id)
    case = msgspec.structs.replace(
        made.case,
        evidence=(Evidence(number=1, name="receipt.pdf"),),
        letters={"x": {"enclosures": "1. photo"}},
    )
    letter = replace(made.letter, parts={**made.letter.parts, Part.ENCLOSURES: "1. photo"})
    own = check_composed(desk._office, case, letter, occasion=Occasion(key="x"))
    assert [f.replacement for f in _of(own, "L19")] == ["\n1. receipt.pdf"]
    generated = check_composed(desk._office, case, letter, occasion=Occasion(key="y"))
    assert _of(generated, "L19") == []


def test_what_is_said_in_public_is_looked_at_on_a_social_network(desk: Desk) -> None:
    """It is the short text that goes out, from which what tells who I am is taken."""
    case = opened(desk, subject="Kettle, order 77-1")
    assert _of(desk.check_case(case.id, Channel.SOCIAL), "L15") == []
    rude = opened(desk, company="Other", subject="Vase 78-1: you are thieves!!", identifiers="")
    found = desk.check_case(rude.id, Channel.SOCIAL)
    assert {(f.id, f.part) for f in found} == {("L07", Part.PROBLEM), ("L09", Part.PROBLEM)}
    assert {f.replacement for f in found} == {None}


SAID_IN_PUBLIC = {
    "en": "Hello! My request is about “Kettle not delivered”. Please refund 124.90 to my card. "
    "Please write to me in private: I will give the number and the details there.",
    "ru": "Здравствуйте! Тема моего обращения — «Чайник не доставлен». Прошу вернуть 124,90 на "
    "карту. Пожалуйста, напишите мне в личные сообщения: номер и данные сообщу там.",
}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_compose_shows_on_a_social_network_what_goes_out_there(desk: Desk, language: str) -> None:
    wish = {"en": "Refund 124.90 to my card", "ru": "Вернуть 124,90 на карту"}[language]
    subject = {"en": "Kettle not delivered", "ru": "Чайник не доставлен"}[language]
    case = opened(desk, subject=subject, expected_result=wish)
    made = desk.compose(case.id, language=language, channel=Channel.SOCIAL)
    piece = desk.workspace(case.id, Channel.SOCIAL, Wish(language=language)).pieces[0]
    assert made.letter.text() == piece.text == SAID_IN_PUBLIC[language]
    assert made.findings == ()
    assert desk.compose(case.id, language=language).letter.parts[Part.CONTACTS]


# Drafts of the sample book that are meant to lack something, and dates that are meant to be
# early. What they asked for and is not there yet is a place to fill in.
_LACKING = {"L01", "L02", "L04", "L17", "L18", "L21"}
_TIMELY = {"L23", "L24"}


def test_the_letters_of_the_sample_book_are_good_letters() -> None:
    clock = FixedClock(datetime(2026, 11, 22, 12, tzinfo=UTC))
    store = memory_store(at=clock.now)
    fill_with_sample(store, clock)
    desk = Desk(store, clock, sample_settings("en"))
    told: dict[tuple[int, str], list[tuple[str, str]]] = {}
    for case in store.all():
        for language in ("ru", "en"):
            found = desk.compose(case.id, language=language).findings
            other = {"L32"} if language != case.language else set()
            bad = [(f.id, f.text) for f in found if f.id not in _LACKING | _TIMELY | other]
            if bad:
                told[case.id, language] = bad
    assert told == {}


def test_a_problem_that_is_named_decides_what_proves_it(desk: Desk) -> None:
    case = opened(desk, problem="other")
    consulted = _of(desk.check_case(case.id, problem=Problem.DEFECT), "L18")
    assert [f.severity for f in consulted] == [Severity.WARN]


@pytest.mark.parametrize("details", ["gj", "Broke.", FACTS["details"], FACTS["details"] * 9])
def test_a_review_has_the_same_findings_where_it_is_written_and_where_it_goes_out(
    desk: Desk, details: str
) -> None:
    """What was handed over was another text, with an L17 of which Compose knew nothing."""
    case = opened(desk, details="Broken.", subject="Kettle").id
    happens(desk, case, "sent")
    happens(desk, case, "refused")
    own = {Part.PROBLEM: details}
    wish = Wish(template="review")
    written = desk.compose(case, template="review", own=own)
    going = desk.compose(case, template="review", own=own, channel=Channel.SOCIAL)
    assert written.findings == going.findings
    assert bool(_of(written.findings, "L17")) is (details == "gj")
    assert written.letter == going.letter
    desk.save_letter(case, "", own, template="review")
    (message,) = desk.workspace(case, Channel.SOCIAL, wish).pieces
    assert details in message.text


def test_no_letter_is_advised_to_a_call(desk: Desk) -> None:
    """In an outage a call is the best of all channels, and has no letter."""
    facts = {"problem": "technical", "urgency": "critical", "playbook": "vendor-support"}
    case = opened(desk, **facts).id
    assert desk.advise_case(case, "severity")[0].channel is Channel.PHONE
    for step in ("severity", "manager"):
        assert desk.channel_for_letter(case, step) in (Channel.FORM, Channel.EMAIL)
