"""Passwords of mail, in memory."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.mail.account import Login, Server

_FRESH = 300.0  # seconds: a token is short-lived


class KnownPasswords:
    """Passwords that were typed, or that a command gave, as long as Upheld runs.

    They are written nowhere. A user has the same one for sending and for fetching.
    """

    def __init__(self) -> None:
        self._logins: dict[str, tuple[Login, float]] = {}

    def get(self, server: Server) -> Login | None:
        """What is known for a server; of a token only while it is fresh."""
        login, since = self._logins.get(server.user, (None, 0.0))
        is_old = login is not None and login.is_token and time.monotonic() - since > _FRESH
        return None if is_old else login

    def put(self, server: Server, login: Login) -> None:
        """Keep what was typed, or what a command gave."""
        self._logins[server.user] = (login, time.monotonic())

    def forget(self, server: Server) -> None:
        """It was wrong."""
        self._logins.pop(server.user, None)
