"""A playbook: the ladder of steps for a kind of dispute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from tui.cases.errors import NotFound
from tui.cases.words import Channel

LANGUAGES = ("en", "ru")
START, REFUSED, PARTLY, MISSED = "start", "refused", "partly", "missed"
TRIGGERS = (START, REFUSED, PARTLY, MISSED)

_OPEN_TO_ALL = {Channel.SOCIAL, Channel.FORM}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step:
    """One rung: to whom, when it opens, how long they customarily take.

    `opens_on`: what of TRIGGERS opens it; `after`: steps one of which must have been taken;
    `rule`: the id of the rule that says how long they have; `answer_within`: where no rule
    does, a customary period such as "10wd", empty where nobody owes an answer;
    `certainty`: A, B, C or X for a sourced rule, "practice" for a customary waiting time;
    `letter`: the id of its letter template. Texts are by language, "en" and "ru".
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

    @property
    def is_public(self) -> bool:
        """Whether everybody can read what is written at this step."""
        return Channel.SOCIAL in self.channels and set(self.channels) <= _OPEN_TO_ALL


@dataclass(frozen=True, slots=True)
class Playbook:
    """Steps from the lowest to the highest. The first is the one that a case starts with."""

    id: str
    title: dict[str, str]
    steps: tuple[Step, ...]

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
