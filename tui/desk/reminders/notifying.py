"""Telling what is new: each piece once by each way, and nothing in the quiet hours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from tui.advice.waiting.news_item import News
from tui.cases.errors import UpheldError
from tui.cases.sentence import Sentence
from tui.desk.office import Office
from tui.desk.reminders import told
from tui.desk.reminders.quiet import quiet_until
from tui.desk.reminders.reminders import Message, message_of, standing
from tui.settings.notify_values import Way
from tui.wording.wording import Wording


class Came(StrEnum):
    """What became of a message by one way."""

    TOLD = "told"
    NOBODY = "nobody"  # nobody is there to see it now: it is told when somebody is
    FAILED = "failed"


class Told(Struct, frozen=True):
    """What one way was to tell, and what became of it; `why` it was not told."""

    news: tuple[News, ...]
    came: Came
    why: Sentence | None = None


class NobodyThere(Exception):
    """Nobody would see it now; `why`."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(why.text)
        self.why = why


Teller = Callable[[Message], None]
"""Tells a message. Raises NobodyThere, UpheldError."""


class Notified(Struct, frozen=True):
    """What was done. `quiet_until`: nothing, for until then it is quiet."""

    by_way: Mapping[Way, Told]
    quiet_until: datetime | None = None

    @property
    def news(self) -> tuple[News, ...]:
        """All of it, each piece once."""
        return tuple({one.key: one for told in self.by_way.values() for one in told.news}.values())


def notify(
    office: Office, words: Wording, tellers: Mapping[Way, Teller], *, digest: bool = False
) -> Notified:
    """Tell what is new by each of these ways.

    `digest`: where a way has told one today, it tells only what has to be done today. What could
    not be told by a way stays new for it.
    """
    if quiet := _quiet(office):
        return Notified({}, quiet)
    now = standing(office)
    told_by = {
        way: _tell(office, words, way, teller, now, digest=digest)
        for way, teller in tellers.items()
    }
    return Notified({way: one for way, one in told_by.items() if one.news})


def pending(office: Office, ways: Iterable[Way], *, digest: bool = False) -> Notified:
    """What would be told, and when; nothing is told or kept."""
    now = standing(office)
    new = {way: told.untold(office, way, _wanted(office, way, now, digest)) for way in ways}
    by_way = {way: Told(news, Came.NOBODY) for way, news in new.items() if news}
    return Notified(by_way, _quiet(office))


def _quiet(office: Office) -> datetime | None:
    return quiet_until(office.settings.config.notify.quiet, office.clock.now())


def _wanted(office: Office, way: Way, now: tuple[News, ...], digest: bool) -> tuple[News, ...]:
    if digest and told.digest_of(office, way) == office.clock.now().date():
        return tuple(news for news in now if news.is_last)
    return now


def _tell(
    office: Office,
    words: Wording,
    way: Way,
    teller: Teller,
    now: tuple[News, ...],
    *,
    digest: bool,
) -> Told:
    wanted = _wanted(office, way, now, digest)
    mine = told.claim(office, way, told.untold(office, way, wanted), now)
    if not mine:
        return Told((), Came.TOLD)
    came, why = Came.FAILED, None
    try:
        teller(message_of(words, mine))
        came = Came.TOLD
    except NobodyThere as nobody:
        came, why = Came.NOBODY, nobody.why
    except UpheldError as error:
        why = error.sentence
    finally:
        told.settle(office, way, mine, is_told=came is Came.TOLD, is_digest=digest)
    return Told(mine, came, why)
