"""What cannot be used is refused in one sentence, with its status, and changes nothing."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from by_hand import opened
from cli_ran import Ran, Upheld

from tui.cli.errors import report
from tui.cli.session import Session
from tui.store.errors import StoreBusy
from tui.wording.wording import Wording

OTHER = ("--company", "A", "--subject", "B", "--problem", "other")


def _refused(ran: Ran, status: int, *named: str) -> None:
    assert ran.status == status, ran
    assert ran.out == ""
    assert ran.err.count("\n") == 1, ran.err
    assert "Traceback" not in ran.err
    for word in named:
        assert word in ran.err


@pytest.mark.parametrize(
    ("words", "status", "named"),
    [
        (("show", "77"), 1, "77"),
        (("next", "77"), 1, "77"),
        (("record", "77", "note"), 1, "77"),
        (("undo", "--data", "/nonexistent-and-empty"), 1, ""),
        (("show", "abc"), 2, "abc"),
        (("show", "9" * 4000), 2, "999"),
        (("show",), 2, "ID"),
        (("shw", "1"), 2, "show"),
        (("new",), 2, "'add'"),  # as it is called elsewhere
        (("send", "1"), 2, "'mail'"),
        (("show", "1", "2"), 2, "2"),
        (("show", "--frobnicate", "1"), 2, "--frobnicate"),
        (("list", "--frobnicate"), 2, "--frobnicate"),
        (("list", "is:nonsense"), 2, "nonsense"),
        (("list", "--sort", "colour"), 2, "colour"),
        (("add",), 2, "company"),
        (("add", "--company", "A", "--subject", "B"), 2, "problem"),
        (("add", *OTHER[:-1], "weather"), 2, "refund"),
        (("add", *OTHER, "--country", "XX"), 2, "XX"),
        (("add", *OTHER, "--timezone", "Mars/Base"), 2, "Mars/Base"),
        (("add", *OTHER, "--amount", "lots"), 2, "lots"),
        (("add", *OTHER, "--language", "fr"), 2, "fr"),
        (("add", *OTHER, "--playbook", "../../etc"), 1, "general"),
        (("add", *OTHER, "--details", "-", "--result", "-"), 2, "details"),
        (("add", *OTHER, "--json-file", "-"), 2, "--json-file"),
        (("edit", "1", "colour=green"), 2, "colour"),
        (("edit", "1", "urgency"), 2, "field=value"),
        (("edit", "1", "urgency=green"), 2, "green"),
        (("edit", "1", "subject="), 2, "subject"),
        (("record", "1", "exploded"), 2, "sent"),
        (("record", "1", "sent", "--channel", "pigeon"), 2, "email"),
        (("record", "1", "sent", "--at", "2026-02-30"), 2, "2026-02-30"),
        (("record", "1", "sent", "--at", "2027-01-01"), 2, "2027"),
        (("record", "1", "sent", "--promise", "2026-02-30"), 2, "2026-02-30"),
        (("record", "1", "sent", "--promise", "soon"), 2, "soon"),
        (("record", "1", "answered", "--answer", "solved"), 2, "sent"),
        (("record", "1", "reopened"), 2, "Draft"),
        (("record", "1", "closed"), 2, "upheld"),
        (("record", "1", "evidence"), 2, "--file"),
        (("record", "1", "evidence", "--file", "/no/such/file"), 2, "/no/such/file"),
        (("today", "--on", "2026-13-01"), 2, "2026-13-01"),
        (("today", "--on", "someday"), 2, "someday"),
        (("advise",), 2, "--problem"),
        (("advise", "1", "--problem", "refund"), 2, "both"),
        (("advise", "--company", "Nobody & Sons"), 1, "Nobody & Sons"),
        (("check", "/no/such/file"), 2, "/no/such/file"),
        (("letter", "1", "--step", "moon"), 1, "moon"),
        (("letter", "1", "--format", "odt"), 2, "odt"),
        (("calc", "2026-11-02", "10parsecs"), 2, "10parsecs"),
        (("calc", "2026-11-31", "10cal"), 2, "2026-11-31"),
        (("calc", "2026-11-02", "10cal", "--pause", "x"), 2, "x"),
        (("calc", "2026-11-02", "10cal", "--owner", "yours"), 2, "mine"),
        (("companies", "show", "Nobody"), 1, "Nobody"),
        (("companies", "edit", "Severmrt", "hours=9-18"), 1, "Severmart"),
        (("companies", "add", "SEVERMART"), 2, "Severmart"),
        (("companies", "add", "New", "colour=green"), 2, "colour"),
        (("companies", "point", "Severmart", "pigeon", "coop 7"), 2, "email"),
        (("profile", "colour=green"), 2, "name"),
        (("export",), 2, "--all"),
        (("export", "1", "--all"), 2, "--all"),
        (("export", "--all", "-o", "book.txt"), 2, "book.txt"),
        (("export", "--all", "-o", "/no/such/folder/book.json"), 2, "/no/such/folder"),
        (("import", "mail.eml"), 2, "mail.eml"),
        (("import", "/no/such.json"), 2, "/no/such.json"),
        (("demo", "--data", "/tmp"), 2, "--data"),
        (("--json", "completion", "bash"), 2, "--json"),
        (("completion", "tcsh"), 2, "tcsh"),
        (("add", *OTHER, "--details", "\udce9"), 2, "UTF-8"),
    ],
)  # fmt: skip
def test_refused(refund: Upheld, words: tuple[str, ...], status: int, named: str) -> None:
    before = refund("export", "--all").out
    on = "" if "--on" in words or words[0] in ("profile", "completion") else "2026-11-23"
    _refused(refund(*words, on=on if words[0] != "--json" else ""), status, named)
    assert refund("export", "--all").out == before


def test_one_wrong_case_of_two_hundred_is_named_and_none_is_added(
    upheld: Upheld, tmp_path: Path
) -> None:
    cases: list[dict[str, object]] = [
        {"company": "Northbank", "subject": f"Fee {n}", "problem": "billing"} for n in range(200)
    ]
    cases[136]["tags"] = 5
    file = tmp_path / "cases.json"
    file.write_text(json.dumps(cases))
    for words in (("add", "--json-file", str(file)), ("import", str(file))):
        _refused(upheld(*words), 2, "137", "Fee 136", "tags")
        assert upheld("list", "--json").json == []
    cases[136]["tags"] = ["fees"]
    file.write_text(json.dumps(cases))
    assert len(upheld("add", "--json-file", str(file), "--json").json) == 200


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"amount": 5}, '“amount” is written "12490.50 RUB"'),
        ({"tags": 5}, "“tags” takes a list in square brackets, not a number"),
        ({"problem": "weather"}, "“problem” cannot be “weather”; it is one of: technical, billing"),
        ({"company": None}, "“company” takes a text in quotation marks, not null"),
        ({"references": [{}]}, "“references[0].number” is missing"),
    ],
)
def test_what_is_wrong_in_json_is_said_in_words(
    upheld: Upheld, fields: dict[str, object], said: str
) -> None:
    case = {"company": "Northbank", "subject": "Fee", "problem": "billing", **fields}
    ran = upheld("add", "--json-file", "-", stdin=json.dumps(case))
    _refused(ran, 2, said)
    assert "$" not in ran.err
    assert "Expected" not in ran.err


def test_an_amount_in_json_may_be_written_as_it_is_typed(upheld: Upheld) -> None:
    case = {"company": "N", "subject": "F", "problem": "billing", "amount": "12490.50 RUB"}
    added = upheld("add", "--json-file", "-", "--json", stdin=json.dumps(case)).json
    assert added["amount"] == {"value": "12490.50", "currency": "RUB"}
    _refused(upheld("add", "--json-file", "-", stdin=json.dumps({**case, "amount": "much"})),
             2, "much")  # fmt: skip


def test_of_two_files_the_wrong_one_is_named_and_neither_is_taken_in(
    upheld: Upheld, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text('{"company": "A", "subject": "B", "problem": "other"}')
    bad.write_text('[{"company": "A", "subject": "B", "problem": "weather"}]')
    _refused(upheld("import", str(good), str(bad)), 2, str(bad))
    assert upheld("list", "--json").json == []
    good_twice = upheld("import", str(good), str(good), "--json")
    assert good_twice.json["added"] == 2


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", '"x"', "[" * 100_000, '{"cases": 5}'])
def test_what_is_no_case_is_refused(upheld: Upheld, text: str) -> None:
    for words in (("add", "--json-file", "-"), ("import", "-")):
        _refused(upheld(*words, stdin=text), 2)


def test_input_that_is_no_text_is_refused(upheld: Upheld, tmp_path: Path) -> None:
    _refused(upheld("add", *OTHER, "--details", "-", stdin=b"\xff\xfe"), 2, "UTF-8")
    file = tmp_path / "letter.txt"
    file.write_bytes(b"\xff\xfe\xfa")
    _refused(upheld("check", str(file)), 2, "letter.txt")


@pytest.mark.parametrize(
    ("content", "status"),
    [("{", 3), ("", 3), ('{"_default": {}}', 3)],
)
def test_a_broken_book_is_left_as_it_is(
    upheld: Upheld, tmp_path: Path, content: str, status: int
) -> None:
    book = tmp_path / "broken" / "book.json"
    book.parent.mkdir()
    book.write_text(content)
    for words in (("list",), ("today",), ("add", *OTHER)):
        _refused(upheld(*words, "--data", str(book.parent), fails=True), status, "book.json")
    assert book.read_text() == content


def test_a_newer_book_is_not_touched(refund: Upheld, home: Path) -> None:
    (book,) = home.rglob("book.db")
    with opened(book) as db:
        db.execute("PRAGMA user_version = 999")
    newer = book.read_bytes()
    _refused(refund("list", fails=True), 3)
    _refused(refund("edit", "1", "urgency=low", fails=True), 3)
    assert book.read_bytes() == newer


def test_a_read_only_folder_can_be_read(refund: Upheld, home: Path) -> None:
    (book,) = home.rglob("book.db")
    book.parent.chmod(0o500)
    if os.access(book.parent, os.W_OK):
        book.parent.chmod(0o700)
        pytest.skip("nothing is read-only for root")
    try:
        assert refund("list").status == 0
        _refused(refund("edit", "1", "urgency=low", fails=True), 3)
    finally:
        book.parent.chmod(0o700)


def test_an_unusable_config_is_named(upheld: Upheld, home: Path) -> None:
    config = home / "config" / "upheld" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("language = ")
    _refused(upheld("list"), 2, str(config))
    assert upheld("--help").status == 0
    assert config.read_text() == "language = "


def test_a_letter_is_not_written_over_a_file(refund: Upheld, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    assert refund("letter", "1", "-o", str(file)).status == 0
    assert file.stat().st_mode & 0o777 == 0o600
    file.write_text("mine")
    _refused(refund("letter", "1", "-o", str(file)), 2, "--force")
    assert file.read_text() == "mine"
    assert refund("letter", "1", "-o", str(file), "--force").status == 0
    assert "4821-77" in file.read_text()
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".upheld")] == []


def test_a_busy_book_has_a_status_of_its_own(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = Session(Wording("en"))
    assert report(StoreBusy("Try again."), session) == 75
    assert capsys.readouterr().err == "Try again.\n"
