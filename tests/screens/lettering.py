"""A case whose letter has nothing to mend, for the screens that send and mend one."""

from __future__ import annotations

from tui.cases.case import Case
from tui.cases.words import Channel, Part
from tui.desk.desk import Desk

SOUND = {
    "company": "Meteor",
    "subject": "Refund of 12 490 RUB for order 4821-77, not delivered",
    "problem": "refund",
    "identifiers": "order 4821-77",
    "amount": "12490 RUB",
    "details": "On 20 October 2026 I paid for order 4821-77. It was to arrive on 5 November 2026. "
    "The parcel has not moved since 1 November 2026, and nobody has told me why.",
    "expected_result": "Refund 12 490 RUB to the same card by 4 December 2026.",
    "language": "en",
}
POINTS = {
    Channel.EMAIL: "help@meteor.example",
    Channel.LETTER: "1 High Street, Leeds",
    Channel.FORM: "https://meteor.example/help",
}
CARD = "4111 1111 1111 1111"


def a_sound_case(desk: Desk, **facts: str) -> Case:
    """Opened with a company that can be reached."""
    case = desk.open_case({**SOUND, **facts})
    for channel, address in POINTS.items():
        desk.add_contact_point("Meteor", channel, address)
    return case


def a_case_with_an_error(desk: Desk) -> Case:
    """Its letter names a whole card number: L11."""
    case = a_sound_case(desk)
    details = f"{case.details} I paid with card {CARD}."
    desk.save_letter(case.id, "", {Part.PROBLEM: details})
    return desk.case(case.id)
