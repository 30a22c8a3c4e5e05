"""Money, promises and numbers on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_ran import Upheld

ADD = (
    *("add", "--company", "Severmart", "--subject", "Refund", "--problem", "refund"),
    *("--country", "RU", "--amount", "12490 RUB"),
)


@pytest.fixture
def claimed(upheld: Upheld, home: Path) -> Upheld:
    """A claim whose ten days ended on 12 November; a promise of Olga's was broken."""
    rules = home / "config" / "upheld" / "rules"
    rules.mkdir(parents=True)
    (rules / "my.toml").write_text('[meter."ru.zpp.23"]\nconfirmed = true\n', "utf-8")
    upheld(*ADD)
    claim = ("record", "1", "sent", "--channel", "email", "--rule", "ru.zpp.22")
    upheld(*claim, "--promise", "2026-11-05", "--agent", "Olga", on="2026-11-02")
    return upheld


def test_show_tells_what_the_delay_costs_and_how(claimed: Upheld) -> None:
    claimed("record", "1", "received", "--refund", "5000", on="2026-11-15")
    out = claimed("show", "1", on="2026-11-22").out.replace("\xa0", " ")
    for said in (
        "at stake RUB 12,490, penalty RUB 1,249 by today",
        "back RUB 5,000 of RUB 12,490",
        "10 days of delay, from 13 November 2026 to 22 November 2026",
        "1 % a day of RUB 12,490: RUB 1,249.",
        "Money back: RUB 5,000",
        "! for Thu 5 Nov: broken (Olga, e-mail, Mon 2 Nov)",
    ):
        assert said in out


def test_show_in_json_has_meters_promises_and_what_came_back(claimed: Upheld) -> None:
    claimed("record", "1", "closed", "--outcome", "partly", "--refund", "5000 RUB",
            "--satisfaction", "2", on="2026-11-15")  # fmt: skip
    case = claimed("show", "1", "--json", on="2026-11-22").json
    assert case["refunded"] == [{"value": "5000", "currency": "RUB"}]
    assert case["timeline"][-1]["refund"] == {"value": "5000", "currency": "RUB"}
    assert case["timeline"][-1]["satisfaction"] == 2
    (meter,) = case["meters"]
    assert (meter["id"], meter["off"], meter["ended"], meter["days"]) == (
        "ru.zpp.23", False, True, 3,
    )  # fmt: skip
    assert meter["amount"] == {"value": "374.70", "currency": "RUB"}
    assert (meter["first"], meter["last"]) == ("2026-11-13", "2026-11-15")
    (promise,) = case["promises"]
    assert promise | {"text": ""} == {
        "event": 1, "made_on": "2026-11-02", "due": "2026-11-05", "state": "broken",
        "agent": "Olga", "channel": "email", "text": "", "party": "",
    }  # fmt: skip


def test_rules_show_a_meter_whole(upheld: Upheld) -> None:
    out = upheld("rules", "ru.zpp.23").out
    for said in (
        "It grows by 1 % a day of the amount at stake.",
        "Since 1 February 2026 it cannot be more than the price.",
        "C (unverified)", "It is off: no sum rests on it", "It rests on ru.zpp.23.cap",
        "Example: 1000 RUB, from 1 October 2025 to 28 February 2026: 1000.00 RUB (or 1510.00 RUB)",
    ):  # fmt: skip
        assert said in out
    (told,) = upheld("rules", "ru.zpp.28", "--json").json
    assert (told["kind"], told["off"], told["rate"], told["per"]) == ("meter", True, "3", "day")


def test_a_call_without_their_number_is_recorded_and_remarked(upheld: Upheld) -> None:
    upheld(*ADD)
    remark = "No number of theirs was recorded. Ask for it and add --reference"
    ran = upheld("record", "1", "call", "--json")
    assert remark in ran.err
    assert len(ran.json["timeline"]) == 1
    assert remark not in upheld("record", "1", "call", "--reference-refused").err
    assert remark not in upheld("record", "1", "sent", "--channel", "email").err
    assert remark in upheld("record", "1", "sent", "--channel", "chat").err
    assert remark not in upheld("record", "1", "call", "--reference", "55-10").err
    assert remark not in upheld("record", "1", "call").err


def test_calc_reckons_a_penalty_that_is_on(claimed: Upheld) -> None:
    words = ("calc", "2026-03-01", "ru.zpp.23", "--amount", "12490 RUB")
    told = claimed(*words, on="2026-06-09").out.replace("\xa0", " ").splitlines()
    assert told[0].endswith("buyer’s demand: RUB 12,490 by 9 June 2026.")
    assert "It cannot be more than the price: RUB 12,490." in told
    assert claimed(*words, "--json", on="2026-06-09").json["raw"]["value"] == "12614.90"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("2026-11-01", "ru.zpp.28", "--amount", "5"), 2, "“ru.zpp.28” is unverified and off."),
        (("2026-11-01", "ru.zpp.99", "--amount", "5"), 1, "There is no penalty “ru.zpp.99”."),
        (("2027-01-01", "ru.zpp.23", "--amount", "5"), 2, "Nothing has grown by today"),
        (("2026-11-01", "ru.zpp.23", "--amount", "x"), 2, "“x” is not an amount"),
    ],
)
def test_calc_says_what_is_wrong(
    claimed: Upheld, words: tuple[str, ...], status: int, said: str
) -> None:
    ran = claimed("calc", "--country", "RU", *words)
    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err


def test_money_back_is_the_rest_and_more_than_is_at_stake_is_asked(claimed: Upheld) -> None:
    claimed("record", "1", "received", "--refund", "5000", on="2026-11-15")
    closing = ("record", "1", "closed", "--outcome", "upheld", "--refund")
    whole = claimed(*closing, "12490", on="2026-11-16")
    assert whole.status == 2
    assert "RUB\u00a05,000 is recorded already" in whole.err
    assert "Write only what came since: RUB\u00a07,490 is outstanding." in whole.err
    assert "--anyway" in whole.err
    claimed(*closing, "7490", on="2026-11-16")
    assert claimed("show", "1", "--json", on="2026-11-22").json["refunded"] == [
        {"value": "12490", "currency": "RUB"}
    ]


def test_more_may_come_back_than_was_at_stake(claimed: Upheld) -> None:
    more = ("record", "1", "received", "--refund", "13000")
    assert "RUB\u00a013,000 is more than the RUB\u00a012,490 at stake." in claimed(*more).err
    assert claimed(*more, "--anyway").status == 0
