"""`upheld snooze`: put cases off, and wake them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from tui.cases.errors import BadInput
from tui.cases.record import to_plain
from tui.cli.kinds import CaseId
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_


@verb("snooze")
@argument("case_id", metavar="ID...", type=CaseId(), help=N_("The numbers of cases."))
@argument(
    "more",
    metavar=N_("[UNTIL]"),
    nargs=-1,
    help=N_("The last word: a day, a weekday such as fri, or a length such as 3d or 2wd."),
)
@option("--reply", is_flag=True, help=N_("Until they answer; with UNTIL whichever comes first."))
@option("--off", is_flag=True, help=N_("End the snooze."))
def snooze(session: Session, case_id: int, more: Sequence[str], reply: bool, off: bool) -> int:
    """Put cases off until a day or an answer."""
    numbers, until = case_ids(case_id, more)
    if off and (until or reply):
        raise BadInput("--off ends a snooze: leave out the day and --reply.")
    desk = session.desk
    cases = desk.wake(numbers) if off else desk.snooze(numbers, until, reply=reply)
    if session.as_json:
        plain = [to_plain(case) for case in cases]
        session.out.json(plain[0] if len(plain) == 1 else plain)
        return 0
    for case in cases:
        sentence = desk.next_action(case.id).sentence
        session.out.line(session.words.t("#{id}: {what}.", id=case.id, what=sentence))
        if not off and (back := desk.held_back(case.id)):
            session.out.note(session.words.say(back))
    return 0


def case_ids(first: int, words: Sequence[str]) -> tuple[tuple[int, ...], str]:
    """The numbers, and the word behind them. Raises BadInput where there are several words."""
    others = tuple(takewhile(lambda word: word.lstrip("#").isdecimal(), words))
    left = words[len(others) :]
    if len(left) > 1:
        raise BadInput("One day is enough, not “{words}”.", words=" ".join(left))
    numbers = (first, *(int(CaseId().convert(word, None, None)) for word in others))
    return numbers, left[0] if left else ""
