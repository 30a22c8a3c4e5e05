"""`upheld calc`: its options, what it prints of a rule, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_ran import Upheld

CARD = ("calc", "2026-07-10", "cards.chargeback", "--country", "GB")


def test_a_rule_is_told_with_its_note(upheld: Upheld) -> None:
    told = upheld("calc", "2026-11-22", "ru.zpp.22").out.splitlines()
    assert told[0] == (
        "Theirs, their answer: by 2 December 2026; late from 3 December 2026 on."
    )  # fmt: skip
    assert told[1] == "Rule ru.zpp.22: Refund for defective goods."
    assert told[-1].startswith("Note: The same ten days hold for a price cut")


def test_the_note_is_that_of_the_version_that_held(upheld: Upheld) -> None:
    before, after = (
        upheld("calc", day, "uk.ofcom").out.splitlines() for day in ("2026-04-07", "2026-04-08")
    )
    assert "made before 8 April 2026" in before[-1]
    assert "made from 8 April 2026" in after[-1]


def test_the_note_of_a_combined_rule_goes_by_its_own_start(upheld: Upheld, home: Path) -> None:
    version = """
        [[rule."my.card"]]
        title.en = "Card"
        owner = "mine"
        period = "120cal"
        starts_on = "knowledge"
        certainty = "own"
        combine = "min"
        part = [{ starts_on = "payment", period = "540cal" }]
    """
    folder = home / "config" / "upheld" / "rules"
    folder.mkdir(parents=True)
    (folder / "my.toml").write_text(
        f'{version}\nnote.en = "As it was."\neffective_to = "2025-12-31"\n'
        f'{version}\nnote.en = "As it is."\neffective_from = "2026-01-01"\n'
    )
    told = upheld("calc", "2026-07-10", "my.card", "--start", "payment=2025-02-01").out
    assert "by 26 July 2026" in told  # the payment counts, which was made before the change
    assert told.endswith("Note: As it is.\n")


def test_a_bare_period_has_no_note(upheld: Upheld) -> None:
    told = upheld("calc", "2026-11-22", "10cal").out
    assert "Note" not in told
    assert "Rule" not in told


@pytest.mark.parametrize(
    ("payment", "due", "counts"),
    [("2026-06-01", "2026-11-07", "knowledge"), ("2025-02-01", "2026-07-26", "payment")],
)
def test_the_earlier_of_two_periods_counts(
    upheld: Upheld, payment: str, due: str, counts: str
) -> None:
    told = upheld(*CARD, "--start", f"payment={payment}", "--json").json
    assert (told["due"], told["starts_on"]) == (due, counts)
    first, second = told["parts"]
    assert (first["start"], first["period"], first["raw_end"]) == (
        "2026-07-10", "120cal", "2026-11-07",
    )  # fmt: skip
    assert (second["start"], second["period"]) == (payment, "540cal")
    assert "part_missing" not in told["flags"]


def test_a_start_that_is_not_given_is_said(upheld: Upheld) -> None:
    told = upheld(*CARD, "--json").json
    assert (told["due"], len(told["parts"])) == ("2026-11-07", 1)
    assert "part_missing" in told["flags"]
    assert "was left out" in upheld(*CARD).out


def test_the_owner_is_that_of_the_rule_or_as_given(upheld: Upheld) -> None:
    assert upheld("calc", "2026-11-22", "10cal", "--json").json["act_by"] is None
    mine = upheld("calc", "2026-11-22", "12cal", "--owner", "mine", "--json").json
    assert mine["act_by"] == "2026-12-04"
    assert upheld("calc", "2026-09-15", "us.fcba", "--json").json["act_by"] == "2026-11-06"


def test_the_values_that_a_rule_adds(upheld: Upheld) -> None:
    told = upheld("calc", "2026-11-25", "uk.ico.sar", "--json").json
    assert (told["rule"], told["period"], told["counting"], told["starts_on"]) == (
        "uk.ico.sar", "1m", "same_date_month", "receipt",
    )  # fmt: skip
    assert told["title"] == "Copy of your personal data (UK)"
    assert told["source"].startswith("https://ico.org.uk/")
    assert (told["due_at"], told["opens"], told["parts"]) == (None, None, [])
    window = upheld("calc", "2026-04-10", "uk.ofcom", "--json").json
    assert window["opens"] == "2026-05-23"
    assert upheld("calc", "2026-11-22", "ru.pd.20", "--json").json["extended_to"] == "15wd"


def test_hours_are_told_with_moments(upheld: Upheld) -> None:
    hours = ("--hours", "Mon-Fri 09:00-13:00,14:00-18:00", "--zone", "Europe/Moscow")
    told = upheld("calc", "2026-11-23T12:30+03:00", "2bh", *hours, "--json").json
    assert told["start"] == "2026-11-23T12:30:00+03:00"
    assert told["due_at"] == "2026-11-23T15:30:00+03:00"
    assert "15:30 (UTC+03:00)" in upheld("calc", "2026-11-23T12:30+03:00", "2bh", *hours).out


@pytest.mark.parametrize(
    ("words", "status", "named"),
    [
        (("2026-11-22", "ru.zpp.220"), 1, "ru.zpp.22"),
        (("2026-11-22", "xx.nothing.like.it"), 1, "upheld rules"),
        (("2026-11-22", "10parsecs"), 2, "10cal"),
        (("2026-11-22", "0wd"), 2, "3650"),
        (("2026-11-22", "10wd", "--country", "ZZ"), 2, "ZZ"),
        (("2026-11-22", "10wd", "--country", "Narnia"), 2, "Narnia"),
        (("2026-11-22", "10wd", "--pause", "2026-11-25..2026-11-24"), 2, "before it begins"),
        (("2026-11-22", "ru.zpp.22", "--pause", "2026-11-25..2026-11-24"), 2, "before it begins"),
        (("2024-06-30", "ru.cb.442"), 2, "1 July 2024"),
        (("2026-11-22", "eu.adr2"), 2, "20 March 2028"),
        (("9999-12-31", "10cal"), 2, "2199"),
        (("9999-12-31", "ru.zpp.22"), 2, "2199"),
        (("2199-12-31", "ru.zpp.22"), 2, "2199"),
        (("2026-11-22", "ru.zpp.20"), 2, "confirmed = true"),
        (("2026-11-22", "us.cfpb"), 2, "unverified"),
        (("2026-11-22", "ru.zpp.22", "--owner", "mine"), 2, "--owner"),
        (("2026-11-22", "ru.zpp.22", "--extended"), 2, "extension"),
        (("2026-11-22", "ru.zpp.22", "--country", "DE"), 2, "RU"),
        (("2026-07-10", "cards.chargeback", "--start", "delivery=2026-01-01"), 2, "payment"),
        (("2026-07-10", "cards.chargeback", "--start", "payment"), 2, ""),
        (("2026-11-22", "8bh"), 2, "--hours"),
        (("2026-11-22", "4h"), 2, "2026-11-22T15:00"),
        (("2026-11-22T25:00", "4h"), 2, "2026-11-22T25:00"),
        (("2026-11-22T15:00", "4h", "--zone", "Mars/Olympus"), 2, "Mars/Olympus"),
        (("2026-11-22", "10cal", "--hours", "09:00-18:00"), 2, "8bh"),
        (("2026-11-22", "10cal", "--eve", "an hour"), 2, "an hour"),
    ],
)
def test_refused_in_one_sentence(
    upheld: Upheld, words: tuple[str, ...], status: int, named: str
) -> None:
    for form in ((), ("--json",)):
        ran = upheld("calc", *words, *form)
        assert (ran.status, ran.out) == (status, ""), ran
        assert ran.err.count("\n") == 1
        assert named in ran.err
        assert "Traceback" not in ran.err
