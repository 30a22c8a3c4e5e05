"""Everything that can happen goes through `record`, with all that its form and command offer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from desk_story import NOW, Place, happens, opened

from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.cases.money import Money
from tui.cases.words import Answer, Channel, EventKind, Outcome
from tui.cli.record import record as record_command
from tui.desk.desk import Desk
from tui.screens.case.event_fields import FIELDS
from tui.wording.wording import Wording

# What a person types into a field, and what the event then holds.
TYPED: dict[str, tuple[str, Any]] = {
    "channel": ("email", Channel.EMAIL),
    "to": (" help@meteor.example ", "help@meteor.example"),
    "text": ("They said: “soon”.\nTwice.", "They said: “soon”.\nTwice."),
    "reference": ("55-10", "55-10"),
    "reference_refused": ("no", False),
    "final": ("yes", True),
    "url": ("https://meteor.example/55-10", "https://meteor.example/55-10"),
    "agent": ("Olga", "Olga"),
    "promise": ("2026-12-01", date(2026, 12, 1)),
    "due": ("2026-12-04", date(2026, 12, 4)),
    "next_contact": ("2026-11-30", date(2026, 11, 30)),
    "outcome": ("upheld", Outcome.UPHELD),
    "refund": ("5 000,50", Money(value=Decimal("5000.50"), currency="EUR")),
    "satisfaction": ("4", 4),
    "at": ("2026-11-22 10:05", NOW.replace(minute=5)),
}
# What fits only some kinds.
FITS = {
    "refund": {EventKind.RECEIVED, EventKind.ANSWERED, EventKind.CLOSED, EventKind.NOTE},
    "satisfaction": {EventKind.CLOSED},
}
# Under a rule of theirs they answer what I do; one of mine starts with what they do, or a note.
THEIRS, MINE = "ru.zpp.22", "ru.zpp.26.1.refuse"
STARTS_THEIRS = {
    EventKind.SENT,
    EventKind.CALL,
    EventKind.ESCALATED,
    EventKind.DELIVERED,
    EventKind.REGISTERED,
}
STARTS_NONE = {EventKind.EXTENDED, EventKind.CLOSED}
NEEDED = {EventKind.ANSWERED: {"answer": "partly"}}
# A book in which the kind may happen: what happened before.
BEFORE: dict[EventKind, tuple[EventKind, ...]] = {
    EventKind.SENT: (),
    EventKind.CALL: (),
    EventKind.REOPENED: (EventKind.SENT, EventKind.CLOSED),
}
DEFAULT = (EventKind.SENT,)


def _typed(kind: EventKind) -> dict[str, tuple[str, Any]]:
    if kind in STARTS_NONE:
        return TYPED
    rule = THEIRS if kind in STARTS_THEIRS else MINE
    return {**TYPED, "rule": (rule, rule)}


def _ready(desk: Desk, kind: EventKind) -> Case:
    case = opened(desk)
    for before in BEFORE.get(kind, DEFAULT):
        texts = {"outcome": "rejected"} if before is EventKind.CLOSED else {}
        case = happens(desk, case.id, before, at="2026-11-20", **texts)
    if kind is EventKind.ESCALATED:
        case = happens(desk, case.id, "refused", at="2026-11-20")
    return case


@pytest.mark.parametrize("kind", EventKind)
def test_every_field_of_the_form_is_kept(kind: EventKind, place: Place, tmp_path: Path) -> None:
    desk = place.desk()
    case = _ready(desk, kind)
    proof = tmp_path / "proof.txt"
    proof.write_text("seen")
    names = [name for name in FIELDS[kind] if name != "file"]
    typed = _typed(kind)
    texts = {name: typed[name][0] for name in names} | NEEDED.get(kind, {})
    files = [proof] if "file" in FIELDS[kind] else []

    recorded = happens(desk, case.id, kind, files, **texts)

    event = place.desk().case(case.id).timeline[-1]
    assert recorded.timeline[-1] == event
    assert {name: getattr(event, name) for name in names} == {n: typed[n][1] for n in names}
    assert event.kind is kind
    assert event.id == len(case.timeline) + 1
    assert [e.name for e in event.evidence] == ["proof.txt"] * len(files)
    assert place.desk().case(case.id).revision == case.revision + 1


@pytest.mark.parametrize("kind", EventKind)
def test_every_option_of_the_command_is_kept(kind: EventKind, desk: Desk, tmp_path: Path) -> None:
    """The command offers all fields with every kind; what does not fit, the rules refuse."""
    case = _ready(desk, kind)
    not_texts = {"case_id", "kind", "files", "anyway", "automatic", "answer", "step"}
    names = {p.name for p in record_command.params if p.name} - not_texts
    assert {*TYPED, "rule"} <= names
    typed = _typed(kind)
    names = {name for name in typed if kind in FITS.get(name, EventKind)}
    proof = tmp_path / "proof.txt"
    proof.write_text("seen")
    texts = {name: typed[name][0] for name in names} | NEEDED.get(kind, {})
    event = happens(desk, case.id, kind, [proof], **texts).timeline[-1]
    assert {n: getattr(event, n) for n in names} == {n: typed[n][1] for n in names}
    assert event.evidence[0].name == "proof.txt"


def test_no_field_of_the_form_is_unknown_here() -> None:
    assert set(FIELDS) == set(EventKind)
    assert {name for names in FIELDS.values() for name in names} == {*TYPED, "rule", "file"}


@pytest.mark.parametrize("answer", Answer)
def test_an_answer_is_judged(desk: Desk, answer: Answer) -> None:
    case = opened(desk)
    happens(desk, case.id, "sent")
    judged = happens(desk, case.id, "received", answer=answer.value, promise="+3d")
    assert judged.timeline[-1].answer is answer


def test_words_are_read_as_people_type_them(desk: Desk) -> None:
    case = opened(desk)
    event = happens(desk, case.id, "sent", channel=" In-Person ", automatic="Нет").timeline[-1]
    assert (event.channel, event.automatic) == (Channel.IN_PERSON, False)
    reply = happens(desk, case.id, "received", automatic="да", answer="refused").timeline[-1]
    assert reply.automatic
    assert desk.case(case.id).last_answer is None


def test_their_number_becomes_a_fact_of_the_case(desk: Desk) -> None:
    case = opened(desk)
    happens(desk, case.id, "call", reference="55-10", channel="phone", url="https://x.example")
    (reference,) = desk.case(case.id).references
    assert (reference.number, reference.channel) == ("55-10", Channel.PHONE)
    assert reference.url == "https://x.example"
    assert desk.card(case.id).reference == "55-10"


def test_that_they_refused_a_number_is_kept(desk: Desk) -> None:
    case = opened(desk)
    assert happens(desk, case.id, "call", reference_refused="yes").timeline[-1].reference_refused
    assert desk.case(case.id).references == ()


@pytest.mark.parametrize(
    ("kind", "texts", "said"),
    [
        ("note", {"refund": "much"}, "“much” is not an amount: write “1249.50 EUR” or “12490"),
        ("note", {"refund": "0"}, "Money back must be more than nothing."),
        ("sent", {"refund": "5 EUR"}, "“I wrote” brings no money back."),
        ("closed", {"outcome": "upheld", "satisfaction": "6"}, "from 1 (not at all) to 5 (wholly)"),
        ("note", {"satisfaction": "5"}, "is asked when you close the case."),
    ],
)
def test_money_and_contentment_that_cannot_be(
    desk: Desk, kind: str, texts: dict[str, str], said: str
) -> None:
    case = opened(desk)
    happens(desk, case.id, "sent")
    with pytest.raises(BadInput) as fault:
        happens(desk, case.id, kind, **texts)
    assert said in Wording("en").say(fault.value.sentence)
    assert desk.case(case.id).revision == 2


def test_money_back_has_the_currency_of_what_is_at_stake(desk: Desk) -> None:
    case = opened(desk, amount="124.90 GBP")
    happens(desk, case.id, "sent")
    happens(desk, case.id, "answered", answer="partly", refund="50")
    happens(desk, case.id, "closed", outcome="partly", refund="9,90 EUR")
    back = happens(desk, case.id, "note", refund="20,50").id
    assert [(str(m.value), m.currency) for m in desk.money(back).back] == [
        ("70.50", "GBP"),
        ("9.90", "EUR"),
    ]
