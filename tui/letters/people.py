"""The fields about who writes, to whom, and how to answer."""

from __future__ import annotations

from tui.letters.matter import Matter
from tui.letters.numbers import identifiers_in_words, is_one_number, reference_of
from tui.letters.phrases import Voice
from tui.letters.plain import one_line


def greeting_fields(matter: Matter) -> dict[str, str]:
    """The person's own introduction, or a salutation and who I am."""
    own = matter.case.introduction.strip()
    return {
        "introduction": own,
        "salutation": "" if own else _salutation(matter),
        "who": "" if own else _who(matter),
    }


def contact_fields(matter: Matter) -> dict[str, str]:
    """The person's own contacts, or those of the profile; and the signature.

    A postal address is told where an answer may come by post, and nowhere else.
    """
    own, reference = matter.case.contacts.strip(), reference_of(matter.case)
    formal = matter.case.formal or matter.phrases.voice is Voice.THEY
    name = one_line(matter.sender.name)
    return {
        "own_contacts": own,
        "reach": "" if own else _reach(matter),
        "postal_address": one_line(matter.sender.address) if formal and not own else "",
        "quote_reference": "" if own or matter.phrases.voice is Voice.THEY else reference,
        "signature": "" if name in own else name,
    }


def _salutation(matter: Matter) -> str:
    company = matter.company_name
    if company:
        return matter.phrases.say("salutation.company", company=company)
    return matter.phrases.say("salutation.plain")


def _who(matter: Matter) -> str:
    """My name and my numbers with them, as far as they are known."""
    name = one_line(matter.sender.name)
    said = [matter.phrases.say("who.name", name=name)] if name else []
    if numbers := identifiers_in_words(matter.case, matter.phrases):
        phrase = "who.number" if is_one_number(matter.case) else "who.numbers"
        said.append(matter.phrases.say(phrase, numbers=", ".join(numbers)))
    return " ".join(said)


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
