"""The facts of two letters that a careful person would send, as cases."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from tui.cases.case import Case, Money
from tui.cases.event import Event, Evidence
from tui.cases.particulars import Identifier, Reference
from tui.cases.words import Channel, EventKind, Problem
from tui.letters.fields import facts_of
from tui.letters.letter import Sender
from tui.letters.matter import Matter
from tui.letters.phrases import Phrases
from tui.wording.wording import Wording

TODAY = date(2026, 11, 22)


def event(month: int, day: int, kind: EventKind, **facts: Any) -> Event:
    at = datetime(2026, month, day, 12, tzinfo=timezone(timedelta(hours=3)))
    return Event(at=at, kind=kind, **facts)


def timeline(*events: Event) -> tuple[Event, ...]:
    return tuple(replace(e, id=number) for number, e in enumerate(events, 1))


@pytest.fixture
def happened() -> Any:
    """Makes an event: happened(month, day, kind, ...)."""
    return event


@pytest.fixture
def told() -> Any:
    """Makes a timeline: told(event, ...)."""
    return timeline


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture(params=["ru", "en"])
def words(request: pytest.FixtureRequest) -> Wording:
    return Wording(request.param)


@pytest.fixture
def anna() -> Sender:
    return Sender(
        name="Анна Петрова",
        email="anna@example.ru",
        phone="+7 900 000-00-00",
        hours="будни 10–18",
        address="000000, г. Энск, ул. Лесная, 1",
    )


@pytest.fixture
def ivan() -> Sender:
    return Sender(
        name="Ivan Orlov", email="ivan@example.org", phone="+44 20 7946 0000", hours="any time"
    )


@pytest.fixture
def undelivered() -> Case:
    """An order not handed over, two promises broken."""
    return Case(
        company="Севермарт",
        subject="Возврат 12 490 ₽ — заказ № 4821-77 не передан до 05.11.2026",
        problem=Problem.REFUND,
        language="ru",
        formal=True,
        identifiers=(
            Identifier(kind="contract", value="4821-77 от 20.10.2026"),
            Identifier(kind="tracking", value="RA000000000RU"),
        ),
        amount=Money(value=Decimal(12490), currency="RUB"),
        details="20.10.2026 я оплатила заказ картой *1234 (12 490 ₽). Срок передачи по договору — "
        "05.11.2026; на 22.11.2026 товар не передан, трек RA000000000RU без движения с "
        "01.11.2026.",
        expected_result="Прошу вернуть 12 490 ₽ на ту же карту не позднее 02.12.2026.",
        enclosures="чек, 1 л.\nстраница заказа, 2 л.\nистория трека, 1 л.\nпереписка, 3 л.",
        references=(Reference(number="55-10"), Reference(number="55-31")),
        timeline=timeline(*_undelivered_story()),
    )


@pytest.fixture
def firewall() -> Case:
    """A vendor case that goes in circles."""
    return Case(
        company="Northwall",
        subject="Request to escalate to a manager (open 9 working days)",
        problem=Problem.TECHNICAL,
        identifiers=(
            Identifier(kind="customer", value="7781"),
            Identifier(kind="contract", value="S-204"),
        ),
        details="Since 9 Nov 2026 10:40 UTC our firewall pair (build 10.2.3, serials …41/…42) "
        "drops all traffic after fail-over; 14 sites affected.",
        expected_result="I ask for a named L2 engineer today, a workaround or plan by 24 Nov 17:00 "
        "UTC, and updates every 4 hours until then. If this is not possible, please tell me who "
        "can decide.",
        evidence=(
            Evidence(number=1, name="timeline.md"),
            Evidence(number=2, name="show-tech-1.txt"),
            Evidence(number=3, name="show-tech-2.txt"),
        ),
        enclosures="topology.pdf",
        references=(Reference(number="0312-445"),),
        timeline=timeline(*_firewall_story()),
    )


def _undelivered_story() -> Iterable[Event]:
    yield event(
        11,
        6,
        EventKind.SENT,
        channel=Channel.CHAT,
        reference="55-10",
        text="обещали ответ за 3 дня",
        promise=date(2026, 11, 9),
    )
    yield event(
        11,
        12,
        EventKind.CALL,
        channel=Channel.PHONE,
        reference="55-31",
        agent="оператор Олег",
        text="обещали перезвонить",
        promise=date(2026, 11, 13),
    )


def _firewall_story() -> Iterable[Event]:
    yield event(
        11, 9, EventKind.SENT, channel=Channel.FORM, reference="0312-445", text="bundle uploaded"
    )
    yield event(11, 11, EventKind.ASKED, channel=Channel.EMAIL, agent="L1", text="the same bundle")
    yield event(
        11,
        12,
        EventKind.PROMISE,
        channel=Channel.PHONE,
        agent="Dana",
        text="an engineer will call",
        promise=date(2026, 11, 13),
    )
    yield event(11, 18, EventKind.RECEIVED, channel=Channel.EMAIL, text="known steps repeated")


@pytest.fixture
def facts(undelivered: Case, anna: Sender) -> dict[str, str]:
    return facts_of(Matter(undelivered, anna, Wording("en"), Phrases("en"), TODAY))
