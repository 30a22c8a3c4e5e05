"""Whoever sits at the terminal: is asked, and told what goes on; nobody else is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.cases.sentence import Sentence
from tui.cli.out import folded
from tui.terminal.clean import clean_line
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.cli.session import Session

_YES = ("y", "yes", "д", "да")
_CHOICE = N_("[y/N]")


def is_attended() -> bool:
    """Whether somebody is there who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def agreed(session: Session, question: str) -> bool:
    """Ask on the terminal; whatever is no yes is a no. Only where `is_attended`."""
    *lines, last = folded(f"{question} {session.words.t(_CHOICE)}", "", sys.stderr)
    sys.stdout.flush()
    sys.stderr.write("\n".join((*lines, f"{last} ")))
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in _YES


class Doing:
    """Says on a terminal what takes its time; a log of cron does not want to know."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._is_counting = False

    def tell(self, sentence: Sentence) -> None:
        """A line; of counts, which follow each other quickly, the last stands there alone."""
        if not sys.stderr.isatty():
            return
        is_count = sentence.count is not None
        before = "" if not self._is_counting else "\r" if is_count else "\n"
        after = "" if is_count else "\n"
        sys.stderr.write(before + clean_line(self._session.words.say(sentence)) + after)
        sys.stderr.flush()
        self._is_counting = is_count

    def end(self) -> None:
        """What is printed from now on begins on a line of its own."""
        if self._is_counting:
            sys.stderr.write("\n")
            self._is_counting = False
