"""The fields about who writes, to whom, and how to answer."""

from __future__ import annotations

from datetime import date

from tui.cases.words import Tone
from tui.letters.letter import Sender
from tui.letters.matter import Matter
from tui.letters.numbers import (
    are_of_known_kinds,
    identifiers_in_words,
    is_one_number,
    reference_of,
    unsigned,
)
from tui.letters.phrases import Voice, blank
from tui.letters.plain import one_line


def greeting_fields(matter: Matter) -> dict[str, str]:
    """The person's own introduction, or a salutation and who I am."""
    own = matter.case.introduction.strip()
    return {
        "introduction": own,
        "salutation": "" if own else _salutation(matter),
        "who": "" if own else _who(matter),
        "on_behalf": _on_behalf(matter, own),
        "sender_name": one_line(matter.sender.name),
    }


def contact_fields(matter: Matter) -> dict[str, str]:
    """The person's own contacts, or those of the profile; and the signature.

    A postal address is told where an answer may come by post, and nowhere else.
    """
    own, is_about = matter.case.contacts.strip(), matter.phrases.voice is Voice.THEY
    reference = one_line(matter.reader.number) if is_about else reference_of(matter.case)
    formal = matter.case.formal or matter.tone is Tone.FORMAL or is_about
    name, principal = one_line(matter.sender.name), matter.sender.principal
    return {
        "own_contacts": own,
        "reach": "" if own else _reach(matter),
        "postal_address": one_line(matter.sender.address) if formal and not own else "",
        "quote_reference": "" if own else reference,
        "signature": "" if name in own else _signature(matter.sender) or name,
        "principal_address": one_line(principal.address) if formal and not own else "",
    }


def power_of_attorney(matter: Matter) -> str:
    """The power of attorney as an enclosure; empty where I write for myself."""
    principal, phrases = matter.sender.principal, matter.phrases
    if not principal.name.strip():
        return ""
    return phrases.say("power.enclosure", power=_power(matter))


def _on_behalf(matter: Matter, own: str) -> str:
    """For whom I write, and what lets me; not again where my own introduction says it."""
    name = one_line(matter.sender.principal.name)
    if not name or name in own:
        return ""
    said = matter.phrases.say("power.behalf", name=name, power=_power(matter))
    by = one_line(matter.sender.principal.power_by)
    return f"{said} {matter.phrases.say('power.by', by=by)}" if by else said


def _power(matter: Matter) -> str:
    """“no. 12 of 3 March 2026”, as far as it is known; what is not known is a blank."""
    principal, phrases = matter.sender.principal, matter.phrases
    number, on = unsigned(one_line(principal.power_number)), principal.power_on
    day = matter.day(on) if isinstance(on, date) else one_line(on)
    if number:
        return phrases.say("power.full", number=number, day=day) if day else (
            phrases.say("power.number", number=number)
        )  # fmt: skip
    return phrases.say("power.day", day=day or blank("power_day", phrases.language))


def _signature(sender: Sender) -> str:
    """The lines that stand under a letter."""
    lines = (one_line(line) for line in sender.signature.splitlines())
    return "\n".join(line for line in lines if line)


def _salutation(matter: Matter) -> str:
    company = matter.company_name
    if reader := one_line(matter.reader.name):  # not the company that it is about
        return matter.phrases.say("salutation.party", party=reader)
    if company:
        return matter.phrases.say("salutation.company", company=company)
    return matter.phrases.say("salutation.plain")


def _who(matter: Matter) -> str:
    """My name and my numbers with them, as far as they are known."""
    name, phrases = one_line(matter.sender.name), matter.phrases
    numbers = ", ".join(identifiers_in_words(matter.case, phrases))
    said = [phrases.say("who.name", name=name)] if name else []
    if not numbers:
        return "".join(said)
    if name and are_of_known_kinds(matter.case, phrases):
        return phrases.say("who.both", name=name, numbers=numbers)
    phrase = "who.number" if is_one_number(matter.case) else "who.numbers"
    return " ".join((*said, phrases.say(phrase, numbers=numbers)))


def _reach(matter: Matter) -> str:
    """E-mail and phone with its hours; hours alone tell nothing."""
    sender, phrases = matter.sender, matter.phrases
    email, phone, hours = map(one_line, (sender.email, sender.phone, sender.hours))
    said = ""
    if phone and hours:
        said = phrases.say("reach.phone_hours", phone=phone, hours=hours)
    elif phone:
        said = phrases.say("reach.phone", phone=phone)
    return ", ".join(filter(None, (email, said)))
