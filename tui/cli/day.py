"""`upheld today` and `upheld next`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tui.cli import plain
from tui.cli.errors import NO
from tui.cli.kinds import CaseId
from tui.cli.saying import step_line
from tui.cli.session import Session
from tui.cli.ticked import asked, of_done
from tui.cli.verb import argument, option, verb
from tui.desk.cases.put_off_words import when as stands
from tui.desk.views import Mark, TodayRow, TodayView
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.wording.wording import Wording


@verb("today")
@option("--count", is_flag=True, help=N_("Only how many, for a shell prompt: !late *due >mine."))
def today(session: Session, count: bool) -> int:
    """What they broke, what is due, what I owe, and what is not before its time."""
    view = session.desk.today()
    if count:
        _count(session, view)
    elif session.as_json:
        ticked = [of_done(one) for one in session.desk.done_there(session.words)]
        document = plain.of_today(session.words, view)
        session.out.json({**document, "ticked_off": ticked} if ticked else document)
    else:
        for one in session.desk.done_there(session.words):
            session.out.line(asked(session, one))
        _print(session, view)
    return NO if view.anything_late else 0


def _count(session: Session, view: TodayView) -> None:
    """`!2 *1 >3`: late, due, mine; nothing where there is nothing."""
    numbers = {"broken": view.broken, "due": view.due, "mine": view.mine}
    if session.as_json:
        numbers["not_before"] = view.not_before
        counts = {name: len(rows) for name, rows in numbers.items()}
        counts |= {"inbox": view.inbox} if view.inbox else {}
        session.out.json({"on": view.today, **counts})
        return
    marks = {"broken": Mark.LATE, "due": Mark.TODAY, "mine": Mark.MINE}
    shown = [f"{marks[name]}{len(rows)}" for name, rows in numbers.items() if rows]
    if shown:
        session.out.line(" ".join(shown))
    if not session.given.keys() - {"lang"}:  # as of now, of the usual book
        _keep(session, view, " ".join(shown))


def _keep(session: Session, view: TodayView, shown: str) -> None:
    """For the next prompt: as long as nobody changes the book and no clock runs by the minute."""
    from tui.cli.at_once import count_key, keep_count

    key = count_key()
    if session.desk.is_timed or session.desk.look_again():
        return
    keep_count(key, NO if view.anything_late else 0, f"{shown}\n" if shown else "")


def _print(session: Session, view: TodayView) -> None:
    words = session.words
    lists = (
        (words.t("They broke it"), view.broken),
        (words.t("Due today and next"), view.due),
        (words.t("I owe"), view.mine),
        (words.t("Not before"), view.not_before),
    )
    shown = [(title, rows) for title, rows in lists if rows]
    for number, (title, rows) in enumerate(shown):
        if number:
            session.out.line()
        session.out.line(title)
        session.out.table([_row(session, row) for row in rows], give=(1, 3, 4))
    if not shown:
        session.out.line(words.t("Nothing is late, due or mine to do."))
    besides = tuple(_besides(words, view))
    if shown and besides:
        session.out.line()
    session.out.lines(besides)


def _besides(words: Wording, view: TodayView) -> Iterator[str]:
    """What stands in none of the lists."""
    if view.inbox:
        yield words.n(
            "{count} mail waits in the Inbox: upheld inbox",
            "{count} mails wait in the Inbox: upheld inbox",
            view.inbox,
        )
    if view.ready:
        yield words.n(
            "{count} draft is ready to be sent: upheld list stage:draft",
            "{count} drafts are ready to be sent: upheld list stage:draft",
            view.ready,
        )


def _row(session: Session, row: TodayRow) -> Sequence[str]:
    from tui.desk.ladder.next_said import next_words

    words = session.words
    return (
        f" #{row.card.id}",
        row.card.company,
        stands(words, row),
        row.card.subject,
        next_words(session.desk, words, row.card, row.next),
    )


@verb("next")
@argument("case_id", metavar="ID", type=CaseId(), help=N_("The number of the case."))
def next_step(session: Session, case_id: int) -> int:
    """The one next action of a case, with its day and its reason."""
    step = session.desk.next_action(case_id)
    if session.as_json:
        session.out.json(plain.of_next(session.words, step))
        return 0
    session.out.line(step_line(session, case_id, step))
    session.out.line(session.words.say(step.reason))
    return 0
