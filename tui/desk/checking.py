"""What the checks say of the letter of a case, or of a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from tui.advice import lawful
from tui.advice.checks import Context, Finding, check_letter, check_text, context_of
from tui.advice.citations import Norm, Standing, citations_in, known_norms
from tui.advice.patience import chased_too_early
from tui.cases.card import card_of
from tui.cases.case import Case
from tui.cases.sentence import Sentence, say
from tui.cases.words import Channel, Part, Problem, Stage
from tui.deadlines.rule import Fact, Rule
from tui.desk.advising import duplicates, rungs_of
from tui.desk.office import Office
from tui.desk.preferences import profile_of
from tui.playbooks.rung import RungState

if TYPE_CHECKING:
    from tui.letters.letter import Letter
    from tui.playbooks.steps import Step

# A channel without a subject line needs no subject (L05); one where the account or the voice
# says who it is needs no signature (L33) and no contacts (L20); what everybody can read must
# not name a number of mine (L01).
_NO_PLACE_FOR: dict[Channel, frozenset[str]] = {
    Channel.PHONE: frozenset({"L05", "L20", "L33"}),
    Channel.IN_PERSON: frozenset({"L05", "L20", "L33"}),
    Channel.CHAT: frozenset({"L05", "L33"}),
    Channel.SOCIAL: frozenset({"L01", "L05", "L20", "L33"}),
}
_SPEAKS = {"RU": "ru", "GB": "en", "US": "en", "IE": "en", "AU": "en", "NZ": "en"}
_REMINDER = "reminder"
_CHOSEN = "enclosures"
# A question whether it is the same names both the other subject and the number that is shared.
_ONLY_ASKED = frozenset({"subject", "number"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """For what a letter is written: the step, its template, under which key own words are kept;
    `answer_by`, the day by which they would have to answer. Empty where nobody said.
    """

    step: str = ""
    template: str = ""
    key: str = ""
    answer_by: date | None = None


_ANY = Occasion()


def check_composed(
    office: Office,
    case: Case,
    letter: Letter,
    channel: Channel | None = None,
    problem: Problem | None = None,
    *,
    public: bool = False,
    occasion: Occasion = _ANY,
    attached: Sequence[tuple[str, str]] = (),
) -> tuple[Finding, ...]:
    """The findings on a letter of a case, for the channel that it goes by.

    A `public` one, such as a review, must not have what others need: number and contacts.
    `attached`: name and text of the files that go with it, as far as they are text.
    """
    known = context_of(case, profile_of(office, case).name, public=public)
    known = _on_occasion(office, case, letter, occasion, replace(known, channel=channel))
    context = replace(
        known,
        problem=problem or known.problem,
        language=letter.language,
        company_language=_language_of_company(office, case),
        attached=tuple(attached),
        norms=_norms(office, "\n".join(letter.parts.values()), known.today),
    )
    return _fitting(check_letter(letter.parts, context=context), channel)


def check_plain(
    office: Office,
    text: str,
    channel: Channel | None = None,
    problem: Problem | None = None,
    *,
    attached: Sequence[tuple[str, str]] = (),
) -> tuple[Finding, ...]:
    """The findings on a plain text, read as one letter; `attached` as in `check_composed`."""
    today = office.today()
    context = Context(
        problem=problem,
        sender=profile_of(office).name,
        channel=channel,
        today=today,
        attached=tuple(attached),
        norms=_norms(office, text, today),
    )
    return _fitting(check_text(text, context=context), channel)


def _fitting(findings: tuple[Finding, ...], channel: Channel | None) -> tuple[Finding, ...]:
    """Without those that ask for what the channel has no place for."""
    idle = _NO_PLACE_FOR.get(channel, frozenset()) if channel else frozenset()
    return tuple(finding for finding in findings if finding.id not in idle)


def _on_occasion(
    office: Office, case: Case, letter: Letter, occasion: Occasion, context: Context
) -> Context:
    """The context with what follows from the step of the letter and from the day."""
    playbook, today = office.playbook(case), office.today(case)
    place = playbook.place(occasion.step)
    step = playbook.steps[place - 1] if place else None
    counts = step.channels if step and (lawful.is_sourced(step) or step.is_body) else ()
    return replace(
        context,
        today=today,
        answer_by=occasion.answer_by,
        formal=case.formal or place > 1,
        to_state=bool(step and lawful.is_body(step)),
        enclosures=_enclosures(case, letter, occasion),
        duplicates=_duplicates(office, case),
        too_early=chased_too_early(card_of(case), today) if _is_chase(occasion) else None,
        rung=_not_open(office, case, step) if step else None,
        counting=tuple(counts),
        addressee=step.addressee if step else {},
        nameless=bool(step and step.party and not case.company_of(step.party)),
    )


def _is_chase(occasion: Occasion) -> bool:
    return occasion.template == _REMINDER


def _enclosures(case: Case, letter: Letter, occasion: Occasion) -> tuple[tuple[int, str], ...]:
    """What the letter should list. A list that was made from the evidence is right as it is."""
    key = occasion.key or occasion.template
    own = case.letters.get(key, {}).get(_CHOSEN, "") or (not occasion.key and case.enclosures)
    if letter.parts.get(Part.ENCLOSURES) and not own:
        return ()
    return tuple((piece.number, piece.name) for piece in case.evidence)


def _duplicates(office: Office, case: Case) -> tuple[tuple[int, str], ...]:
    """Open cases about the same, while this one has not been sent; no mere guesses."""
    if case.stage is not Stage.DRAFT:
        return ()
    found = duplicates(office, case)
    return tuple((one.id, one.subject) for one in found if not one.why.values.keys() >= _ONLY_ASKED)


def _not_open(office: Office, case: Case, step: Step) -> Sentence | None:
    """Why a step cannot be taken today; None where it can, or was."""
    if step.id in case.taken or step.id == office.step(case):
        return None
    rung = next(rung for rung in rungs_of(office, case) if rung.step.id == step.id)
    if rung.closes and rung.closes < office.today(case):
        return say("This step could be taken until {day}.", day=rung.closes)
    barred = (RungState.EARLY, RungState.AHEAD, RungState.CLOSED)
    return rung.reason if rung.state in barred else None


def _language_of_company(office: Office, case: Case) -> str:
    """The language of its country, where that country has one of those that letters come in."""
    company = office.store.company(case.company)
    country = case.country or (company.country if company else "")
    return _SPEAKS.get(country[:2].upper(), "")


def _norms(office: Office, text: str, today: date | None) -> Mapping[Norm, Standing] | None:
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
