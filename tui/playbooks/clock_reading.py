"""How long they have at a step and until when it may be taken, from its table in TOML."""

from __future__ import annotations

from typing import Any

from tui.cases.sentence import say
from tui.cases.words import Urgency
from tui.playbooks.steps import Longer
from tui.playbooks.tables import Table


def read_clocks(table: Table) -> dict[str, Any]:
    """The fields of `Step` that say so. Raises BadInput, which names the one that is wrong."""
    named = ("window", "window_if_confirmed", "rule_if_confirmed")
    return {
        "answer_within": _waiting_time(table, "answer_within"),
        "rule": _rule(table),
        "rule_by_urgency": _by_urgency(table),
        "within_by_urgency": _within_by_urgency(table),
        "then_within": _then_within(table),
        "window_if": _window_if(table),
        **{name: table.filled(name) for name in named if name in table.plain},
    }


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


def _then_within(table: Table) -> str:
    """How long the answer customarily takes after a first word, for which alone the rule is."""
    if "then_within" not in table.plain:
        return ""
    if not _rule(table):
        raise table.wrong("then_within", say("needs a “rule” for their first word"))
    return str(table.period("then_within"))


def _window_if(table: Table) -> tuple[Longer, ...]:
    """What makes a window longer: `window_if = [{ line = 3, window = "ru.zpp.…" }]`."""
    if "window_if" not in table.plain:
        return ()
    if "window" not in table.plain:
        raise table.wrong("window_if", say("needs a “window” that it makes longer"))
    lines = len(table.lists("checklist")["en"])
    found = []
    for one in table.parts("window_if"):
        one.only(frozenset({"line", "window"}))
        found.append(Longer(one.number("line", 1, lines), one.filled("window")))
    return tuple(found)


def _waiting_time(table: Table, field: str) -> str:
    """A period as it is always written, empty where nobody owes an answer."""
    return str(table.period(field)) if table.string(field) else ""
