"""Scoreboards and statistics as JSON values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.advice.history import middle

if TYPE_CHECKING:
    from tui.advice.figures.scoreboard import Score
    from tui.advice.figures.statistics import Statistics
    from tui.advice.history import History
    from tui.cases.words import Channel


def of_score(score: Score) -> dict[str, Any]:
    """A scoreboard. Days are medians, null where nothing is known; money is by currency."""
    return {
        "cases": score.cases,
        "open": score.open,
        "closed": score.closed,
        "drafts": score.drafts,
        "late": score.late,
        "outcomes": dict(score.outcomes),
        "upheld": {"upheld": score.upheld - score.partly, "partly": score.partly,
                   "of": score.judged},
        "days_to_answer": {"median": score.to_answer, "answers": len(score.answer_days)},
        "days_to_outcome": {"median": score.to_outcome, "outcomes": len(score.outcome_days)},
        "promises": {"kept": score.kept, "broken": score.broken, "running": score.running},
        "money": [
            {"currency": s.currency, "asked": s.asked, "back": s.back, "at_stake": s.at_stake}
            for s in score.money
        ],
        "satisfaction": {"median": middle(score.satisfaction) if score.satisfaction else None,
                         "cases": len(score.satisfaction)},
    }  # fmt: skip


def of_channels(history: History, best: Channel | None) -> dict[str, Any]:
    """What came of each channel with a company. `best` is null where too little is known."""
    return {
        "best_channel": best,
        "channels": {
            channel: {
                "answers": len(past.days),
                "median_days": middle(past.days) if past.days else None,
                "silent": past.silent,
                "promises": {"kept": past.kept, "broken": past.broken},
            }
            for channel, past in history.items()
        },
    }


def of_statistics(told: Statistics, company: str) -> dict[str, Any]:
    """Everything that `upheld stats` tells. Months by their first day, companies best first."""
    return {
        "company": company or None,
        **of_score(told.score),
        "stages": dict(told.stages),
        "months": [
            {"month": f"{m.first:%Y-%m}", "opened": m.opened, "closed": m.closed}
            for m in told.months
        ],
        "outcome_days": {
            "quartiles": told.quartiles,
            "bins": [{"from": b.least, "to": b.most, "cases": b.count} for b in told.bins],
        },
        "channels": {channel: of_score(score) for channel, score in told.channels},
        "companies": [{"company": name, **of_score(score)} for name, score in told.companies],
        "late_cases": [
            {"id": one.card.id, "company": one.card.company, "kind": one.deadline.kind,
             "late_after": one.deadline.late_after, "days": one.days, "hours": one.hours}
            for one in told.late
        ],
    }  # fmt: skip
