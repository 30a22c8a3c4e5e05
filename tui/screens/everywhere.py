"""The commands that every screen has. Imports no Textual."""

from __future__ import annotations

COMMON = ("back", "undo", "statistics", "calendar", "find", "rules", "settings", "palette", "keys")
WRITING = ("back", "keys")  # where letters are text, no letter is a command
