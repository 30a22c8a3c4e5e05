"""A playbook: the ladder of steps for a kind of dispute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from tui.cases.errors import NotFound
from tui.cases.words import Channel, Problem, Urgency

LANGUAGES = ("en", "ru")
START, REFUSED, PARTLY, MISSED = "start", "refused", "partly", "missed"
FINAL = "final"  # they said in writing that it is their last word (a deadlock letter)
AT_ONCE = "at_once"  # a lower step was taken: one need not wait for what comes of it
TRIGGERS = (START, REFUSED, PARTLY, MISSED, FINAL, AT_ONCE)

_TO_BODIES = frozenset({"higher", "authority", "court"})  # letters
_OPEN_TO_ALL = {Channel.SOCIAL, Channel.FORM}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """One rung: to whom, when it opens, how long they customarily take.

    `opens_on`: what of TRIGGERS opens it; `after`: steps one of which must have been taken;
    `jump`: their last word opens it from any lower step. `rule`: the id of the rule that says
    how long they have, `rule_by_urgency`: where that depends on how urgent the case is;
    `answer_within`: where no rule does, a customary period such as "10wd", empty where nobody
    owes an answer, `within_by_urgency`: where that is shorter for an urgent case; `window`: the
    id of the rule of mine that says until when the step may be taken. `branch`: other steps of
    the same branch are other ways, not higher ones. `party`: the role of whom it goes to, where
    that is not the company of the case. `certainty`: A, B,
    C or X for a sourced rule, "practice" for a customary waiting time; `basis`: the ids of
    further rules and facts it rests on. `letter`: the id of its letter template, `enclose`:
    what goes with it. Texts are by language, "en" and "ru".
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
    window: str = ""
    jump: bool = False
    branch: str = ""
    party: str = ""
    enclose: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    basis: tuple[str, ...] = ()

    def clock(self, urgency: Urgency) -> str:
        """The id of the rule that says how long they have; empty where none does."""
        return self.rule_by_urgency.get(urgency, self.rule)

    def customary(self, urgency: Urgency) -> str:
        """The period that is customary where no rule runs; empty where nobody owes an answer."""
        return self.within_by_urgency.get(urgency, self.answer_within)

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The ids of all rules and facts that the step names."""
        named = (self.rule, *self.rule_by_urgency.values(), self.window, *self.basis)
        return tuple(dict.fromkeys(filter(None, named)))

    @property
    def is_body(self) -> bool:
        """Whether it goes to a body above the company: a regulator, an ombudsman, a court."""
        return self.letter in _TO_BODIES

    @property
    def is_public(self) -> bool:
        """Whether everybody can read what is written at this step."""
        return Channel.SOCIAL in self.channels and set(self.channels) <= _OPEN_TO_ALL


@dataclass(frozen=True, slots=True)
class Playbook:
    """Steps from the lowest to the highest. The first is the one that a case starts with.

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

    def place(self, step_id: str) -> int:
        """Where the step stands, counted from 1; 0 if it is not in this playbook."""
        places = (n for n, step in enumerate(self.steps, 1) if step.id == step_id)
        return next(places, 0)


def in_language(texts: Mapping[str, T], language: str) -> T:
    """The text in `language`, in English where there is none."""
    return texts.get(language, texts["en"])
