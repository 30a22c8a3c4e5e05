"""What a search shows of a case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.cases.errors import BadInput
from tui.desk.board.searching import WIDTH, excerpt
from tui.desk.desk import Desk
from tui.terminal.clean import clean_line

FACTS = {"company": "Meteor", "problem": "billing", "details": "Roaming\nwas billed \x1b[2J twice."}
LONG = "word " * 50


def marked(text: str, *words: str) -> tuple[str, list[str]]:
    """The snippet, and what is marked in it."""
    places = sorted((text.index(word), text.index(word) + len(word)) for word in words)
    snippet, marks = excerpt(text, places)
    return snippet, [snippet[start:end] for start, end in marks]


def test_a_hit_has_the_card_the_score_and_a_clean_snippet(desk: Desk) -> None:
    case = desk.open_case({**FACTS, "subject": "Bill"})
    (hit,) = desk.search("roam* twice")
    assert hit.view.card.id == case.id
    assert hit.score > 0
    assert hit.snippet == "Roaming was billed ␛[2J twice."
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Roaming", "twice"]
    assert desk.search("toaster") == ()


def test_no_more_hits_than_asked_for(desk: Desk) -> None:
    for subject in ("One bill", "Two bills", "Bills"):
        desk.open_case({**FACTS, "subject": subject})
    assert len(desk.search("bill", limit=2)) == 2


def test_a_short_text_is_shown_whole() -> None:
    assert marked("A kettle.", "kettle") == ("A kettle.", ["kettle"])


def test_a_long_text_is_cut_between_words_on_both_sides() -> None:
    snippet, found = marked(f"{LONG}kettle {LONG}", "kettle")
    assert found == ["kettle"]
    assert snippet.startswith("…word ")
    assert snippet.endswith(" word…")


def test_the_end_of_a_text_is_filled_up_from_before() -> None:
    snippet, found = marked(f"{LONG}kettle", "kettle")
    assert snippet.endswith("word kettle")
    assert found == ["kettle"]
    assert len(snippet) > WIDTH - 10


def test_where_most_was_found_is_shown() -> None:
    text = f"kettle {LONG}broken toaster {LONG}"
    assert marked(text, "kettle", "broken", "toaster")[1] == ["broken", "toaster"]


def test_nothing_marked_is_the_beginning() -> None:
    assert excerpt(LONG, ()) == ("word " * 14 + "word…", ())


@given(st.text(st.sampled_from("ab \n\x1b…ё") | st.characters(), max_size=300), st.data())
def test_any_text_and_any_marks(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    cuts = sorted(set(data.draw(st.lists(place, max_size=12))))
    marks = tuple(zip(cuts[::2], cuts[1::2], strict=False))
    snippet, found = excerpt(text, marks)
    assert len(snippet) <= WIDTH + 2
    assert snippet == clean_line(snippet)
    assert bool(found) == bool(marks)
    for start, end in found:
        assert 0 <= start < end <= len(snippet)


def test_a_number_with_its_sign_is_the_case_itself(desk: Desk) -> None:
    for subject in ("First, 3 November", "Second", "Third"):
        desk.open_case({"company": "Severmart", "subject": subject, "problem": "refund"})
    assert [hit.view.card.id for hit in desk.search("#3")] == [3]
    assert desk.search("#77") == ()


@pytest.mark.parametrize("text", ["", "-", "*", '"', "-refund"])
def test_a_search_needs_a_word(desk: Desk, text: str) -> None:
    with pytest.raises(BadInput):
        desk.search(text)


@pytest.fixture
def several(desk: Desk) -> Desk:
    for subject, company in (("Bill", "Meteor"), ("Kettle bill", "Severmart"), ("Tea", "Meteor")):
        desk.open_case({**FACTS, "subject": subject, "company": company})
    return desk


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bill company:meteor", {1, 3}),
        ("billed is:draft -company:meteor", {2}),
        ("billed -#2 -kettle", {1, 3}),
        ("is:draft", {1, 2, 3}),
        ("company:meteor -tea", {1}),
        ("theirs", set()),
        ("bill is:late", set()),
        ("fee:tea", set()),
    ],
)
def test_the_search_speaks_the_language_of_the_filter(
    several: Desk, text: str, found: set[int]
) -> None:
    assert {hit.view.id for hit in several.search(text)} == found


def test_while_it_is_typed_the_last_word_goes_on_and_nothing_is_wrong(several: Desk) -> None:
    assert {hit.view.id for hit in several.search("kett", begun=True)} == {2}
    assert several.search("kett") == several.search("kett ", begun=True) == ()
    assert several.search("kett is:happy", begun=True) == ()  # the word is whole by now
    with pytest.raises(BadInput, match="is not known"):
        several.search("kettle is:happy")


def test_no_more_than_asked_for_after_the_fields(several: Desk) -> None:
    assert len(several.search("bill is:draft", limit=1)) == 1
    assert len(several.search("is:draft", limit=2)) == 2
