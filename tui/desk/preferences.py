"""What I keep in config.toml: who I am, and my language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tui.cases.errors import BadInput
from tui.desk.office import Office
from tui.settings.config import ConfigUnusable, Profile


def save_profile(office: Office, profile: Profile) -> None:
    """Keep who I am. Raises BadInput where the file cannot be written."""
    with _speaking():
        office.settings.save_profile(profile)


def save_language(office: Office, language: str) -> None:
    """Keep the language of the screens. Raises BadInput where the file cannot be written."""
    with _speaking():
        office.settings.save_language(language)


@contextmanager
def _speaking() -> Iterator[None]:
    """The settings know no sentences."""
    try:
        yield
    except ConfigUnusable as error:
        raise BadInput(
            "{file} cannot be used: {reason}", file=str(error.file), reason=error.reason
        ) from error
