"""Cases from JSON: all are checked before the first is used."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from desk_story import Place, happens, opened

from tui.cases.errors import BadInput
from tui.cases.record import to_plain
from tui.cases.words import Stage
from tui.desk.cases.exchange import read_json, read_text
from tui.desk.desk import Desk

CASE: dict[str, Any] = {"company": "Meteor", "subject": "Refund", "problem": "refund"}
WRONG: list[tuple[Any, str]] = [
    ([], "object"),
    ("x", "object"),
    (None, "object"),
    ({}, "company"),
    ({**CASE, "tags": 5}, "tags"),
    ({**CASE, "problem": "weather"}, "problem"),
    ({**CASE, "amount": {"value": "much", "currency": "EUR"}}, "amount"),
    ({**CASE, "amount": {"value": "-5", "currency": "EUR"}}, "-5"),
    ({**CASE, "amount": {"value": "5", "currency": "shells"}}, "shells"),
    ({**CASE, "amount": {"value": "1e30", "currency": "EUR"}}, "amount"),
    ({**CASE, "subject": " "}, ""),
    ({**CASE, "country": "Narnia"}, "Narnia"),
    ({**CASE, "timezone": "Moscow"}, "Moscow"),
    ({**CASE, "language": "de"}, "de"),
    ({**CASE, "playbook": "moon"}, "moon"),
    ({**CASE, "timeline": [{"at": "2026-11-22T10:00:00", "kind": "sent"}]}, "at"),
    ({**CASE, "timeline": [{"at": "2026-11-22T10:00:00Z", "kind": "received"}]}, "received"),
    ({**CASE, "timeline": [{"at": "2026-11-22T10:00:00Z", "kind": "sent", "step": "x"}]}, "x"),
    ({**CASE, "stage": "closed"}, "timeline"),
    ({**CASE, "identifiers": [{"kind": "order"}]}, "value"),
    ({**CASE, "opened_at": "yesterday"}, "opened_at"),
]


@pytest.mark.parametrize(("wrong", "named"), WRONG, ids=lambda x: str(x)[:40])
def test_one_wrong_case_of_two_hundred_is_named(wrong: Any, named: str, place: Place) -> None:
    desk = place.desk()
    many = [{**CASE, "subject": f"Refund {n}"} for n in range(200)]
    many[136] = wrong
    takes = (desk.cases_of_json, desk.import_document)
    for take, document in zip(takes, (many, {"cases": many}), strict=True):
        with pytest.raises(BadInput) as caught:
            take(document)
        values = caught.value.sentence.values
        assert values["number"] == 137
        assert named in str(values) + caught.value.sentence.text
    assert place.book() is None


def test_facts_that_are_not_given_come_from_the_company_and_from_me(desk: Desk) -> None:
    desk.save_company("Meteor", {"country": "RU", "timezone": "Europe/Moscow"})
    known, new = desk.cases_of_json([CASE, {**CASE, "company": "New"}])
    assert (known.language, known.country, known.timezone) == ("en", "RU", "Europe/Moscow")
    assert (new.language, new.country, new.timezone) == ("en", "PT", "")
    (told,) = desk.cases_of_json({**CASE, "country": "", "timezone": "", "language": "ru"})
    assert (told.language, told.country, told.timezone) == ("ru", "", "")


def test_a_timeline_tells_where_a_case_stands(desk: Desk) -> None:
    case = opened(desk)
    happens(desk, case.id, "sent")
    plain = to_plain(happens(desk, case.id, "refused"))
    for name in ("stage", "step", "deadlines", "uid"):
        del plain[name]
    (told,) = desk.cases_of_json(plain)
    assert (told.stage, told.step) == (Stage.MY_MOVE, "request")
    assert told.deadlines == desk.case(case.id).deadlines


def test_what_is_written_is_kept_as_it_is_written(desk: Desk) -> None:
    (case,) = desk.open_cases(desk.cases_of_json({**CASE, "subject": "Two  blanks", "new": [1]}))
    assert case.subject == "Two  blanks"
    assert desk.case(case.id).extra == {"new": [1]}


def test_a_number_or_a_revision_of_elsewhere_means_nothing_here(desk: Desk) -> None:
    (case,) = desk.open_cases(desk.cases_of_json({**CASE, "id": 77}))
    assert case.id == 1


def test_a_file_that_is_none(tmp_path: Path) -> None:
    file = tmp_path / "cases.json"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(BadInput, match="not a text in UTF-8"):
        read_text(file)
    with pytest.raises(BadInput, match="cannot be read"):
        read_text(tmp_path)
    for text in ("", "{", "[1,]", "[" * 100_000, "\x00"):
        with pytest.raises(BadInput) as caught:
            read_json(text, "cases.json")
        assert caught.value.sentence.values["name"] == "cases.json"
    assert read_json("[1]", "cases.json") == [1]
    assert read_json("null", "cases.json") is None


def test_what_is_kept_unknown_can_be_shown_and_taken_out_again(desk: Desk) -> None:
    """Else a case could be taken in that nobody can look at."""
    for depth in (90, 110, 900):
        text = json.dumps({**CASE, "deep": 1}).replace("1}", "[" * depth + "]" * depth + "}")
        if depth > 100:
            with pytest.raises(BadInput, match="too deeply"):
                read_json(text, "cases.json")
            continue
        desk.import_document(read_json(text, "cases.json"))
        assert desk.case_view(1).case == desk.case(1)
        assert json.dumps(desk.export()["cases"][0]["deep"]) == "[" * depth + "]" * depth
