"""One case from `add` to `closed` by command line alone, on fixed days."""

from __future__ import annotations

from typing import Any

from cli_ran import Upheld


def _stage(upheld: Upheld, on: str) -> str:
    return str(upheld("show", "1", "--json", on=on).json["stage"])


def _deadline(case: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(d for d in case["deadlines"] if d["kind"] == kind and d["state"] == "open")


def test_a_case_is_carried_from_add_to_closed(refund: Upheld) -> None:
    assert _stage(refund, "2026-11-02") == "draft"
    assert refund("next", "1", "--json", on="2026-11-02").json["action"] == "send"

    letter = refund("letter", "1", on="2026-11-02")
    assert letter.status == 0
    assert "4821-77" in letter.out
    assert "£124.90" in letter.out

    sent = refund(
        "record", "1", "sent", "--channel", "email", "--reference", "55-10",
        "--promise", "2026-11-06", "--json", on="2026-11-02",
    )  # fmt: skip
    assert sent.json["stage"] == "waiting"
    assert sent.json["references"][0]["number"] == "55-10"
    assert _deadline(sent.json, "promise")["due"] == "2026-11-06"
    assert _deadline(sent.json, "answer")["owner"] == "theirs"

    # On the promised day it is not late yet; on the day after it is.
    assert refund("today", on="2026-11-06").status == 0
    broken = refund("today", "--json", on="2026-11-07")
    assert broken.status == 1
    assert [row["id"] for row in broken.json["broken"]] == [1]
    reminder = refund("next", "1", on="2026-11-07")
    assert "55-10" in reminder.out

    refused = refund(
        "record", "1", "answered", "--answer", "refused", "--text", "No.", on="2026-11-09"
    )
    assert "My move" in refused.out
    assert refund("next", "1", "--json", on="2026-11-09").json["action"] == "escalate"

    ladder = refund("ladder", "1", on="2026-11-09")
    assert "[ ]" in ladder.out
    climbed = refund("record", "1", "escalated", on="2026-11-10")
    assert "Escalated" in climbed.out
    assert "[ ]" in climbed.out
    states = {s["id"]: s["state"] for s in refund("ladder", "1", "--json").json["steps"]}
    assert list(states.values()).count("current") == 1

    refund("record", "1", "answered", "--answer", "solved", on="2026-11-20")
    closed = refund("record", "1", "closed", "--outcome", "upheld", "--json", on="2026-11-21")
    assert (closed.json["stage"], closed.json["outcome"]) == ("closed", "upheld")
    assert not [d for d in closed.json["deadlines"] if d["state"] == "open"]
    assert refund("today", on="2027-01-01").status == 0
    assert refund("list", "is:open", "--json").json == []


def test_undo_goes_back_the_way_it_came(refund: Upheld) -> None:
    refund("record", "1", "sent", on="2026-11-02")
    undone = refund("undo")
    assert "#1" in undone.out
    assert _stage(refund, "2026-11-02") == "draft"
    assert refund("undo", "--json").json["verb"] == "add"
    assert refund("show", "1").status == 1
    assert refund("undo").status == 1  # nothing is left
