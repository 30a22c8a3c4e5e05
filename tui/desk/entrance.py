"""The way in: a desk over the book of a folder, and what may go wrong with it."""

from __future__ import annotations

from pathlib import Path

from tui.clock import Clock, FixedClock, SystemClock
from tui.desk.desk import Desk
from tui.settings.config import Config, Settings
from tui.settings.values import AS_USUAL
from tui.store.opening import PATIENCE, open_store


def open_desk(folder: Path, settings: Settings, on: str = "", patience: float = PATIENCE) -> Desk:
    """The desk over the book in `folder`, now or as of the day `on`.

    `patience`: seconds to wait while somebody else writes. Raises StoreError for a book that
    cannot be read, BadInput for an impossible day.
    """
    clock = clock_on(on, settings.config.country) if on else SystemClock()
    desk = Desk(open_store(folder, at=clock.now, patience=patience), clock, settings)
    desk.as_of = clock.now().date() if on else None
    desk.take_in_rules()
    return desk


def clock_on(day: str, country: str) -> Clock:
    """A clock that stands at noon of `day`: ISO, or counted from today like +10wd."""
    from tui.deadlines.calendars import calendar_for
    from tui.deadlines.typed import parse_day

    today = SystemClock().now().date()
    return FixedClock.on(parse_day(day, today, calendar_for(country)))


def open_sample(folder: Path, language: str, on: str = "", looks: Config = AS_USUAL) -> Desk:
    """A desk over the sample book, written into an empty `folder`; dated from the clock's day.

    `looks`: whose theme and drawing the screens have.
    """
    from tui.desk.keeping.sample_book import fill_with_sample, sample_settings

    settings = sample_settings(language, looks)
    clock = clock_on(on, settings.config.country) if on else SystemClock()
    store = open_store(folder, at=clock.now)
    fill_with_sample(store, clock)
    return Desk(store, clock, settings)
