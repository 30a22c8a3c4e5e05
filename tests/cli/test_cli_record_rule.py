"""A rule that the person relies on gives the time to answer."""

from __future__ import annotations

from cli_ran import Upheld


def test_the_rule_gives_the_date(refund: Upheld) -> None:
    case = refund(
        "record", "1", "sent", "--channel", "email", "--rule", "uk.fca.psd", "--json"
    ).json
    (deadline,) = case["deadlines"]
    assert (deadline["rule"], deadline["working"]["period"]) == ("uk.fca.psd", "15wd")
    assert "uk.fca.psd" in refund("show", "1").out


def test_an_unknown_rule_records_nothing(refund: Upheld) -> None:
    ran = refund("record", "1", "sent", "--rule", "uk.fca.8weeks")
    assert (ran.status, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "uk.fca.8w" in ran.err
    assert refund("record", "1", "sent", "--rule", "us.cfpb").status == 2
    assert refund("show", "1", "--json").json["timeline"] == []
