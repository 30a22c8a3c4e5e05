"""`upheld letters`, and `upheld profile` with several profiles."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_ran import Upheld

OWN = '[[paragraph]]\npart = "problem"\nru = "Моё"\nen = "All mine"\n'


@pytest.fixture
def own(home: Path) -> Path:
    folder = home / "config" / "upheld" / "letters"
    folder.mkdir(parents=True)
    return folder


def test_every_kind_with_one_sentence(upheld: Upheld) -> None:
    listed = upheld("letters").out
    for text in ("claim", "Formal claim", "formal", "A demand in writing with a date", "thanks"):
        assert text in listed
    plain = upheld("letters", "--json").json["letters"]
    assert {"id", "title", "about", "tone", "file", "replaces", "usual", "fault"} == set(plain[0])
    assert "Formal claim" in {kind["title"] for kind in plain}


def test_what_fits_a_case(refund: Upheld) -> None:
    assert [k["id"] for k in refund("letters", "1", "--json").json["letters"]] == ["request"]
    assert "Usual now." in refund("letters", "1").out
    assert refund("letters", "7").status == 1


def test_own_letters_are_told_and_checked(refund: Upheld, own: Path) -> None:
    assert refund("letters", "--check").status == 0
    assert str(own) in refund("letters", "--check").err
    (own / "request.toml").write_text(OWN)
    (own / "praise.toml").write_text(OWN)
    checked = refund("letters", "--check")
    assert checked.status == 0
    assert "yours, instead of ours" in checked.out
    assert "claim" not in checked.out
    assert "All mine" in refund("letter", "1").out
    (own / "praise.toml").write_text(OWN.replace("All mine", "{nmae}"))
    checked = refund("letters", "--check")
    assert checked.status == 1
    assert "praise.toml, paragraph 1: there is no field “nmae” here." in checked.err
    assert refund("letters").status == 0
    assert refund("letter", "1").status == 0


def test_a_kind_is_chosen_by_its_name(refund: Upheld, home: Path) -> None:
    refund("record", "1", "sent", "--channel", "email")
    assert refund("letter", "1", "--kind", "claim").out.startswith("Subject: Formal claim")
    told = refund("letter", "1", "--kind", "claim", "--json").json
    assert (told["kind"], told["step"]) == ("claim", "request")
    file = home / "claim.md"
    refund("letter", "1", "--kind", "claim", "--format", "md", "-o", str(file))
    assert "Formal claim" in file.read_text()
    assert refund("letter", "1", "--kind", "review", "--channel", "email").err == ""
    assert "poem" in refund("letter", "1", "--kind", "poem").err
    assert "--kind" in refund("letter", "1", "--kind", "claim", "--channel", "phone").err


def test_several_profiles(refund: Upheld, home: Path) -> None:
    refund("profile", "name=Ann Smith")
    refund("profile", "--as", "Bob", "name=Bob Lee", "represented=Ann Smith", "power_number=12")
    assert refund("profile", "--json").json["name"] == "Ann Smith"
    refund("profile", "--as", "bob", "power_date=3.3.2026")
    assert refund("profile", "--as", "bob", "--json").json["power_date"] == "2026-03-03"
    bob = refund("profile", "--as", "bob", "--json").json
    assert (bob["name"], bob["id"], bob["usual"], bob["profiles"]) == (
        "Bob Lee",
        "bob",
        False,
        ["bob"],
    )
    shown = refund("profile", "--as", "bob")
    assert "On behalf of" in shown.out
    assert "bob" in shown.err
    assert "On behalf of" not in refund("profile").out
    assert "Ann Smith" in refund("letter", "1").out
    refund("edit", "1", "profile=bob")
    assert refund("show", "1", "--json").json["profile"] == "bob"
    assert "power of attorney no. 12" in refund("letter", "1").out
    assert refund("profile", "--as", "bob", "--remove").status == 2
    refund("edit", "1", "profile=")
    refund("profile", "--as", "bob", "--usual")
    assert "Bob Lee" in refund("letter", "1").out
    refund("profile", "--as", "bob", "--remove")
    assert "Ann Smith" in refund("letter", "1").out


@pytest.mark.parametrize(
    ("words", "status", "named"),
    [
        (("profile", "--as", "eve"), 1, "no profile but the plain one. To add “eve”"),
        (("profile", "--as", "../eve", "name=Eve"), 2, "../eve"),
        (("profile", "--as", "eve", "colour=green"), 2, "colour"),
        (("profile", "power_date=soon"), 2, "soon"),
        (("profile", "--remove"), 2, "--as"),
        (("profile", "--remove", "--as", "eve"), 1, "eve"),
        (("edit", "1", "profile=eve"), 1, "eve"),
    ],
)
def test_what_is_wrong_is_named(
    refund: Upheld, words: tuple[str, ...], status: int, named: str
) -> None:
    ran = refund(*words)
    assert ran.status == status
    assert named in ran.err
    assert ran.out == ""


def test_a_named_step_is_written_as_it_was_sent(refund: Upheld) -> None:
    refund("record", "1", "sent", "--at", "2026-11-22")
    sent = refund("letter", "1", "--step", "request")
    assert sent.out.startswith("Subject: Refund for a broken kettle")
    assert "as it was sent on 22 November 2026" in sent.err
    refund("record", "1", "refused", "--at", "2026-11-22")
    assert "so this is: Appeal." in refund("letter", "1", "--step", "request").err


def test_any_letter_of_a_case_is_checked(refund: Upheld) -> None:
    refund("record", "1", "sent", "--at", "2026-11-22")
    assert "L04" not in refund("check", "1").out
    assert "L04" in refund("check", "1", "--kind", "recap").out
    assert refund("check", "-", "--kind", "claim", stdin="text").status == 2


def test_a_letter_that_takes_a_step_says_how_it_is_recorded_there(refund: Upheld) -> None:
    refund("edit", "1", "playbook=ru-shop", "dates=delivery=2026-11-20")
    ran = refund("letter", "1")
    told = ran.err.splitlines()[-1]
    assert told.startswith("This is the letter of step 3. When it is out: ")
    refund(*told.partition("upheld ")[2].split(), "--channel", "email")
    assert refund("show", "1", "--json").json["step"] == "refusal"
    assert "This is the letter of step" not in refund("letter", "1").err


def test_a_draft_that_is_to_be_escalated_is_told_how_its_first_letter_is_recorded(
    refund: Upheld,
) -> None:
    refund("edit", "1", "playbook=ru-shop", "dates=delivery=2026-11-20")
    ran = refund("record", "1", "escalated", "--step", "refusal")
    assert ran.status == 2
    assert "upheld record 1 sent --step refusal" in ran.err
    assert refund("show", "1", "--json").json["stage"] == "draft"
