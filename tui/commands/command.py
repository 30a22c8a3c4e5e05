"""One command and the heading it stands under."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from msgspec import Struct


class Group(StrEnum):
    """A heading of the help page."""

    MOVE = "Move"
    CASE = "Case"
    SCREEN = "Screens"
    LETTER = "Letter"
    MAIL = "Mail"
    COMPANY = "Companies"
    GENERAL = "General"


class Command(Struct, frozen=True):
    """One thing a person can do. `id` is also the name of the action that does it.

    `key`: Textual key names, comma-separated. `footer`: whether it is worth a place there.
    `title`: one or two words. `help`: one sentence.
    """

    id: str
    key: str
    title: str
    help: str
    group: Group
    footer: bool = True


def commands_of(group: Group) -> tuple[Callable[..., Command], Callable[..., Command]]:
    """What makes a row of the catalogue: one that the footer names, one that the help does."""
    return partial(Command, group=group), partial(Command, group=group, footer=False)
