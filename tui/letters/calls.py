"""The fields about the last call, for the letter that puts it in writing."""

from __future__ import annotations

from tui.cases.event import Event
from tui.cases.order import in_order
from tui.cases.words import Channel, EventKind
from tui.letters.history import quote
from tui.letters.matter import Matter
from tui.letters.numbers import unsigned
from tui.letters.plain import one_line
from tui.letters.zones import UNTOLD, hour

_NAMES = ("call_day", "call_time", "call_agent", "call_reference", "call_promise", "call_agreed")


def call_fields(matter: Matter) -> dict[str, str]:
    """When, with whom, under which number; what was agreed and promised. Long notes are mine."""
    call = _last_call(matter)
    told = _told(matter, call) if call else dict.fromkeys(_NAMES, "")
    return {
        **told,
        "call_unconfirmed": "yes" if call and call == matter.case.last_contact else "",
        "call_untimed": "" if told["call_time"] else "yes",
        "no_call_promise": "" if told["call_promise"] else "yes",
        "no_call_reference": "" if told["call_reference"] else "yes",
    }


def _last_call(matter: Matter) -> Event | None:
    calls = (
        event
        for event in reversed(in_order(matter.case))
        if event.kind is EventKind.CALL or event.channel is Channel.PHONE
    )
    return next(calls, None)


def _told(matter: Matter, call: Event) -> dict[str, str]:
    timed = call.at.time() != UNTOLD
    return {
        "call_day": matter.day(call.day),
        "call_time": hour(matter, call.at) if timed else "",
        "call_agent": one_line(call.agent),
        "call_reference": unsigned(one_line(call.reference)),
        "call_promise": matter.day(call.promise),
        "call_agreed": one_line(quote(call)).rstrip("."),
    }
