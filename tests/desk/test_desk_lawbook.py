"""The rules, facts and playbooks there are, as the desk hands them out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from desk_story import NOW

from tui.cases.errors import BadInput, NotFound
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.settings.config import Settings
from tui.store.opening import memory_store

OWN = """
[[rule."my.gym"]]
title.en = "Gym answers"
owner = "theirs"
period = "7wd"
starts_on = "letter"
certainty = "own"
effective_to = "2026-05-31"
[[rule."my.gym"]]
title.en = "Gym answers"
owner = "theirs"
period = "5wd"
starts_on = "letter"
certainty = "own"
effective_from = "2026-06-01"

[rule."ru.zpp.22"]
period = "12cal"
"""


@pytest.fixture
def own(tmp_path: Path) -> Desk:
    """A desk whose person has rules of their own."""
    clock, settings = FixedClock(NOW), Settings(tmp_path / "config.toml")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "my.toml").write_text(OWN, "utf-8")
    return Desk(memory_store(at=clock.now), clock, settings)


def test_groups_come_in_order_and_the_own_last(own: Desk) -> None:
    book = own.lawbook()
    assert [group.jurisdiction for group in book.groups] == [
        "ru", "eu", "uk", "us", "cards", "vendors", "own",
    ]  # fmt: skip
    for group in book.groups:
        ids = [rule.id for rule in group.rules]
        assert ids == sorted(ids)
    assert [rule.id for rule in book.groups[-1].rules] == ["my.gym", "my.gym"]
    assert len(book.ids) == len(set(book.ids))


@pytest.mark.parametrize(
    ("prefix", "first", "without"),
    [
        ("ru", "ru.", "eu"),
        ("RU.ZPP ", "ru.zpp.", "ru.pd"),
        ("uk.fca", "uk.fca.", "uk.foi"),
        ("us.rege", "us.rege", "us.fcba"),
    ],
)
def test_a_prefix_takes_whole_segments(desk: Desk, prefix: str, first: str, without: str) -> None:
    ids = desk.lawbook(prefix).ids
    assert ids
    assert all(one.startswith(first) for one in ids)
    assert not [one for one in ids if one.startswith(without)]


def test_part_of_a_segment_is_no_prefix(desk: Desk) -> None:
    assert desk.lawbook("ru.zp").ids == ()
    assert desk.lawbook("ru.pos").ids == ("ru.pos",)  # and not ru.post


def test_a_rule_with_its_versions_and_basis(desk: Desk) -> None:
    entry = desk.rule("uk.ofcom")
    assert [str(rule.period) for rule in entry.versions] == ["8w", "6w"]
    before, after = entry.version_on(date(2026, 4, 7)), entry.version_on(date(2026, 4, 8))
    assert (before, after) == entry.versions
    refund = desk.rule("ru.zpp.22")
    assert [fact.id for fact in refund.basis] == list(refund.versions[0].basis)
    assert desk.rule("eu.adr2").version_on(date(2026, 11, 22)) is None


def test_a_fact_and_a_playbook(desk: Desk) -> None:
    fact = desk.rule("ru.gk.193")
    assert (fact.versions, fact.playbook) == ((), None)
    assert fact.fact is not None
    playbook = desk.rule("general")
    assert playbook.playbook is not None
    assert playbook.fact is None


def test_own_versions_and_changes(own: Desk) -> None:
    assert [str(rule.period) for rule in own.rule("my.gym").versions] == ["7wd", "5wd"]
    (changed,) = own.rule("ru.zpp.22").versions
    assert (str(changed.period), changed.certainty, changed.file) == ("12cal", "own", "my.toml")


@pytest.mark.parametrize("some_id", ["ru.zpp", "ru.zpp.2", "", "x"])
def test_what_is_no_id(desk: Desk, some_id: str) -> None:
    with pytest.raises(NotFound):
        desk.rule(some_id)


def test_near_ids_begin_alike(desk: Desk) -> None:
    with pytest.raises(NotFound) as raised:
        desk.rule("ru.zpp.2")
    near = raised.value.sentence.values["near"]
    assert isinstance(near, tuple)
    assert "ru.zpp.22" in near
    assert all(str(one).startswith("ru.zpp.2") for one in near)


def test_a_faulty_file_is_named(own: Desk, tmp_path: Path) -> None:
    (tmp_path / "rules" / "my.toml").write_text('[rule."my.gym"]\nowner = "yours"\n', "utf-8")
    with pytest.raises(BadInput):
        own.lawbook()
    with pytest.raises(BadInput):
        own.rule("ru.zpp.22")
