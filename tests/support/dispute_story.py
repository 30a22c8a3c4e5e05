"""A case on a ladder that ships, at a real desk whose clock is moved from day to day."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from tui.cases.words import EventKind, Stage
from tui.clock import FixedClock
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.playbooks.playbook import load_playbook
from tui.playbooks.rung import Rung
from tui.settings.config import Config, Profile, Settings
from tui.store.opening import memory_store

ZONES = {"US": "America/New_York", "RU": "Europe/Moscow", "DE": "Europe/Berlin"}


class Dispute:
    """One case on a ladder, at a real desk whose clock is moved from day to day."""

    def __init__(
        self, playbook: str, on: str, country: str = "GB-ENG", hours: str = "", **facts: str
    ) -> None:
        zone = ZoneInfo(ZONES.get(country, "Europe/London"))
        self._clock = FixedClock.on(date.fromisoformat(on), zone)
        settings = Settings(config=Config(language="en", profile=Profile(name="Anna Petrova")))
        self.desk = Desk(memory_store(at=self._clock.now), self._clock, settings)
        self.desk.save_company(
            "Severmart", {"country": country, "timezone": zone.key, "hours": hours}
        )
        told = {"subject": "Order 4821-77", "details": "It is broken.", "problem": "refund"}
        given = {"company": "Severmart", "playbook": playbook, "country": country, **told}
        wish = {"identifiers": "order 4821-77", "expected_result": "Please refund 120 to my card."}
        self.id = self.desk.open_case({**given, **wish, **facts}).id

    def on(self, day: str) -> Dispute:
        self._clock.pass_days((date.fromisoformat(day) - self._clock.now().date()).days)
        self.desk.look_again()
        return self

    def happens(self, kind: EventKind, **texts: str) -> Dispute:
        self.desk.record(self.id, Happening(kind, texts))
        return self

    def writes(self, step: str, channel: str = "email") -> Dispute:
        case = self.desk.case(self.id)
        is_first = case.stage is Stage.DRAFT or step == load_playbook(case.playbook).steps[0].id
        kind = EventKind.SENT if is_first else EventKind.ESCALATED
        return self.happens(kind, step=step, channel=channel)

    def rung(self, step: str) -> Rung:
        return next(rung for rung in self.desk.ladder(self.id) if rung.step.id == step)

    def letter(self, step: str, language: str = "en") -> str:
        return self.desk.compose(self.id, step, language=language).letter.text()
