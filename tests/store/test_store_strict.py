"""JSON is read without mercy and written without loss."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.store import strict

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=())),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(PLAIN)
def test_what_is_written_is_read_again(plain: object) -> None:
    assert strict.loads(strict.dumps(plain)) == plain


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1, "a": 1}',
        '[{"b": {"a": 1, "c": 2, "a": 3}}]',
        "NaN",
        "-Infinity",
        "1e999",
        "9" * 5000,
        "[" * 100_000,
        '{"a": 1',
        '{"a": 1}}',
        "{'a': 1}",
        "",
        "\ufeff{}",
        '"a\nb"',
    ],
)
def test_what_no_json_says_is_refused(text: str) -> None:
    with pytest.raises(strict.Unreadable):
        strict.loads(text.encode())


def test_what_is_no_utf8_is_refused() -> None:
    for data in (b'"\xff"', '{"a": 1}'.encode("utf-16"), b'"\xed\xa0\x80"'):
        with pytest.raises(strict.Unreadable):
            strict.loads(data)
    with pytest.raises(ValueError, match="JSON compliant"):
        strict.dumps([float("inf")])
