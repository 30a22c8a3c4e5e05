"""The sample book: believable cases, dated relative to today, played through the real verbs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.record import from_plain
from tui.cases.words import EventKind
from tui.clock import Clock, FixedClock, day_in
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.settings.config import Config, Profile, Settings
from tui.settings.values import AS_USUAL
from tui.store.contract import Change, Store
from tui.store.opening import memory_store
from tui.wording.wording import Wording

_DAYS = ("promise", "due", "next_contact")
_TOKEN = re.compile(r"\{day:(-?\d+)\}")

SAMPLE_PROFILE = Profile(
    name="Anna Petrova",
    email="anna@example.org",
    phone="+7 900 000-00-00",
    hours="10:00-18:00",
)


def sample_settings(language: str, looks: Config = AS_USUAL) -> Settings:
    """The settings of the demonstration: a made-up person, nothing written to disk; it looks as
    `looks` has it."""
    told = Config(language=language, country="RU", profile=SAMPLE_PROFILE)
    seen = {name: getattr(looks, name) for name in ("theme", "drawing", "detail")}
    return Settings(config=replace(told, **seen))


def fill_with_sample(store: Store, clock: Clock) -> None:
    """Put the sample book into an empty store, as it looks on the clock's today."""
    stage = _Stage(clock.now())
    players = sorted(_cases(), key=lambda case: case["opened"])
    for plain in players:
        stage.play(plain)
    stage.carry_over(store)


def _documents(prefix: str) -> Iterator[dict[str, Any]]:
    folder = files("tui.desk") / "sample"
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.startswith(prefix) and file.name.endswith(".toml"):
            yield tomllib.loads(file.read_text("utf-8"))


def _cases() -> Iterator[dict[str, Any]]:
    for document in _documents("cases"):
        yield from document["case"]


class _Stage:
    """Plays the sample in memory, each event on its own day."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._store = memory_store()
        with self._store.writing(_sample_change(now)) as book:
            for document in _documents("companies"):
                for plain in document["company"]:
                    book.put_company(from_plain(Company, plain))

    def play(self, plain: Mapping[str, Any]) -> None:
        company = self._store.company(plain["company"])
        zone = ZoneInfo(company.timezone) if company and company.timezone else self._now.tzinfo
        today = day_in(self._now, company.timezone if company else "")
        opened = datetime.combine(today + timedelta(plain["opened"]), time(8), zone)
        in_words = _dates_in_words(Wording(plain.get("language", "en")), today)
        desk = self._desk(opened)
        events = plain.get("event", [])
        facts = {k: in_words(v) for k, v in plain.items() if k not in ("event", "opened", "dates")}
        facts["dates"] = [
            {"kind": known["kind"], "on": str(today + timedelta(known["on"]))}
            for known in plain.get("dates", [])
        ]
        (case,) = desk.open_cases(desk.cases_of_json(facts))
        for event in events:
            hour = time.fromisoformat(event.get("at", "12:00"))
            at = datetime.combine(today + timedelta(event["day"]), hour, zone)
            self._happen(case, in_words(event), at, today)

    def _happen(self, case: Case, event: Mapping[str, Any], at: datetime, today: date) -> None:
        texts = {
            k: _as_typed(v) for k, v in event.items() if k not in ("day", "at", "kind", *_DAYS)
        }
        texts |= {k: str(today + timedelta(event[k])) for k in _DAYS if k in event}
        happening = Happening(EventKind(event["kind"]), texts, anyway=True)
        self._desk(at).record(case.id, happening)

    def carry_over(self, store: Store) -> None:
        """One write for the whole book."""
        with store.writing(_sample_change(self._now)) as book:
            for company in self._store.companies():
                book.put_company(replace(company, revision=0))
            for case in self._store.all():
                book.add(case)

    def _desk(self, at: datetime) -> Desk:
        return Desk(self._store, FixedClock(at), sample_settings("en"))


def _sample_change(now: datetime) -> Change:
    return Change(verb="sample", at=now, undoable=False)


def _as_typed(value: Any) -> str:
    if isinstance(value, Mapping):  # an amount
        return f"{value['value']} {value['currency']}"
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _dates_in_words(words: Wording, today: date) -> Callable[[Any], Any]:
    """Puts `{day:-3}` into words, wherever it stands in a value."""

    def put(value: Any) -> Any:
        if isinstance(value, str):
            return _TOKEN.sub(lambda m: words.day(today + timedelta(int(m[1]))), value)
        if isinstance(value, Mapping):
            return {key: put(item) for key, item in value.items()}
        return [put(item) for item in value] if isinstance(value, list) else value

    return put
