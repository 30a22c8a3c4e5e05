"""Lines of logs: what stands in them was written by a machine, and shouts at nobody."""

from __future__ import annotations

import re

_LOG = re.compile(r"\b\d\d:\d\d:\d\d\b|\b(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL)\b")

NEAR = 300  # characters: of a longer line only what is near says what it is


def line_around(text: str, start: int, end: int) -> tuple[str, int]:
    """The line in which a place stands, and where the line begins."""
    first = max(text.rfind("\n", 0, start) + 1, start - NEAR)
    last = text.find("\n", end, end + NEAR)
    return text[first : last if last >= 0 else end + NEAR], first


def is_log(line: str) -> bool:
    """Whether a line is one of a log: a time to the second, or a level in capitals."""
    return bool(_LOG.search(line))
