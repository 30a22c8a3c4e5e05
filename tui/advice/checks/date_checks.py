"""L27: dates that cannot be right: no such day, another weekday, told before it has come, a
delivery before its order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tui.advice.checks.finding import Context, Finding, Severity
from tui.advice.checks.reading import Passage, Reading
from tui.advice.checks.told_dates import Told, dates_in, weekday_of
from tui.advice.checks.word_lists import flat
from tui.cases.sentence import Sentence, say
from tui.cases.words import Part

_RULE = ("L27", Severity.ERROR)
_NEAR = 200  # characters of a clause
_FACTS = frozenset({Part.PROBLEM, Part.DONE, Part.GREETING})
_CLAUSE = re.compile(r"[;\n—–!?]|[.,] (?=[^\d])|\.$")
# A date after these is no day on which something happened.
_UNTIL = re.compile(
    r"(?:\b(?:до|к|на|по|с|позднее|позже|от|by|before|until|till|for|from|due|on or before"
    r"|expected|scheduled|valid"
    r"|срок\w{0,2}|дат\w{1,2}|план\w{0,8}|после|after|than)(?: the)? (?:\w{2,11},? )?)$"
)
# Before the day by which something is wanted.
_BY = re.compile(
    r"\b(?:до|к|не позднее|не позже|by|before|until|no later than|not later than)"
    r"(?: the)? (?:\w{2,11},? )?$"
)
# Before a wish that is only told again, with the day on which it was first written.
_WISHED_THEN = re.compile(
    r"моя просьба (?:от|к компании)|просил\w? (?:от )?\d|what i (?:have )?asked"
    r"|i asked (?:you )?(?:for|on)"
)
_NOT_YET = re.compile(
    r"\b(?:не|ещ[её]|обеща\w+|обязал\w+|назнач\w+|заплан\w+|перенес\w+|продл\w+|будет|будут"
    r"|должн\w+|действу\w+|истека\w+"
    r"|not|never|promis\w+|will|would|should|must|schedul\w+|plann?\w+|postpon\w+|extend\w+"
    r"|expir\w+|until|due|was to|were to|book\w*"
    r"|заброн\w+|вылет\w*|рейс\w*|поездк\w*|flight|trip|travel|event|концерт\w*)"
)
_HAPPENED = re.compile(
    r"\b(?:оплатил|заплатил|получил|заказал|купил|приобр[её]л|оформил|отправил|написал|звонил"
    r"|позвонил|обращал|обратил|списал|сломал"
    r"|прив[её]зл|достав(?:ил|лен)|вручил|отказал|ответил|сообщил|подал)\w{0,4}\b"
    r"|\b(?:paid|received|ordered|bought|purchased|sent|wrote|called|phoned|charged|debited"
    r"|delivered|arrived|refused|answered"
    r"|replied|told me|complained|broke|stopped)\b"
)
_ORDERED = re.compile(
    r"\b(?:заказал\w?|оформил\w? заказ|купил\w?|приобр[её]л\w?|оплатил\w?|ordered|bought|purchased"
    r"|placed (?:the|an|my) order|paid)\b"
)
_DELIVERED = re.compile(
    r"\b(?:получил\w? (?:товар|заказ|посылку|его|её|ее)|доставил\w?|доставлен\w?|привезли"
    r"|вручил\w?|(?:was |were )?delivered"
    r"|received (?:it|the (?:goods|parcel|order|item))|(?:it|the (?:goods|parcel|order"
    r"|item)) (?:arrived|came))\b"
)


def dates(reading: Reading, context: Context) -> Iterator[Finding]:
    """L27: no such day, another weekday; where `today` is known also facts of the future."""
    for stretch in reading.stretches():
        for told in dates_in(stretch.text):
            where = (told.start, told.end)
            if told.is_impossible:
                message = say("There is no such day.")
                mend = say("Look the date up, and write the right one.")
                yield reading.at(stretch, where, _RULE, message, mend)
            elif wrong := _wrong_weekday(stretch.text, told, context.today):
                span, mend = wrong
                message = say("The weekday and the date do not go together.")
                yield reading.at(stretch, span, _RULE, message, mend)
            elif context.today and _is_wished_late(reading, stretch, told, context.today):
                message = say("This day is past: nothing can be done by it.")
                mend = say("Ask for a day that is still to come.")
                yield reading.at(stretch, where, _RULE, message, mend)
            elif context.today and _is_told_early(reading, stretch, told, context.today):
                message = say("This is told as a fact, and the day has not come yet.")
                mend = say("Look the date up: is it the year, or the month?")
                yield reading.at(stretch, where, _RULE, message, mend)


def _wrong_weekday(
    text: str, told: Told, today: date | None
) -> tuple[tuple[int, int], Sentence] | None:
    """From where to where a weekday and its date stand that do not fit, and what would."""
    beside = weekday_of(text, told)
    if beside is None or (today is None and not told.year):
        return None
    weekday, (start, end) = beside
    days = told.nearest(today or date.min)
    if not days or weekday in {day.weekday() for day in days}:
        return None
    span = (min(start, told.start), max(end, told.end))
    if len(days) == 1:
        return span, say("{day} is right.", day=days[0])
    return span, say("Look the date up, and write the right one.")


def _is_wished_late(reading: Reading, stretch: Passage, told: Told, today: date) -> bool:
    """A whole date before today by which something is wanted, unless an old wish is repeated."""
    if told.day is None or told.day >= today:
        return False
    before = flat(stretch.text[: told.start])
    return (
        reading.part_at(stretch, told.start) is Part.RESULT
        and bool(_BY.search(before))
        and not _WISHED_THEN.search(before)
    )


def _is_told_early(reading: Reading, stretch: Passage, told: Told, today: date) -> bool:
    """A whole date after today, in a clause that says that something happened then."""
    if told.day is None or told.day <= today or reading.part_at(stretch, told.start) not in _FACTS:
        return False
    clause, place = _clause(stretch.text, told)
    if _UNTIL.search(clause[:place]) or _NOT_YET.search(clause):
        return False
    return bool(_HAPPENED.search(clause))


def _clause(text: str, told: Told) -> tuple[str, int]:
    """The clause in which a date stands, in small letters, and where in it."""
    first = max(0, told.start - _NEAR)
    breaks = [found.end() for found in _CLAUSE.finditer(text, first, told.start)]
    start, end = breaks[-1] if breaks else first, _CLAUSE.search(text, told.end, told.end + _NEAR)
    return flat(text[start : end.start() if end else told.end + _NEAR]), told.start - start


def delivery(reading: Reading, context: Context) -> Iterator[Finding]:  # noqa: ARG001
    """L27: something came before it was ordered."""
    ordered: date | None = None
    for stretch in reading.stretches():
        for told in dates_in(stretch.text):
            if told.day is None or reading.part_at(stretch, told.start) is not Part.PROBLEM:
                continue
            clause, place = _clause(stretch.text, told)
            if _UNTIL.search(clause[:place]) or _NOT_YET.search(clause):
                continue
            came = bool(_DELIVERED.search(clause))
            if ordered is None and not came and _ORDERED.search(clause):
                ordered = told.day
            elif came and ordered and told.day < ordered:
                message = say("It came before it was ordered ({day}).", day=ordered)
                mend = say("Look both dates up.")
                yield reading.at(stretch, (told.start, told.end), _RULE, message, mend)
