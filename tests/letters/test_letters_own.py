"""The person's own letters: beside those that ship, and instead of them."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tui.cases.errors import BadInput, NotFound
from tui.cases.words import Part, Tone
from tui.letters.letter_book import LetterBook, load_template, template_ids
from tui.letters.phrases import Voice
from tui.wording.wording import Wording

PLAIN = '[[paragraph]]\npart = "problem"\nru = "Моё: {details}"\nen = "Mine: {details}"\n'
DOCS = Path(__file__).parents[2] / "docs" / "letters.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "letters").mkdir()
    return tmp_path / "letters"


def said(error: BadInput | NotFound) -> str:
    return Wording("en").say(error.sentence)


def test_without_a_folder_there_are_those_that_ship(tmp_path: Path) -> None:
    for book in (LetterBook(), LetterBook(tmp_path / "nowhere")):
        assert book.ids() == template_ids()
        assert book.template("claim") is load_template("claim")


def test_a_file_adds_a_letter_or_stands_instead_of_one(folder: Path) -> None:
    (folder / "praise.toml").write_text(PLAIN, "utf-8")
    (folder / "claim.toml").write_text(PLAIN, "utf-8")
    (folder / ".claim.toml").write_text("left by an editor")
    (folder / "notes.txt").write_text("no letter")
    book = LetterBook(folder)
    assert set(book.ids()) == {*template_ids(), "praise"}
    assert book.template("praise").paragraphs == book.template("claim").paragraphs
    assert book.template("reminder") is load_template("reminder")
    by_id = {listed.id: listed.file for listed in book.listed()}
    assert by_id["claim"] == folder / "claim.toml"
    assert by_id["reminder"] is None


def test_a_file_is_read_again_when_it_changes(folder: Path) -> None:
    file = folder / "praise.toml"
    file.write_text(PLAIN, "utf-8")
    assert "Mine" in LetterBook(folder).template("praise").paragraphs[0].texts["en"]
    file.write_text(PLAIN.replace("Mine", "Ours, anew"), "utf-8")
    assert "Ours" in LetterBook(folder).template("praise").paragraphs[0].texts["en"]
    file.unlink()
    with pytest.raises(NotFound):
        LetterBook(folder).template("praise")


def test_a_letter_may_extend_one_that_ships(folder: Path) -> None:
    (folder / "claim.toml").write_text(
        f'extends = "claim"\nwithout = ["result"]\ntone = "firm"\n{PLAIN}', "utf-8"
    )
    mine, theirs = LetterBook(folder).template("claim"), load_template("claim")
    kept = tuple(p for p in theirs.paragraphs if p.part != Part.RESULT)
    assert mine.paragraphs[:-1] == kept
    assert mine.paragraphs[-1].texts["en"] == "Mine: {details}"
    assert (mine.tone, mine.titles, mine.fits) == (Tone.FIRM, theirs.titles, theirs.fits)
    (folder / "body.toml").write_text(f'extends = "higher"\n{PLAIN}', "utf-8")
    assert LetterBook(folder).template("body").voice is Voice.THEY


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("mine", PLAIN.replace("details", "nmae"), "mine.toml, paragraph 1: there is no field"),
        ("mine", "", "mine.toml has no paragraphs."),
        ("mine", f'extends = "nothing"\n{PLAIN}', "mine.toml: There is no letter “nothing”"),
        ("mine", f'extends = "claim"\nvoice = "they"\n{PLAIN}', "whose “voice” stays"),
        ("mine", f"extends = 1\n{PLAIN}", "mine.toml: “extends” is the name of a letter"),
        ("mine", f'without = ["done"]\n{PLAIN}', "mine.toml: “without” needs “extends”"),
        ("mine", f'extends = "claim"\nwithout = ["x"]\n{PLAIN}', "“without” lists parts"),
        ("mine", "x = " + "[" * 3000, "mine.toml is not TOML"),
        ("My letter", PLAIN, "My letter.toml: the name of a letter is small Latin letters"),
        ("mine", f'extends = "review"\n{PLAIN}', "there is no field “details” here"),
    ],
)
def test_a_fault_is_told_where_the_letter_is_wanted(
    folder: Path, name: str, text: str, complaint: str
) -> None:
    (folder / f"{name}.toml").write_text(text, "utf-8")
    book = LetterBook(folder)
    with pytest.raises(BadInput) as caught:
        book.template(name)
    assert complaint in said(caught.value)
    assert book.template("claim") is load_template("claim")  # the others are not harmed
    faults = {one.id: one.fault for one in book.listed() if one.fault}
    assert faults == {name: caught.value.sentence}


def test_what_cannot_be_read_is_named(folder: Path, tmp_path: Path) -> None:
    (folder / "bytes.toml").write_bytes(b"\xff\xfe")
    os.mkfifo(folder / "pipe.toml")
    (folder / "folder.toml").mkdir()
    for name in ("bytes", "pipe", "folder"):
        with pytest.raises(BadInput) as caught:
            LetterBook(folder).template(name)
        assert said(caught.value).startswith(f"{name}.toml ")
    no_folder = tmp_path / "file"
    no_folder.write_text("")
    with pytest.raises(BadInput, match="cannot be read"):
        LetterBook(no_folder).ids()


def test_titles_of_a_file_reach_no_terminal_raw(folder: Path) -> None:
    head = 'title = { ru = "x\\u001b[2J", en = "y\\u001b[2J" }\n'
    (folder / "mine.toml").write_text(head + PLAIN, "utf-8")
    titles = LetterBook(folder).template("mine").titles
    assert not any("\x1b" in title for title in titles.values())


def test_the_example_of_the_docs_is_a_letter(folder: Path) -> None:
    example = re.search(r"```toml\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)
    assert example
    (folder / "warranty.toml").write_text(example[1], "utf-8")
    template = LetterBook(folder).template("warranty")
    assert template.titles["en"] == "Warranty repair"
    assert template.answer_within == "10wd"
    named = set(re.findall(r"^\| `([a-z_]+)`", DOCS.read_text("utf-8"), re.MULTILINE))
    assert {"title", "about", "tone", "part", "when", "needs", "extends", "without"} <= named
