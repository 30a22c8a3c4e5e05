"""Where several that are side by side have changed, they are drawn in one piece."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter


def stretches(changed: Iterable[bool]) -> Iterator[range]:
    """The places of those that have, each stretch of neighbours as one range."""
    for has_changed, run in groupby(enumerate(changed), itemgetter(1)):
        if has_changed:
            places = [place for place, _ in run]
            yield range(places[0], places[-1] + 1)
