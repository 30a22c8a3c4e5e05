"""Time zones by their names."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from tui.cases.errors import BadInput


def zone_named(text: str) -> ZoneInfo:
    """The zone of a name such as Europe/Moscow. Raises BadInput where there is none."""
    try:
        return ZoneInfo(text.strip())
    except (KeyError, ValueError, OSError):
        raise BadInput(
            "There is no time zone “{zone}”. Write it like Europe/Moscow.", zone=text
        ) from None
