"""Whatever is typed into the search is words, and never an error."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_helpers import a_case, add

from tui.cases.case import Case
from tui.store.contract import Store
from tui.store.opening import memory_store

HOSTILE = (
    'NEAR("a" "b")', "a AND b", "a OR", "NOT", "text : a", "^a", "a + b", "(((", '"""', "\0a\0",
    "'; DROP TABLE words; --", "{text} : x", "\ud800 \udce9", "x" * 10_000, "a " * 5_000,
    '"' + "a " * 5_000, "-" * 10_000, "*" * 10_000, "-a " * 3_000, "word*" * 2_000, "a-" * 5_000,
    "\u0301" * 5_000, "«" * 5_000, " ".join(f"w{n}" for n in range(2_000)),
    " ".join(f"-w{n}" for n in range(2_000)) + " roaming",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_query_is_an_error(store: Store, text: str) -> None:
    add(store)
    store.search(text)
    store.search(f"roaming {text}")


QUERY = st.text(st.sampled_from('ab "-*()«»:^+ё\0\ud800\n\u0301') | st.characters(), max_size=40)


@given(QUERY, st.text(max_size=30))
def test_any_text_can_be_searched_for_in_any_text(query: str, text: str) -> None:
    store = memory_store(who="me")
    add(store, a_case(details=text))
    for hit in store.search(query):
        assert hit.number == 1
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.marks)


@given(st.lists(st.text(st.sampled_from("abё1- "), max_size=12), min_size=1, max_size=4))
def test_words_are_never_syntax(texts: list[str]) -> None:
    """Two cases with the same words are both found by them, or neither."""
    store = memory_store(who="me")
    cases: list[Case] = [a_case(details=text) for text in texts]
    add(store, *cases, *cases)
    for text in texts:
        numbers = {hit.number for hit in store.search(f'"{text}"')}
        assert {n for n in range(1, len(cases) + 1) if n in numbers} == {
            n - len(cases) for n in numbers if n > len(cases)
        }
