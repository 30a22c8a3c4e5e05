"""A scoreboard in words, for the screens and the command line alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.advice.figures.scoreboard import Score, Sums
from tui.advice.history import middle
from tui.cases.money import Money

if TYPE_CHECKING:
    from tui.wording.wording import Wording


def pairs(words: Wording, score: Score) -> tuple[tuple[str, str], ...]:
    """A scoreboard: labels and values, those left out of which nothing is known.

    A value has a line for each currency.
    """
    told = (
        (words.t("Cases"), _cases(words, score)),
        (words.t("Late now"), _late_now(words, score)),
        (words.t("Upheld"), _upheld(words, score)),
        (words.t("First answer"), _half(words, score.to_answer, len(score.answer_days))),
        (words.t("Outcome"), _half(words, score.to_outcome, len(score.outcome_days))),
        (words.t("Promises"), _promises(words, score)),
        (words.t("Money"), "\n".join(money_line(words, sums) for sums in score.money)),
        (words.t("Satisfied"), _satisfaction(words, score)),
    )
    return tuple((label, text) for label, text in told if text)


def _satisfaction(words: Wording, score: Score) -> str:
    count = len(score.satisfaction)
    if not count:
        return ""
    half = middle(score.satisfaction)
    if count == 1:
        return words.t("{half} of 5, one case", half=half)
    return words.n(
        "{half} of 5, the middle of {count} case",
        "{half} of 5, the middle of {count} cases",
        count,
        half=half,
    )


def brief(words: Wording, score: Score) -> str:
    """A scoreboard in one line; empty where there was no case."""
    if not score.cases:
        return ""
    parts = [
        words.n("{count} case", "{count} cases", score.cases),
        words.n("! {count} late", "! {count} late", score.late) if score.late else "",
        shortly(words, score),
        words.t("{some} of {all} promises kept", some=score.kept, all=score.given)
        if score.given
        else "",
    ]
    return ", ".join(filter(None, parts))


def shortly(words: Wording, score: Score) -> str:
    """How many were upheld and how soon the first answer came; empty while neither is known."""
    days, parts = score.to_answer, []
    if score.judged:
        parts.append(words.t("{some} of {all} upheld", some=score.upheld, all=score.judged))
        if score.partly:
            parts[-1] += f" ({words.n('{count} in part', '{count} in part', score.partly)})"
    if days is not None:
        parts.append(words.n("answer in {count} day", "answer in {count} days", days))
    return ", ".join(parts)


def money_line(words: Wording, sums: Sums) -> str:
    """What was asked for in one currency, what came back, and what is still at stake."""
    asked = words.money(Money(value=sums.asked, currency=sums.currency))
    back = words.money(Money(value=sums.back, currency=sums.currency))
    at_stake = words.money(Money(value=sums.at_stake, currency=sums.currency))
    return words.t("back {back} of {asked}, {open} at stake", back=back, asked=asked, open=at_stake)


def _cases(words: Wording, score: Score) -> str:
    parts = (
        words.n("{count} open", "{count} open", score.open),
        words.n("{count} closed", "{count} closed", score.closed),
        words.n("{count} draft", "{count} drafts", score.drafts) if score.drafts else "",
    )
    return ", ".join(filter(None, parts))


def _late_now(words: Wording, score: Score) -> str:
    if not score.late:
        return words.t("nothing") if score.open else ""
    return words.n("! {count} case", "! {count} cases", score.late)


def _upheld(words: Wording, score: Score) -> str:
    if not score.judged:
        return ""
    share = round(100 * score.upheld / score.judged)
    said = words.t("{some} of {all}, {share} %", some=score.upheld, all=score.judged, share=share)
    partly = words.n("{count} of them in part", "{count} of them in part", score.partly)
    return f"{said}; {partly}" if score.partly else said


def _half(words: Wording, days: int | None, count: int) -> str:
    """Half of them came within so many days. Of one there is no half."""
    if days is None:
        return ""
    if count == 1:
        return words.n("after {count} day, once", "after {count} days, once", days)
    if days == 0:
        return words.t("half of {all} on the same day", all=count)
    return words.n("half of {all} within {count} day", "half of {all} within {count} days", days,
                   all=count)  # fmt: skip


def _promises(words: Wording, score: Score) -> str:
    kept = words.t("{some} of {all} kept", some=score.kept, all=score.given) if score.given else ""
    more = words.n("{count} running", "{count} running", score.running) if score.running else ""
    return ", ".join(filter(None, (kept, more)))
