"""On which step of its ladder each event of a case was."""

from __future__ import annotations

from collections.abc import Iterator

from tui.cases.case import I_WRITE, Case
from tui.cases.event import Event
from tui.cases.leaving import whom_of


def on_steps(case: Case) -> Iterator[tuple[Event, str]]:
    """Each event with the step on which those with whom it was were written to last.

    The step is empty where nothing was sent to them before.
    """
    steps: dict[str, str] = {}
    for event, whom in whom_of(case):
        if event.kind in I_WRITE and event.step:
            steps[whom] = event.step
        yield event, steps.get(whom, "")
