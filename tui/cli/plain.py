"""Views as JSON values, with the keys that the command line promises."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tui.cases.record import to_plain

if TYPE_CHECKING:
    from tui.advice.channels import Advised
    from tui.advice.checks.checks import Finding
    from tui.advice.next_action import NextAction
    from tui.cases.card import Card
    from tui.cases.deadline import Deadline, Working
    from tui.desk.views import CardView, TodayRow, TodayView
    from tui.playbooks.rung import Rung
    from tui.wording.wording import Wording


def of_next(words: Wording, step: NextAction) -> dict[str, Any]:
    """The one next action."""
    reason = words.say(step.reason)
    return {"action": step.action, "on": step.on, "reason": reason, "step": step.step}


def of_card(words: Wording, card: Card, view: CardView, step: NextAction) -> dict[str, Any]:
    """A case in brief. `due` is the date of the deadline that matters most."""
    due = view.deadline
    return {
        "id": card.id,
        "uid": card.uid,
        "revision": card.revision,
        "company": card.company,
        "subject": card.subject,
        "problem": card.problem,
        "urgency": card.urgency,
        "stage": card.stage,
        "outcome": card.outcome,
        "step": card.step,
        "reference": card.reference,
        "amount": to_plain(card.amount) if card.amount else None,
        "tags": card.tags,
        "due": due.due if due else None,
        "late": bool(due and due.late_on(view.today)),
        "snoozed": view.snoozed,
        "chase": card.chase.on if card.chase else None,
        "next": of_next(words, step),
    }


def of_deadline(deadline: Deadline | None) -> dict[str, Any] | None:
    """A running deadline in brief."""
    if deadline is None:
        return None
    return {
        "owner": deadline.owner,
        "kind": deadline.kind,
        "due": deadline.due,
        "late_after": deadline.late_after,
        "act_by": deadline.act_by,
        "rule": deadline.rule,
        "state": deadline.state,
    }


def of_today(words: Wording, view: TodayView) -> dict[str, Any]:
    """Today's lists."""
    lists = {"broken": view.broken, "due": view.due, "mine": view.mine}
    lists["not_before"] = view.not_before
    return {
        "on": view.today,
        **{name: [_row(words, row) for row in rows] for name, rows in lists.items()},
        **({"inbox": view.inbox} if view.inbox else {}),
    }


def _row(words: Wording, row: TodayRow) -> dict[str, Any]:
    return {
        "id": row.card.id,
        "company": row.card.company,
        "subject": row.card.subject,
        "deadline": of_deadline(row.deadline),
        "next": of_next(words, row.next),
    }


def of_advice(words: Wording, advised: Iterable[Advised]) -> dict[str, Any]:
    """Channels, best first."""
    return {
        "channels": [
            {
                "channel": one.channel,
                "score": one.score,
                "reasons": [words.say(reason) for reason in one.reasons],
                "against": [words.say(reason) for reason in one.against],
                "warnings": [words.say(warning) for warning in one.warnings],
            }
            for one in advised
        ]
    }


def of_findings(words: Wording, findings: Iterable[Finding]) -> dict[str, Any]:
    """What the checks found."""
    return {
        "findings": [
            {
                "id": one.id,
                "severity": one.severity,
                "part": one.part,
                "start": one.start,
                "end": one.end,
                "text": one.text,
                "message": words.say(one.message),
                "mend": words.say(one.mend),
                "replacement": one.replacement,
            }
            for one in findings
        ]
    }


def of_ladder(words: Wording, rungs: Iterable[Rung]) -> dict[str, Any]:
    """The steps of a ladder, projected."""
    return {
        "steps": [
            {
                "id": rung.step.id,
                "title": rung.step.title.get(words.language, rung.step.id),
                "opens": rung.opens,
                "closes": rung.closes,
                "due": rung.due,
                "due_at": rung.due_at,
                "only_late": rung.only_late,
                "despite": rung.despite,
                "ended": rung.ended,
                "state": rung.state,
                "party": rung.step.party,
                "branch": rung.step.branch,
                "channels": rung.step.channels,
                "reason": words.say(rung.reason),
            }
            for rung in rungs
        ]
    }


def of_calc(words: Wording, deadline: Deadline) -> dict[str, Any]:
    """A date with its working. `parts`: the periods of a combined rule, worked out each."""
    working = deadline.working
    if working is None:
        raise ValueError("a reckoned deadline has a working")
    titles = working.titles
    return {
        **_of_working(working),
        "due": deadline.due,
        "due_at": deadline.due_at,
        "late_after": deadline.late_after,
        "act_by": deadline.act_by,
        "rule": deadline.rule,
        "title": titles.get(words.language) or titles.get("en", ""),
        "certainty": working.certainty,
        "source": working.source,
        "quote": working.quote,
        "opens": working.opens,
        "extended_to": working.extended_to,
        "flags": working.flags,
        "parts": [_of_working(part) for part in working.parts],
    }


def _of_working(working: Working) -> dict[str, Any]:
    """The counting of one period."""
    return {
        "start": working.start_at or working.start,
        "starts_on": working.starts_on,
        "period": working.period,
        "counted": working.counted,
        "counting": working.counting,
        "skipped": [{"date": s.date, "why": s.why} for s in working.skipped],
        "raw_end": working.raw_end,
        "roll": working.roll,
        "due": working.due,
        "due_at": working.end_at,
        "calendar": working.calendar,
        "flags": working.flags,
    }
