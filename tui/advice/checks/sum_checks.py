"""L28: sums that differ between the parts of a letter, or stand in another currency."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from tui.advice.checks.finding import Context, Finding, Severity
from tui.advice.checks.reading import Passage, Reading
from tui.advice.checks.told_sums import Sum, sums_in, totals_in
from tui.cases.sentence import say
from tui.cases.words import Part

_RULE = ("L28", Severity.WARN)
_MOST = 8  # sums whose sums and differences are worked out

_Placed = tuple[Passage, Part, Sum]


def sums(reading: Reading, context: Context) -> Iterator[Finding]:
    """L28: a subject or a wish with a sum that the letter does not explain; other currencies."""
    placed = [
        (stretch, reading.part_at(stretch, told.start), told)
        for stretch in reading.stretches()
        for told in sums_in(stretch.text)
    ]
    yield from _wrong_totals(reading)
    yield from _unexplained(reading, placed, context)
    yield from _other_currency(reading, placed, context)
    yield from _came_back(reading, placed, context)


def _wrong_totals(reading: Reading) -> Iterator[Finding]:
    """“5000 + 3000 = 9000”: what was reckoned and does not come out."""
    for stretch in reading.stretches():
        for told in totals_in(stretch.text):
            if told.total != told.right:
                message = say("It comes to {total}.", total=f"{told.right:f}")
                mend = say("Reckon it once more.")
                yield reading.at(stretch, (told.start, told.end), _RULE, message, mend)


def _unexplained(reading: Reading, placed: list[_Placed], context: Context) -> Iterator[Finding]:
    """A sum of the wish or of the subject that the problem does not tell, nor follows from it.

    One slip is told once: the other part has the other half of it.
    """
    for part in (Part.RESULT, Part.SUBJECT):
        mine = [one for one in placed if one[1] is part]
        for stretch, _, told in mine[:_MOST]:
            if _is_explained(told, part, placed, context):
                continue
            message = say("This sum stands nowhere else in the letter.")
            mend = say("Look the sums up, or say how this one comes about.")
            span = (told.start, told.end)
            yield reading.at(stretch, span, _RULE, message, mend)
            return


def _is_explained(told: Sum, part: Part, placed: list[_Placed], context: Context) -> bool:
    """What they offered (part `done`) can explain a sum, and accuse none."""
    others = {
        one.value for _, where, one in placed if where is not part and one.currency == told.currency
    }
    if context.amount and context.amount.currency == told.currency:
        others.add(context.amount.value)
    offered = {one.value for _, where, one in placed if where is Part.DONE}
    if not others - offered or told.value in _reachable(others):
        return True
    own = {one.value for _, where, one in placed if where is part and one.currency == told.currency}
    return told.value in _reachable(own - {told.value}) or (
        part is Part.RESULT and _is_share(told.value, others)
    )


def _reachable(values: set[Decimal]) -> set[Decimal]:
    """The values, the sums of some of them, and the differences of two."""
    few = sorted(values)[:_MOST]
    found = set(values)
    for count in range(2, len(few) + 1):
        found |= {sum(some, Decimal(0)) for some in combinations(few, count)}
    return found | {abs(one - other) for one, other in combinations(few, 2)}


def _is_share(value: Decimal, others: set[Decimal]) -> bool:
    """Half, a third or several times as much: a share or a penalty, and no slip of the pen."""
    return any(other and (other % value == 0 or value % other == 0) for other in others if value)


def _other_currency(reading: Reading, placed: list[_Placed], context: Context) -> Iterator[Finding]:
    """The same figure in two currencies, or the amount of the case in another one."""
    currencies: dict[Decimal, str] = {}
    if context.amount:
        currencies[context.amount.value] = context.amount.currency
    for stretch, _, told in placed:
        expected = currencies.setdefault(told.value, told.currency)
        if expected != told.currency:
            message = say("The same figure stands elsewhere in {currency}.", currency=expected)
            mend = say("Write the currency in which you paid.")
            yield reading.at(stretch, (told.start, told.end), _RULE, message, mend)


def _came_back(reading: Reading, placed: list[_Placed], context: Context) -> Iterator[Finding]:
    """A sum asked for that is more than what is left, where the rest is not told beside it."""
    amount, left = context.amount, context.left
    if amount is None or left is None or context.public:
        return
    came = amount.value - left.value
    wish = [one for one in placed if one[1] is Part.RESULT and one[2].currency == left.currency]
    told_rest = left.value and any(told.value == left.value for _, _, told in wish)
    for stretch, _, told in () if told_rest else wish:
        # More than the amount may be with a penalty.
        if left.value < told.value <= amount.value and (told.value != came or not left.value):
            rest = f"{left.value:f} {left.currency}"
            message = say("Part of the money came back: {left} is left.", left=rest)
            if not left.value:
                message = say("All of the money came back.")
            mend = say("Ask for what is left, or say what the sum consists of.")
            yield reading.at(stretch, (told.start, told.end), _RULE, message, mend)
            return
