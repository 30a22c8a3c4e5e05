"""A playbook from TOML, with every field checked."""

from __future__ import annotations

import re
from typing import Any

from tui.cases.sentence import say
from tui.cases.words import Channel
from tui.playbooks.steps import START, TRIGGERS, Playbook, Step
from tui.playbooks.tables import Table, load_toml

CERTAINTIES = ("A", "B", "C", "X", "practice")
_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_BOOK_FIELDS = frozenset({"id", "title", "step"})
_STEP_FIELDS = frozenset(Step.__dataclass_fields__)


def read_playbook(text: str, file: str) -> Playbook:
    """The playbook of a TOML text.

    Raises BadInput, which names `file`, the step and the field that is wrong.
    """
    table = Table(load_toml(text, file), file)
    table.only(_BOOK_FIELDS)
    steps = tuple(_step(entry, file, place) for place, entry in enumerate(table.tables("step"), 1))
    _check_order(steps, file)
    return Playbook(id=_id(table, "id"), title=table.texts("title"), steps=steps)


def _step(plain: dict[str, Any], file: str, place: int) -> Step:
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
    )


def _rule(table: Table) -> str:
    """The id of the rule that is the clock of a step, instead of a customary time."""
    if "rule" not in table.plain:
        return ""
    if table.string("answer_within"):
        raise table.wrong("rule", say("stands instead of “answer_within”, which must be empty"))
    return table.string("rule")


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
