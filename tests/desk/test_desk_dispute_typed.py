"""Days that count and others in a dispute, in the words that people and screens have for them."""

from __future__ import annotations

from datetime import date

import pytest

from tui.cases.errors import BadInput
from tui.cases.particulars import Known, Party
from tui.deadlines.rule import StartsOn
from tui.desk.ladder.dispute import dates_of, dates_text, parties_of, parties_text
from tui.playbooks.playbook import load_playbook, playbook_ids
from tui.playbooks.windows import TOLD
from tui.wording.wording import LANGUAGES, Wording

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_may_be_called_as_the_screens_call_it(language: str) -> None:
    for kind in TOLD:
        for between in (" ", "=", ": "):
            (known,) = dates_of(f"{Wording(language).term(kind)}{between}25.09.2026", TODAY)
            assert (known.kind, known.on) == (kind, date(2026, 9, 25))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_told_as_known_can_be_typed(language: str) -> None:
    with pytest.raises(BadInput) as wrong:
        dates_of("vorgestern 25.09.2026", TODAY)
    listed = wrong.value.sentence.values["known"]
    assert isinstance(listed, dict)
    words = listed[language].split(", ")
    assert {dates_of(f"{word} 25.09.2026", TODAY)[0].kind for word in words} == set(TOLD)
    assert listed[language] in Wording(language).say(wrong.value.sentence)


def test_a_longer_name_is_not_taken_for_a_shorter_one() -> None:
    (known,) = dates_of("передача товара 25.09.2026", TODAY)
    assert known.kind == StartsOn.DELIVERY
    with pytest.raises(BadInput, match="deliveryman"):
        dates_of("deliveryman 25.09.2026", TODAY)


def test_every_role_of_a_ladder_may_be_called_by_its_title_or_a_word() -> None:
    titles = {r: by for one in playbook_ids() for r, by in load_playbook(one).parties.items()}
    for role, by in titles.items():
        for called in (role, *by.values()):
            (party,) = parties_of(f"{called} ООО Пылесервис", titles)
            assert (party.role, party.company) == (role, "ООО Пылесервис")
    assert parties_of("продавец=Вега")[0].role == "seller"
    with pytest.raises(BadInput) as wrong:
        parties_of("Вега", titles)
    assert "банк, продавец" in Wording("ru").say(wrong.value.sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shown_in_a_form_is_read_again_as_it_was(language: str) -> None:
    dates = tuple(Known(kind=kind.value, on=date(2026, 11, 2)) for kind in TOLD)
    assert dates_of(dates_text(dates, language), date(2026, 11, 20)) == dates
    parties = (Party(role="bank", company="Northbank"), Party(role="seller", company="Vega 5"))
    assert parties_of(parties_text(parties, language)) == parties


def test_a_russian_form_shows_days_and_roles_in_russian() -> None:
    assert (
        dates_text((Known(kind="delivery", on=date(2026, 11, 2)),), "ru") == "доставка 02.11.2026"
    )
    assert parties_text((Party(role="bank", company="Вега"),), "ru") == "банк Вега"
