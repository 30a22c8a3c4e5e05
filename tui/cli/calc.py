"""`upheld calc`."""

from __future__ import annotations

from collections.abc import Sequence

from tui.cases.words import Owner
from tui.cli import plain
from tui.cli.kinds import Word
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_


@verb("calc")
@argument("start", metavar=N_("START"), help=N_("The day from which it counts: 2026-11-22."))
@argument(
    "period",
    metavar=N_("PERIOD"),
    help=N_("How long: 10cal (calendar days), 15wd (working days), 8w (weeks), 1m (months)."),
)
@option("--country", metavar=N_("CODE"), help=N_("Whose working days count: RU, GB-SCT, DE-BY."))
@option(
    "--owner",
    metavar="theirs|mine",
    type=Word(Owner),
    default=Owner.THEIRS,
    help=N_("Whose deadline it is; theirs is late when it surely is, mine warns early."),
)
@option(
    "--pause",
    "pauses",
    metavar="A..B",
    multiple=True,
    help=N_("Days on which the clock stood still, both included. Again for more."),
)
def calc(
    session: Session,
    start: str,
    period: str,
    country: str | None,
    owner: Owner,
    pauses: Sequence[str],
) -> int:
    """Work out a date with its working, without a case."""
    deadline = session.desk.calc(start, period, country or "", owner, tuple(pauses))
    if session.as_json:
        session.out.json(plain.of_calc(deadline))
        return 0
    from tui.wording.working import explain

    session.out.lines(explain(session.words, deadline))
    return 0
