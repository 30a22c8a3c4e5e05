"""What is said of a rule that is not there, not in force, or off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tui.cases.errors import BadInput, NotFound, NotInForce
from tui.cases.sentence import Sentence, say
from tui.deadlines.rule import Rule

_ALIKE = 0.5  # how much an id must be to be worth naming


def no_rule(rule_id: str, ids: Sequence[str]) -> NotFound:
    """That there is none of that id, and which of `ids` are near."""
    found = _near(rule_id, ids)
    if found:
        return NotFound(
            "There is no rule “{rule}”. Near: {near}. For all of them: upheld rules",
            rule=rule_id,
            near=found,
        )
    return NotFound("There is no rule “{rule}”. For all of them: upheld rules", rule=rule_id)


def no_fact(fact_id: str, ids: Sequence[str]) -> NotFound:
    """The same of a fact."""
    found = _near(fact_id, ids)
    if found:
        return NotFound("There is no fact “{fact}”. Near: {near}.", fact=fact_id, near=found)
    return NotFound("There is no fact “{fact}”.", fact=fact_id)


def is_off(rule: Rule, folder: Path | None) -> BadInput:
    """That a rule does not count until the person has switched it on, and how. `folder`: theirs."""
    return BadInput(
        "“{rule}” is unverified and off. If you have checked it, switch it on: write "
        '[rule."{rule}"] and below it confirmed = true in a file of the rules folder, {file}.',
        rule=rule.id,
        file=str((folder or Path("rules")) / "my.toml"),
    )


def _near(some_id: str, ids: Sequence[str]) -> tuple[str, ...]:
    from difflib import get_close_matches  # slow to load

    return tuple(get_close_matches(some_id.lower(), ids, n=5, cutoff=_ALIKE))


def not_in_force(versions: Sequence[Rule], day: date) -> NotInForce:
    """That none of the versions held on a day, and when they do."""
    spans = tuple(_span(rule) for rule in versions)
    return NotInForce(
        "{rule} holds {spans}; on {day} it did not.", rule=versions[0].id, spans=spans, day=day
    )


def _span(rule: Rule) -> Sentence:
    first, last = rule.effective_from, rule.effective_to
    if first and last:
        return say("from {first} until {last}", first=first, last=last)
    if first:
        return say("from {first}", first=first)
    return say("until {last}", last=last) if last else say("always")
