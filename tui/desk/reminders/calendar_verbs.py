"""The dates of the book for other calendars, as verbs of the desk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.desk.verbs import Verbs
from tui.store.names import DONE_THERE

# What only a calendar needs is loaded when there is one.
if TYPE_CHECKING:
    from tui.desk.reminders.calendar_files import Synced
    from tui.desk.reminders.done_there import DoneThere
    from tui.wording.wording import Wording


class CalendarVerbs(Verbs):
    """Out into files; back comes what was ticked off."""

    def calendar(self, words: Wording) -> bytes:
        """All running dates as one calendar."""
        from tui.desk.reminders.calendar_items import items
        from tui.desk.reminders.calendar_text import calendar_of, entry_of

        now = self._office.clock.now()
        found = items(self._office, words).values()
        return calendar_of(entry_of(item, now)[0] for item in found)

    def sync_calendar(self, path: Path, words: Wording) -> Synced:
        """Bring a file, or a folder with a file an entry, in step with the book.

        What was ticked off there is kept; see `done_there`. Raises BadInput.
        """
        from tui.desk.reminders import done_there
        from tui.desk.reminders.calendar_files import sync_file, sync_folder
        from tui.desk.reminders.calendar_items import items, mark_of

        sync = sync_folder if path.is_dir() else sync_file
        cases = {mark_of(card) for card in self._office.store.cards.values()}
        synced = sync(path, items(self._office, words), cases, self._office.clock.now())
        done_there.keep(self._office, synced.done)
        return self._done(synced)

    def done_there(self, words: Wording) -> tuple[DoneThere, ...]:
        """What was ticked off in a calendar, though its case still waits for it."""
        if not any(self._office.store.texts(DONE_THERE)):
            return ()
        from tui.desk.reminders.done_there import done_there

        return done_there(self._office, words)
