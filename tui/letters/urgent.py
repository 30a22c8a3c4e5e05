"""The fields about a fault that cannot wait: how bad it is stands before everything else."""

from __future__ import annotations

import re

from tui.cases.words import Problem, Urgency
from tui.letters.matter import Matter
from tui.letters.numbers import SUBJECT_LIMIT
from tui.letters.plain import one_line

URGENT = frozenset({Urgency.HIGH, Urgency.CRITICAL})

# The subject says it already: “[Sev2] API 503”, “P1: …”.
_SAID = re.compile(
    r"\b(?:sev(?:erity)? ?[0-4]|p[1-4]|s[1-4]|critical|urgent|outage|down|критич|срочн|авари|сбой)",
    re.IGNORECASE,
)


def urgency_fields(matter: Matter) -> dict[str, str]:
    """What a fault does to the work, where it is urgent; and a subject that says so if it fits."""
    case = matter.case
    if case.problem is not Problem.TECHNICAL or case.urgency not in URGENT:
        return {"severity_said": "", "urgent_subject": "", "is_urgent_fault": ""}
    subject = one_line(case.subject)
    longer = matter.phrases.say(f"urgent.{case.urgency}", subject=subject)
    fits = subject and len(longer) <= SUBJECT_LIMIT and not _SAID.search(subject)
    return {
        "severity_said": matter.phrases.say(f"severity.{case.urgency}"),
        "urgent_subject": longer if fits else "",
        "is_urgent_fault": "yes",
    }
