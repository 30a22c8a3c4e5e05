"""What `upheld letter` says beside a letter: which one it is, and where it goes."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from tui.cases.company import ContactPoint
from tui.cases.errors import NotFound
from tui.cases.words import Channel, Stage
from tui.cli.session import Session
from tui.playbooks.rung import RungState

if TYPE_CHECKING:
    from tui.cli.letters import Asked
    from tui.desk.letters.composing import Composition


def say_which(session: Session, step: str, composed: Composition) -> None:
    """Which letter it is, where the step was taken already."""
    words = session.words
    if composed.sent_on:
        day = words.day(composed.sent_on)
        session.out.note(
            words.t("This is the letter as it was sent on {day}. "
                    "To remind them instead: --kind reminder", day=day)
        )  # fmt: skip
    elif step in composed.case.taken:
        kinds = session.desk.all_letter_kinds()
        title = next(k.title for k in kinds if k.id == composed.draft.template)[words.language]
        session.out.note(
            words.t("This step was taken already, so this is: {letter}.", letter=title)
        )


def say_step(session: Session, composed: Composition) -> None:
    """Of which step it is, where that is not the one on which the case stands, and how it is
    recorded there; how thanks are."""
    case, step = composed.case, composed.draft.step
    if case.stage is Stage.CLOSED:
        return
    rungs = session.desk.ladder(case.id)
    here = next((r for r in rungs if r.state is RungState.CURRENT), rungs[0])
    going = session.desk.going(case.id, composed.draft)
    told = " ".join(f"--{name} {text}" for name, text in going.texts.items())
    line = f"upheld record {case.id} {going.kind} {told}"
    if step == here.step.id:
        if going.answer:
            session.out.note(session.words.t("When it is out: {line}", line=line))
        return
    number = next(n for n, rung in enumerate(rungs, 1) if rung.step.id == step)
    session.out.note(
        session.words.t("This is the letter of step {number}. When it is out: {line}",
                        number=number, line=line)
    )  # fmt: skip


def say_where(session: Session, asked: Asked, channel: Channel) -> None:
    """The addresses of whoever the letter goes to, on a channel."""
    name, _ = session.desk.addressee(asked.case_id, channel, asked.wish)
    if not name:
        return  # it goes to everybody
    points: tuple[ContactPoint, ...] = ()
    with suppress(NotFound):
        points = session.desk.company(name).points(channel)
    words = session.words
    for point in points:
        session.out.note(
            words.t("To: {address} ({channel})", address=point.address, channel=channel)
        )
    if not points:
        session.out.note(
            words.t(
                "No address of {company} is known there. To add one: upheld companies point",
                company=name,
            )
        )


def say_secrets(session: Session, composed: Composition) -> None:
    """What nobody should read who may read the letter."""
    from tui.desk.letters.fact_secrets import SECRET

    for finding in composed.findings:
        if finding.id in SECRET:
            said = session.words.say(finding.message), session.words.say(finding.mend)
            session.out.note(f"{finding.id} {' '.join(said)}")
