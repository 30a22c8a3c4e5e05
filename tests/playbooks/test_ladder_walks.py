"""Every ladder that ships is walked by its script, with dates counted by hand, to the end."""

from __future__ import annotations

import pytest
from walker import Walker
from walking import DAY, YEAR, Walk, books, walks_of

from tui.playbooks.playbook import load_playbook, playbook_ids
from tui.playbooks.steps import AT_ONCE, MISSED, START, Step

WALKS = [walk for book in books() for walk in walks_of(book)]
STEPS = [(book, step) for book in playbook_ids() for step in load_playbook(book).steps]


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: f"{walk.book}: {walk.title}")
def test_a_ladder_is_walked_to_its_end(walk: Walk) -> None:
    Walker(walk).go()


def test_every_ladder_has_a_script() -> None:
    assert books() == tuple(sorted(playbook_ids()))


def _name(value: object) -> str:
    return value.id if isinstance(value, Step) else str(value)


@pytest.mark.parametrize(("book", "step"), STEPS, ids=_name)
def test_every_step_is_taken_once_tried_too_early_and_once_too_late(book: str, step: Step) -> None:
    walks = walks_of(book)
    assert any("due" in line.words for walk in walks for _, line in walk.of("take", step.id))
    assert START in step.opens_on or any(_is_early(walk, step) for walk in walks)
    assert any(_is_late(walk, step) for walk in walks)


def _is_early(walk: Walk, step: Step) -> bool:
    """It is refused on the day before it opens; where no silence opens it, before it is in turn."""
    opens = {line.day for verb in ("open", "take") for _, line in walk.of(verb, step.id)}
    tried = [line for _, line in walk.of("early", step.id)]
    if MISSED in step.opens_on and AT_ONCE not in step.opens_on:
        return any(line.day_of("until") == line.day and line.day + DAY in opens for line in tried)
    return any(
        line.day_of("until") is None and opens & {line.day, line.day + DAY} for line in tried
    )


def _is_late(walk: Walk, step: Step) -> bool:
    """On the last day of its window it is open and on the next it is refused, or a year later
    it is still there."""
    if step.window:
        last = {line.day for _, line in walk.of("open", step.id)}
        late = [line for _, line in walk.of("late", step.id)]
        return any(
            line.day_of("closed") == line.day - DAY and line.day - DAY in last for line in late
        )
    looked = (*walk.of("open", step.id), *walk.of("take", step.id))
    return any(line.day - walk.last_change(n) >= YEAR for n, line in looked)
