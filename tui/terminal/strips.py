"""Lines of which nothing but themselves is kept.

Textual keeps with each line how it came out divided, cropped and filtered, in seven stores a line.
Of a line that is drawn once none is asked again, and on a wide terminal they are more than a
megabyte. Here what becomes of a line is worked out whenever it is asked for.

That `textual.strip` calls its stores `FIFOCache` is its own affair. Should an upgrade name them
otherwise, they keep what they kept.
"""

from __future__ import annotations

from typing import Any

from textual import strip
from textual.cache import FIFOCache


class _Keeping(FIFOCache[Any, Any]):
    """Forgets at once, and so serves every line."""

    __slots__ = ()

    def set(self, key: Any, value: Any) -> None:
        """Keep nothing."""

    def __setitem__(self, key: Any, value: Any) -> None:
        """Keep nothing."""


_NOTHING = _Keeping(0)


def keep_lines_only() -> None:
    """From now on, in this process."""
    if hasattr(strip, "FIFOCache"):
        vars(strip)["FIFOCache"] = lambda _: _NOTHING
