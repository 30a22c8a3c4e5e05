"""Template files are checked when they are read, and errors say where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.cases.errors import BadInput, NotFound
from tui.cases.sentence import Sentence
from tui.cases.words import Part, Tone
from tui.letters.field_names import FIELDS, PUBLIC_FIELDS
from tui.letters.filling import places_of
from tui.letters.letter_book import load_template, template_ids
from tui.letters.phrases import Voice, phrase_book
from tui.letters.template import read_template
from tui.wording.wording import Wording

GOOD = '[[paragraph]]\npart = "problem"\nru = "{details}"\nen = "{details}"\n'


def read(folder: Path, text: str) -> str:
    """The complaint about a template file, in English, as the checker makes it."""
    path = folder / "own.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(BadInput) as caught:
        read_template(path)
    return spoken(caught.value.sentence)


def spoken(sentence: Sentence) -> str:
    return Wording("en").say(sentence)


@pytest.mark.parametrize(
    ("paragraph", "complaint"),
    [
        ('part = "problem"\nru = "{nmae}"\nen = "x"', "there is no field “nmae” here"),
        ('part = "problem"\nru = "x"\nen = "x"\nwhen = ["nmae"]', "there is no field “nmae” here"),
        ('part = "body"\nru = "x"\nen = "x"', "“part” is one of"),
        ('part = "problem"\nru = "x"', "“en” has no text"),
        ('part = "problem"\nru = " "\nen = "x"', "“ru” has no text"),
        ('part = "problem"\nru = "x"\nen = "x"\nif = "x"', "“if” is not known"),
        ('part = "problem"\nru = "x"\nen = "x"\nwhen = "details"', "“when” is a list"),
        ('part = "problem"\nru = "x"\nen = "x"\nneeds = ["details"]', "“needs” is a list"),
        ('part = "problem"\nru = "x"\nen = "x"\ntone = ["loud"]', "“tone” is a list"),
        ('part = "problem"\nru = "x"\nen = "x"\ntone = []', "“tone” is a list"),
        ('part = "problem"\nru = "x"\nen = "{details.upper}"', "“en” has a stray brace"),
        ('part = "problem"\nru = "x"\nen = "{details!r}"', "“en” has a stray brace"),
        ('part = "problem"\nru = "x"\nen = "{}"', "“en” has a stray brace"),
        ('part = "problem"\nru = "{"\nen = "x"', "“ru” has a stray brace"),
    ],
)
def test_a_fault_is_named_with_file_paragraph_and_field(
    tmp_path: Path, paragraph: str, complaint: str
) -> None:
    said = read(tmp_path, f"{GOOD}\n[[paragraph]]\n{paragraph}\n")
    assert said.startswith("own.toml, paragraph 2: ")
    assert complaint in said


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("paragraph = 1", "[[paragraph]]"),
        ("this is no toml", "is not TOML"),
        ('voice = "shouting"', "“voice” is one of"),
        ('common = ["body"]', "“common” lists parts"),
        ('common = "problem"', "“common” lists parts"),
        ('voice = "public"\ncommon = ["contacts"]', "takes no common parts"),
        ('title = "x"', "“title” needs “ru” and “en”"),
        ('about = { ru = "x" }', "“about” needs “ru” and “en”"),
        ('name = "x"', "“name” is not known"),
        ('extends = "claim"', "“extends” is not known"),  # only for the person's own
        ('tone = "loud"', "“tone” is one of neutral, firm, formal"),
        ('fits = ["nmae"]', "there is no field “nmae” here"),
        ('fits = "late"', "there is no field “fits” here"),
        ('ladder = "yes"', "“ladder” is true or false"),
        ('answer_within = "soon"', "“answer_within” is a time such as 5wd"),
        ('answer_within = "4h"', "“answer_within” is a time such as 5wd"),
        ("answer_within = 5", "“answer_within” is a time such as 5wd"),
    ],
)
def test_a_fault_of_the_file_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    said = read(tmp_path, text)
    assert said.startswith("own.toml")
    assert complaint in said


def test_a_public_letter_cannot_name_what_tells_who_i_am(tmp_path: Path) -> None:
    assert "there is no field “details” here" in read(tmp_path, f'voice = "public"\n{GOOD}')
    assert not PUBLIC_FIELDS & {"who", "reach", "signature", "reference", "details", "subject"}


def test_an_unknown_letter_names_those_that_there_are() -> None:
    with pytest.raises(NotFound) as caught:
        load_template("../../etc/passwd")
    assert "complaint" in caught.value.sentence.values["known"]


@pytest.mark.parametrize("name", template_ids())
def test_every_letter_that_is_shipped_reads(name: str) -> None:
    template = load_template(name)
    parts = {paragraph.part for paragraph in template.paragraphs}
    assert {Part.SUBJECT, Part.PROBLEM, Part.RESULT} <= parts
    for paragraph in template.paragraphs:
        assert set(places_of(paragraph.texts["ru"])) == set(places_of(paragraph.texts["en"]))


def test_the_letters_are_these() -> None:
    for_any_case = [name for name in template_ids() if not load_template(name).of_ladder]
    assert set(for_any_case) >= {
        *("access", "appeal", "claim", "complaint", "higher", "higher_reminder", "higher_reply"),
        *("last_notice", "reasons", "recap", "reminder", "reply", "request", "review", "thanks"),
    }
    special = {"authority", "court", "data_reminder", "seller", "withdrawal"}
    assert not special & set(for_any_case)
    assert load_template("review").voice is Voice.PUBLIC
    to_others = {name for name in template_ids() if load_template(name).voice is Voice.THEY}
    bodies = {"authority", "court", "higher", "higher_reminder", "higher_reply", "seller"}
    assert to_others >= bodies


def test_law_is_for_formal_letters_alone() -> None:
    """Each kind says what it is for, and no paragraph cites law in another tone."""
    for name in template_ids():
        template = load_template(name)
        assert set(template.titles) == set(template.abouts) == {"ru", "en"}, name
        for paragraph in template.paragraphs:
            cites = {"law", "law_said"} & set(places_of(paragraph.texts["en"]))
            assert not cites or paragraph.tones == (Tone.FORMAL,), name
    formal = {name for name in template_ids() if load_template(name).tone is Tone.FORMAL}
    assert formal >= {"appeal", "claim", "higher", "last_notice", "withdrawal"}
    assert not {"access", "complaint", "reasons", "reminder", "request", "thanks"} & formal


# Russian has no “Dear …”, and says “a complaint to …” where English names the body.
_UNLIKE = {"salutation.company", "next.body"}


def test_every_phrase_is_there_in_both_languages_with_the_same_places() -> None:
    for name, forms in phrase_book().items():
        places = {form: set(places_of(text)) for form, text in forms.items()}
        assert {"ru", "en"} <= set(forms), name
        assert places["ru"] == places["en"] or name in _UNLIKE, name
        known = {"ru", "en", "ru_they", "en_they", "ru_call", "en_call", "gender"}
        assert set(forms) <= known, name
        assert ("ru_call" in forms) == ("en_call" in forms), name
        assert not name.startswith("letter.") or f"delivered.{forms['gender']}" in phrase_book()


def test_the_allow_list_and_the_facts_are_the_same(facts: dict[str, str]) -> None:
    assert set(facts) == FIELDS


def test_after_its_label_no_russian_subject_has_a_colon_of_its_own() -> None:
    """“Тема: Претензия: Возврат” would have two."""
    subjects = {
        name: [p.texts["ru"] for p in load_template(name).paragraphs if p.part is Part.SUBJECT]
        for name in template_ids()
    }
    own = {"review"}  # goes out without the label
    told = [text for name, texts in subjects.items() if name not in own for text in texts]
    said = [phrase_book()[phrase]["ru"] for phrase in ("urgent.critical", "urgent.high")]
    closing = [phrase_book()["back.subject"][form] for form in ("ru", "ru_they")]
    assert [text for text in (*told, *said, *closing) if ":" in text] == []
