"""`upheld record`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cases.errors import BadInput
from tui.cases.record import to_plain
from tui.cases.words import Answer, Channel, EventKind, Outcome
from tui.cli.files import with_input
from tui.cli.kinds import CaseId, RuleId, StepId, Word
from tui.cli.remarks import remarks_after, remarks_before
from tui.cli.saying import next_line
from tui.cli.session import Session
from tui.cli.taking import recorded
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.cases.case import Case
    from tui.cases.event import Event

_DATE = N_("DATE")


@verb("record")
@argument("case_id", metavar="ID", type=CaseId(), help=N_("The number of the case."))
@argument(
    "kind",
    metavar=N_("KIND"),
    type=Word(EventKind),
    help=N_("What happened."),
)
@option("--at", metavar=N_("TIME"), help=N_("When: 2026-11-22 or 2026-11-22 14:05; else now."))
@option("--channel", metavar=N_("CHANNEL"), type=Word(Channel), help=N_("On which channel."))
@option("--to", metavar=N_("WHOM"), help=N_("To whom I wrote or whom I called."))
@option("--text", metavar=N_("TEXT"), help=N_("What was said or written; - reads it."))
@option("--reference", metavar=N_("NUMBER"), help=N_("The number that they gave the case."))
@option("--reference-refused", is_flag=True, help=N_("I asked for their number; they gave none."))
@option("--url", metavar=N_("ADDRESS"), help=N_("The page where their number can be followed."))
@option("--agent", metavar=N_("NAME"), help=N_("Who it was on their side."))
@option("--promise", metavar=_DATE, help=N_("The date that they promised: 2026-11-22, +10wd."))
@option("--due", metavar=_DATE, help=N_("By when I asked for an answer, or they for theirs."))
@option("--next-contact", metavar=_DATE, help=N_("The day before which I agreed not to chase."))
@option("--answer", metavar=N_("KIND"), type=Word(Answer), help=N_("What their answer was."))
@option("--mail", type=int, metavar="ID", help=N_("What this mail of the case was: upheld inbox"))
@option("--automatic", is_flag=True, help=N_("It was an automatic reply: it stops no clock."))
@option("--final", is_flag=True, help=N_("They said that it is their last word."))
@option(
    "--party",
    metavar=N_("ROLE"),
    help=N_("With whom, in a dispute with several: company, bank; else whom I wrote to last."),
)
@option("--outcome", metavar=N_("KIND"), type=Word(Outcome), help=N_("How the case ended."))
@option(
    "--refund",
    metavar=N_("SUM"),
    help=N_("Money that came back with it, beside what is recorded: “5000 RUB”."),
)
@option(
    "--satisfaction",
    metavar="1-5",
    help=N_("How content I am at the end: 1 (not at all) to 5 (wholly)."),
)
@option("--step", metavar="ID", type=StepId(), help=N_("The step of the ladder (else the next)."))
@option(
    "--rule",
    metavar="ID",
    type=RuleId(),
    help=N_("The rule I rely on: ru.zpp.22. See: upheld rules"),
)
@option(
    "--file",
    "files",
    metavar=N_("FILE"),
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=N_("Copy this file in as evidence. Again for more."),
)
@option(
    "--override",
    metavar=N_("TEXT"),
    help=N_("Why the letter went out although the checks found errors in it."),
)
@option("--anyway", is_flag=True, help=N_("Take a step that is not open, or more money back."))
@option(
    "--why",
    "despite",
    metavar=N_("TEXT"),
    help=N_("Why I take a step whose time is over; it stands in the timeline."),
)
def record(
    session: Session,
    case_id: int,
    kind: EventKind,
    files: Sequence[Path],
    anyway: bool,
    mail: int | None,
    **given: str | bool | None,
) -> int:
    """Append what happened to the timeline of a case."""
    from tui.desk.cases.recording import Happening

    told = {name: text for name, text in given.items() if text is not None and text is not False}
    texts = {name: "yes" if text is True else str(text) for name, text in told.items()}
    if kind is EventKind.EVIDENCE and not files:
        raise BadInput("Say which file is the evidence: --file FILE")
    judges = session.desk.message_of_mail(mail, case_id) if mail is not None else 0
    happening = Happening(kind, with_input(texts), tuple(files), anyway, judges)
    remarks = remarks_before(session, case_id, happening)
    case = recorded(session, case_id, happening)
    if session.as_json:
        session.out.json(to_plain(case))
    else:
        _print(session, case, recorded_event(case, kind, judges))
    for remark in (*remarks, *remarks_after(session, case)):
        session.out.note(remark)
    return 0


def _print(session: Session, case: Case, event: Event) -> None:
    """What changed: the stage, the deadlines started, the step taken; and what comes next."""
    from tui.wording.working import explain

    words, out = session.words, session.out
    day = words.short_day(event.day, session.desk.day())
    out.line(
        words.t("#{id} {company}: {kind}, {day}. {stage}.", id=case.id, company=case.company,
                kind=event.kind, day=day, stage=case.stage)
    )  # fmt: skip
    if event.kind is EventKind.CLOSED and event.outcome:
        out.line(words.t("Outcome: {outcome}.", outcome=event.outcome))
    for dated in session.desk.case_view(case.id).dates if event.starts else ():
        if dated.deadline.event == event.id:
            out.line(explain(words, dated.deadline, dated.whose)[0])
    if event.kind is EventKind.ESCALATED:
        _print_step(session, case)
    out.line(next_line(session, case.id))


def recorded_event(case: Case, kind: EventKind, judged: int) -> Event:
    """What was recorded just now: in the place of the message that was judged, or at the end."""
    in_place = (e for e in case.timeline if e.id == judged and e.kind is kind)
    return next(in_place, case.timeline[-1])


def _print_step(session: Session, case: Case) -> None:
    """The step that the case stands on now, with its checklist."""
    from tui.cli.rungs import checklist_lines
    from tui.cli.saying import in_language

    words = session.words
    rung = next(r for r in session.desk.ladder(case.id) if r.step.id == case.step)
    title = in_language(rung.step.title, words.language)
    session.out.line(words.t("Step: {step}", step=title))
    session.out.lines(f"  {line}" for line in checklist_lines(words, rung))
