"""A playbook: the ladder of steps for a kind of dispute."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from msgspec import Struct, field

from tui.cases.errors import NotFound
from tui.cases.words import Channel, Problem, Urgency

LANGUAGES = ("en", "ru")
COMPANY = "company"
START = "start"  # a case may begin with it
REFUSED, PARTLY, MISSED = "refused", "partly", "missed"
FINAL = "final"  # they said in writing that it is their last word (a deadlock letter)
NEXT_DAY = "1wd"  # who looks after a ticket answers on the next day where nothing says hours
AT_ONCE = "at_once"  # a lower step was taken: one need not wait for what comes of it
TRIGGERS = (START, REFUSED, PARTLY, MISSED, FINAL, AT_ONCE)

_TO_BODIES = frozenset({"higher", "authority", "court"})  # letters
_OPEN_TO_ALL = {Channel.SOCIAL, Channel.FORM}

T = TypeVar("T")


class Longer(Struct, frozen=True):
    """A longer window of a step, where what a line of its checklist says is so.

    `line`: which one, counted from 1; `rule`: the id of the rule of mine that then holds.
    """

    line: int
    rule: str


class Reworded(Struct, frozen=True):
    """What a step is called, and what it takes, in another situation. By language."""

    title: Mapping[str, str]
    checklist: Mapping[str, tuple[str, ...]]


class Step(Struct, frozen=True):
    """One rung: to whom, when it opens, how long they customarily take.

    `opens_on`: what of TRIGGERS opens it; `after`: steps one of which must have been taken;
    `jump`: their last word opens it from any lower step. `rule`: the id of the rule that says
    how long they have, `rule_by_urgency`: where that depends on how urgent the case is;
    `answer_within`: where no rule does, a customary period such as "10wd", empty where nobody
    owes an answer, `within_by_urgency`: where that is shorter for an urgent case; `then_within`:
    the customary period of the answer where the rule is for a first word alone; `window`: the
    id of the rule of mine that says until when the step may be taken; `window_if`: what makes
    that longer. `rule_if_confirmed`, `window_if_confirmed`: rules that ship off, and count once
    the person has confirmed them. `branch`: other steps of the same branch are other ways, not
    higher ones; `besides`: those of them after which this one may still be taken, in turn. `aside`:
    it goes to another department of the company and stands beside the ladder, and the case stays
    where it is.
    `problems`: for which kinds it is, empty for all. `party`: the role of whom it goes to, where
    that is not the company of the case; `against`: the role of whom a letter to a body is about,
    where the dispute has moved on to that one. `at_highest`: what it is where a ticket has the
    highest severity, so that nothing is left to raise. `certainty`: A, B, C or X for a sourced
    rule, "practice" for a customary waiting time; `basis`: the ids of further rules and facts it
    rests on. `letter`: the id of its letter template, `enclose`: what goes with it. Texts are by
    language, "en" and "ru".
    """

    id: str
    title: dict[str, str]
    addressee: dict[str, str]
    opens_on: frozenset[str]
    after: tuple[str, ...]
    answer_within: str
    channels: tuple[Channel, ...]
    checklist: dict[str, tuple[str, ...]]
    letter: str
    certainty: str
    rule: str = ""
    rule_by_urgency: Mapping[Urgency, str] = field(default_factory=dict)
    within_by_urgency: Mapping[Urgency, str] = field(default_factory=dict)
    then_within: str = ""
    rule_if_confirmed: str = ""
    window: str = ""
    window_if_confirmed: str = ""
    window_if: tuple[Longer, ...] = ()
    jump: bool = False
    branch: str = ""
    besides: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    party: str = ""
    aside: bool = False
    against: str = ""
    at_highest: Reworded | None = None
    enclose: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    basis: tuple[str, ...] = ()

    def fits(self, problem: Problem) -> bool:
        """Whether it helps with such a problem."""
        return not self.problems or problem in self.problems

    def clock(self, urgency: Urgency) -> str:
        """The id of the rule that says how long they have; empty where none does."""
        return self.rule_by_urgency.get(urgency, self.rule)

    def customary(self, urgency: Urgency) -> str:
        """The period that is customary where no rule runs; empty where nobody owes an answer."""
        return self.within_by_urgency.get(urgency, self.answer_within)

    @property
    def window_rule(self) -> str:
        """The id of the rule that says until when it may be taken, if it is on."""
        return self.window or self.window_if_confirmed

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The ids of all rules and facts that the step names."""
        longer = (one.rule for one in self.window_if)
        named = (self.rule, *self.rule_by_urgency.values(), self.window, *longer, *self.basis)
        return tuple(dict.fromkeys(filter(None, named)))

    @property
    def is_body(self) -> bool:
        """Whether it goes to a body above the company: a regulator, an ombudsman, a court."""
        return self.letter in _TO_BODIES

    @property
    def is_by_the_hour(self) -> bool:
        """Whether whoever stands there looks after a ticket from day to day: where that is urgent,
        its hours run on."""
        return self.answer_within == NEXT_DAY and not (self.rule or self.is_body or self.party)

    @property
    def asks_final(self) -> bool:
        """Whether it asks for nothing but their last word."""
        return self.letter == "final_response"

    @property
    def whom(self) -> str:
        """Who stands there: the role of a party, the step itself, where it is a body or stands
        beside the ladder, or "company"."""
        return self.party or (self.id if self.is_body or self.aside else COMPANY)

    @property
    def is_public(self) -> bool:
        """Whether everybody can read what is written at this step."""
        return Channel.SOCIAL in self.channels and set(self.channels) <= _OPEN_TO_ALL


class Playbook(Struct, frozen=True):
    """Steps from the lowest to the highest. The first is the one that a case usually starts with.

    `about`: for whom it is, in one sentence. `countries` and `problems`: where and for what
    it fits, empty for all of them; `parties`: whom else a dispute of this kind is with, role
    -> title, such as "bank". Texts are by language.
    """

    id: str
    title: dict[str, str]
    steps: tuple[Step, ...]
    about: Mapping[str, str] = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    parties: Mapping[str, dict[str, str]] = field(default_factory=dict)
    file: str = ""

    def step(self, step_id: str) -> Step:
        """The step of this id. Raises NotFound, which names the steps there are."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise NotFound(
            "The playbook “{playbook}” has no step “{step}”. Its steps: {steps}.",
            playbook=self.id,
            step=step_id,
            steps=tuple(step.id for step in self.steps),
        )

    def passed(self, taken: Iterable[str]) -> frozenset[str]:
        """The steps that were taken, and those that a case left out which began further up."""
        known = frozenset(taken)
        begun = (s for s in self.steps if s.id in known and START in s.opens_on)
        return known.union(*(s.after for s in begun if known.isdisjoint(s.after)))

    def place(self, step_id: str) -> int:
        """Where the step stands, counted from 1; 0 if it is not in this playbook."""
        places = (n for n, step in enumerate(self.steps, 1) if step.id == step_id)
        return next(places, 0)


def in_language(texts: Mapping[str, T], language: str) -> T:
    """The text in `language`, in English where there is none."""
    return texts.get(language, texts["en"])
