"""A playbook from TOML, with every field checked."""

from __future__ import annotations

import re
from typing import Any

from tui.cases.sentence import say
from tui.cases.words import Channel, Problem
from tui.deadlines.countries import COUNTRIES
from tui.playbooks.clock_reading import read_clocks
from tui.playbooks.severity import read_at_highest
from tui.playbooks.steps import START, TRIGGERS, Playbook, Step
from tui.playbooks.tables import Table, load_toml

CERTAINTIES = ("A", "B", "C", "X", "practice")
_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_COUNTRY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_BOOK_FIELDS = frozenset({"id", "title", "about", "countries", "problems", "party", "step"})
_STEP_FIELDS = frozenset(Step.__struct_fields__) - {"rule_by_urgency"}


def read_playbook(text: str, file: str) -> Playbook:
    """The playbook of a TOML text.

    Raises BadInput, which names `file`, the step and the field that is wrong.
    """
    table = Table(load_toml(text, file), file)
    table.only(_BOOK_FIELDS)
    parties = _parties(table)
    steps = tuple(
        _step(entry, file, place, frozenset(parties))
        for place, entry in enumerate(table.tables("step"), 1)
    )
    _check_order(steps, file)
    _check_ways(steps, file)
    return Playbook(
        id=_id(table, "id"),
        title=table.texts("title"),
        steps=steps,
        about=table.texts("about") if "about" in table.plain else {},
        countries=_countries(table),
        problems=_problems(table),
        parties=parties,
        file=file,
    )


def _parties(table: Table) -> dict[str, dict[str, str]]:
    """Whom else such a dispute is with: role -> title."""
    if "party" not in table.plain:
        return {}
    roles = table.table("party")
    return {_role(roles, role): roles.table(role).texts("title") for role in roles.plain}


def _role(roles: Table, role: str) -> str:
    if not _ID.fullmatch(role):
        raise roles.wrong(role, say("must be small Latin letters, digits, - and _"))
    return role


def _countries(table: Table) -> tuple[str, ...]:
    countries = table.strings("countries") if "countries" in table.plain else ()
    for country in countries:
        if country == "UK":
            raise table.wrong("countries", say("“UK” is no country code: write GB"))
        if not _COUNTRY.fullmatch(country) or country[:2] not in COUNTRIES:
            problem = say(
                "“{country}” is no country code: write two capital letters such as GB, or a "
                "part such as GB-SCT",
                country=country,
            )
            raise table.wrong("countries", problem)
    return countries


def _problems(table: Table) -> tuple[Problem, ...]:
    names = table.names("problems", tuple(Problem)) if "problems" in table.plain else ()
    return tuple(map(Problem, names))


def _step(plain: dict[str, Any], file: str, place: int, parties: frozenset[str]) -> Step:
    name = plain.get("id")
    table = Table(plain, file, "step", name if isinstance(name, str) else str(place))
    table.only(_STEP_FIELDS)
    return Step(
        id=_id(table, "id"),
        title=table.texts("title"),
        addressee=table.texts("addressee"),
        opens_on=frozenset(table.names("opens_on", TRIGGERS)),
        after=table.strings("after"),
        channels=tuple(Channel(name) for name in table.names("channels", tuple(Channel))),
        checklist=table.lists("checklist"),
        letter=_id(table, "letter"),
        certainty=table.one_of("certainty", CERTAINTIES),
        **read_clocks(table),
        jump=table.flag("jump") if "jump" in plain else False,
        branch=_id(table, "branch") if "branch" in plain else "",
        problems=_problems(table),
        aside=table.flag("aside") if "aside" in plain else False,
        besides=table.strings("besides") if "besides" in plain else (),
        party=table.one_of("party", tuple(parties)) if "party" in plain else "",
        against=table.one_of("against", tuple(parties)) if "against" in plain else "",
        at_highest=read_at_highest(table),
        enclose=table.lists("enclose") if "enclose" in plain else {},
        basis=table.strings("basis") if "basis" in plain else (),
    )


def _check_ways(steps: tuple[Step, ...], file: str) -> None:
    """Only another way of the same branch can stand beside a step."""
    for step in steps:
        ways = {s.id for s in steps if s.branch and s.branch == step.branch} - {step.id}
        if strange := next((name for name in step.besides if name not in ways), ""):
            problem = say("“{name}” is no other way of its branch", name=strange)
            raise Table({}, file, "step", step.id).wrong("besides", problem)


def _check_order(steps: tuple[Step, ...], file: str) -> None:
    """Each step leads on from lower ones, so that a ladder can be climbed and has no circle."""
    lower: list[str] = []
    for step in steps:
        table = Table({}, file, "step", step.id)
        if step.id in lower:
            raise table.wrong("id", say("two steps have this id"))
        if not lower and START not in step.opens_on:
            raise table.wrong("opens_on", say("the first step opens on “start”"))
        if lower and START in step.opens_on and (step.party or step.is_body):
            raise table.wrong("opens_on", say("a case starts with the company of the case"))
        if bool(step.after) is not bool(lower):
            raise table.wrong("after", say("every step but the first comes after a lower one"))
        for name in step.after:
            if name not in lower:
                raise table.wrong("after", say("“{name}” is not a lower step", name=name))
        lower.append(step.id)


def _id(table: Table, field: str) -> str:
    value = table.string(field)
    if not _ID.fullmatch(value):
        raise table.wrong(field, say("must be small Latin letters, digits, - and _"))
    return value
