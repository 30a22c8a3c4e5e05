"""What a person's own rules change, and what they leave."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from law_texts import FACT, OWN, RULE, lawful, refusal, versions

from tui.cases.errors import BadInput

CHANGED = versions(("2024-01-01", "2026-04-07"), ("2026-04-08", ""))
CONFIRMED = '[rule."ru.one"]\nconfirmed = true\n'


def test_a_new_rule_beside_those_that_ship(tmp_path: Path) -> None:
    law = lawful(tmp_path, own={"my": OWN, "b": OWN.replace("my.bank", "ru.mine")}, ru=RULE)
    assert [(rule.id, rule.file) for rule in law.rules()] == [
        ("my.bank", "my.toml"),
        ("ru.mine", "b.toml"),
        ("ru.one", ""),
    ]
    assert law.rule("my.bank").certainty == "own"


@pytest.mark.parametrize("certainty", ["C", "X"])
def test_a_rule_is_switched_on_and_else_stays_as_it_is(tmp_path: Path, certainty: str) -> None:
    shipped = RULE.replace('certainty = "A"', f'certainty = "{certainty}"')
    rule = lawful(tmp_path, own={"my": CONFIRMED}, ru=shipped).rule("ru.one")
    assert (rule.certainty, rule.confirmed, rule.file) == (certainty, True, "my.toml")
    assert rule.examples
    assert [source.address for source in rule.sources] == ["https://example.org/law"]


def test_a_text_is_changed_in_one_language(tmp_path: Path) -> None:
    own = {"my": '[rule."ru.one"]\ntitle.ru = "Деньги"\n[fact."ru.channel"]\ntext.en = "Here."\n'}
    law = lawful(tmp_path, own=own, ru=RULE + FACT)
    assert law.rule("ru.one").titles == {"en": "Money back", "ru": "Деньги"}
    assert law.rule("ru.one").certainty == "A"
    fact = law.fact("ru.channel")
    assert fact.texts == {"en": "Here.", "ru": "Только туда."}
    assert fact.titles == {"en": "Where", "ru": "Куда"}
    assert (fact.certainty, fact.file) == ("B", "my.toml")


def test_a_period_of_ones_own_is_no_longer_what_the_sources_say(tmp_path: Path) -> None:
    own = {"my": '[rule."ru.one"]\nperiod = "20cal"\n'}
    rule = lawful(tmp_path, own=own, ru=RULE).rule("ru.one")
    assert (str(rule.period), rule.certainty) == ("20cal", "own")
    assert rule.sources == rule.examples == ()
    assert rule.calendar == "RU"


def test_a_period_of_ones_own_with_its_own_source(tmp_path: Path) -> None:
    source = (
        '[[rule."ru.one".source]]\naddress = "contract"\nkind = "company"\nseen_on = 2026-11-22'
    )
    own = {"my": f'[rule."ru.one"]\nperiod = "20cal"\ncertainty = "B"\n{source}\n'}
    rule = lawful(tmp_path, own=own, ru=RULE).rule("ru.one")
    assert (rule.certainty, [source.address for source in rule.sources]) == ("B", ["contract"])


def test_another_calendar_keeps_the_sources_and_not_the_examples(tmp_path: Path) -> None:
    own = {"my": '[rule."ru.one"]\ncalendar = "RU-TA"\n'}
    rule = lawful(tmp_path, own=own, ru=RULE).rule("ru.one")
    assert (rule.calendar, rule.certainty, rule.examples) == ("RU-TA", "A", ())
    assert rule.sources


def test_one_table_changes_the_newest_version_only(tmp_path: Path) -> None:
    law = lawful(tmp_path, own={"my": '[rule."ru.two"]\nperiod = "9cal"\n'}, ru=CHANGED)
    assert [(rule.period.count, rule.file) for rule in law.versions("ru.two")] == [
        (1, ""),
        (9, "my.toml"),
    ]
    assert law.rule("ru.two", date(2026, 4, 7)).period.count == 1


def test_a_list_tells_the_whole_history(tmp_path: Path) -> None:
    mine = OWN.replace('[rule."my.bank"]', '[[rule."ru.two"]]')
    own = {"my": f"{mine}effective_to = 2025-12-31\n{mine}effective_from = 2026-01-01\n"}
    law = lawful(tmp_path, own=own, ru=CHANGED)
    assert [str(rule.period) for rule in law.versions("ru.two")] == ["5wd", "5wd"]


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ('effective_from = "2026-01-01"', "“effective_from”: two versions of the rule hold"),
        ('effective_to = "2026-01-01"', "“effective_to”: is before effective_from."),
        ('extended_to = "2cal"', "“extended_to”: must be longer than the period 2cal."),
        ("must_arrive = true", "“must_arrive”: is only for a time of mine."),
        ('combine = "min"', "“combine”: “combine” and “part” need each other."),
    ],
)
def test_a_change_that_contradicts_the_rule(tmp_path: Path, own: str, said: str) -> None:
    law = lawful(tmp_path, own={"my": f'[rule."ru.two"]\n{own}\n'}, ru=CHANGED)
    told = refusal(law.rule, "ru.two", error=BadInput)
    assert told.startswith("my.toml, rule “ru.two”, field ")
    assert said in told


def test_a_change_of_a_fact_that_contradicts_it(tmp_path: Path) -> None:
    dates = 'effective_from = "2026-02-01"\neffective_to = "2026-01-01"\n'
    law = lawful(tmp_path, own={"my": f'[fact."ru.channel"]\n{dates}'}, ru=FACT)
    said = refusal(law.fact, "ru.channel", error=BadInput)
    assert said == "my.toml, fact “ru.channel”, field “effective_to”: is before effective_from."


DAY = '[[day]]\ncalendar = "RU"\ndate = "2026-06-20"\nworks = true\n'


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (CONFIRMED, "rule “ru.one”"),
        ('[fact."ru.channel"]\ntext.en = "x"', "fact “ru.channel”"),
        (DAY, "day “2026-06-20”"),
    ],
)
def test_two_files_do_not_say_something_of_the_same(tmp_path: Path, text: str, what: str) -> None:
    law = lawful(tmp_path, own={"a": text, "b": text}, ru=RULE + FACT)
    said = refusal(law.rule, "ru.one", error=BadInput)
    assert said == f"b.toml, {what}, field “id”: a.toml says something of it, too."


def test_a_day_is_not_given_twice_in_one_file(tmp_path: Path) -> None:
    said = refusal(lawful(tmp_path, own={"a": DAY + DAY}).calendar, "RU", error=BadInput)
    assert said == "a.toml, day “2026-06-20”, field “id”: a.toml says something of it, too."
