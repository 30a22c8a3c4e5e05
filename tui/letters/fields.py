"""What templates may name: the facts of a case in the words of the letter's language.

Every field is text, and empty where nothing is known. Any of them may serve as a condition.
"""

from __future__ import annotations

import re

from tui.cases.case import Case
from tui.cases.words import Problem, Urgency
from tui.letters.asked import asked_fields
from tui.letters.by_when import by_when
from tui.letters.calls import call_fields
from tui.letters.enclosing import enclosure_fields
from tui.letters.filling import stopped
from tui.letters.ground import ground_fields
from tui.letters.matter import Matter
from tui.letters.numbers import names, numbers_in_words, reference_of, unsigned
from tui.letters.people import contact_fields, greeting_fields
from tui.letters.plain import first_sentence, names_amount, names_coming_date, one_line
from tui.letters.public import without_personal
from tui.letters.returned import came_back, is_all_back
from tui.letters.states import state_fields
from tui.letters.story import story_fields
from tui.letters.urgent import urgency_fields
from tui.letters.wishes import as_request

# Nothing here tells who I am. A public letter may name these and no others.
PUBLIC_FIELDS = frozenset(
    {
        "company",
        "public_subject",
        "public_details",
        "public_result",
        "public_request",
        "public_wish",
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
    "asked_text", "asked_untold", "asked_answers", "asked_unanswered",
    "severity_said", "urgent_subject", "is_urgent_fault",
    "missed_promise", "missed_answer", "nothing_missed",
    "expected_result", "result_sentence", "result_bare", "asked_then", "not_done",
    "needs_answer_date", "is_dated", "needs_reasons",
    "answer_by", "by_when", "no_answer_date",
    "enclosures", "own_contacts", "reach", "postal_address", "quote_reference", "signature",
    "on_behalf", "principal_address", "sender_name",
    "law", "law_said", "law_answer", "meter_said", "next_move", "no_next_move",
    "is_new", "is_late", "is_pending", "is_asked", "is_refused", "is_undecided", "is_settled",
    "is_unsettled", "may_claim", "may_withdraw", "about_data",
    "solved_on", "solved_by",
    "call_day", "call_time", "call_agent", "call_reference", "call_promise", "call_agreed",
    "call_untimed", "call_unconfirmed", "no_call_promise", "no_call_reference",
    "reference_unknown", "result_unsaid",
    "filed_on", "filed_number", "filed_unnumbered", "not_filed",
}  # fmt: skip

# Nobody refuses an answer or the repair of a fault: nothing is to be reasoned yet.
_UNDISPUTED = frozenset({Problem.CONSULTATION, Problem.TECHNICAL})
# The person has said what they want to hear in case of a refusal.
_FALLBACK = re.compile(r"причин|основани|почему|\bесли\b|reason|\bwhy\b|\bif\b", re.IGNORECASE)


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
        **enclosure_fields(matter),
        **asked_fields(matter),
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
        **urgency_fields(matter),
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
    wish = _ended(matter.case.expected_result.strip())
    sentence, back = as_request(wish, matter.phrases.language), came_back(matter)
    dated = names_coming_date(wish, matter.today)
    disputed = wish and matter.case.problem not in _UNDISPUTED
    return {
        "expected_result": "\n".join(filter(None, (wish, back))) if wish else "",
        "result_sentence": " ".join(filter(None, (sentence, back))) if sentence else "",
        "result_bare": "" if sentence else " ".join(filter(None, (wish, back))) if wish else "",
        "result_unsaid": "" if wish else "yes",
        "answer_by": matter.day(matter.answer_by),
        "by_when": by_when(matter),
        "no_answer_date": "" if matter.answer_by else "yes",
        "needs_answer_date": "" if dated else "yes",
        "is_dated": "yes" if dated else "",
        "needs_reasons": "yes" if disputed and not _FALLBACK.search(wish) else "",
    }


def _ended(wish: str) -> str:
    """A wish ends like a sentence; what leads on to something stays as it is."""
    return wish if not wish or wish.endswith((":", ";", ",")) else stopped(wish)


def _public(matter: Matter) -> dict[str, str]:
    texts = {
        "public_subject": one_line(matter.case.subject),
        "public_details": matter.case.details.strip(),
        "public_result": matter.case.expected_result.strip(),
    }
    told = {
        name: without_personal(text, matter.case, matter.sender) for name, text in texts.items()
    }
    wish = _ended(told["public_result"])
    wish = "" if is_all_back(matter) else " ".join(filter(None, (wish, came_back(matter))))
    request = as_request(wish, matter.phrases.language)
    return {**told, "public_request": request, "public_wish": "" if request else wish}
