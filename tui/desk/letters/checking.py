"""What the checks say of the letter of a case, or of a text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.advice import lawful
from tui.advice.checks.checks import Context, Finding, check_letter, check_text, context_of
from tui.advice.duplicates import similar_open
from tui.cases.case import Case
from tui.cases.sentence import Sentence, say
from tui.cases.words import Channel, Part, Problem, Stage
from tui.desk.keeping.preferences import profile_of
from tui.desk.ladder.advising import rungs_of
from tui.desk.letters.cited import norms_in
from tui.desk.letters.letter_patience import chased_too_early
from tui.desk.mail.beside_case import unread_of
from tui.desk.office import Office
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
_CREDIT_CARD = "section75"  # a kind of letter
_CHOSEN = "enclosures"
# A question whether it is the same names both the other subject and the number that is shared.
_ONLY_ASKED = frozenset({"subject", "number"})


class Occasion(Struct, frozen=True):
    """For what a letter is written: the step, where it goes to whoever that goes to; its template,
    under which key own words are kept; `answer_by`, the day by which they would have to answer.
    Empty where nobody said.
    `of_payment`: it tells a bank of a payment.
    """

    step: str = ""
    template: str = ""
    key: str = ""
    answer_by: date | None = None
    of_payment: bool = False


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
        norms=norms_in(office, "\n".join(letter.parts.values()), known.today),
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
        norms=norms_in(office, text, today),
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
    from tui.letters.payment import lacking

    playbook, today = office.playbook(case), office.today(case)
    place = playbook.place(occasion.step)
    step = playbook.steps[place - 1] if place else None
    counts = step.channels if step and (lawful.is_sourced(step) or step.is_body) else ()
    return replace(
        context,
        today=today,
        answer_by=occasion.answer_by,
        formal=case.formal or place > 1,
        to_state=bool(step and lawful.is_state_body(step)),
        enclosures=_enclosures(case, letter, occasion),
        duplicates=_duplicates(office, case),
        unread=tuple(unread_of(office, case)),
        too_early=chased_too_early(office, case, occasion.step, occasion.template),
        rung=_not_open(office, case, step) if step else None,
        counting=tuple(counts),
        addressee=step.addressee if step else {},
        nameless=bool(step and step.party and not case.company_of(step.party)),
        payment_lacks=lacking(case) if occasion.of_payment else (),
        by_credit_card=occasion.template == _CREDIT_CARD,
    )


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
    found = similar_open(case, office.store.cards.values())
    return tuple((one.id, one.subject) for one in found if not one.why.values.keys() >= _ONLY_ASKED)


def _not_open(office: Office, case: Case, step: Step) -> Sentence | None:
    """Why a step cannot be taken today; None where it can, or was."""
    is_draft = case.stage is Stage.DRAFT  # the first step, too, may be too late
    if step.id in case.taken or (step.id == office.step(case) and not is_draft):
        return None
    rung = next(rung for rung in rungs_of(office, case) if rung.step.id == step.id)
    if rung.only_late and rung.despite:
        return None  # taken knowingly
    if rung.closes and rung.closes < office.today(case):
        return say("This step could be taken until {day}.", day=rung.closes)
    barred = (RungState.EARLY, RungState.AHEAD, RungState.CLOSED)
    return rung.reason if rung.state in barred else None


def _language_of_company(office: Office, case: Case) -> str:
    """The language of its country, where that country has one of those that letters come in."""
    company = office.store.company(case.company)
    country = case.country or (company.country if company else "")
    return _SPEAKS.get(country[:2].upper(), "")
