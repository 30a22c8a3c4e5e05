"""Who walks a script: does what each line says, and looks at every day between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import takewhile

import pytest
from dispute_story import Dispute
from walking import DAY, HAPPENS, NO_DAY, Line, Walk

from tui.advice.action import Action, NextAction
from tui.cases.errors import NotOpen
from tui.cases.sentence import Sentence
from tui.cases.words import DeadlineKind, EventKind
from tui.playbooks.rung import RungState

MOST_DAYS = 400  # of a longer wait the first and the last days are looked at
IN_A_HURRY = 21 * DAY  # so long before the end of my own time a climb may be urged
WHY = "They agreed on the phone to take it back."
CHASES = frozenset({Action.REMIND, Action.CONTACT, Action.ESCALATE, Action.CLOSE})


class Walker:
    """A case that is taken along one walk."""

    def __init__(self, walk: Walk) -> None:
        facts = {k: v for k, v in walk.given.items() if k not in ("country", "hours")}
        self.walk, self._today = walk, walk.lines[0].day
        country, hours = walk.given.get("country", ""), walk.given.get("hours", "")
        self.dispute = Dispute(walk.book, str(self._today), country, hours=hours, **facts)
        self._quiet: dict[str, date] = {}  # step -> nobody is chased up to that day

    def go(self) -> None:
        for number, line in enumerate(self.walk.lines):
            self._wait_until(line.day, number)
            self._do(line)
            self._then(line)
        assert self.walk.lines[-1].verb == "close", self.walk.title

    def _wait_until(self, day: date, number: int) -> None:
        """Every day between is looked at: nobody is told to climb or to chase before its day."""
        assert day >= self._today, self.walk.lines[number].place
        barred = self._barred(number)
        for some in _between(self._today, day):
            self.dispute.on(str(some))
            self._is_patient(self.dispute.desk.next_action(self.dispute.id), some, barred)
        self._today = day

    def _barred(self, number: int) -> set[str]:
        """The steps that the next lines find too early."""
        lines = takewhile(lambda line: line.verb == "early", self.walk.lines[number:])
        return {line.what for line in lines}

    def _is_patient(self, told: NextAction, day: date, barred: set[str]) -> None:
        place = f"{self.walk.book}, {self.walk.title}, {day}: {told}"
        if told.action is Action.ESCALATE:
            rung = self.dispute.rung(told.step)
            assert rung.state is RungState.OPEN, place
            assert told.step not in barred, place
            if rung.step.window and rung.closes and rung.closes - day <= IN_A_HURRY:
                return
        climbs = told.action is Action.ESCALATE
        step = self.dispute.desk.case(self.dispute.id).step if climbs else told.step
        assert told.action not in CHASES or day > self._quiet.get(step, date.min), place

    def _do(self, line: Line) -> None:
        match line.verb:
            case "take":
                self._take(line)
            case "early":
                self._too_early(line)
            case "late":
                self._too_late(line)
            case "open":
                self._is_open(line)
            case "tick":
                self._tick(line)
            case "insist":
                self.dispute.desk.insist(self.dispute.id, line.what, WHY)
            case "close":
                self.dispute.happens(EventKind.CLOSED, outcome=line.what)
            case "next":
                pass
            case _:
                self._happens(line)

    def _take(self, line: Line) -> None:
        self.dispute.writes(line.what, line.words["by"])
        case = self.dispute.desk.case(self.dispute.id)
        assert case.timeline[-1].step == line.what, line.place
        assert case.timeline[-1].ended == line.day_of("closed"), line.place
        self._owes(line)

    def _happens(self, line: Line) -> None:
        kind, texts = HAPPENS[line.verb]
        words = {"by": "channel", "as": "party"}
        told = {words[k]: v for k, v in line.words.items() if k in words}
        if line.verb == "extend" and "until" in line.words:
            told["due"] = line.words["until"]
        self.dispute.happens(kind, **texts, **told)
        self._owes(line)

    def _owes(self, line: Line) -> None:
        """They owe an answer by the day of the line; until it is over they are left in peace."""
        case = self.dispute.desk.case(self.dispute.id)
        owed = {d.step for d in case.open_deadlines if d.kind is DeadlineKind.ANSWER}
        self._quiet = {step: day for step, day in self._quiet.items() if step in owed}
        if "due" not in line.words:
            return
        answer = case.open_deadline(DeadlineKind.ANSWER, case.timeline[-1].party)
        due, late = line.day_of("due"), line.day_of("late") or line.day_of("due")
        found = (answer.due, answer.late_after) if answer else (None, None)
        assert found == (due, late), (line.place, found)
        if answer and late:
            self._quiet[answer.step] = late

    def _tick(self, line: Line) -> None:
        """A line of its checklist, counted from 1, is so."""
        checklist = self.dispute.rung(line.what).step.checklist["en"]
        self.dispute.desk.tick(self.dispute.id, line.what, checklist[int(line.words["line"]) - 1])

    def _refused(self, line: Line) -> NotOpen:
        """What is said to who takes the step all the same; nothing of it is kept."""
        desk, case = self.dispute.desk, self.dispute.id
        before, channel = desk.case(case), self.dispute.rung(line.what).step.channels[0]
        with pytest.raises(NotOpen) as caught:
            self.dispute.writes(line.what, channel.value)
        assert desk.case(case) == before, line.place
        return caught.value

    def _too_early(self, line: Line) -> None:
        said, rung = self._refused(line).sentence.values["reason"], self.dispute.rung(line.what)
        until = line.day_of("until")
        if until is None:
            assert rung.state in (RungState.AHEAD, RungState.DONE), (line.place, rung)
            return
        days = [value for value in _values(said) if isinstance(value, date)]
        assert (rung.state, days) == (RungState.EARLY, [until]), (line.place, rung)
        assert rung.opens == (until if rung.opens_at else until + DAY), line.place

    def _too_late(self, line: Line) -> None:
        values, rung = self._refused(line).sentence.values, self.dispute.rung(line.what)
        closed, still = line.day_of("closed"), line.words["open"]
        assert (rung.state, rung.closes) == (RungState.CLOSED, closed), line.place
        assert values["reason"].values["day"] == closed, line.place
        named = () if still == NO_DAY else tuple(still.split(","))
        assert values.get("still", ()) == named, line.place

    def _is_open(self, line: Line) -> None:
        rung = self.dispute.rung(line.what)
        assert rung.state is RungState.OPEN, (line.place, rung.state, rung.reason)
        assert rung.closes == line.day_of("until"), line.place

    def _then(self, line: Line) -> None:
        """The one next action is as the line tells it."""
        if not line.then:
            return
        told = self.dispute.desk.next_action(self.dispute.id)
        action, *more = line.then
        found = {told.action.value, told.step, str(told.on)}
        assert {action, *more} <= found, (line.place, told)


def _values(sentence: Sentence) -> Iterator[object]:
    """What a sentence names, and the sentences in it."""
    for value in sentence.values.values():
        if isinstance(value, Sentence):
            yield from _values(value)
        else:
            yield value


def _between(today: date, day: date) -> list[date]:
    """The days after today up to `day`; of very many the first and the last."""
    days = [today + n * DAY for n in range(1, (day - today).days + 1)]
    return days if len(days) <= MOST_DAYS else [*days[: MOST_DAYS // 2], *days[-MOST_DAYS // 2 :]]
