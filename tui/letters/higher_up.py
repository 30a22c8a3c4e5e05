"""The fields about what was promised and missed, and who knows of it, for those higher up."""

from __future__ import annotations

from tui.cases.case import I_WRITE
from tui.cases.event import Event
from tui.cases.promises import broken_of, promises_of
from tui.letters.ending import end_of, unanswered
from tui.letters.matter import Matter
from tui.letters.plain import one_line
from tui.letters.sent import UNKNOWN

_TO_A_MANAGER = "management"


def higher_up_fields(matter: Matter) -> dict[str, str]:
    """All dates that they gave and broke, all times that passed without an answer; since when a
    manager of theirs knows of it, and the name. They read no history line by line."""
    told = _to_manager(matter)
    return {
        "broken_all": _broken(matter),
        "missed_all": _missed(matter),
        "manager_on": matter.day(told[0].day) if told else "",
        "manager_name": next((one_line(e.agent) for e in told if e.agent.strip()), ""),
        "manager_unnamed": "yes" if told and not any(e.agent.strip() for e in told) else "",
    }


def _to_manager(matter: Matter) -> tuple[Event, ...]:
    """The last letter or call to a manager, and what came until I wrote to somebody else."""
    events = matter.events()
    kinds = (matter.kinds.get(event.id, UNKNOWN).kind for event in events)
    places = [place for place, kind in enumerate(kinds) if kind == _TO_A_MANAGER]
    if not places:
        return ()
    since = events[places[-1] :]
    end = next((n for n, e in enumerate(since) if n and e.kind in I_WRITE), len(since))
    return since[:end]


def _broken(matter: Matter) -> str:
    """20 November 2026 (Olga), 24 November 2026."""
    promises = broken_of(promises_of(matter.case, matter.today))
    mine = sorted((p for p in promises if matter.concerns(p.event)), key=lambda p: p.due)
    named = ((matter.day(p.due), one_line(p.agent)) for p in mine)
    told = (f"{day} ({agent})" if agent else day for day, agent in named)
    return ", ".join(dict.fromkeys(told))


def _missed(matter: Matter) -> str:
    over = (unanswered(matter.case, e, matter.today, matter.now) for e in matter.events())
    return ", ".join(dict.fromkeys(end_of(matter, deadline) for deadline in over if deadline))
