"""A real desk over a book in memory, a clock that stands still, and the app on top."""

from __future__ import annotations

from typing import Any

import pytest
from making import ANNA, NOW, MakeApp, MakeDesk
from quick_pilot import quicken
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from tui.app import UpheldApp
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.desk.keeping.sample_book import fill_with_sample, sample_settings
from tui.settings.config import Config, Settings
from tui.store.memory import Memory
from tui.store.opening import memory_store
from tui.wording.wording import Wording

_PARSED: dict[tuple[Any, ...], list[RuleSet]] = {}
_VARIABLES: dict[tuple[tuple[str, str], ...], int] = {}


@pytest.fixture(autouse=True)
def _quick_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    quicken(monkeypatch)


@pytest.fixture(autouse=True)
def _styles_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every app parses the same stylesheets, a fifth of a test: what one has parsed serves all."""
    parse = Stylesheet._parse_rules
    before: tuple[dict[str, str], int] = ({}, -1)

    def once(self: Stylesheet, *source: Any, **kind: Any) -> list[RuleSet]:
        nonlocal before
        if self._variables is not before[0]:
            number = _VARIABLES.setdefault(tuple(self._variables.items()), len(_VARIABLES))
            before = (self._variables, number)
        key = (source, *kind.items(), before[1])
        if key not in _PARSED:
            _PARSED[key] = parse(self, *source, **kind)
        return _PARSED[key]

    monkeypatch.setattr(Stylesheet, "_parse_rules", once)


@pytest.fixture(autouse=True)
def _no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a machine knows of spelling is no matter of these screens."""
    monkeypatch.setattr("tui.desk.letters.spelling.FOLDERS", ())
    monkeypatch.delenv("DICPATH", raising=False)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOW)


@pytest.fixture
def window(clock: FixedClock) -> MakeDesk:
    """Desks over one empty book, as several windows have, of a person with a profile."""
    memory = Memory()

    def make() -> Desk:
        config = Config(language="en", country="RU", profile=ANNA, look_every=3600)
        return Desk(memory_store(memory, at=clock.now), clock, Settings(config=config))

    return make


@pytest.fixture
def desk(window: MakeDesk) -> Desk:
    """An empty book of a person who has filled in her profile."""
    return window()


@pytest.fixture(scope="session")
def sample_data() -> Memory:
    """The sample book: it is played once, which takes a second."""
    memory, clock = Memory(), FixedClock(NOW)
    fill_with_sample(memory_store(memory, at=clock.now), clock)
    return memory


@pytest.fixture
def sample(clock: FixedClock, sample_data: Memory) -> Desk:
    """The sample book as it stands on Sunday, 22 November 2026."""
    store = memory_store(sample_data.copy(), at=clock.now)
    return Desk(store, clock, sample_settings("en"))


@pytest.fixture
def app_of() -> MakeApp:
    def make(desk: Desk, language: str = "en") -> UpheldApp:
        return UpheldApp(desk, Wording(language))

    return make
