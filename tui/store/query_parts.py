"""What a person typed to find cases, in its parts. The filter, the lists and the search share it.

`word`, `begin*`, `"a phrase"`, `24 990`, `field:value`, `field<value`; with `-` before it: not.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

MOST = 32  # parts of a query that count, and words of a phrase

_OPENS, _CLOSES = '"“”„«', '"“”»'
_QUOTED = f'[{_OPENS}](?P<{{0}}>[^"“”„«»]*)(?:(?P<end_of_{{0}}>[{_CLOSES}])|$)'
_BARE = r"[^\s\"“”„«»]"
NOT_OF_SUM = "₽€$£₸* "  # what may stand around the digits
# A sum with blanks between its groups of three digits is one word: 24 990, 1 234 567,50 ₽.
_SUM = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?"
_OF_SUMS = "|".join(
    f"(?<={name}{sign})" for name in ("(?i:amount)", "(?i:сумма)") for sign in ("[:<>=]", "[<>]=")
)
# The last quotation mark may not be there yet: a query is read while it is being typed.
_PART = (
    rf"(?P<minus>-*)(?:{_QUOTED.format('phrase')}"
    rf"|(?P<field>[^\W\d_]+)(?P<sign><=|>=|[:<>=])(?:{_QUOTED.format('quoted')}"
    rf"|(?P<value>(?:(?:{_OF_SUMS}){_SUM})?{_BARE}*))"
    rf"|(?P<sum>[₽€$£₸]?{_SUM}\*?(?: ?[₽€$£₸])?(?!{_BARE}))"
    rf"|(?P<word>{_BARE}+))"
)


class Part(Struct, frozen=True):
    """One thing that was asked for.

    `typed`: as it stands there, without the `-`. `value`: the word, what stands between the
    quotation marks, or what stands behind the sign of a field. `field`: without capitals; empty
    for words and phrases.
    """

    typed: str
    value: str
    is_not: bool = False
    is_phrase: bool = False
    is_sum: bool = False  # in groups of digits, with blanks between them
    field: str = ""
    sign: str = ""

    @property
    def is_text(self) -> bool:
        """Whether it is sought in the texts."""
        return not self.field


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a query, each once, as many as count. Nothing in it is wrong."""
    found = (_part(match) for match in _part_pattern().finditer(text))
    return tuple(dict.fromkeys(part for part in found if part.field or part.value.strip("-#")))[
        :MOST
    ]


def is_closed(text: str) -> bool:
    """Whether each quotation mark that opens in a query is closed there."""
    return all(
        match[name] is None or match[f"end_of_{name}"]
        for match in _part_pattern().finditer(text)
        for name in ("phrase", "quoted")
    )


@cache
def _part_pattern() -> re.Pattern[str]:
    return re.compile(_PART)  # not before somebody looks for something


def _part(match: re.Match[str]) -> Part:
    typed = match[0].removeprefix(match["minus"])
    is_not = bool(match["minus"])
    if match["field"]:
        value = (match["value"] or "") if match["quoted"] is None else match["quoted"]
        return Part(typed, value, is_not, field=match["field"].casefold(), sign=match["sign"])
    if match["phrase"] is not None:
        return Part(typed, match["phrase"], is_not, is_phrase=True)
    if match["sum"]:
        return Part(typed, match["sum"], is_not, is_sum=True)
    return Part(typed, match["word"], is_not)
