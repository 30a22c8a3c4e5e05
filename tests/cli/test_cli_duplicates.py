"""Opening or sending what is asked already says so on standard error, and is done all the same."""

from __future__ import annotations

import json

from cli_ran import Upheld

AGAIN = ("add", "--company", "Severmart", "--subject", "Kettle", "--problem", "refund")
SAME = "#1 is about the same number, 4821/77: add to it instead of asking twice."


def test_opening_warns_and_leaves_the_answer_alone(refund: Upheld) -> None:
    ran = refund(*AGAIN, "--identifier", "заказ=4821/77", "--json")
    assert ran.status == 0
    assert ran.json["id"] == 2
    assert SAME in ran.err.splitlines()


def test_cases_from_a_file_are_looked_at_too(refund: Upheld) -> None:
    facts = {"company": "Severmart", "subject": "Kettle", "problem": "refund"}
    numbered = {**facts, "identifiers": [{"kind": "order", "value": "4821/77"}]}
    ran = refund("add", "--json-file", "-", "--json", stdin=json.dumps([facts, numbered]))
    assert [case["id"] for case in ran.json] == [2, 3]
    assert ran.err.splitlines() == [f"#3: {SAME}"]


def test_sending_a_draft_warns_and_a_reminder_does_not(refund: Upheld) -> None:
    refund(*AGAIN, "--identifier", "order=4821/77", "--json")
    assert SAME in refund("record", "2", "sent", "--channel", "email", "--json").err
    assert SAME not in refund("record", "2", "call", "--json").err
    assert refund("record", "2", "note", "--text", "x").err == ""
