"""`upheld search`: what it prints, and its status."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_ran import Upheld


@pytest.fixture
def filled(refund: Upheld) -> Upheld:
    facts = ("--company", "Связьмост", "--subject", "Возврат за роуминг", "--problem", "billing")
    refund("add", *facts, "--details", "Прошу вернуть деньги: 1 200 ₽.\nThe refunded sum is wrong.")
    return refund


def test_json_has_the_summary_the_score_and_the_snippet(filled: Upheld) -> None:
    ran = filled("search", "refunds", "--json")
    assert ran.status == 0
    listed = {case["id"]: case for case in filled("list", "--json").json}
    assert [hit["id"] for hit in ran.json] == [1, 2]
    for hit in ran.json:
        assert hit.keys() == {*listed[1], "score", "snippet"}
        assert {name: hit[name] for name in listed[1]} == listed[hit["id"]]
    assert ran.json[0]["score"] > ran.json[1]["score"] > 0
    assert ran.json[0]["snippet"] == "Refund for a broken kettle"
    assert ran.json[1]["snippet"] == "Прошу вернуть деньги: 1 200 ₽. The refunded sum is wrong."


def test_a_person_sees_the_list_with_a_line_more(filled: Upheld) -> None:
    lines = filled("search", "возврата").out.splitlines()
    assert lines[0].split()[0] == "#2"
    assert lines[1:] == ["    Возврат за роуминг"]


def test_nothing_found_is_status_one(filled: Upheld) -> None:
    ran = filled("search", "toaster")
    assert (ran.status, ran.out, ran.err) == (1, "", "Nothing was found.\n")
    ran = filled("search", "toaster", "--json")
    assert (ran.status, ran.json) == (1, [])


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        (("refund",), [1, 2]),
        (("refund", "-kettle"), [2]),
        (("refund -kettle",), [2]),
        (("broken kettle",), [1]),
        (("kettle broken",), [1]),
        (("kettle broken", "refund"), []),  # a phrase beside a word
        (("broken kettle", "refund"), [1]),
        (("refund", "-broken kettle"), [2]),
        (('"kettle broken"',), []),
        (("--limit", "1", "refund"), [1]),
        (("kett*",), [1]),
        (("4821-77",), [1]),
    ],
)
def test_words_of_the_command_line(
    filled: Upheld, words: tuple[str, ...], cases: list[int]
) -> None:
    assert [hit["id"] for hit in filled("search", *words, "--json").json] == cases


@pytest.mark.parametrize("words", [(), ("--limit", "0", "x"), ("--limit", "x", "x"), ("--no", "x")])
def test_wrong_usage(filled: Upheld, words: tuple[str, ...]) -> None:
    assert filled("search", *words).status == 2


def test_what_others_wrote_is_harmless(refund: Upheld) -> None:
    refund("edit", "1", "details=kettle \x1b]0;x\x07 <b>[/] kettle")
    ran = refund("search", '"kettle ]0"')
    assert "\x1b" not in ran.out


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        (("is:draft",), [2, 1]),
        (("refund", "company:связьмост"), [2]),
        (("kettle", "-is:draft"), []),
        (("kettle", "company:связь мост"), []),
        (("roaming*", "mine"), []),
    ],
)
def test_fields_are_those_of_the_list(
    filled: Upheld, words: tuple[str, ...], cases: list[int]
) -> None:
    found = [hit["id"] for hit in filled("search", *words, "--json").json]
    assert sorted(found) == sorted(cases)
    assert sorted(case["id"] for case in filled("list", *words, "--json").json) == sorted(cases)


@pytest.mark.parametrize("verb", ["list", "search"])
def test_what_cannot_be_is_refused_and_an_unknown_field_is_said(filled: Upheld, verb: str) -> None:
    ran = filled(verb, "refund", "due<soon")
    assert (ran.status, ran.out) == (2, "")
    assert "soon" in ran.err
    ran = filled(verb, "refunded:sum", "--json")
    assert [case["id"] for case in ran.json] == [2]
    assert "refunded" in ran.err


def test_a_kept_filter_by_its_name_or_digit(filled: Upheld, home: Path) -> None:
    config = home / "config" / "upheld" / "config.toml"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text('[filters]\nphones = "company:связьмост"\n')
    for name in ("phones", "1"):
        assert [case["id"] for case in filled("list", "--filter", name, "--json").json] == [2]
    assert filled("list", "--filter", "phones", "kettle", "--json").json == []
    assert filled("list", "--filter", "nothing").status == 1
