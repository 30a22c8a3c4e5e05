"""A playbook from TOML, with every field checked."""

from __future__ import annotations

import re
from typing import Any

from tui.cases.sentence import say
from tui.cases.words import Channel, Problem, Urgency
from tui.playbooks.steps import START, TRIGGERS, Playbook, Step
from tui.playbooks.tables import Table, load_toml

CERTAINTIES = ("A", "B", "C", "X", "practice")
_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_COUNTRY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_BOOK_FIELDS = frozenset({"id", "title", "about", "countries", "problems", "party", "step"})
_STEP_FIELDS = frozenset(Step.__dataclass_fields__) - {"rule_by_urgency"}


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
    return Playbook(
        id=_id(table, "id"),
        title=table.texts("title"),
        steps=steps,
        about=table.texts("about") if "about" in table.plain else {},
        countries=_countries(table),
        problems=tuple(Problem(name) for name in _some(table, "problems", tuple(Problem))),
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
        if not _COUNTRY.fullmatch(country):
            raise table.wrong("countries", say("“{country}” is no country code", country=country))
    return countries


def _some(table: Table, field: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    return table.names(field, allowed) if field in table.plain else ()


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
        answer_within=_waiting_time(table, "answer_within"),
        channels=tuple(Channel(name) for name in table.names("channels", tuple(Channel))),
        checklist=table.lists("checklist"),
        letter=_id(table, "letter"),
        certainty=table.one_of("certainty", CERTAINTIES),
        rule=_rule(table),
        rule_by_urgency=_by_urgency(table),
        within_by_urgency=_within_by_urgency(table),
        window=table.filled("window") if "window" in plain else "",
        jump=table.flag("jump") if "jump" in plain else False,
        branch=_id(table, "branch") if "branch" in plain else "",
        party=table.one_of("party", tuple(parties)) if "party" in plain else "",
        enclose=table.lists("enclose") if "enclose" in plain else {},
        basis=table.strings("basis") if "basis" in plain else (),
    )


def _rule(table: Table) -> str:
    """The id of the rule that is the clock of a step, instead of a customary time."""
    if not isinstance(table.plain.get("rule", {}), str):
        return ""
    if table.string("answer_within"):
        raise table.wrong("rule", say("stands instead of “answer_within”, which must be empty"))
    return table.string("rule")


def _by_urgency(table: Table) -> dict[Urgency, str]:
    """Clocks by urgency: `rule.critical = "vendors.aws.p1"` and so on, one for each."""
    if isinstance(table.plain.get("rule", ""), str):
        return {}
    if table.string("answer_within"):
        raise table.wrong("rule", say("stands instead of “answer_within”, which must be empty"))
    clocks = table.table("rule")
    clocks.needs(tuple(Urgency))
    clocks.only(frozenset(Urgency))
    return {urgency: clocks.filled(urgency) for urgency in Urgency}


def _within_by_urgency(table: Table) -> dict[Urgency, str]:
    """Customary times that are shorter: `within_by_urgency.critical = "1wd"` and so on."""
    if "within_by_urgency" not in table.plain:
        return {}
    times = table.table("within_by_urgency")
    times.only(frozenset(Urgency))
    return {Urgency(name): str(times.period(name)) for name in times.plain}


def _check_order(steps: tuple[Step, ...], file: str) -> None:
    """Each step leads on from lower ones, so that a ladder can be climbed and has no circle."""
    lower: list[str] = []
    for step in steps:
        table = Table({}, file, "step", step.id)
        if step.id in lower:
            raise table.wrong("id", say("two steps have this id"))
        if (START in step.opens_on) is not (not lower):
            raise table.wrong("opens_on", say("the first step, and no other, opens on “start”"))
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


def _waiting_time(table: Table, field: str) -> str:
    """A period as it is always written, empty where nobody owes an answer."""
    return str(table.period(field)) if table.string(field) else ""
