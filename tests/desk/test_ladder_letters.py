"""Every letter of every ladder that ships, in both languages, for a case that lacks nothing.

The checks find nothing in it, it is addressed, no place of it is left open, and it speaks one
language. One case a ladder and language is taken from the first step to the last.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from ladder_cases import Climb, Rendered, file_name, speaks

from tui.cases.words import Part
from tui.letters.letter_book import load_template
from tui.letters.phrases import Voice
from tui.playbooks.law import Law
from tui.playbooks.playbook import load_playbook, playbook_ids
from tui.playbooks.rung import RungState

LANGUAGES = ("ru", "en")
CLIMBS = [(book, language) for book in playbook_ids() for language in LANGUAGES]

_LATIN = re.compile(r"[A-Za-z]{2,}")
_ENGLISH = re.compile(r"[A-Za-z]*[a-z][A-Za-z]+")  # an acronym such as SLA is said in Russian, too
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")


@cache
def _cited(language: str) -> str:
    """How the law is named in letters."""
    return "\n".join(rule.cites.get(language, "") for rule in Law().rules())


def _named(climb: Climb) -> str:
    """What a letter repeats: the person's words, and the names and titles of the ladder."""
    steps = climb.playbook.steps
    titles = (f"{step.title[climb.language]} {step.addressee[climb.language]}" for step in steps)
    return "\n".join((*climb.told, *titles, _cited(climb.language)))


def _findings(letter: Rendered, climb: Climb) -> list[tuple[str, str]]:
    """Their ids and words; not that it is in another language than the country's, where it is."""
    foreign = speaks(climb.where) not in ("", climb.language)
    found = [(finding.id, finding.message.text) for finding in letter.made.findings]
    in_another = ("L32", "The letter is not in the language of the company’s country.")
    if foreign:
        found.remove(in_another)
    return found


def _speaks_one_language(letter: Rendered, climb: Climb) -> bool:
    """No Russian in English; in Russian no Latin words but names that it repeats, and UTC."""
    text = letter.made.letter.text()
    if climb.language == "en":
        return not _CYRILLIC.search(text)
    return set(_LATIN.findall(text)) - {"UTC"} <= set(_LATIN.findall(_named(climb)))


def _is_written(letter: Rendered) -> bool:
    parts = letter.made.letter.parts
    needed = {Part.SUBJECT, Part.PROBLEM, Part.RESULT}
    return all(parts[part].strip() for part in needed) and not re.search(
        r"[{}\[\]]", "\n".join(parts.values())
    )


def _encloses(letter: Rendered, language: str) -> bool:
    """Whether it lists what the step asks to be enclosed."""
    listed = letter.made.letter.parts[Part.ENCLOSURES]
    return all(file_name(item) in listed for item in letter.step.enclose[language])


def _is_public(letter: Rendered) -> bool:
    """Whether it is written for everybody, and so to nobody."""
    return load_template(letter.step.letter).voice is Voice.PUBLIC


@pytest.mark.parametrize(("book", "language"), CLIMBS)
def test_every_letter_of_a_ladder_is_fit_to_be_signed(
    book: str, language: str, tmp_path: Path
) -> None:
    climb = Climb(book, language, tmp_path)
    letters = list(climb.letters())
    assert [letter.step.id for letter in letters] == [step.id for step in climb.playbook.steps]
    for letter in letters:
        place = letter.step.id
        assert letter.rung.state is RungState.OPEN, (place, letter.rung.reason)
        assert letter.made.draft.template == letter.step.letter, place
        assert _is_written(letter), place
        assert _findings(letter, climb) == [], place
        assert _is_public(letter) or (letter.addressee and _encloses(letter, language)), place
        assert _speaks_one_language(letter, climb), place


def test_what_the_letters_of_a_ladder_say_themselves_is_in_one_language() -> None:
    """Their fixed paragraphs, whatever a case fills in."""
    used = {step.letter for book in playbook_ids() for step in load_playbook(book).steps}
    for name in used:
        for paragraph in load_template(name).paragraphs:
            russian = re.sub(r"\{\w+\}", "", paragraph.texts["ru"])
            assert not _ENGLISH.search(russian), (name, russian)
            assert not _CYRILLIC.search(paragraph.texts["en"]), (name, paragraph.texts["en"])
