"""What can go wrong between the book and the disk."""

from __future__ import annotations

from tui.cases.errors import UpheldError


class StoreError(UpheldError):
    """The book could not be read or written."""


class StoreBusy(StoreError):
    """Another window kept the book for longer than one may wait. Trying again helps."""


class StoreFull(StoreError):
    """No room on the disk, or the quota is used up. What was stored is whole."""


class StoreReadOnly(StoreError):
    """The folder cannot be written. Reading works."""


class BrokenBook(StoreError):
    """The file is damaged or is no book of ours. It was left byte for byte as it is."""


class NewerBook(StoreError):
    """A newer Upheld wrote the file. It is neither read nor written."""


class Conflict(StoreError):
    """The case moved on since it was read. Nothing was overwritten."""
