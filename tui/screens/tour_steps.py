"""The steps of the tour: on which screen, what is said there, and the key that goes on."""

from __future__ import annotations

from typing import NamedTuple

from tui.wording.mark import N_


class Step(NamedTuple):
    """A card. `on`: the screen where it is shown; `command`: what its `{key}` does; `leads`:
    the screens, any of which that key opens. Names of screens as in `routes`."""

    on: str
    command: str
    leads: tuple[str, ...]
    text: str


STEPS = (
    Step(
        "board",
        "today",
        ("today",),
        N_("Your cases by stage: ! is late, > is your move. Press {key}: what to do today."),
    ),
    Step(
        "today",
        "open",
        ("case",),
        N_("What they broke comes first, each with its one next step. Press {key}: open it."),
    ),
    Step(
        "case",
        "working",
        ("working",),
        N_("One case whole: what happened, which dates run. Press {key}: how they were computed."),
    ),
    Step(
        "working",
        "board",
        ("board",),
        N_(
            "A date that runs has its days, those left out, and its source. Press {key}: the board."
        ),
    ),
    Step(
        "board",
        "compose",
        ("compose",),
        N_("h j k l move the cursor: put it on a draft. Press {key}: write its letter."),
    ),
    Step(
        "compose",
        "letter",
        ("send", "letter", "override"),
        N_(
            "Seven parts; what you leave empty is written from the case. Press {key}: hand it over."
        ),
    ),
    Step(
        "send",
        "board",
        ("board",),
        N_("What to mend, what to paste where; s records that it went. Press {key}: the board."),
    ),
    Step(
        "board",
        "companies",
        ("companies",),
        N_("All that they promised is kept, and whether they held it. Press {key}: the companies."),
    ),
    Step(
        "companies",
        "board",
        ("board",),
        N_("How they answer and keep their word, counted from your cases. Press {key}: the board."),
    ),
    Step(
        "board",
        "escalate",
        ("escalate",),
        N_("They refused, or were silent? Press {key}: the ladder, step by step to the end."),
    ),
    Step(
        "escalate",
        "keys",
        ("keys",),
        N_(
            "What is open now, what opens when, what it needs. Press {key}: help, as on any screen."
        ),
    ),
    Step(
        "keys",
        "board",
        ("board",),
        N_("What the screen is for, and its keys. Press {key}: the board, and you are done."),
    ),
)
