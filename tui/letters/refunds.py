"""What came back of the money: the letters that still ask for it say so, and ask for the rest."""

from __future__ import annotations

from tui.cases.money import left_of, summed
from tui.cases.settled import is_all_back
from tui.letters.by_when import by_when
from tui.letters.matter import Matter
from tui.letters.plain import names_amount

_ASKS = ("fulfil", "repay", "regain")


def returned_fields(matter: Matter) -> dict[str, str]:
    """What is still asked for, and whether; where all came back, what is asked for instead."""
    all_back = is_all_back(matter.case)
    part = not all_back and bool(matter.case.refunds)
    by, say = by_when(matter), matter.phrases.say
    instead = {
        f"back_{ask}": say(f"back.{ask}" if by else f"back.{ask}_undated", by_when=by)
        if all_back
        else ""
        for ask in ("close", "noted")
    }
    flags = {
        "none_back": not (all_back or part),
        "part_back": part,
        "is_all_back": all_back,
        "not_all_back": not all_back,
    }
    asks = {ask: "" if all_back else _ask(matter, ask, part=part) for ask in _ASKS}
    return asks | instead | {name: "yes" if flag else "" for name, flag in flags.items()}


def _ask(matter: Matter, ask: str, *, part: bool) -> str:
    """“do so in full”, “pay the outstanding €74.90”, “do what is left of it”."""
    rest = rest_of(matter)
    if ask == "repay" and not rest and _names_sum(matter):
        ask = "fulfil"  # the wish has asked for the money already
    form = "_rest" if rest else "_some" if part else ""
    return matter.phrases.say(f"ask.{ask}{form}", rest=rest)


def rest_of(matter: Matter) -> str:
    """The sum that is left, where the wish was the whole amount and nothing else is known."""
    case = matter.case
    left = left_of(case.amount, case.refunds)
    if case.amount is None or left is None or not left.value:
        return ""
    return matter.words.money(left) if _names_sum(matter) else ""


def _names_sum(matter: Matter) -> bool:
    """Whether the wish asks for the amount of the case."""
    case = matter.case
    return case.amount is not None and names_amount(case.expected_result, case.amount.value)


def came_back(matter: Matter) -> str:
    """The sentence; empty where nothing came back.

    The rest is told only where the wish asks for the whole amount: of a smaller sum, or of
    something else than money, nobody knows here what is still due.
    """
    case, words, phrases = matter.case, matter.words, matter.phrases
    back = summed(case.refunds)
    if not back:
        return ""
    told = ", ".join(map(words.money, back))
    left = left_of(case.amount, back)
    if case.amount is None or left is None:
        return phrases.say("back.some", back=told)
    if is_all_back(matter.case) and case.amount in back:
        return phrases.say("back.all", back=told)
    if not left.value or not _names_sum(matter):
        return phrases.say("back.some", back=told)
    price, rest = words.money(case.amount), words.money(left)
    return phrases.say("back.part", price=price, back=told, rest=rest)
