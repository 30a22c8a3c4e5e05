"""A real desk over a book in memory, a clock that stands still, and the app on top."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tui.app import UpheldApp
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.desk.sample_book import fill_with_sample, sample_settings
from tui.settings.config import Config, Profile, Settings
from tui.store.opening import memory_store
from tui.wording.wording import Wording

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=ZoneInfo("Europe/Moscow"))
ANNA = Profile(name="Anna Petrova", email="anna@example.org", phone="+7 900 000-00-00")

MakeApp = Callable[..., UpheldApp]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def desk(clock: FixedClock) -> Desk:
    """An empty book of a person who has filled in her profile."""
    settings = Settings(config=Config(language="en", country="RU", profile=ANNA))
    return Desk(memory_store(at=clock.now), clock, settings)


@pytest.fixture
def sample(clock: FixedClock) -> Desk:
    """The sample book as it stands on Sunday, 22 November 2026."""
    store = memory_store(at=clock.now)
    fill_with_sample(store, clock)
    return Desk(store, clock, sample_settings("en"))


@pytest.fixture
def app_of() -> MakeApp:
    def make(desk: Desk, language: str = "en") -> UpheldApp:
        return UpheldApp(desk, Wording(language))

    return make
