"""The law that a letter cites, as it is known here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from tui.advice.checks.citations import Norm, Standing, citations_in, known_norms
from tui.deadlines.rule import Fact, Rule
from tui.desk.office import Office


def norms_in(office: Office, text: str, today: date | None) -> Mapping[Norm, Standing] | None:
    """The law as it is known here; it is looked through only where a letter cites any."""
    if not any(True for _ in citations_in(text)):
        return None
    return known_norms(_law_in_words(office, today or office.today()))


def _law_in_words(office: Office, today: date) -> Iterator[tuple[str, Standing]]:
    """Where each rule and fact stands, and whether it can be relied on today."""
    for rule in office.law.rules():
        standing = _standing(rule, today) if rule.is_on else Standing.UNSURE
        places = (*rule.cites.values(), *(source.where for source in rule.sources))
        yield from ((text, standing) for text in places)
    for fact in office.law.facts():
        standing = _standing(fact, today) if fact.certainty in "AB" else Standing.UNSURE
        places = (*fact.titles.values(), *(source.where for source in fact.sources))
        yield from ((text, standing) for text in places)


def _standing(told: Rule | Fact, today: date) -> Standing:
    if told.effective_from and told.effective_from > today:
        return Standing.AHEAD
    return Standing.OVER if told.effective_to and told.effective_to < today else Standing.GOOD
