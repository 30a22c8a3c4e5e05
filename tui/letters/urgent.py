"""The fields about a fault that cannot wait: how bad it is stands before everything else."""

from __future__ import annotations

import re

from tui.cases.settled import is_settled
from tui.cases.words import Problem, Urgency
from tui.letters.matter import Matter
from tui.letters.numbers import SUBJECT_LIMIT
from tui.letters.plain import one_line

_LEVELS = (Urgency.LOW, Urgency.NORMAL, Urgency.HIGH, Urgency.CRITICAL)
URGENT = frozenset({Urgency.HIGH, Urgency.CRITICAL})

# The subject says it already: “[Sev2] API 503”, “P1: …”.
_SAID = re.compile(
    r"\b(?:sev(?:erity)? ?[0-4]|p[1-4]|s[1-4]|critical|urgent|outage|down|критич|срочн|авари|сбой)",
    re.IGNORECASE,
)


def urgency_fields(matter: Matter) -> dict[str, str]:
    """What a fault does to the work, where it is urgent; and a subject that says so if it fits."""
    case = matter.case
    is_over = is_settled(case)
    if case.problem is not Problem.TECHNICAL or case.urgency not in URGENT or is_over:
        return {"severity_said": "", "urgent_subject": "", "is_urgent_fault": ""}
    subject = one_line(case.subject)
    longer = matter.phrases.say(f"urgent.{case.urgency}", subject=subject)
    fits = subject and len(longer) <= SUBJECT_LIMIT and not _SAID.search(subject)
    return {
        "severity_said": matter.phrases.say(f"severity.{case.urgency}"),
        "urgent_subject": longer if fits else "",
        "is_urgent_fault": "yes",
    }


def impact(matter: Matter) -> str:
    """What the matter does to the work, or did until it was solved, as the urgency of the case
    says; empty for a low one."""
    urgency = matter.case.urgency
    if urgency is Urgency.LOW:
        return ""
    form = "impact_past" if is_settled(matter.case) else "impact"
    return matter.phrases.say(f"{form}.{urgency}")


def raise_fields(matter: Matter) -> dict[str, str]:
    """From which severity to which a ticket is to be raised.

    To that of the case, where the ticket was filed with a lower one; else to the next. Above the
    highest there is none.
    """
    now = matter.case.urgency
    filed = min(matter.filed or now, now, key=_LEVELS.index)
    is_top = filed is _LEVELS[-1]
    above = "" if is_top else now if filed is not now else _LEVELS[_LEVELS.index(filed) + 1]
    level = matter.phrases.say
    return {
        "severity_from": level(f"severity_level.{filed}") if above else "",
        "severity_to": level(f"severity_level.{above}") if above else "",
        "is_top_severity": "yes" if is_top else "",
        "not_top_severity": "" if is_top else "yes",
    }
