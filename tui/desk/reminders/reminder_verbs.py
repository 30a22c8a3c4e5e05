"""Reminders, as verbs of the desk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from tui.desk.later import later
from tui.desk.reminders.quiet import quiet_until
from tui.desk.verbs import Verbs
from tui.terminal.clean import clean_line

# What `upheld today` has no use for is loaded when it is used.
if TYPE_CHECKING:
    from tui.cases.sentence import Sentence
    from tui.desk.board import boards
    from tui.desk.reminders.notifying import Notified, Teller
    from tui.desk.reminders.reminders import Message
    from tui.settings.notify_values import NotifySettings, Way
    from tui.wording.wording import Wording
else:
    boards = later("board.boards")


class ReminderVerbs(Verbs):
    """What became due is said: by programs, and in the app."""

    _looked: datetime | None = None  # when the app looked last what became due
    _until = 0  # until which second nothing more can

    @property
    def reminders(self) -> NotifySettings:
        """How and when reminders are told, as it is set."""
        return self._office.settings.config.notify

    def notify(
        self, words: Wording, ways: Iterable[Way], terminal: Teller, *, digest: bool = False
    ) -> Notified:
        """Tell what is new by these ways, each piece once; see `notifying.notify`.

        `terminal`: what a terminal does with a message.
        """
        from tui.desk.reminders.notifying import notify

        tellers = {way: self._teller(way, terminal) for way in ways}
        return notify(self._office, words, tellers, digest=digest)

    def pending(self, ways: Iterable[Way], *, digest: bool = False) -> Notified:
        """What would be told by these ways."""
        from tui.desk.reminders.notifying import pending

        return pending(self._office, ways, digest=digest)

    def _teller(self, way: Way, terminal: Teller) -> Teller:
        from tui.desk.reminders import ways

        if way == "terminal":
            return terminal
        if way == "mail":
            from tui.desk.mail.mail_to_me import by_mail

            return partial(by_mail, self._office)
        if way == "command":
            return partial(ways.by_command, self.reminders.command)
        tellers: dict[str, Callable[[Message], None]] = {
            "desktop": ways.by_desktop,
            "tmux": ways.by_tmux,
        }
        return tellers[way]

    def just_due(self) -> Sentence | None:
        """What became late, due or open since this was asked last, because time went by.

        Quick where nothing can have: the app asks every second.
        """
        now = self._office.clock.now()
        before = self._looked
        if before is not None and now.timestamp() < self._until:
            return None
        self._looked, self._until = now, boards.board_holds_until(self._office)
        if before is None:
            return None
        from tui.desk.reminders.reminders import became, in_brief

        return in_brief(became(self._office, before))

    def signal(self, text: str) -> str:
        """The code with which the terminal of the app is told of `text`; empty where it is not:
        in the quiet hours, or where the terminal is none of the ways that are set."""
        told = self.reminders
        if "terminal" not in told.ways or quiet_until(told.quiet, self._office.clock.now()):
            return ""
        from tui.desk.reminders.reminders import Message
        from tui.desk.reminders.signal_codes import signal_of

        message = Message(clean_line(text), ())
        return signal_of(told.signal, message, in_tmux="TMUX" in os.environ)
