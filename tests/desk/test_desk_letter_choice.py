"""Which letter, in which tone, on which law; and what is offered beside own words."""

from __future__ import annotations

from pathlib import Path

import pytest
from desk_story import ANNA, NOW, Place, at, happens, opened

from tui.cases.errors import BadInput, NotFound
from tui.cases.words import Part, Tone
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.settings.config import Config, Profile, Settings
from tui.store.opening import memory_store


def _refused(desk: Desk, **facts: str) -> int:
    case = opened(desk, **facts).id
    happens(desk, case, "sent")
    happens(desk, case, "refused")
    return case


def _shop(desk: Desk, problem: str = "defect") -> int:
    return _refused(desk, playbook="ru-shop", problem=problem, country="RU", language="ru")


def test_another_letter_is_chosen_by_its_name(desk: Desk) -> None:
    case = _refused(desk)
    usual = desk.compose(case, "complaint").draft
    assert (usual.template, usual.key) == ("complaint", "complaint")
    assert desk.compose(case, "complaint", template="complaint").draft == usual
    chosen = desk.compose(case, "complaint", template="last_notice")
    assert chosen.draft.key == "complaint.last_notice.1"
    assert "Last notice" in chosen.letter.parts[Part.SUBJECT]
    desk.save_letter(case, "complaint", {Part.PROBLEM: "Mine."}, template="last_notice")
    again = desk.compose(case, "complaint", template="last_notice")
    assert again.letter.parts[Part.PROBLEM] == "Mine."
    assert desk.compose(case, "complaint").own[Part.PROBLEM] == ""
    with pytest.raises(NotFound, match="There is no letter"):
        desk.compose(case, template="poem")


def test_a_letter_with_a_time_of_its_own_sets_the_date(desk: Desk) -> None:
    case = _refused(desk)
    notice = desk.compose(case, "request", template="last_notice")
    assert notice.sets_date
    assert notice.answer_by is not None
    thanks = desk.compose(case, "request", template="thanks")
    assert (thanks.sets_date, thanks.answer_by) == (False, None)
    assert not {"L03", "L18", "L21"} & {finding.id for finding in thanks.findings}


def test_the_tone_is_kept_for_its_letter_alone(place: Place) -> None:
    desk = place.desk()
    case = _refused(desk)
    assert desk.compose(case, "complaint").tone is Tone.FIRM
    assert desk.compose(case, "complaint", tone=Tone.FORMAL).tone is Tone.FORMAL
    assert desk.compose(case, "complaint").tone is Tone.FIRM
    desk.choose_letter(case, "complaint", "", Tone.NEUTRAL)
    assert place.desk().compose(case, "complaint").tone is Tone.NEUTRAL
    assert place.desk().compose(case, "higher").tone is Tone.FORMAL
    assert desk.case(case).letters == {}
    desk.undo()
    assert desk.compose(case, "complaint").tone is Tone.FIRM


def test_a_claim_cites_the_law_of_its_step(desk: Desk) -> None:
    case = _shop(desk)
    made = desk.compose(case, "claim")
    assert (made.draft.template, made.tone, made.rule) == ("claim", Tone.FORMAL, "ru.zpp.22")
    said = "Этот срок установлен ст.\u00a022 Закона РФ «О защите прав потребителей»."
    assert said in made.letter.parts[Part.RESULT]
    assert "Закона" not in desk.compose(case, "claim", tone=Tone.FIRM).letter.text()
    english = desk.compose(case, "claim", language="en").letter.text()
    assert "article 22 of the Russian Law on Consumer Rights Protection" in english


def test_law_about_other_problems_is_cited_only_if_it_is_chosen(desk: Desk) -> None:
    refund = _shop(desk, "refund")
    assert "22" in desk.compose(refund, "claim").law, "it arrived broken"
    desk.edit(refund, {"details": "Исправный чайник, но мне не нравится цвет."})
    assert desk.compose(refund, "claim").law == ""  # it is good, and not liked
    case = _shop(desk, "delivery")
    assert desk.compose(case, "claim").law == ""
    desk.choose_letter(case, "claim", "", None, "ru.zpp.26.1.refund")
    assert "26.1" in desk.compose(case, "claim").letter.parts[Part.RESULT]
    desk.choose_letter(case, "claim", "", None, "none")
    assert "Закона" not in desk.compose(case, "claim").letter.text()
    assert desk.compose(case, "claim").rule == ""
    desk.choose_letter(case, "claim", "", None, "")
    assert desk.compose(case, "claim").rule == "ru.zpp.22"


def test_a_rule_of_mine_is_what_a_demand_rests_on(desk: Desk) -> None:
    case = _shop(desk)
    desk.choose_letter(case, "claim", "", None, "ru.zpp.25")
    said = desk.compose(case, "claim").letter.parts[Part.RESULT]
    assert "Моё требование основано на ст.\u00a025" in said


@pytest.mark.parametrize("rule", ["ru.zpp.20", "ru.rpn", "ru.nothing"])
def test_what_no_letter_may_cite_is_refused(desk: Desk, rule: str) -> None:
    """Unverified, without an article, unknown."""
    case = _shop(desk)
    with pytest.raises((BadInput, NotFound)):
        desk.choose_letter(case, "claim", "", None, rule)
    assert desk.case(case).letter_notes == ()


def test_a_rule_that_is_not_in_force_is_not_cited() -> None:
    before = Place().desk(at("2026-04-07 12:00"))
    after = Place().desk(at("2026-04-09 12:00"))
    for desk in (before, after):
        case = _refused(desk, playbook="uk-telecom", country="GB-ENG")
        assert desk.compose(case, "ombudsman").law == ""  # the step has no rule
        assert desk.compose(case, "lba").law == ""  # a custom of courts has no article


@pytest.mark.parametrize(
    ("certainty", "cited"), [("A", True), ("B", True), ("C", False), ("X", False), ("own", False)]
)
def test_only_certain_law_is_cited_even_if_the_person_vouches_for_it(
    tmp_path: Path, certainty: str, cited: bool
) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "my.toml").write_text(
        f'[rule."ru.zpp.22"]\ncertainty = "{certainty}"\nconfirmed = true\n'
    )
    clock = FixedClock(NOW)
    desk = Desk(memory_store(at=clock.now), clock, Settings(tmp_path / "config.toml"))
    case = _shop(desk)
    assert ("ст." in desk.compose(case, "claim").law) is cited
    assert ("Закона" in desk.compose(case, "claim").letter.text()) is cited
    assert desk.compose(case, "claim").answer_by is not None


def test_the_next_step_is_named_in_the_last_notice(desk: Desk) -> None:
    shop = _shop(desk)
    notice = desk.compose(shop, "claim", template="last_notice").letter.parts[Part.RESULT]
    assert notice.endswith("мой следующий шаг — жалоба в Роспотребнадзор.")
    general = desk.compose(_refused(desk), "request", template="last_notice")
    assert (
        "by then, I will take the next step: complaint to the management." in general.letter.text()
    )


def test_to_a_higher_body_one_writes_again_as_to_a_higher_body(desk: Desk) -> None:
    case = _refused(desk)
    happens(desk, case, "escalated", step="complaint", channel="form")
    happens(desk, case, "refused")
    happens(desk, case, "escalated", step="higher", channel="form")
    assert desk.compose(case).draft.template == "higher_reminder"
    assert "Dear Sir or Madam," in desk.compose(case).letter.text()
    happens(desk, case, "asked", text="Which order?")
    assert desk.compose(case).draft.template == "higher_reply"


@pytest.mark.parametrize(
    ("outcome", "template"),
    [
        ("upheld", "thanks"),
        ("partly", "thanks"),
        ("withdrawn", "thanks"),
        ("rejected", "review"),
        ("expired", "review"),
    ],
)
def test_what_is_closed_is_not_chased(desk: Desk, outcome: str, template: str) -> None:
    case = opened(desk).id
    happens(desk, case, "sent")
    happens(desk, case, "closed", outcome=outcome)
    assert desk.compose(case).draft.template == template
    happens(desk, case, "reopened")
    assert desk.compose(case).draft.template == "reminder"


@pytest.mark.parametrize("template", ["claim", "rejection"])
def test_after_a_refusal_no_letter_speaks_of_one_that_may_come(desk: Desk, template: str) -> None:
    case = opened(desk).id
    assert "If you refuse" in desk.compose(case, template=template).letter.text()
    refused = desk.compose(_refused(desk), template=template).letter
    assert "If you refuse" not in refused.text()
    assert "If your decision stays the same" in refused.text()
    russian = desk.compose(_refused(desk), template=template, language="ru").letter.text()
    assert "Если вы откажете" not in russian
    assert "Если вы решите отказать" not in russian


def test_the_kinds_that_fit_now(desk: Desk) -> None:
    case = opened(desk).id
    assert [kind.id for kind in desk.letter_kinds(case)] == ["request"]
    happens(desk, case, "sent")
    assert not any(kind.usual for kind in desk.letter_kinds(case)), "they have time to answer"
    happens(desk, case, "refused")
    kinds = {kind.id: kind for kind in desk.letter_kinds(case, "reasons")}
    assert next(iter(kinds)) == "reasons"
    assert kinds["reasons"].usual
    assert {"appeal", "claim", "complaint"} <= set(kinds)
    assert not {"thanks", "request", "recap"} & set(kinds)
    assert all(kind.about["ru"] and kind.title["en"] for kind in kinds.values())
    happens(desk, case, "call")
    assert "recap" in {kind.id for kind in desk.letter_kinds(case)}


def test_a_letter_of_a_ladder_is_proposed_on_that_ladder_alone(desk: Desk) -> None:
    """To withdraw from a purchase is a step of a shop's ladder, and none of a bank's."""
    shop, bank = (opened(desk, playbook=name).id for name in ("ru-shop", "ru-bank"))
    assert "withdrawal" in {kind.id for kind in desk.letter_kinds(shop)}
    assert "withdrawal" not in {kind.id for kind in desk.letter_kinds(bank)}
    asked = opened(desk, playbook="ru-bank", problem="data").id
    assert [kind.id for kind in desk.letter_kinds(asked)] == ["request", "access"]


OWN = {Part.PROBLEM: "My own words.", Part.CONTACTS: "Write to me."}


def test_what_is_written_anew_is_offered_and_nothing_is_overwritten(desk: Desk) -> None:
    case = _refused(desk)
    desk.save_letter(case, "complaint", OWN)
    assert desk.compose(case, "complaint").offered == {}
    desk.edit(case, {"details": "It leaks, and it is hot."})
    made = desk.compose(case, "complaint")
    assert set(made.offered) == {Part.PROBLEM}
    assert made.offered[Part.PROBLEM].startswith("It leaks, and it is hot.")
    assert made.letter.parts[Part.PROBLEM] == "My own words."
    assert desk.compose(case, "complaint", language="ru").offered == {}
    desk.keep_own(case, "complaint", [Part.PROBLEM])
    assert desk.compose(case, "complaint").offered == {}
    assert desk.compose(case, "complaint").own[Part.PROBLEM] == "My own words."
    desk.edit(case, {"details": "It leaks again."})
    desk.save_letter(case, "complaint", {Part.PROBLEM: ""})
    assert desk.compose(case, "complaint").offered == {}


def test_another_day_alone_offers_nothing(place: Place) -> None:
    desk = place.desk()
    case = _refused(desk)
    desk.save_letter(case, "complaint", dict.fromkeys(Part, "Mine."))
    later = place.desk(at("2026-11-24 09:00"))
    later.look_again()
    assert later.compose(case, "complaint").offered == {}


def test_a_first_letter_offers_what_stands_instead_of_own_facts(tmp_path: Path) -> None:
    clock = FixedClock(NOW)
    desk = Desk(memory_store(at=clock.now), clock, Settings(tmp_path / "config.toml"))
    case = opened(desk).id
    desk.save_letter(case, "", {Part.GREETING: "Hi.", Part.PROBLEM: "It leaks."})
    assert desk.compose(case).offered == {}
    desk.save_profile(ANNA)
    assert "Anna Petrova" in desk.compose(case).offered[Part.GREETING]
    assert desk.compose(case).letter.parts[Part.GREETING] == "Hi."


def test_own_letters_stand_in_the_desk(tmp_path: Path) -> None:
    clock = FixedClock(NOW)
    desk = Desk(memory_store(at=clock.now), clock, Settings(tmp_path / "config.toml"))
    case = opened(desk).id
    (tmp_path / "letters").mkdir()
    text = '[[paragraph]]\npart = "problem"\nru = "Моё"\nen = "All mine"\n'
    (tmp_path / "letters" / "request.toml").write_text(text)
    assert desk.letter(case).parts[Part.PROBLEM] == "All mine"
    (tmp_path / "letters" / "request.toml").write_text(text.replace("part =", "prat ="))
    with pytest.raises(BadInput, match="paragraph"):
        desk.letter(case)
    (faulty,) = (kind for kind in desk.letter_kinds(case) if kind.fault)
    assert (faulty.id, faulty.replaces) == ("request", True)


def test_a_case_names_who_writes(tmp_path: Path) -> None:
    config = Config(profile=ANNA, profiles={"bob": Profile(name="Bob Lee")})
    clock = FixedClock(NOW)
    desk = Desk(memory_store(at=clock.now), clock, Settings(config=config))
    case = opened(desk).id
    assert "Anna Petrova" in desk.letter(case).text()
    desk.edit(case, {"profile": "bob"})
    assert desk.case(case).profile == "bob"
    text = desk.letter(case).text()
    assert "Bob Lee" in text
    assert "Anna" not in text
    assert "L33" not in {finding.id for finding in desk.check_case(case)}
    with pytest.raises(BadInput, match="writes for"):
        desk.remove_profile("bob")
    with pytest.raises(NotFound, match="There is no profile"):
        desk.edit(case, {"profile": "eve"})
    desk.edit(case, {"profile": ""})
    desk.remove_profile("bob")
    assert list(desk.profiles) == [""]


def test_a_profile_that_is_gone_is_no_one_elses_signature() -> None:
    config = Config(profile=ANNA, profiles={"bob": Profile(name="Bob Lee")})
    clock = FixedClock(NOW)
    store = memory_store(at=clock.now)
    case = opened(Desk(store, clock, Settings(config=config)), profile="bob").id
    elsewhere = Desk(store, clock, Settings(config=Config(profile=ANNA)))
    with pytest.raises(NotFound, match="There is no profile"):
        elsewhere.letter(case)
    assert elsewhere.case_view(case).case.profile == "bob"


@pytest.mark.parametrize("typed", ["03.03.2026", "3.3.2026", " 2026-03-03 "])
def test_a_date_of_a_power_of_attorney_is_kept_as_iso(tmp_path: Path, typed: str) -> None:
    clock = FixedClock(NOW)
    desk = Desk(memory_store(at=clock.now), clock, Settings(tmp_path / "config.toml"))
    desk.save_profile(Profile(name="Bob", represented="Ann", power_date=typed), "bob")
    assert desk.profiles["bob"].power_date == "2026-03-03"


@pytest.mark.parametrize("value", ["3 March", "2026-13-01", "31.02.2026", "03.03", "tomorrow"])
def test_a_date_of_a_power_of_attorney_is_checked(desk: Desk, value: str) -> None:
    with pytest.raises(BadInput, match="not a date"):
        desk.save_profile(Profile(name="Bob", represented="Ann", power_date=value), "bob")
    with pytest.raises(BadInput, match="no name for a profile"):
        desk.save_profile(Profile(name="Bob"), "../bob")


def test_who_complains_formally_begins_with_a_claim(place: Place) -> None:
    desk = place.desk()
    facts = {"company": "Severmart", "subject": "Refund 4821-77", "problem": "refund"}
    plain, formal = (desk.open_case({**facts, "formal": answer}) for answer in ("no", "yes"))
    assert desk.compose(plain.id).draft.template == "request"
    assert desk.compose(formal.id).draft.template == "claim"
    assert "formal claim" in desk.compose(formal.id, language="en").letter.text()
    assert next(iter(desk.letter_kinds(formal.id))).id == "claim"


def test_who_has_decided_is_not_reminded(desk: Desk) -> None:
    facts = {"playbook": "card-chargeback", "parties": "bank=Northbank", "language": "en"}
    case = opened(desk, **facts).id
    happens(desk, case, "sent", at="2026-11-02")
    happens(desk, case, "refused", at="2026-11-04")
    happens(desk, case, "escalated", step="chargeback", at="2026-11-05", anyway=True)
    assert desk.compose(case, "chargeback").draft.template == "reminder"
    happens(desk, case, "refused", at="2026-11-09", party="bank")
    letter = desk.compose(case, "chargeback").letter
    assert "On 9 November 2026 you refused my request." in letter.parts[Part.PROBLEM]
    assert letter.parts[Part.GREETING].startswith("Dear Northbank team,")
    assert desk.compose(case, "merchant").draft.template == "reminder"
    happens(desk, case, "sent", party="bank", at="2026-11-10")
    assert desk.compose(case, "chargeback").draft.template == "reminder"
