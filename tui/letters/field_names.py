"""What templates may name: every field is text, and empty where nothing is known."""

from __future__ import annotations

# Nothing here tells who I am. A public letter may name these and no others.
PUBLIC_FIELDS = frozenset(
    {
        "company",
        "public_subject",
        "public_details",
        "public_result",
        "public_request",
        "public_wish",
        "public_back",
        "not_all_back",
        "history",
        "today",
        "is_solved",
        "is_partly_solved",
        "is_unsolved",
    }
)
FIELDS = PUBLIC_FIELDS | {
    "subject", "details", "problem_sentence", "amount", "amount_unnamed", "payment_said", "impact",
    "introduction", "salutation", "who", "about",
    "reference", "references", "reference_unnamed",
    "done_already", "is_retold", "told_to", "first_contact",
    "broken_date", "broken_dates", "broken_count",
    "broken_all", "missed_all", "manager_on", "manager_name", "manager_unnamed",
    "gist", "gist_quoted",
    "refused_on", "partly_on", "final_on", "asked_on", "not_asked", "asked_enclosures",
    "asked_text", "asked_untold", "asked_answers", "asked_unanswered",
    "severity_said", "urgent_subject", "is_urgent_fault",
    "severity_from", "severity_to", "is_top_severity", "not_top_severity",
    "missed_promise", "missed_answer", "missed_word", "nothing_missed",
    "fulfil", "repay", "regain", "back_close", "back_noted",
    "none_back", "part_back", "is_all_back",
    "expected_result", "asked_for", "result_sentence", "result_bare", "asked_then", "not_done",
    "asked_them", "my_matter", "exchange_alone",
    "needs_answer_date", "is_dated", "needs_reasons", "goods_here", "goods_unknown",
    "answer_by", "by_when", "confirm_by", "no_answer_date",
    "enclosures", "own_contacts", "reach", "postal_address", "quote_reference", "signature",
    "on_behalf", "principal_address", "sender_name",
    "law", "law_said", "law_answer", "law_confirm", "meter_said", "next_move", "no_next_move",
    "is_new", "is_late", "is_pending", "is_asked", "is_refused", "is_undecided", "is_settled",
    "is_unsettled", "may_claim", "may_withdraw", "about_data",
    "solved_on", "solved_by",
    "call_day", "call_time", "call_agent", "call_reference", "call_promise", "call_agreed",
    "call_untimed", "call_unconfirmed", "no_call_promise", "no_call_reference",
    "reference_unknown", "result_unsaid",
    "filed_on", "filed_number", "filed_unnumbered", "not_filed",
}  # fmt: skip
