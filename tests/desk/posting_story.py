"""A desk that sends to a server on this machine, at a clock that can be put forward."""

from __future__ import annotations

from datetime import timedelta

from desk_story import ANNA, NOW, Place, opened

from tui.cases.words import Channel
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.desk.letters.wish import Wish
from tui.settings.config import Config, Settings
from tui.settings.mail_values import MailSettings, Smtp

PLAIN = Wish()


class Office:
    """A desk whose server may be another the next time, at a clock that can be put forward."""

    def __init__(self, place: Place, later: timedelta = timedelta()) -> None:
        self.place, self.clock = place, FixedClock(NOW + later)

    def desk(self, port: int = 1, **more: object) -> Desk:
        smtp = Smtp(host="127.0.0.1", port=port, security="none", timeout=5)
        mail = MailSettings(smtp=smtp, **more)  # type: ignore[arg-type]
        config = Config(language="en", country="PT", profile=ANNA, mail=mail)
        return Desk(self.place.store(self.clock), self.clock, Settings(config=config))


def ready(desk: Desk) -> None:
    """Case 1, whose company has an address."""
    opened(desk)
    desk.add_contact_point("Meteor", Channel.EMAIL, "help@meteor.example")


def events(desk: Desk) -> list[str]:
    return [event.kind.value for event in desk.case(1).timeline]
