"""When and for whom the screens are tested, and the kinds of their fixtures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from tui.app import UpheldApp
from tui.desk.desk import Desk
from tui.settings.config import Profile

NOW = datetime(2026, 11, 22, 10, 30, tzinfo=ZoneInfo("Europe/Moscow"))
ANNA = Profile(name="Anna Petrova", email="anna@example.org", phone="+7 900 000-00-00")

MakeApp = Callable[..., UpheldApp]
MakeDesk = Callable[[], Desk]
