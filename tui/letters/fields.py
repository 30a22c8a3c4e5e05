"""What templates may name: the facts of a case in the words of the letter's language.

Every field is text, and empty where nothing is known. Any of them may serve as a condition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.cases.case import Case, answer_of
from tui.cases.event import Evidence
from tui.cases.words import Answer, Problem, Urgency
from tui.letters.calls import call_fields
from tui.letters.ground import ground_fields
from tui.letters.matter import Matter
from tui.letters.numbers import names, numbers_in_words, reference_of, unsigned
from tui.letters.people import contact_fields, greeting_fields, power_of_attorney
from tui.letters.plain import first_sentence, names_amount, names_coming_date, one_line
from tui.letters.public import without_personal
from tui.letters.states import state_fields
from tui.letters.story import story_fields
from tui.letters.wishes import as_request

# Nothing here tells who I am. A public letter may name these and no others.
PUBLIC_FIELDS = frozenset(
    {
        "company",
        "public_subject",
        "public_details",
        "public_result",
        "history",
        "today",
        "is_solved",
        "is_partly_solved",
        "is_unsolved",
    }
)
FIELDS = PUBLIC_FIELDS | {
    "subject", "details", "problem_sentence", "amount", "amount_unnamed", "impact",
    "introduction", "salutation", "who", "about",
    "reference", "references", "reference_unnamed",
    "done_already", "is_retold", "first_contact", "broken_date", "broken_dates", "broken_count",
    "gist", "gist_quoted",
    "refused_on", "partly_on", "asked_on", "not_asked", "asked_enclosures",
    "missed_promise", "missed_answer", "nothing_missed",
    "expected_result", "result_sentence", "result_bare", "asked_then", "not_done",
    "needs_answer_date", "needs_reasons", "answer_by", "no_answer_date",
    "enclosures", "own_contacts", "reach", "postal_address", "quote_reference", "signature",
    "on_behalf", "principal_address", "sender_name",
    "law", "law_said", "meter_said", "next_move", "no_next_move",
    "is_new", "is_late", "is_pending", "is_asked", "is_refused", "is_undecided", "is_settled",
    "is_unsettled", "may_claim", "may_withdraw", "about_data",
    "solved_on", "solved_by",
    "call_day", "call_time", "call_agent", "call_reference", "call_promise", "call_agreed",
    "call_untimed", "call_unconfirmed", "no_call_promise", "no_call_reference",
    "reference_unknown", "result_unsaid",
    "filed_on", "filed_number", "filed_unnumbered", "not_filed",
}  # fmt: skip

# The person has said what they want to hear in case of a refusal.
_FALLBACK = re.compile(r"причин|основани|почему|\bесли\b|reason|\bwhy\b|\bif\b", re.IGNORECASE)
_POWER = re.compile(r"доверенност|power of attorney", re.IGNORECASE)
_NUMBERING = re.compile(r"^(?:\d{1,2}[.)]|[-–—•*])\s+")


def facts_of(matter: Matter) -> dict[str, str]:
    """Field -> text, for every one of FIELDS."""
    return {
        **_problem(matter),
        **_gist(matter),
        **_numbers(matter.case),
        **greeting_fields(matter),
        **story_fields(matter),
        **state_fields(matter),
        **call_fields(matter),
        **ground_fields(matter),
        **_result(matter),
        **contact_fields(matter),
        **_public(matter),
        "company": matter.company_name,
        "done_already": matter.case.done_already.strip(),
        **_enclosures(matter),
        "today": matter.day(matter.today),
    }


def _problem(matter: Matter) -> dict[str, str]:
    case, details = matter.case, matter.case.details.strip()
    amount = matter.words.money(case.amount) if case.amount else ""
    told = "\n".join((case.subject, details, case.expected_result))
    named = case.amount is None or names_amount(told, case.amount.value)
    return {
        "subject": one_line(case.subject),
        "details": details,
        "problem_sentence": first_sentence(details) or one_line(case.subject),
        "amount": amount,
        "amount_unnamed": "" if named else amount,
        "impact": _impact(matter),
    }


def _impact(matter: Matter) -> str:
    """What the matter does to the work, as the urgency of the case says; empty for a low one."""
    urgency = matter.case.urgency
    return "" if urgency is Urgency.LOW else matter.phrases.say(f"impact.{urgency}")


def _gist(matter: Matter) -> dict[str, str]:
    """The subject as what follows a colon, or quoted: “In short: a: b” would not read well."""
    subject = one_line(matter.case.subject)
    colon = ":" in subject
    return {
        "gist": "" if colon else subject,
        "gist_quoted": matter.phrases.quote(subject) if colon else "",
    }


def _numbers(case: Case) -> dict[str, str]:
    reference = reference_of(case)
    return {
        "reference": unsigned(reference),
        "references": ", ".join(numbers_in_words(case)),
        "reference_unknown": "" if reference else "yes",
        "reference_unnamed": "" if names(case.subject, reference) else unsigned(reference),
    }


def _result(matter: Matter) -> dict[str, str]:
    """The wish, as a sentence of its own or as a bare thing that needs “My request:”."""
    wish = matter.case.expected_result.strip()
    sentence = as_request(wish, matter.phrases.language)
    dated = names_coming_date(wish, matter.today)
    disputed = wish and matter.case.problem is not Problem.CONSULTATION
    return {
        "expected_result": wish,
        "result_sentence": sentence,
        "result_bare": "" if sentence else wish,
        "result_unsaid": "" if wish else "yes",
        "answer_by": matter.day(matter.answer_by),
        "no_answer_date": "" if matter.answer_by else "yes",
        "needs_answer_date": "" if dated else "yes",
        "needs_reasons": "yes" if disputed and not _FALLBACK.search(wish) else "",
    }


def _public(matter: Matter) -> dict[str, str]:
    texts = {
        "public_subject": one_line(matter.case.subject),
        "public_details": matter.case.details.strip(),
        "public_result": matter.case.expected_result.strip(),
    }
    return {
        name: without_personal(text, matter.case, matter.sender) for name, text in texts.items()
    }


def _enclosures(matter: Matter) -> dict[str, str]:
    """The evidence under its own numbers, then the person's own lines, numbered on.

    Last a copy of the power of attorney, where I write for somebody else and no line names it.
    """
    case = matter.case
    numbered = _numbered(case.evidence)
    own = [_NUMBERING.sub("", line.strip()) for line in _own_lines(case.enclosures)]
    power = power_of_attorney(matter)
    named = " ".join((*own, *(name for _, name in numbered)))
    if power and not _POWER.search(named):
        own.append(power)
    first = max((number for number, _ in numbered), default=0) + 1
    lines = [*numbered, *enumerate(own, first)]
    asked = {e.number for e in _evidence_since_asked(case)}
    return {
        "enclosures": _listed(lines),
        "asked_enclosures": _listed((n, name) for n, name in numbered if n in asked),
    }


def _numbered(evidence: Iterable[Evidence]) -> list[tuple[int, str]]:
    """Each under its own number; one whose number is taken moves on to the next."""
    numbered: list[tuple[int, str]] = []
    for item in sorted(evidence, key=lambda e: e.number):
        last = numbered[-1][0] if numbered else 0
        numbered.append((max(last + 1, item.number), one_line(item.name)))
    return numbered


def _evidence_since_asked(case: Case) -> Iterable[Evidence]:
    """What was added after they last asked for something."""
    asked = [n for n, event in enumerate(case.timeline) if answer_of(event) is Answer.ASKED]
    later = case.timeline[asked[-1] + 1 :] if asked else ()
    return (evidence for event in later for evidence in event.evidence)


def _listed(lines: Iterable[tuple[int, str]]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in lines)


def _own_lines(text: str) -> Iterable[str]:
    """One enclosure each; “1) receipt; 2) photo” on one line are two."""
    lines = re.split(r"\n|;\s*(?=\d{1,2}[.)]\s)", text)
    return (line for line in lines if line.strip())
