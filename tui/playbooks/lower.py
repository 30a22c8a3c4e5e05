"""What came of the lower steps decides whether a step is in turn. Needs no calendar.

The general rule, a practice and no law: a step opens when they refuse, or when the last day of
their time to answer and of their promise is past; never before an agreed next contact, unless
they refused.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from tui.cases.card import Card
from tui.cases.deadline import Deadline
from tui.cases.sentence import Sentence, say
from tui.cases.words import Answer, DeadlineKind
from tui.deadlines.days import DAY
from tui.playbooks.conditions import ANSWERED, condition
from tui.playbooks.kept import has_time
from tui.playbooks.rung import Rung, RungState, at_its_hour, left_out, rung_of
from tui.playbooks.steps import MISSED, PARTLY, REFUSED, Step
from tui.playbooks.their_time import (
    agreed_until,
    arrival_unknown,
    last_word,
    missed,
    paused_since,
    short_of_last_word,
    too_early,
)

SOLVED = say("They solved it: close the case, or record what is still wrong.")
_GONE = say("The case has gone past this step.")


class Lower(Struct, frozen=True):
    """What came of the lower steps of a case, as it stands on `today`."""

    card: Card
    today: date

    def here(self, step: Step, *, is_below: bool) -> Rung:
        """A step that waits for what comes of the step where the case stands."""
        decided = self._short_of_last_word(step) or self._after_answer(step)
        return decided or self._after_silence(step, is_below=is_below)

    def elsewhere(self, step: Step, *, is_below: bool) -> Rung:
        """A step that waits for others than those of the current one, who may still have time."""
        if self.card.last_answer is Answer.SOLVED:
            return rung_of(step, RungState.AHEAD, SOLVED)
        if MISSED in step.opens_on and (owed := has_time(self.card, step, self.today)):
            early = rung_of(step, RungState.EARLY, too_early(owed), owed.late_after + DAY)
            return at_its_hour(early, owed)
        return (
            left_out(step, _GONE) if is_below else rung_of(step, RungState.AHEAD, condition(step))
        )

    def _short_of_last_word(self, step: Step) -> Rung | None:
        """A step that no refusal opens waits for a day by law; None while they may answer."""
        opens, answer = self.card.may_go_on, self.card.open_deadline(DeadlineKind.ANSWER)
        waits = MISSED in step.opens_on and REFUSED not in step.opens_on
        if opens is None or not waits or self.card.last_answer is Answer.SOLVED:
            return None
        if answer and answer.late_after + DAY >= opens:
            return None
        return self.unless_agreed(step, opens, short_of_last_word(opens - DAY, self.today))

    def _after_answer(self, step: Step) -> Rung | None:
        """How their answer decides about a step; None if it does not."""
        answer = self.card.last_answer
        if answer is Answer.REFUSED and REFUSED in step.opens_on:
            return rung_of(step, RungState.OPEN, ANSWERED[answer], self._answered_on)
        if answer is Answer.PARTLY and PARTLY in step.opens_on:
            return self.unless_agreed(step, self._answered_on, ANSWERED[answer])
        if answer is Answer.SOLVED:
            return rung_of(step, RungState.AHEAD, SOLVED)
        return None if MISSED in step.opens_on else rung_of(step, RungState.AHEAD, condition(step))

    @property
    def _answered_on(self) -> date:
        return min(self.card.answered_on or self.today, self.today)

    def _after_silence(self, step: Step, *, is_below: bool) -> Rung:
        """A step that opens when they let their time pass."""
        if is_below:
            return left_out(step, _GONE)
        if self.card.unread:
            reason = say("Too early: first judge what they wrote. It may be the answer.")
            return rung_of(step, RungState.EARLY, reason)
        if lapsed := self._lapsed_by_law():
            return self.unless_agreed(step, lapsed.late_after + DAY, missed(lapsed))
        if owed := self.card.missed_by_law:
            return self.unless_agreed(step, owed.late_after + DAY, missed(owed))
        if paused := paused_since(self.card):
            reason = say("Too early: their time has stood still since {day}.", day=paused)
            return rung_of(step, RungState.EARLY, reason)
        last = self._by_law() or last_word(self.card)
        if last is None:
            return rung_of(step, RungState.AHEAD, say("No date runs for them. Ask them for one."))
        if unknown := arrival_unknown(last, self.today):
            return rung_of(step, RungState.EARLY, unknown)
        reason = missed(last) if last.late_on(self.today) else too_early(last)
        return at_its_hour(self.unless_agreed(step, last.late_after + DAY, reason), last)

    def _by_law(self) -> Deadline | None:
        """A lawful time to answer; a later promise changes nothing."""
        answer = self.card.open_deadline(DeadlineKind.ANSWER)
        return answer if answer and answer.by_law else None

    def _lapsed_by_law(self) -> Deadline | None:
        """The same, where it is over."""
        answer = self._by_law()
        return answer if answer and answer.late_on(self.today) else None

    def unless_agreed(self, step: Step, opens: date, reason: Sentence) -> Rung:
        """Open or early; an agreed next contact puts it off."""
        agreed = self.card.not_before
        if agreed and agreed > self.today and agreed >= opens:
            return rung_of(step, RungState.EARLY, agreed_until(agreed), agreed)
        state = RungState.EARLY if opens > self.today else RungState.OPEN
        return rung_of(step, state, reason, opens)
