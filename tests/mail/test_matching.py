"""A mail finds its case, and a stranger never answers in the company's name."""

from __future__ import annotations

import pytest
from case_story import told
from mails import BOUNCE, MY_LETTER, reply
from msgspec.structs import replace

from tui.cases.company import Company, ContactPoint
from tui.cases.particulars import Identifier, Reference
from tui.cases.words import Channel
from tui.mail.domains import company_domain, registered
from tui.mail.known import Known, KnownCase, known_case
from tui.mail.matching import Certainty, Match, match
from tui.mail.parse import parse

ACME = KnownCase(
    id=42, message_ids=(MY_LETTER,), domains=("acme.example",), theirs=("hd1029",),
    others=("123456",), subjects=("Kettle does not boil",),
)  # fmt: skip
SHOP = KnownCase(id=7, addresses=("shop@gmail.com",), theirs=("558877",), subjects=("Boots",))
OTHER = KnownCase(id=43, domains=("acme.example",), theirs=("hd2000",), others=("123456",))
KNOWN = Known([ACME, SHOP, OTHER], mine=["anna@example.org"])
COMPANY, STRANGER = "support@mail.acme.example", "support@acme.example.evil.example"


def matched(**sides: object) -> Match:
    facts = {"answers": "", "subject": "Hello", "text": "Hello.", **sides}
    return match(parse(reply(**facts)), KNOWN)  # type: ignore[arg-type]


NAMES_THE_CASE: dict[str, dict[str, object]] = {
    "thread": {"answers": MY_LETTER},
    "address": {"headers": (("Delivered-To", "Anna+c42@example.org"),)},
    "number in the text": {"text": "Ваше обращение HD-1029 решено."},
    "number in the subject": {"subject": "[HD-1029] Kettle"},
}


@pytest.mark.parametrize("names", NAMES_THE_CASE)
def test_the_company_that_names_the_case_is_certain(names: str) -> None:
    found = matched(sender=COMPANY, **NAMES_THE_CASE[names])
    assert (found.case_id, found.certainty, found.doubt) == (42, Certainty.CERTAIN, None)


@pytest.mark.parametrize("names", NAMES_THE_CASE)
@pytest.mark.parametrize(
    "sender",
    [
        STRANGER,
        "support@acme.example@evil.example",
        "support@acme.example <x@evil.example>",
        "x@notacme.example",
        "x@acme.example.ru",
        "support@аcme.example",  # with a Cyrillic а
        "shop@gmail.com",  # of another case
        "nobody",
    ],
)
def test_whoever_else_names_it_is_a_suggestion(names: str, sender: str) -> None:
    raw = reply(**{"answers": "", "subject": "x", "text": "x", **NAMES_THE_CASE[names]})  # type: ignore[arg-type]
    forged = raw.replace(b"From: Support <support@acme.example>", f"From: {sender}".encode())
    found = match(parse(forged), KNOWN)
    assert found.certainty is not Certainty.CERTAIN
    assert found.doubt is not None or found.case_id is None


@pytest.mark.parametrize("names", NAMES_THE_CASE)
def test_a_sender_that_a_server_calls_forged_is_a_suggestion(names: str) -> None:
    sides = dict(NAMES_THE_CASE[names])
    headers = (*sides.pop("headers", ()), ("Authentication-Results", "mx; dmarc=fail (p=none)"))  # type: ignore[misc]
    found = matched(sender=COMPANY, headers=headers, **sides)
    assert (found.case_id, found.certainty) == (42, Certainty.SUGGESTED)
    assert found.doubt is not None


def test_two_senders_are_a_suggestion() -> None:
    raw = reply().replace(b"\nTo:", b"\nFrom: x@evil.example\nTo:", 1)
    assert match(parse(raw), KNOWN).certainty is Certainty.SUGGESTED


def test_anybody_may_have_a_mailbox_where_the_company_has_its_own() -> None:
    text = "Your case 558877 is solved."
    assert matched(sender="shop@gmail.com", text=text).certainty is Certainty.CERTAIN
    assert matched(sender="evil@gmail.com", text=text).certainty is Certainty.SUGGESTED


def test_the_thread_says_more_than_the_number() -> None:
    assert matched(sender=COMPANY, answers=MY_LETTER, text="case HD-2000").case_id == 42


def test_a_number_that_two_cases_have_is_for_the_person_to_say() -> None:
    found = matched(sender=COMPANY, text="Order 123-456 is sent.")
    assert (found.certainty, {found.case_id, *found.others}) == (Certainty.SUGGESTED, {42, 43})


def test_an_address_of_somebody_else_with_a_plus_says_nothing() -> None:
    found = matched(sender=COMPANY, headers=(("Delivered-To", "bob+c42@example.org"),))
    assert found.certainty is Certainty.NONE


@pytest.mark.parametrize("subject", ["Re: Kettle does not boil", "Fwd: [Acme] Ketle does not boil"])
def test_a_like_subject_is_a_suggestion_from_the_company_only(subject: str) -> None:
    found = matched(sender=COMPANY, subject=subject)
    assert (found.case_id, found.certainty) == (42, Certainty.SUGGESTED)
    assert matched(sender=STRANGER, subject=subject).certainty is Certainty.NONE


def test_what_names_nothing_has_no_case_and_my_own_mail_neither() -> None:
    assert matched(sender=COMPANY).certainty is Certainty.NONE
    assert matched(sender="Anna@example.org", answers=MY_LETTER).case_id is None


def test_a_bounce_belongs_to_the_letter_that_came_back() -> None:
    found = match(parse(BOUNCE), KNOWN)
    assert (found.case_id, found.certainty) == (42, Certainty.CERTAIN)
    elsewhere = BOUNCE.replace(b"@acme.example", b"@evil.example")
    assert match(parse(elsewhere), KNOWN).certainty is Certainty.SUGGESTED
    unknown = BOUNCE.replace(MY_LETTER.encode(), b"<other@example.org>")
    assert match(parse(unknown), KNOWN).case_id is None


def test_a_case_is_known_by_all_that_its_companies_tell() -> None:
    case = replace(
        told(),
        id=5,
        identifiers=(Identifier(kind="order", value="№ 4821-77"),),
        references=(Reference(number="SR-17/2026"),),
    )
    company = Company(
        name="Acme",
        website="https://www.acme.co.uk/help",
        contact_points=(
            ContactPoint(channel=Channel.EMAIL, address="Help@Acme-Mail.example"),
            ContactPoint(channel=Channel.EMAIL, address="acme@mail.ru"),
            ContactPoint(channel=Channel.PHONE, address="112"),
        ),
    )
    known = known_case(case, [company], message_ids=(MY_LETTER,), subjects=("Claim",))
    assert known.addresses == ("help@acme-mail.example", "acme@mail.ru")
    assert set(known.domains) == {"acme-mail.example", "acme.co.uk"}
    assert (known.theirs, known.others) == (("sr172026",), ("482177",))
    assert known.subjects == (case.subject, "Claim")
    assert known.is_from("x@mail.acme.co.uk")
    assert not known.is_from("x@mail.ru")


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("a@mail.acme.example", "acme.example"),
        ("https://www.Acme.co.uk:8443/x?y", "acme.co.uk"),
        ("shop.mts.ru", "mts.ru"),
        ("a@acme.zendesk.com", "acme.zendesk.com"),
        ("a@zendesk.com", ""),
        ("a@gmail.com", ""),
        ("a@yahoo.co.uk", ""),
        ("a@co.uk", ""),
        ("a@пример.рф", "xn--e1afmkfd.xn--p1ai"),
        ("a@localhost", ""),
        ("http://[::1", ""),
        ("", ""),
        ("a@" + "x" * 300 + ".example", ""),
    ],
)
def test_domains_are_what_somebody_registered(text: str, domain: str) -> None:
    assert company_domain(text) == domain


def test_two_customers_of_one_service_are_strangers() -> None:
    assert registered("acme.zendesk.com") != registered("evil.zendesk.com")
    assert registered("a.co.uk") != registered("b.co.uk")


def test_the_company_of_an_open_case_is_a_suggestion_but_for_what_it_writes_to_many() -> None:
    open_now = replace(ACME, is_live=True)
    known = Known([open_now, SHOP, OTHER])

    def asked(sender: str, *headers: tuple[str, str]) -> Match:
        raw = reply(answers="", subject="Hi", text="Hi.", sender=sender, headers=headers)
        return match(parse(raw), known)

    found = asked(COMPANY)
    assert (found.case_id, found.certainty, found.others) == (42, Certainty.SUGGESTED, ())
    assert asked(COMPANY, ("List-Id", "news")).case_id is None
    assert asked("shop@gmail.com").case_id is None  # nothing waits there
    assert asked(STRANGER).case_id is None
