"""The words of the trade, as texts of the catalogue."""

from __future__ import annotations

from enum import StrEnum

from tui.cases.gaps import Gap
from tui.cases.links import LinkKind
from tui.cases.words import (
    Answer,
    Channel,
    DeadlineKind,
    DeadlineState,
    EventKind,
    Outcome,
    Owner,
    Part,
    Problem,
    Stage,
    Tone,
    Urgency,
)
from tui.deadlines.rule import StartsOn
from tui.wording.mark import N_

_BY_KIND: dict[type[StrEnum], dict[str, str]] = {
    Stage: {
        "draft": N_("Draft"),
        "waiting": N_("Waiting"),
        "my_move": N_("My move"),
        "escalated": N_("Escalated"),
        "closed": N_("Closed"),
    },
    Channel: {
        "phone": N_("phone"),
        "email": N_("e-mail"),
        "chat": N_("chat"),
        "form": N_("web form"),
        "social": N_("social network"),
        "letter": N_("registered letter"),
        "in_person": N_("in person"),
    },
    Problem: {
        "technical": N_("technical fault"),
        "billing": N_("billing"),
        "refund": N_("refund"),
        "delivery": N_("delivery"),
        "defect": N_("defective goods"),
        "service": N_("poor service"),
        "subscription": N_("subscription"),
        "account": N_("account"),
        "data": N_("personal data"),
        "consultation": N_("consultation"),
        "formal": N_("formal complaint"),
        "other": N_("other"),
    },
    Urgency: {
        "low": N_("low"),
        "normal": N_("normal"),
        "high": N_("high"),
        "critical": N_("critical"),
    },
    Owner: {"theirs": N_("theirs"), "mine": N_("mine")},
    DeadlineKind: {
        "answer": N_("their answer"),
        "promise": N_("their promise"),
        "data": N_("what they asked me for"),
        "contact": N_("agreed next contact"),
        "window": N_("my time to go on"),
        "deed": N_("what they have yet to do"),
    },
    StartsOn: {
        "demand": N_("my demand is made"),
        "complaint": N_("I first complain"),
        "receipt": N_("they receive it"),
        "registration": N_("they enter it in their books"),
        "notice": N_("the notice is given"),
        "reminder": N_("I remind them"),
        "letter": N_("the date of the letter"),
        "filing": N_("I file it"),
        "file_complete": N_("they have the whole file"),
        "service": N_("the complaint is passed on to the firm"),
        "ticket": N_("the ticket is opened"),
        "update": N_("they last reported progress"),
        "delivery": N_("the goods are handed over"),
        "purchase": N_("the purchase"),
        "payment": N_("the payment"),
        "breach": N_("they break what was agreed"),
        "agreement": N_("they agree to it"),
        "due_event": N_("the refund falls due"),
        "knowledge": N_("I learn of it"),
        "event": N_("what I complain about happens"),
        "statement": N_("the first statement with the error is sent"),
        "response": N_("they respond, or should have"),
        "final_response": N_("their final response is sent"),
        "deadlock": N_("they send a deadlock letter, or their time is over without one"),
        "decision": N_("the decision is made"),
    },
    DeadlineState: {"open": N_("running"), "met": N_("met"), "missed": N_("missed")},
    Answer: {
        "solved": N_("solved"),
        "partly": N_("partly solved"),
        "refused": N_("refused"),
        "asked": N_("asked me for something"),
        "promise": N_("gave a date"),
        "receipt": N_("receipt only"),
    },
    Outcome: {
        "upheld": N_("upheld"),
        "partly": N_("partly upheld"),
        "rejected": N_("rejected"),
        "withdrawn": N_("withdrawn"),
        "expired": N_("expired"),
    },
    EventKind: {
        "sent": N_("I wrote"),
        "received": N_("they wrote"),
        "call": N_("I called"),
        "promise": N_("they promised"),
        "delivered": N_("delivered"),
        "undelivered": N_("not delivered"),
        "registered": N_("registered by them"),
        "asked": N_("they asked me"),
        "answered": N_("they answered"),
        "refused": N_("they refused"),
        "extended": N_("they extended the time"),
        "paused": N_("clock paused"),
        "resumed": N_("clock resumed"),
        "evidence": N_("evidence added"),
        "note": N_("note"),
        "escalated": N_("escalated"),
        "closed": N_("closed"),
        "reopened": N_("reopened"),
    },
    LinkKind: {
        "related": N_("belongs together with"),
        "continues": N_("continues"),
        "continued_by": N_("is continued by"),
        "waits_for": N_("waits for"),
        "blocks": N_("holds up"),
    },
    Part: {
        "subject": N_("subject"),
        "greeting": N_("who I am"),
        "problem": N_("problem"),
        "done": N_("so far"),
        "result": N_("result"),
        "enclosures": N_("enclosures"),
        "contacts": N_("contacts"),
    },
    Tone: {"neutral": N_("neutral"), "firm": N_("firm"), "formal": N_("formal")},
    Gap: {
        "subject": N_("a subject"),
        "details": N_("the problem in detail"),
        "expected_result": N_("what I expect"),
        "identifiers": N_("a number they know it by"),
    },
}

# Enums of different kinds share values ("promise", "closed"), so the kind is in the key.
TERMS: dict[tuple[type[StrEnum], str], str] = {
    (kind, value): text for kind, words in _BY_KIND.items() for value, text in words.items()
}
