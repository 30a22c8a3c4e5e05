"""The commands that every screen has. Imports no Textual."""

from __future__ import annotations

COMMON = (
    "back", "undo", "statistics", "calendar", "find", "inbox", "outbox", "rules", "profile",
    "settings", "palette", "keys",
)  # fmt: skip
BESIDE = ("fetch_mail",)  # in the palette of every screen; the keys are those of one
WRITING = ("back", "keys")  # where letters are text, no letter is a command
