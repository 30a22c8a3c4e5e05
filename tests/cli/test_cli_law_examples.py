"""The dated examples that two people counted by hand, asked of the command line by rule id.

Their numbers are those of the list from which the rules were taken.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from cli_ran import Upheld

HOURS = ("--hours", "Mon-Fri 09:00-18:00", "--zone", "Europe/Moscow", "--country", "RU")
THURSDAY = "2026-04-30T15:00+03:00"

# number, start, rule, options; raw_end, due, late_after, act_by ("" where there is none)
DAYS: list[tuple[str, str, str, tuple[str, ...], str, str, str, str]] = [
    ("T1", "2026-11-22", "ru.zpp.22", (),
     "2026-12-02", "2026-12-02", "2026-12-02", ""),
    ("T3", "2026-04-29", "ru.zpp.22", (),
     "2026-05-09", "2026-05-12", "2026-05-12", ""),
    ("T5", "2026-02-26", "ru.zpp.31.1", (),
     "2026-03-08", "2026-03-10", "2026-03-10", ""),
    ("T7", "2026-04-27", "ru.pd.20", (),
     "2026-05-13", "2026-05-13", "2026-05-13", ""),
    ("T7 extended", "2026-04-27", "ru.pd.20", ("--extended",),
     "2026-05-20", "2026-05-20", "2026-05-20", ""),
    ("T9", "2025-12-09", "ru.59fz.answer", (),
     "2026-01-08", "2025-12-30", "2026-01-12", ""),
    ("T11", "2026-10-01", "ru.svyaz.55", (),
     "2026-10-31", "2026-11-02", "2026-11-02", ""),
    ("T13", "2026-12-24", "ru.zpp.26.1.refuse", (),
     "2026-12-31", "2027-01-11", "2027-01-11", "2026-12-30"),
    ("T15", "2026-01-31", "eu.gdpr.12", ("--country", "DE"),
     "2026-02-28", "2026-03-02", "2026-03-02", ""),
    ("T17", "2026-11-27", "eu.gdpr.12", ("--country", "DE"),
     "2026-12-27", "2026-12-28", "2026-12-28", ""),
    ("T19", "2026-11-25", "uk.ico.sar", (),
     "2026-12-25", "2026-12-29", "2026-12-29", ""),
    ("T21", "2025-12-19", "uk.foi", (),
     "2026-01-22", "2026-01-22", "2026-01-22", ""),
    ("T23 before", "2026-03-20", "uk.ofcom", (),
     "2026-05-15", "2026-05-15", "2026-05-15", ""),
    ("T23 after", "2026-04-10", "uk.ofcom", (),
     "2026-05-22", "2026-05-22", "2026-05-22", ""),
    ("T25", "2026-08-31", "uk.fos.6m", (),
     "2027-02-28", "2027-02-28", "2027-02-28", "2027-02-26"),
    ("T27", "2026-03-01", "us.fcra", (),
     "2026-03-30", "2026-03-30", "2026-03-30", ""),
    ("T27 extended", "2026-03-01", "us.fcra", ("--extended",),
     "2026-04-14", "2026-04-14", "2026-04-14", ""),
    ("T29", "2026-09-15", "us.fcba", (),
     "2026-11-14", "2026-11-14", "2026-11-14", "2026-11-06"),
    ("T31 acknowledged", "2026-07-10", "us.dot.reply.ack", (),
     "2026-08-09", "2026-08-09", "2026-08-09", ""),
    ("T31 answered", "2026-07-10", "us.dot.reply", (),
     "2026-09-08", "2026-09-08", "2026-09-08", ""),
]  # fmt: skip

MOMENTS = [
    ("T33", THURSDAY, "vendors.redhat.premium.p4", HOURS, "2026-05-04T14:00+03:00"),
    ("T33 short day", THURSDAY, "vendors.redhat.premium.p4", (*HOURS, "--eve", "60"),
     "2026-05-04T15:00+03:00"),
    ("T35", "2026-10-25T01:30+01:00", "vendors.redhat.premium.p1", ("--zone", "Europe/London"),
     "2026-10-25T01:30+00:00"),
]  # fmt: skip


@pytest.mark.parametrize("example", DAYS, ids=[example[0] for example in DAYS])
def test_days(upheld: Upheld, example: tuple[Any, ...]) -> None:
    _, start, rule, options, *expected = example
    told = upheld("calc", start, rule, *options, "--json").json
    found = [told[name] or "" for name in ("raw_end", "due", "late_after", "act_by")]
    assert (told["rule"], found) == (rule, expected)


@pytest.mark.parametrize("example", MOMENTS, ids=[example[0] for example in MOMENTS])
def test_moments(upheld: Upheld, example: tuple[Any, ...]) -> None:
    _, start, rule, options, due_at = example
    told = upheld("calc", start, rule, *options, "--json").json
    assert datetime.fromisoformat(told["due_at"]) == datetime.fromisoformat(due_at)
    assert told["due_at"][:16] == due_at[:16]  # the same clock on the wall, too
    assert told["due"] == due_at[:10]


def test_every_example_says_how_and_where_it_stands(upheld: Upheld) -> None:
    for _, start, rule, options, *_ in DAYS:
        told = upheld("calc", start, rule, *options)
        assert told.status == 0
        assert f"Rule {rule}: " in told.out
        assert "Source: https://" in told.out or "Source: http://" in told.out, rule
        assert "(certainty " in told.out


def test_england_alone_would_have_another_day(upheld: Upheld) -> None:
    england = upheld("calc", "2025-12-19", "20wd", "--country", "GB-ENG", "--json").json
    assert england["due"] == "2026-01-21"  # T21: the second of January is off in Scotland
