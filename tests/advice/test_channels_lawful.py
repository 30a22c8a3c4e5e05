"""Where a letter counts with the addressee of its step."""

from __future__ import annotations

import pytest
from case_story import nov

from tui.advice.channels import Advised, Around, rank_channels
from tui.advice.lawful import is_sourced, is_state_body
from tui.cases.words import Channel, Problem, Urgency
from tui.playbooks.law import Law
from tui.playbooks.playbook import load_playbook, playbook_ids
from tui.playbooks.steps import Step
from tui.wording.wording import Wording

LAW = dict(Law().fact("ru.59fz.channel").texts)
STEPS = [(book, step.id) for book in playbook_ids() for step in load_playbook(book).steps]


def step_of(book: str, step: str) -> Step:
    return load_playbook(book).step(step)


def rank(step: Step | None, *, formal: bool = True) -> dict[Channel, Advised]:
    around = Around(step=step, login_only=LAW if step and is_state_body(step) else None)
    ranking = rank_channels(Problem.SERVICE, Urgency.NORMAL, formal, None, None, nov(23), around)
    return {one.channel: one for one in ranking}


def said(advised: Advised, language: str = "en") -> list[str]:
    return [Wording(language).say(warning) for warning in advised.warnings]


@pytest.mark.parametrize(
    "where", [("ru-state", "request"), ("ru-housing", "regulator"), ("ru-shop", "regulator")]
)
def test_a_plain_email_to_a_body_of_the_state_counts_nothing(where: tuple[str, str]) -> None:
    step = step_of(*where)
    email = rank(step)[Channel.EMAIL]
    (warning,) = said(email)
    assert step.addressee["en"] in warning
    assert warning.endswith(LAW["en"])
    assert email.score == rank(None)[Channel.EMAIL].score - 45
    assert said(rank(step)[Channel.FORM]) == []
    assert next(iter(rank(step))) is Channel.LETTER


def test_a_warning_speaks_the_language_of_the_reader() -> None:
    step = step_of("ru-state", "request")
    (warning,) = said(rank(step)[Channel.EMAIL], "ru")
    assert step.addressee["ru"] in warning
    assert LAW["ru"] in warning


def test_the_law_of_logins_is_told_of_e_mail_alone() -> None:
    (warning,) = said(rank(step_of("ru-state", "request"))[Channel.PHONE])
    assert LAW["en"] not in warning
    (claim,) = said(rank(step_of("ru-telecom", "claim"))[Channel.CHAT])
    assert LAW["en"] not in claim


@pytest.mark.parametrize(("book", "step_id"), STEPS)
def test_channels_that_a_step_names_are_never_warned_of(book: str, step_id: str) -> None:
    step = step_of(book, step_id)
    ranking = rank(step)
    for channel in Channel:
        counts = channel in step.channels
        warned = bool(ranking[channel].warnings)
        assert warned is (is_sourced(step) and not counts)
    if is_sourced(step):
        assert next(iter(ranking)) in step.channels


def test_a_custom_is_no_law() -> None:
    """A registered letter to a shop counts, even if a chat is more usual."""
    letter = rank(step_of("ru-shop", "request"))[Channel.LETTER]
    assert letter.warnings == ()
    assert letter.score == rank(None)[Channel.LETTER].score - 15


def test_a_public_step_goes_where_everybody_reads() -> None:
    best = list(rank(step_of("general", "review"), formal=False))
    assert set(best[:2]) == {Channel.FORM, Channel.SOCIAL}
