"""What a person typed to find cases, in its parts. The filter, the lists and the search share it.

`word`, `begin*`, `"a phrase"`, `field:value`, `field<value`, each with `-` before it: not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST = 32  # parts of a query that count, and words of a phrase

_OPENS, _CLOSES = '"“”„«', '"“”»'
_QUOTED = f'[{_OPENS}](?P<{{}}>[^"“”„«»]*)(?:[{_CLOSES}]|$)'
_BARE = r"[^\s\"“”„«»]"
# The last quotation mark may not be there yet: a query is read while it is being typed.
_PART = re.compile(
    rf"(?P<minus>-*)(?:{_QUOTED.format('phrase')}"
    rf"|(?P<field>[^\W\d_]+)(?P<sign><=|>=|[:<>=])(?:{_QUOTED.format('quoted')}|(?P<value>{_BARE}*))"
    rf"|(?P<word>{_BARE}+))"
)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was asked for.

    `typed`: as it stands there, without the `-`. `value`: the word, what stands between the
    quotation marks, or what stands behind the sign of a field. `field`: without capitals; empty
    for words and phrases.
    """

    typed: str
    value: str
    is_not: bool = False
    is_phrase: bool = False
    field: str = ""
    sign: str = ""

    @property
    def is_text(self) -> bool:
        """Whether it is sought in the texts."""
        return not self.field


def parts_of(text: str) -> tuple[Part, ...]:
    """The parts of a query, each once, as many as count. Nothing in it is wrong."""
    found = (_part(match) for match in _PART.finditer(text))
    return tuple(dict.fromkeys(part for part in found if part.field or part.value.strip("-#")))[
        :MOST
    ]


def _part(match: re.Match[str]) -> Part:
    typed = match[0].removeprefix(match["minus"])
    is_not = bool(match["minus"])
    if match["field"]:
        value = (match["value"] or "") if match["quoted"] is None else match["quoted"]
        return Part(typed, value, is_not, field=match["field"].casefold(), sign=match["sign"])
    if match["phrase"] is not None:
        return Part(typed, match["phrase"], is_not, is_phrase=True)
    return Part(typed, match["word"], is_not)
