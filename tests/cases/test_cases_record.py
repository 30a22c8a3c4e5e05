"""To JSON and back: nothing that a newer version wrote is lost."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from casework import SENT, a_draft, after, on
from hypothesis import given
from hypothesis import strategies as st

from tui.cases.case import Case, Money
from tui.cases.company import Company, ContactPoint, name_key
from tui.cases.deadline import Pause, Skipped, Working
from tui.cases.event import Evidence
from tui.cases.particulars import Reference
from tui.cases.record import from_plain, quick_record, quick_text, to_plain
from tui.cases.words import Channel, EventKind
from tui.deadlines.calendars import calendar_for
from tui.deadlines.starting import started_by


def a_full_case() -> Case:
    """One with a record in every place where a record can stand."""
    case = after(
        SENT,
        on(2, EventKind.EVIDENCE, evidence=(Evidence(number=1, name="receipt.pdf"),)),
        on(3, EventKind.CALL, reference="55-10", channel=Channel.PHONE),
        case=a_draft(amount=Money(value=Decimal("12490.00"), currency="RUB")),
    )
    asked = on(4, EventKind.ASKED)
    starts = started_by(asked, case, None, calendar_for("RU"))
    return after(msgspec.structs.replace(asked, starts=starts), case=case)


def places(plain: Any) -> list[dict[str, Any]]:
    """Every JSON object of a case but the letters, which are the person's own words."""
    if isinstance(plain, list):
        return [place for item in plain for place in places(item)]
    if not isinstance(plain, dict):
        return []
    inner = [value for key, value in plain.items() if key != "letters"]
    return [plain, *places(inner)]


def test_a_case_travels_through_json_text() -> None:
    case = a_full_case()
    text = json.dumps(to_plain(case), ensure_ascii=False)
    assert from_plain(Case, json.loads(text)) == case
    assert '"value": "12490.00"' in text
    assert '"at": "2026-10-01T12:00:00Z"' in text
    assert "extra" not in text


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2)
    ),
    max_leaves=4,
)
NEW_KEYS = st.sampled_from(["extra", "x_new", "ключ", "", "__class__"])


@given(st.dictionaries(NEW_KEYS, JSON, min_size=1, max_size=3), st.data())
def test_unknown_fields_are_kept_wherever_they_stand(
    unknown: dict[str, Any], data: st.DataObject
) -> None:
    plain = to_plain(a_full_case())
    everywhere = places(plain)
    assert len(everywhere) >= 15
    data.draw(st.sampled_from(everywhere), label="place").update(unknown)
    assert to_plain(from_plain(Case, plain)) == plain


@given(st.dictionaries(NEW_KEYS, JSON, max_size=2), st.data())
def test_what_is_read_quickly_is_what_is_read_with_care(
    unknown: dict[str, Any], data: st.DataObject
) -> None:
    plain = to_plain(a_full_case())
    data.draw(st.sampled_from(places(plain)), label="place").update(unknown)
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()
    careful = from_plain(Case, plain)
    assert quick_record(Case, text) == (None if unknown else careful)
    assert quick_text(careful) == (None if unknown else text)


def test_a_text_with_a_key_twice_is_not_read_quickly() -> None:
    text = quick_text(a_full_case())
    assert text
    assert quick_record(Case, text.replace(b'"tags":[]', b'"tags":["a"],"tags":[]')) is None


def test_unknown_fields_survive_an_event() -> None:
    plain = to_plain(a_full_case())
    plain["mood"] = {"level": 3}
    plain["timeline"][0]["weather"] = "rain"
    plain["deadlines"][0]["working"] = {**_working(), "court": "city"}
    case = after(on(9, EventKind.NOTE), case=from_plain(Case, plain))
    again = to_plain(case)
    assert again["mood"] == {"level": 3}
    assert again["timeline"][0]["weather"] == "rain"
    assert again["deadlines"][0]["working"]["court"] == "city"


def _working() -> dict[str, Any]:
    day = SENT.day
    return to_plain(
        Working(
            start=day,
            period="10cal",
            counted=10,
            raw_end=day,
            due=day,
            skipped=(Skipped(date=day, why="weekend"),),
            pauses=(Pause(start=day, end=day),),
        )
    )


def test_the_letters_of_a_case_keep_their_own_keys() -> None:
    case = a_draft(letters={"appeal": {"subject": "Again", "extra": "words"}})
    assert from_plain(Case, to_plain(case)) == case


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"company": 1}, "$.company"),
        ({"stage": "lost"}, "$.stage"),
        ({"amount": {"value": "much", "currency": "RUB"}}, "$.amount.value"),
        ({"timeline": [{"kind": "note"}]}, "timeline[0]"),
        ({"timeline": "none"}, "$.timeline"),
        ({"deadlines": [{"owner": "ours"}]}, "$.deadlines[0].owner"),
    ],
)
def test_a_wrong_value_is_named_by_its_path(wrong: dict[str, Any], path: str) -> None:
    with pytest.raises(msgspec.ValidationError) as error:
        from_plain(Case, {**to_plain(a_draft()), **wrong})
    assert path in str(error.value)


@pytest.mark.parametrize("plain", [None, [], "case", 3])
def test_what_is_no_object_is_no_case(plain: Any) -> None:
    with pytest.raises(msgspec.ValidationError):
        from_plain(Case, plain)


def test_a_company_travels_with_its_contact_points() -> None:
    point = ContactPoint(channel=Channel.PHONE, address="8 800 555-35-35")
    company = Company(name="Severmart", contact_points=(point,))
    assert from_plain(Company, to_plain(company)) == company
    assert company.points(Channel.PHONE) == (point,)
    assert company.points(Channel.EMAIL) == ()
    assert name_key("  Север  МАРТ ") == name_key("север март")


def test_a_number_heard_again_brings_what_was_missing() -> None:
    first = on(2, EventKind.CALL, reference="55-10")
    other = on(3, EventKind.CALL, reference="T-88", channel=Channel.PHONE)
    again = on(
        4, EventKind.RECEIVED, reference="55-10", url="https://x.test", channel=Channel.EMAIL
    )
    assert after(SENT, first, other, again).references == (
        Reference(number="T-88", channel=Channel.PHONE),
        Reference(number="55-10", channel=Channel.EMAIL, url="https://x.test"),
    )
    assert after(SENT, other, again, on(5, EventKind.NOTE, reference="T-88")).references[-1] == (
        Reference(number="T-88", channel=Channel.PHONE)
    )
