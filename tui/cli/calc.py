"""`upheld calc`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tui.cases.words import Owner
from tui.cli import plain
from tui.cli.kinds import Word
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.cases.deadline import Deadline


@verb("calc")
@argument(
    "start",
    metavar=N_("START"),
    help=N_("The day from which it counts: 2026-11-22; for hours 2026-11-22T15:00+03:00."),
)
@argument(
    "what",
    metavar=N_("PERIOD_OR_RULE"),
    help=N_(
        "How long: 10cal (calendar days), 15wd (working days), 8w (weeks), 1m (months), 4h "
        "(hours), 8bh (business hours); or the id of a rule: ru.zpp.22; or with --amount of a "
        "penalty: ru.zpp.23."
    ),
)
@option("--country", metavar=N_("CODE"), help=N_("Whose working days count: RU, GB-SCT, DE-BY."))
@option(
    "--owner",
    metavar="theirs|mine",
    type=Word(Owner),
    help=N_("Whose deadline a period is; theirs is late when it surely is, mine warns early."),
)
@option(
    "--pause",
    "pauses",
    metavar="A..B",
    multiple=True,
    help=N_("Days on which the clock stood still, both included. Again for more."),
)
@option(
    "--start",
    "also",
    metavar=N_("NAME=DATE"),
    multiple=True,
    help=N_("When another period of the rule starts: payment=2026-01-05. Again for more."),
)
@option("--extended", is_flag=True, help=N_("They extended the time, as the rule lets them."))
@option("--hours", metavar=N_("TEXT"), help=N_("When they are open: “Mon-Fri 09:00-18:00”."))
@option("--zone", metavar=N_("ZONE"), help=N_("The time zone of those hours: Europe/Moscow."))
@option(
    "--eve",
    metavar=N_("MINUTES"),
    type=int,
    default=0,
    help=N_("By how much the day before a holiday is shorter."),
)
@option(
    "--amount",
    metavar=N_("SUM"),
    help=N_("Of what a penalty is reckoned, until today; START is the first day of the delay."),
)
def calc(session: Session, start: str, what: str, amount: str | None, **given: Any) -> int:
    """Work out a date, or a penalty, with its working, without a case."""
    from tui.desk.ladder.reckoning import Circumstances

    if amount is not None:
        return _penalty(session, start, what, amount, given["country"] or "")
    known = {name: value for name, value in given.items() if value is not None}
    deadline = session.desk.calc(start, what, Circumstances(**known))
    if session.as_json:
        session.out.json(plain.of_calc(session.words, deadline))
    else:
        session.out.lines(_lines(session, deadline))
    return 0


def _penalty(session: Session, start: str, what: str, amount: str, country: str) -> int:
    from tui.cli.money_json import of_meter
    from tui.wording.meter_text import running_lines

    running = session.desk.calc_meter(start, what, amount, country)
    if session.as_json:
        session.out.json(of_meter(running))
    else:
        session.out.lines(running_lines(session.words, running))
    return 0


def _lines(session: Session, deadline: Deadline) -> Sequence[str]:
    """The working; then what the rule says besides."""
    from tui.wording.rule_text import note_of
    from tui.wording.working import explain

    lines = explain(session.words, deadline)
    working = deadline.working
    if working and working.titles:
        first = working.parts[0] if working.parts else working
        rule = session.desk.rule(deadline.rule).version_on(first.start)
        lines += filter(None, [note_of(session.words, rule) if rule else ""])
    return lines
