"""`upheld link`, `unlink`, `list --sort urgency`, and several cases in one export."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from cli_ran import Upheld

OTHER = ("--company", "=Northbank", "--subject", "Запрос", "--problem", "data")


@pytest.fixture
def two(refund: Upheld) -> Upheld:
    """Case 1 of Severmart, case 2 of =Northbank."""
    assert refund("add", *OTHER).status == 0
    return refund


def test_linked_and_parted_from_either_side(two: Upheld) -> None:
    assert two("link", "1", "#2", "--as", "waits-for").out == (
        "#1 waits for #2.\nNext: wait for #2.\n"
    )
    (link,) = two("show", "2", "--json").json["links"]
    assert (link["kind"], link["id"], link["stage"]) == ("blocks", 1, "draft")
    assert "waits for #2 =Northbank: Запрос (Draft)" in two("show", "1").out
    assert [case["id"] for case in two("list", "is:blocked", "--json").json] == [1]
    circle = two("link", "2", "1", "--as", "waits-for", "--json")
    assert (circle.status, circle.out) == (0, circle.out)  # said anew, the other way round
    assert [one["kind"] for one in circle.json["links"]] == ["waits_for"]
    assert two("unlink", "1", "2", "--json").json["links"] == []
    assert "Taken back: the end of a link of #1." in two("undo", on="").out
    assert two("unlink", "2", "1").out == "#2 and #1 are linked no more.\n"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("link", "1", "1"), 2, "itself"),
        (("link", "1", "9"), 1, "#9"),
        (("link", "1", "2", "--as", "friend"), 2, "--as"),
        (("unlink", "1", "2"), 2, "not linked"),
        (("unlink", "1"), 2, "--gone"),
        (("unlink", "1", "2", "--gone"), 2, "--gone"),
        (("unlink", "1", "--gone"), 2, "gone"),
    ],
)
def test_what_is_refused(two: Upheld, words: tuple[str, ...], status: int, said: str) -> None:
    ran = two(*words)
    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err
    assert two("show", "1", "--json").json["links"] == []


def test_what_a_new_link_replaces_is_said(two: Upheld) -> None:
    assert "Before" not in two("link", "1", "2", "--as", "waits-for").out
    assert "Before" not in two("link", "1", "2", "--as", "waits-for").out
    assert "Before, it was: waits for." in two("link", "1", "2", "--as", "blocks").out


def test_a_shown_case_can_be_taken_in_again(two: Upheld, home: Path) -> None:
    two("link", "1", "2", "--as", "blocks")
    shown = two("show", "1", "--json").json
    assert shown["links"][0]["kind"] == "blocks"
    (home / "one.json").write_text(json.dumps(shown | {"revision": 99}))
    assert two("import", str(home / "one.json"), on="").status == 0
    assert two("unlink", "1", "2").status == 0  # there was one link still
    assert two("show", "2", "--json").json["links"] == []


def test_by_urgency_each_has_its_figure_and_its_reasons(two: Upheld) -> None:
    two("edit", "2", "urgency=critical")
    ran = two("list", "--sort", "urgency")
    assert [line.split()[0] for line in ran.out.splitlines()] == ["#2", "#1"]
    assert [line.split()[-1] for line in ran.out.splitlines()] == ["40", "2"]
    first, _ = two("list", "--sort", "urgency", "--json").json
    assert first["score"] == {
        "points": 40,
        "parts": [{"points": 40, "why": "Its urgency is: critical."}],
    }
    assert "score" not in two("list", "--json").json[0]
    assert "+40  Its urgency is: critical." in two("show", "2").out


def test_several_as_a_table_that_reckons_nothing(two: Upheld, home: Path) -> None:
    ran = two("export", "2", "1", "-o", str(home / "some.csv"), on="")
    assert ran.out == f"2 cases written to {home}/some.csv.\n"
    text = (home / "some.csv").read_bytes()
    assert text.startswith("\ufeffid,company".encode())
    head, *rows = csv.reader(io.StringIO(text.decode("utf-8-sig")))
    table = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(row["id"], row["company"]) for row in table] == [
        ("2", "'=Northbank"),
        ("1", "Severmart"),
    ]
    assert (table[1]["amount"], table[1]["currency"]) == ("124.90", "GBP")
    assert (home / "some.csv").stat().st_mode & 0o777 == 0o600


def test_several_bundles_go_into_a_folder_or_none_does(two: Upheld, home: Path) -> None:
    (home / "out").mkdir()
    ran = two("export", "1", "2", "--bundle", "-o", str(home / "out"), on="")
    assert ran.status == 0
    names = sorted(path.name for path in (home / "out").iterdir())
    assert names == ["upheld-1-bundle-en.zip", "upheld-2-bundle-en.zip"]
    assert ran.out.count("Written to") == 2
    for words in (("1", "9"), ("9", "1")):
        refused = two("export", *words, "--bundle", "-o", str(home / "out"), on="", fails=True)
        assert refused.status == 1
    assert sorted(path.name for path in (home / "out").iterdir()) == names
