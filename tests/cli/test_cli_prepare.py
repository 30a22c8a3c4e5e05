"""`upheld prepare`, and what `upheld advise` says of a step."""

from __future__ import annotations

from cli_ran import Upheld


def test_a_whole_request_is_ready(refund: Upheld) -> None:
    ran = refund("prepare", "1")
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert lines[0] == "Payment, double charge, refund"
    assert "+ order number: 4821-77" in lines
    assert "- receipt: missing." in lines
    assert "    No receipt? The statement of the bank and the order page do too." in lines
    assert any(line.startswith("  Please refund £124.90 to the card") for line in lines)


def test_what_cannot_be_left_out_ends_with_one(upheld: Upheld) -> None:
    upheld("add", "--company", "Meteor", "--subject", "Kettle", "--problem", "defect")
    ran = upheld("prepare", "1")
    assert ran.status == 1
    assert "! order number: missing." in ran.out
    assert ran.out.splitlines()[-1] == "3 gaps"
    told = upheld("prepare", "1", "--json").json
    assert (told["kind"], told["gaps"]) == ("defect", 3)
    missing = [i["id"] for i in told["items"] if i["required"] and i["state"] == "missing"]
    assert missing == ["details", "result", "order"]
    assert told["items"][0].keys() == {
        "id", "what", "name", "state", "required", "sentence", "mend",
    }  # fmt: skip


def test_no_such_case(refund: Upheld) -> None:
    ran = refund("prepare", "7")
    assert (ran.status, ran.out) == (1, "")


def test_what_speaks_against_a_channel_has_another_mark(refund: Upheld) -> None:
    refund("edit", "1", "urgency=high")
    lines = [line.strip() for line in refund("advise", "1").out.splitlines()]
    against = "Urgent: an e-mail may lie in a queue for days."
    assert f"- {against}" in lines
    told = refund("advise", "1", "--json").json["channels"]
    email = next(one for one in told if one["channel"] == "email")
    assert against in email["against"]
    assert set(email["against"]) < set(email["reasons"])
    first = told[0]
    assert any(f"+ {reason}" in lines for reason in first["reasons"])


def test_advice_for_a_step_names_its_addressee(refund: Upheld) -> None:
    refund("edit", "1", "playbook=ru-shop")
    told = refund("advise", "1", "--step", "regulator", "--json").json
    email = next(one for one in told["channels"] if one["channel"] == "email")
    assert any("Rospotrebnadzor" in warning for warning in email["warnings"])
    assert refund("advise", "1", "--step", "nowhere").status == 1
    assert refund("advise", "--problem", "refund", "--step", "claim").status == 2


def test_a_draft_that_is_ready_stands_below_the_lists(refund: Upheld) -> None:
    refund("record", "1", "sent", "--channel", "email")
    whole = ("--identifier", "order=1", "--details", "It is broken.", "--result", "Mend it.")
    refund("add", "--company", "Meteor", "--subject", "Kettle", "--problem", "other", *whole)
    assert refund("today", on="2027-01-11").out.splitlines()[-2:] == [
        "",
        "1 draft is ready to be sent: upheld list stage:draft",
    ]
