"""Asking the law: the version of the day, what is off, what is unknown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from law_texts import FACT, RULE, lawful, refusal, versions

from tui.cases.errors import BadInput, NotFound, NotInForce
from tui.playbooks.law import Law

CHANGED = versions(("2024-01-01", "2026-04-07"), ("2026-04-08", ""))


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2024, 1, 1), 1),
        (date(2026, 4, 7), 1),
        (date(2026, 4, 8), 2),
        (date(2199, 1, 1), 2),
        (None, 2),
    ],
)
def test_the_version_of_the_day(tmp_path: Path, day: date | None, count: int) -> None:
    assert lawful(tmp_path, ru=CHANGED).rule("ru.two", day).period.count == count


def test_all_versions_oldest_first(tmp_path: Path) -> None:
    law = lawful(tmp_path, ru=CHANGED + RULE)
    assert [rule.period.count for rule in law.versions("ru.two")] == [1, 2]
    assert [rule.id for rule in law.rules()] == ["ru.one", "ru.two", "ru.two"]


@pytest.mark.parametrize(
    ("spans", "held"),
    [
        ([("2026-06-19", "")], "from 19 June 2026"),
        ([("unknown", "2024-12-31")], "until 31 December 2024"),
        (
            [("unknown", "2024-12-31"), ("2026-06-01", "2027-01-01")],
            "until 31 December 2024, from 1 June 2026 until 1 January 2027",
        ),
    ],
)
def test_a_day_on_which_it_did_not_hold(
    tmp_path: Path, spans: list[tuple[str, str]], held: str
) -> None:
    law = lawful(tmp_path, ru=versions(*spans))
    said = refusal(law.rule, "ru.two", date(2026, 5, 1), error=NotInForce)
    assert said == f"ru.two holds {held}; on 1 May 2026 it did not."


@pytest.mark.parametrize("certainty", ["C", "X"])
def test_an_unverified_rule_is_listed_and_off(tmp_path: Path, certainty: str) -> None:
    law = lawful(tmp_path, ru=RULE.replace('certainty = "A"', f'certainty = "{certainty}"'))
    assert [rule.is_on for rule in law.rules()] == [False]
    assert law.versions("ru.one") == law.rules()
    said = refusal(law.rule, "ru.one", error=BadInput)
    assert said.startswith("“ru.one” is unverified and off.")
    assert '[rule."ru.one"]' in said
    assert "confirmed = true" in said
    assert str(tmp_path / "own" / "my.toml") in said


def test_an_unknown_id_names_those_near_it(tmp_path: Path) -> None:
    law = lawful(tmp_path, ru=CHANGED + RULE + FACT)
    said = refusal(law.rule, "RU.ones", error=NotFound)
    assert said == "There is no rule “RU.ones”. Near: ru.one, ru.two. For all of them: upheld rules"
    said = refusal(law.fact, "channel", error=NotFound)
    assert said == "There is no fact “channel”. Near: ru.channel."


@pytest.mark.parametrize(
    "unknown", ["", ".", "..", "../../etc/hosts", "/", "xyz", "\0", "q" * 5_000]
)
def test_an_id_that_is_like_none(tmp_path: Path, unknown: str) -> None:
    law = lawful(tmp_path, ru=CHANGED + FACT)
    for ask in (law.rule, law.versions):
        said = refusal(ask, unknown, error=NotFound)
        assert said == f"There is no rule “{unknown}”. For all of them: upheld rules"
    assert refusal(law.fact, unknown, error=NotFound) == f"There is no fact “{unknown}”."


def test_a_name_near_everything_names_five_at_most(tmp_path: Path) -> None:
    many = "".join(RULE.replace("ru.one", f"ru.one{n}") for n in range(9))
    said = refusal(lawful(tmp_path, ru=many).rule, "ru.one", error=NotFound)
    assert said.count("ru.one") == 1 + 5


def test_facts(tmp_path: Path) -> None:
    law = lawful(tmp_path, ru=FACT)
    assert law.facts() == (law.fact("ru.channel"),)


def test_only_the_file_of_the_id_is_read(tmp_path: Path) -> None:
    law = lawful(tmp_path, ru=RULE, uk="this is no TOML")
    assert law.rule("ru.one").id == "ru.one"
    with pytest.raises(BadInput):
        law.versions("uk.one")


def test_what_was_read_is_not_read_again(tmp_path: Path) -> None:
    law = lawful(tmp_path, ru=RULE + FACT)
    first = law.rule("ru.one")
    (tmp_path / "shipped" / "ru.toml").write_text("this is no TOML any more", "utf-8")
    assert law.rule("ru.one") is first
    assert Law(shipped=tmp_path / "shipped").rule("ru.one") == first  # another law, too
    assert law.calendar("RU") is law.calendar("ru")


def test_a_person_need_not_have_a_folder(tmp_path: Path) -> None:
    lawful(tmp_path, ru=RULE)
    for own in (None, tmp_path / "nowhere", tmp_path / "own"):
        assert Law(own, shipped=tmp_path / "shipped").rule("ru.one").file == ""
