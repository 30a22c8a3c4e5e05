"""The rules, facts, meters and playbooks there are, to be read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from tui.cases.errors import NotFound
from tui.deadlines.meter import Meter
from tui.deadlines.rule import Fact, Rule
from tui.desk.office import Office
from tui.playbooks.law import RULES
from tui.playbooks.own_files import text_of
from tui.playbooks.playbook import read_file
from tui.playbooks.references import require_references
from tui.playbooks.rule_reading import read_own
from tui.playbooks.steps import Playbook
from tui.playbooks.tables import load_toml

OWN = "own"
# In this order they are listed; what a later version ships comes after, then the person's own.
_ORDER = ("ru", "eu", "uk", "us", "cards", "vendors")
_NEAR = 0.5  # how alike an id must be to be worth naming
_MANY = 5  # near ids that are named


class Group(Struct, frozen=True):
    """The rules of one jurisdiction (the name of its file, or "own"), every version, by id."""

    jurisdiction: str
    rules: tuple[Rule, ...]


class LawBook(Struct, frozen=True):
    """What there is at and below an id, in the order in which it is listed."""

    groups: tuple[Group, ...] = ()
    facts: tuple[Fact, ...] = ()
    playbooks: tuple[Playbook, ...] = ()
    meters: tuple[Meter, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        return tuple(rule for group in self.groups for rule in group.rules)

    @property
    def ids(self) -> tuple[str, ...]:
        """Each id once, in the order in which they are listed."""
        rules, facts = (rule.id for rule in self.rules), (fact.id for fact in self.facts)
        meters, books = (one.id for one in self.meters), (book.id for book in self.playbooks)
        return tuple(dict.fromkeys([*rules, *facts, *meters, *books]))


class Entry(Struct, frozen=True):
    """What one id stands for: a rule (all its versions, oldest first), a fact, a meter, a playbook.

    `basis` are the facts on which the rule or the meter rests.
    """

    id: str
    versions: tuple[Rule, ...] = ()
    fact: Fact | None = None
    playbook: Playbook | None = None
    meter: Meter | None = None
    basis: tuple[Fact, ...] = ()

    def version_on(self, day: date) -> Rule | None:
        """The version of the rule that holds on a day."""
        return next((rule for rule in reversed(self.versions) if rule.held_on(day)), None)


def lawbook(office: Office, prefix: str = "") -> LawBook:
    """All that stands at and below an id such as "ru.zpp"; without one, all there is.

    Raises BadInput while a rule file of the person's is faulty.
    """
    wanted = prefix.strip().lower()
    return LawBook(
        groups=_grouped(rule for rule in office.law.rules() if _below(rule.id, wanted)),
        facts=tuple(fact for fact in office.law.facts() if _below(fact.id, wanted)),
        playbooks=tuple(one for one in office.playbooks.every() if _below(one.id, wanted)),
        meters=tuple(meter for meter in office.law.meters() if _below(meter.id, wanted)),
    )


def entry(office: Office, some_id: str) -> Entry:
    """The rule, fact or playbook of exactly this id.

    Raises NotFound, which names near ids; BadInput while a rule file is faulty.
    """
    wanted, law = some_id.strip().lower(), office.law
    rules, facts = law.rules(), {fact.id: fact for fact in law.facts()}
    meters = {meter.id: meter for meter in law.meters()}
    versions = tuple(rule for rule in rules if rule.id == wanted)
    books = {playbook.id: playbook for playbook in office.playbooks.every()}
    if not versions and not {wanted} & {*facts, *meters, *books}:
        raise _unknown(some_id, {*(rule.id for rule in rules), *facts, *meters, *books})
    meter = meters.get(wanted)
    basis = dict.fromkeys(fact_id for rule in versions for fact_id in rule.basis)
    basis |= dict.fromkeys(meter.basis if meter else ())
    return Entry(
        id=wanted,
        versions=versions,
        fact=facts.get(wanted),
        playbook=books.get(wanted),
        meter=meter,
        basis=tuple(facts[fact_id] for fact_id in basis if fact_id in facts),
    )


def _below(some_id: str, prefix: str) -> bool:
    return not prefix or some_id == prefix or some_id.startswith(f"{prefix.rstrip('.')}.")


def _grouped(rules: Iterable[Rule]) -> tuple[Group, ...]:
    shipped = {file.stem for file in RULES.glob("*.toml")}
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        stem = rule.id.partition(".")[0]
        found.setdefault(stem if stem in shipped else OWN, []).append(rule)
    return tuple(Group(name, tuple(found[name])) for name in sorted(found, key=_place))


def _place(jurisdiction: str) -> tuple[int, str]:
    if jurisdiction in _ORDER:
        return _ORDER.index(jurisdiction), jurisdiction
    return len(_ORDER) + (jurisdiction == OWN), jurisdiction


def _unknown(some_id: str, ids: Iterable[str]) -> NotFound:
    wanted, known = some_id.strip().lower(), sorted(ids)
    begun = [one for one in known if wanted and one.startswith(wanted)]
    near = begun[:_MANY] or get_close_matches(wanted, known, n=_MANY, cutoff=_NEAR)
    if near:
        return NotFound(
            "There is no rule, fact or playbook “{id}”. Near: {near}. For all of them: "
            "upheld rules",
            id=some_id,
            near=tuple(near),
        )
    return NotFound(
        "There is no rule, fact or playbook “{id}”. For all of them: upheld rules", id=some_id
    )


def check(office: Office, file: Path, letters: Collection[str]) -> Playbook | None:
    """The playbook in a file of the person's own; None for a file of rules. Changes nothing.

    Raises BadInput for the first thing that cannot be used, with file, step and field.
    """
    text = text_of(file)
    if "step" not in load_toml(text, file.name):
        read_own(text, file.name)
        return None
    playbook = read_file(file)
    require_references(playbook, office.law, letters)
    return playbook
