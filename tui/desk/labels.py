"""What the facts of a case and of an event are called, for sentences about them."""

from __future__ import annotations

from tui.cases.sentence import Sentence, say

_LABELS: dict[str, Sentence] = {
    "company": say("company"),
    "subject": say("subject"),
    "problem": say("kind of problem"),
    "urgency": say("urgency"),
    "formal": say("formal complaint"),
    "language": say("letter language"),
    "country": say("country"),
    "timezone": say("time zone"),
    "playbook": say("ladder"),
    "profile": say("profile"),
    "introduction": say("greeting and who I am"),
    "details": say("the problem in detail"),
    "done_already": say("what I have done"),
    "expected_result": say("what I expect"),
    "enclosures": say("enclosures"),
    "contacts": say("contacts"),
    "tags": say("tags"),
    "dates": say("days that count"),
    "parties": say("other companies in the dispute"),
    "party": say("with whom"),
    "final": say("their last word"),
    "identifiers": say("numbers they know it by"),
    "amount": say("amount"),
    "contact_points": say("contact points"),
    "hours": say("hours"),
    "website": say("website"),
    "note": say("note"),
    "channel": say("channel"),
    "answer": say("their answer"),
    "outcome": say("outcome"),
    "refund": say("money back"),
    "satisfaction": say("how content you are"),
    "automatic": say("automatic reply"),
    "reference_refused": say("refused to give a number"),
    "promise": say("promised date"),
    "due": say("date asked for"),
    "next_contact": say("agreed next contact"),
}


def label(field: str) -> Sentence | str:
    """A field in words; one without words of its own as it is written."""
    return _LABELS.get(field, field)
