"""Whatever is known and whatever is missing, a letter has no hole in it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.cases.case import Case, Money
from tui.cases.deadline import Deadline
from tui.cases.errors import UpheldError
from tui.cases.event import Event, Evidence
from tui.cases.lifecycle import apply
from tui.cases.particulars import Identifier
from tui.cases.words import (
    Answer,
    Channel,
    DeadlineKind,
    EventKind,
    Outcome,
    Owner,
    Part,
    Problem,
)
from tui.letters.call_sheet import call_sheet
from tui.letters.letter import Letter, Sender
from tui.letters.letter_book import template_ids
from tui.letters.write import write_letter
from tui.wording.wording import Wording

TODAY = date(2026, 11, 22)
START = datetime(2026, 10, 1, 12, tzinfo=UTC)

# Made of single words, so that a double space or a hole can only be ours.
word = st.text("абвгдежзиклмнопрстabcdefghijk", min_size=1, max_size=8)
phrase = st.lists(word, min_size=1, max_size=4).map(" ".join)
ending = st.sampled_from(["", ".", "!", "?", "…"])
sentence = st.builds(str.__add__, phrase, ending)
maybe = st.one_of(st.just(""), sentence)
days = st.dates(date(2026, 10, 1), date(2026, 12, 31))


@st.composite
def events(draw: st.DrawFn) -> Event:
    at = START + timedelta(days=draw(st.integers(0, 50)))
    facts: dict[str, Any] = {
        "kind": draw(st.sampled_from(EventKind)),
        "channel": draw(st.none() | st.sampled_from(Channel)),
        "to": draw(maybe),
        "text": draw(maybe),
        "reference": draw(st.sampled_from(["", "55-10", "T-881"])),
        "agent": draw(maybe),
        "promise": draw(st.none() | days),
        "due": draw(st.none() | days),
        "answer": draw(st.none() | st.sampled_from(Answer)),
        "automatic": draw(st.booleans()),
        "outcome": draw(st.none() | st.sampled_from(Outcome)),
        "step": draw(st.sampled_from(["", "request", "complaint"])),
        "evidence": draw(st.sampled_from([(), (Evidence(number=2, name="a.txt"),)])),
        "starts": draw(st.sampled_from(["", "answer", "promise"]).flatmap(_deadlines)),
    }
    return Event(at=at, **facts)


def _deadlines(kind: str) -> st.SearchStrategy[tuple[Deadline, ...]]:
    if not kind:
        return st.just(())
    return days.map(
        lambda due: (
            Deadline(
                owner=Owner.THEIRS, kind=DeadlineKind(kind), due=due, late_after=due, rule="given"
            ),
        )
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    identifier = st.builds(
        Identifier, kind=st.sampled_from(["order", "serial", "нечто", ""]), value=maybe
    )
    money = st.builds(
        Money, value=st.decimals(1, 99999, places=2), currency=st.sampled_from(["EUR", "RUB"])
    )
    case = Case(
        company=draw(st.sampled_from(["", "Northbank", "Acme Inc.", "Ещё?"])),
        subject=draw(maybe),
        problem=draw(st.sampled_from(Problem)),
        formal=draw(st.booleans()),
        identifiers=tuple(draw(st.lists(identifier, max_size=3))),
        amount=draw(st.none() | money),
        introduction=draw(maybe),
        details=draw(maybe),
        done_already=draw(maybe),
        expected_result=draw(maybe),
        enclosures=draw(maybe),
        contacts=draw(maybe),
    )
    for event in draw(st.lists(events(), max_size=6)):
        try:
            case = apply(case, event)
        except UpheldError:  # this event does not fit here: the next one may
            continue
    return case


senders = st.builds(Sender, name=maybe, email=maybe, phone=maybe, address=maybe, hours=maybe)


def whole(letter: Letter) -> None:
    """Fails on a hole: in a part, in a line, in a sentence."""
    for part, text in letter.parts.items():
        assert text == text.strip(), part
        assert not text.endswith(":"), part
        assert "\n\n\n" not in text, part
        assert part is not Part.SUBJECT or "\n" not in text
    said = letter.text()
    for hole in ("{", "}", "None", "  ", "()", "( ", " ,", ",,", "..", ": .", "№ .", "“”"):
        assert hole not in said, hole


@pytest.mark.parametrize("language", ["ru", "en"])
@given(case=cases(), sender=senders, answer_by=st.none() | days, data=st.data())
@settings(max_examples=80, deadline=None)
def test_no_letter_has_a_hole(
    language: str, case: Case, sender: Sender, answer_by: date | None, data: st.DataObject
) -> None:
    template = data.draw(st.sampled_from(template_ids()))
    words = Wording(language)
    whole(write_letter(case, sender, template, words, today=TODAY, answer_by=answer_by))


@given(case=cases(), sender=senders)
@settings(max_examples=40, deadline=None)
def test_no_call_sheet_has_a_hole(case: Case, sender: Sender) -> None:
    sheet = call_sheet(case, sender, Wording("ru"), TODAY)
    said = [sheet.opening, *sheet.identifiers, *sheet.questions, *sheet.polite]
    for text in said:
        assert not any(hole in text for hole in ("{", "None", "  ", ": .", "№ ."))
    assert all(sheet.questions)
    assert len(sheet.questions) >= 5


@pytest.mark.parametrize("template", template_ids())
def test_a_value_with_braces_or_markup_stays_as_it_is(template: str) -> None:
    tricky = "{sender_name} [bold]x[/] {today} {}"
    case = Case(
        company="Shop {reference}",
        subject=tricky,
        problem=Problem.BILLING,
        details=tricky,
        expected_result=tricky,
        amount=Money(value=Decimal(5), currency="EUR"),
    )
    letter = write_letter(case, Sender(name="{company}"), template, Wording("en"), today=TODAY)
    assert tricky in letter.text()
    assert "Shop {reference}" in letter.text() or template == "request"
    assert letter.text().count("[bold]x[/]") >= 1
