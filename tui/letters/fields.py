"""The facts of a case in the words of the letter, for every field that templates may name."""

from __future__ import annotations

import re

from tui.cases.case import Case
from tui.cases.settled import is_all_back
from tui.cases.words import Problem
from tui.letters.asked import asked_fields
from tui.letters.by_when import by_when, confirm_by
from tui.letters.calls import call_fields
from tui.letters.demand import exchange_fields, wish_of
from tui.letters.enclosing import enclosure_fields
from tui.letters.filling import stopped
from tui.letters.ground import ground_fields
from tui.letters.higher_up import higher_up_fields
from tui.letters.matter import Matter
from tui.letters.numbers import names, numbers_in_words, reference_of, unsigned
from tui.letters.payment import payment_said
from tui.letters.people import contact_fields, greeting_fields
from tui.letters.plain import first_sentence, names_amount, names_coming_date, one_line
from tui.letters.public import without_personal
from tui.letters.refunds import came_back, returned_fields
from tui.letters.states import state_fields
from tui.letters.story import story_fields
from tui.letters.urgent import impact, raise_fields, urgency_fields
from tui.letters.wishes import as_bare, as_request

# Nobody refuses an answer or the repair of a fault: nothing is to be reasoned yet.
_UNDISPUTED = frozenset({Problem.CONSULTATION, Problem.TECHNICAL})
_DELIVERY = "delivery"  # the word of `Known.kind`
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
        **higher_up_fields(matter),
        **state_fields(matter),
        **call_fields(matter),
        **ground_fields(matter),
        **_result(matter),
        **contact_fields(matter),
        **_public(matter),
        "company": matter.company_name,
        "told_to": one_line(matter.case.company),
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
        "payment_said": payment_said(matter),
        **urgency_fields(matter),
        "impact": impact(matter),
        **raise_fields(matter),
    }


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
    wish = _ended(wish_of(matter))
    sentence, back = as_request(wish, matter.phrases.language), came_back(matter)
    bare = as_bare(wish, matter.phrases.language)
    dated = names_coming_date(wish, matter.today)
    all_back = bool(wish) and is_all_back(matter.case)
    disputed = wish and not all_back and matter.case.problem not in _UNDISPUTED
    return {
        "expected_result": "\n".join(filter(None, (wish, back))) if wish else "",
        "asked_for": "\n".join(filter(None, (bare, back))) if wish else "",
        "result_sentence": back if all_back else _joined(sentence, back) if sentence else "",
        "result_bare": "" if sentence or all_back or not wish else _joined(wish, back),
        "result_unsaid": "" if wish else "yes",
        **returned_fields(matter),
        **exchange_fields(matter),
        "answer_by": matter.day(matter.answer_by),
        "by_when": by_when(matter),
        "confirm_by": confirm_by(matter),
        "no_answer_date": "" if matter.answer_by else "yes",
        "needs_answer_date": "" if dated else "yes",
        "is_dated": "yes" if dated else "",
        **_goods(matter),
        "needs_reasons": "yes" if disputed and not _FALLBACK.search(wish) else "",
    }


def _goods(matter: Matter) -> dict[str, str]:
    """Whether the day is known on which the goods came."""
    days = (known.on for known in matter.case.dates if known.kind == _DELIVERY)
    here = any(day <= matter.today for day in days)
    return {"goods_here": "yes" if here else "", "goods_unknown": "" if here else "yes"}


def _joined(*texts: str) -> str:
    return " ".join(filter(None, texts))


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
    wish = "" if is_all_back(matter.case) else _joined(wish, came_back(matter))
    request = as_request(wish, matter.phrases.language)
    said = {"public_request": request, "public_wish": "" if request else wish}
    told["public_result"] = as_bare(told["public_result"], matter.phrases.language)
    return {**told, **said, "public_back": came_back(matter)}
