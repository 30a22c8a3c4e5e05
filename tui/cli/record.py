"""`upheld record` and `upheld undo`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.cases.case import I_WRITE
from tui.cases.errors import BadInput
from tui.cases.numbers import gave_no_number
from tui.cases.record import to_plain
from tui.cases.words import Answer, Channel, EventKind, Outcome, Stage
from tui.cli.files import with_input
from tui.cli.kinds import CaseId, RuleId, StepId, Word
from tui.cli.saying import next_line, same_lines
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.cases.case import Case
    from tui.desk.recording import Happening

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
@option("--automatic", is_flag=True, help=N_("It was an automatic reply: it stops no clock."))
@option("--final", is_flag=True, help=N_("They said that it is their last word."))
@option(
    "--party",
    metavar=N_("ROLE"),
    help=N_("With whom, in a dispute with several: company, bank; else whom I wrote to last."),
)
@option("--outcome", metavar=N_("KIND"), type=Word(Outcome), help=N_("How the case ended."))
@option("--refund", metavar=N_("SUM"), help=N_("Money that came back: “5000 RUB”."))
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
@option("--anyway", is_flag=True, help=N_("Climb to a step that is not open yet."))
def record(
    session: Session,
    case_id: int,
    kind: EventKind,
    files: Sequence[Path],
    anyway: bool,
    automatic: bool,
    final: bool,
    reference_refused: bool,
    **given: str | None,
) -> int:
    """Append what happened to the timeline of a case."""
    from tui.desk.recording import Happening

    texts = {name: text for name, text in given.items() if text is not None}
    texts |= {"automatic": "yes"} if automatic else {}
    texts |= {"final": "yes"} if final else {}
    texts |= {"reference_refused": "yes"} if reference_refused else {}
    if kind is EventKind.EVIDENCE and not files:
        raise BadInput("Say which file is the evidence: --file FILE")
    happening = Happening(kind, with_input(texts), tuple(files), anyway)
    remarks = (*_asked_already(session, case_id, kind), *_no_number(session, case_id, happening))
    case = session.desk.record(case_id, happening)
    if session.as_json:
        session.out.json(to_plain(case))
    else:
        _print(session, case)
    for remark in remarks:
        session.out.note(remark)
    return 0


def _asked_already(session: Session, case_id: int, kind: EventKind) -> tuple[str, ...]:
    """Open cases about the same, when a draft goes out."""
    if kind not in I_WRITE or session.desk.card(case_id).stage is not Stage.DRAFT:
        return ()
    return tuple(same_lines(session, session.desk.same_matter(case_id)))


def _no_number(session: Session, case_id: int, happening: Happening) -> Iterator[str]:
    """Said once, while one may still have them there."""
    from tui.desk.facts import word_of

    texts = happening.texts
    channel = word_of(Channel, texts["channel"], "channel") if texts.get("channel") else None
    told = texts.get("reference") or texts.get("reference_refused")
    if not told and gave_no_number(session.desk.case(case_id), happening.kind, channel):
        yield session.words.t(
            "No number of theirs was recorded. Ask for it and add --reference, or say "
            "--reference-refused."
        )


def _print(session: Session, case: Case) -> None:
    """What changed: the stage, the deadlines started, the step taken; and what comes next."""
    from tui.wording.working import explain

    words, out, event = session.words, session.out, case.timeline[-1]
    out.line(
        words.t("#{id} {company}: {kind}, {day}. {stage}.", id=case.id, company=case.company,
                kind=event.kind, day=words.short_day(event.day), stage=case.stage)
    )  # fmt: skip
    if event.kind is EventKind.CLOSED and event.outcome:
        out.line(words.t("Outcome: {outcome}.", outcome=event.outcome))
    for deadline in event.starts:
        out.line(explain(words, deadline)[0])
    if event.kind is EventKind.ESCALATED:
        _print_step(session, case)
    out.line(next_line(session, case.id))


def _print_step(session: Session, case: Case) -> None:
    """The step that the case stands on now, with its checklist."""
    from tui.cli.rungs import checklist_lines
    from tui.cli.saying import in_language

    words = session.words
    rung = next(r for r in session.desk.ladder(case.id) if r.step.id == case.step)
    title = in_language(rung.step.title, words.language)
    session.out.line(words.t("Step: {step}", step=title))
    session.out.lines(f"  {line}" for line in checklist_lines(words, rung))


@verb("undo")
@option(
    "--list",
    "listed",
    is_flag=True,
    help=N_("Change nothing: list the last changes, and who made them."),
)
def undo(session: Session, listed: bool) -> int:
    """Take back my last change in this data folder."""
    from tui.desk.undone import sentence_of

    if listed:
        return _list_changes(session)
    change = session.desk.undo()
    if session.as_json:
        session.out.json(to_plain(change))
    else:
        session.out.line(session.words.say(sentence_of(change)))
    return 0


def _list_changes(session: Session) -> int:
    from tui.desk.undone import what_of

    changes, words = session.desk.changes(), session.words
    if session.as_json:
        session.out.json([to_plain(change) for change in changes])
        return 0
    session.out.table(
        [(words.moment(c.at), c.who, words.say(what_of(c))) for c in changes], give=[2]
    )
    return 0
