"""What holds for every test."""

from __future__ import annotations

import gc

from hypothesis import settings

# The same questions in every run, so that what was green stays green until something changes.
# New ones, and more of them, are asked with: pytest --hypothesis-profile=search
settings.register_profile(
    "steady", derandomize=True, deadline=None, print_blob=True, max_examples=40
)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile("steady")


def pytest_collection_finish() -> None:
    """What is imported and collected stays until the end: looking through it again is time lost."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
