"""What came back of the money, as the letters that still ask for it have to say."""

from __future__ import annotations

from tui.cases.money import left_of, summed
from tui.letters.matter import Matter
from tui.letters.plain import names_amount


def came_back(matter: Matter) -> str:
    """The sentence; empty where nothing came back.

    The rest is told only where the wish asks for the whole amount: of a smaller sum, or of
    something else than money, nobody knows here what is still due.
    """
    case, words, phrases = matter.case, matter.words, matter.phrases
    back = summed(event.refund for event in case.timeline if event.refund)
    if not back:
        return ""
    told = ", ".join(map(words.money, back))
    left = left_of(case.amount, back)
    if case.amount is None or left is None:
        return phrases.say("back.some", back=told)
    if not left.value:
        return phrases.say("back.all", back=told)
    if not names_amount(case.expected_result, case.amount.value):
        return phrases.say("back.some", back=told)
    price, rest = words.money(case.amount), words.money(left)
    return phrases.say("back.part", price=price, back=told, rest=rest)


def is_all_back(matter: Matter) -> bool:
    """Whether the whole amount of the case came back."""
    left = left_of(matter.case.amount, (e.refund for e in matter.case.timeline if e.refund))
    return left is not None and not left.value
