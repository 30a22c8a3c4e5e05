"""Where all the money came back, a letter that demanded it asks only to confirm that.

Its subject and its greeting say so too: nobody is threatened with a court, and no payment is
disputed, for what was paid.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.cases.words import Part
from tui.letters.matter import Matter
from tui.letters.phrases import Voice
from tui.letters.plain import one_line


def closing_parts(matter: Matter, facts: Mapping[str, str]) -> dict[Part, str]:
    """Subject and greeting in the place of those of a demand."""
    phrases, subject = matter.phrases, one_line(matter.case.subject)
    about = facts["about"] if phrases.voice is Voice.YOU else ""
    greeting = (
        *(facts[name] for name in ("introduction", "salutation", "who", "on_behalf")),
        about,
        phrases.say("back.greeting"),
    )
    return {
        Part.SUBJECT: phrases.say("back.subject", subject=subject or matter.company_name),
        Part.GREETING: "\n".join(filter(None, greeting)),
    }
