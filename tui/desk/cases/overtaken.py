"""When another window was quicker with the same text: nobody is overwritten in silence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tui.cases.errors import BadInput
from tui.cases.words import Part
from tui.desk.labels import label
from tui.wording.mark import N_

_SHOWN = 60  # characters of their text
_TOLD = N_(
    "Another window changed “{field}” of {where} meanwhile, to “{theirs}”. Your text stays "
    "here: save again to put it in its place."
)


class Overtaken(BadInput):
    """`name` is the field in which another window wrote `theirs` meanwhile. Nothing was changed.

    Whoever has seen it may save again with `theirs` as what was seen; undo brings it back.
    """

    def __init__(self, name: str | Part, theirs: str, where: str) -> None:
        line = " ".join(theirs.split())
        super().__init__(
            _TOLD,
            field=name if isinstance(name, Part) else label(name),
            where=where,
            theirs=line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…",
            name=str(name),
        )
        self.name, self.theirs = str(name), theirs


def refuse_overwriting(
    where: str, texts: Mapping[Any, str], seen: Mapping[Any, str], now: Mapping[Any, str]
) -> None:
    """Raises Overtaken where what stands `now` is neither what was `seen` nor what is meant."""
    for name, before in seen.items():
        if name in texts and now[name] not in (before, texts[name]):
            raise Overtaken(name, now[name], where)
