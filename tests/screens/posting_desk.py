"""A desk whose letter can go out to a server of this machine."""

from __future__ import annotations

from making import ANNA, NOW
from smtp_peers import USER

from tui.cases.words import Channel
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.settings.config import Config, Settings
from tui.settings.mail_values import MailSettings, Smtp
from tui.store.memory import Memory
from tui.store.opening import memory_store

SHOP = {
    "company": "Meteor",
    "subject": "Refund of 124.90 GBP for order 4821-77",
    "problem": "refund",
    "identifiers": "order 4821-77",
    "details": "I paid on 20 October 2026. It arrived broken on 2 November 2026.",
    "expected_result": "Refund 124.90 GBP to my card by 14 December 2026.",
    "language": "en",
    "country": "GB-ENG",
}


def desk_with(smtp: Smtp) -> Desk:
    """Case 1, whose company has an address, and a server."""
    clock, mail = FixedClock(NOW), MailSettings(smtp=smtp, address=USER)
    config = Config(language="en", country="GB-ENG", profile=ANNA, mail=mail)
    desk = Desk(memory_store(Memory(), at=clock.now), clock, Settings(config=config))
    desk.open_case(SHOP)
    desk.add_contact_point("Meteor", Channel.EMAIL, "help@meteor.example")
    return desk


def here(port: int) -> Smtp:
    return Smtp(host="127.0.0.1", port=port, security="none")
