"""Lines that several verbs print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from tui.cases.gaps import gaps_of
from tui.cli.session import Session

if TYPE_CHECKING:
    from tui.advice.duplicates import Duplicate
    from tui.advice.next_action import NextAction
    from tui.cases.case import Case

T = TypeVar("T")


def next_line(session: Session, case_id: int) -> str:
    """The one next action of a case, on one line."""
    return step_line(session, case_id, session.desk.next_action(case_id))


def step_line(session: Session, case_id: int, step: NextAction) -> str:
    """What to do and when."""
    from tui.desk.ladder.next_said import next_words

    words = session.words
    what = next_words(session.desk, words, session.desk.card(case_id), step)
    if step.on is None:
        return words.t("Next: {what}.", what=what)
    return words.t(
        "Next: {what} ({day}).", what=what, day=words.short_day(step.on, session.desk.day())
    )


def gaps_line(session: Session, case: Case) -> str:
    """What a draft still lacks; empty where it lacks nothing."""
    gaps = gaps_of(case)
    return session.words.t("It still lacks: {gaps}.", gaps=gaps) if gaps else ""


def same_lines(session: Session, found: Iterable[Duplicate]) -> Iterator[str]:
    """Which open cases seem to be about the same, and why."""
    return (session.words.say(one.why) for one in found)


def in_language(texts: Mapping[str, T], language: str) -> T:
    """The text in `language`, in English where there is none."""
    return texts.get(language, texts["en"])
