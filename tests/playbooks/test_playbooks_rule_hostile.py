"""No text whatever, as a rule file, raises anything but a clear sentence."""

from __future__ import annotations

import tempfile
from datetime import UTC, date
from pathlib import Path
from typing import Any

import tomlkit
from hypothesis import example, given
from hypothesis import strategies as st
from law_texts import FACT, OWN, RULE

from tui.cases.errors import BadInput, NotFound
from tui.playbooks.law import Law
from tui.playbooks.rule_fields import OWN_DAY, OWN_FACT, OWN_RULE
from tui.wording.wording import Wording

ENGLISH = Wording("en")
WORDS = [
    "10wd",
    "0cal",
    "mine",
    "theirs",
    "unknown",
    "RU",
    "own",
    "A",
    "2026-11-22",
    "ru.one",
    "24/7",
]
FIELDS = sorted(
    {*OWN_RULE, *OWN_FACT, *OWN_DAY, "en", "ru", "start", "due", "also", "address", "kind"}
    | {"seen_on", "payment", "\0", ""}
)

words = st.sampled_from(WORDS) | st.text(max_size=12)
plain = st.one_of(
    words,
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(),
    st.dates(min_value=date(1, 1, 1)),
    st.datetimes(timezones=st.none() | st.just(UTC)),
)
values = st.recursive(
    plain,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4)
    ),
    max_leaves=8,
)
tables = st.dictionaries(st.sampled_from(FIELDS), values, max_size=8)
ids = st.sampled_from(["ru.one", "my.bank", "ru.channel", "ru", "Ü", ""]) | st.text(max_size=6)
entries = st.dictionaries(ids, tables | st.lists(tables, max_size=2) | values, max_size=2)
files = st.fixed_dictionaries(
    {}, optional={"rule": entries, "fact": entries, "day": st.lists(tables, max_size=2) | values}
)


def ask_everything(content: bytes) -> None:
    """Everything that can be asked of a law with this file; errors are put into words."""
    with tempfile.TemporaryDirectory() as folder:
        shipped, own = Path(folder, "shipped"), Path(folder, "own")
        shipped.mkdir()
        own.mkdir()
        (shipped / "ru.toml").write_text(RULE + FACT, "utf-8")
        (own / "my.toml").write_bytes(content)
        law = Law(own, shipped=shipped)
        for ask in (
            law.rules,
            law.facts,
            lambda: law.rule("ru.one", date(2026, 11, 22)),
            lambda: law.versions("my.bank"),
            lambda: law.fact("ru.channel"),
            lambda: law.calendar("RU").is_working(date(2026, 11, 22)),
        ):
            try:
                ask()
            except (BadInput, NotFound) as fault:
                ENGLISH.say(fault.sentence)


@given(st.binary(max_size=60))
def test_any_bytes(content: bytes) -> None:
    ask_everything(content)


@given(st.text(max_size=200))
@example("[" * 5_000)
@example("x = " + "9" * 5_000)
@example("a." * 5_000 + "a = 1")
@example("x = 9999-99-99")
def test_any_text(text: str) -> None:
    ask_everything(text.encode("utf-8", "surrogatepass"))


@given(files)
def test_any_tables(plain: dict[str, Any]) -> None:
    ask_everything(tomlkit.dumps(plain).encode("utf-8", "surrogatepass"))


@given(st.sampled_from(sorted(OWN_RULE)), values)
def test_any_value_in_a_lawful_rule(field: str, value: Any) -> None:
    changed = tomlkit.parse(OWN)
    changed["rule"]["my.bank"][field] = value  # type: ignore[index]
    ask_everything(tomlkit.dumps(changed).encode("utf-8", "surrogatepass"))


@given(st.data())
def test_a_lawful_file_with_a_piece_replaced(data: st.DataObject) -> None:
    text = OWN + RULE + FACT
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, min(len(text), first + 30)))
    piece = data.draw(st.text(max_size=5) | words)
    ask_everything((text[:first] + piece + text[last:]).encode("utf-8", "surrogatepass"))
