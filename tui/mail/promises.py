"""Days in a sentence that the company binds itself to, told from those that it does not.

A day counts where a word stands before it that sets a term (“by”, «не позднее»), or where
the sentence speaks of what will be done. Own rules, written along phrases of Russian and
English support; nothing is promised where only the past, a right of mine or a denial is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from msgspec import Struct

from tui.mail.day_words import day_words
from tui.mail.durations import Span, Working, spans

_TERM_BEFORE = re.compile(
    r"(?<!\w)(?:до|не поздн\w{2,3}(?: чем)?|не позже|к|по|срок(?: до)?|by|before|until|till"
    r"|(?:no|not) later than|on or before|due(?: on| by)?|eta)"
    r"[ :–—-]{1,4}(?:the |\d{1,2}[:.]\d\d,? |утр[уа] |вечер[уа] |середин[ыеу] )?$"
)
_SPAN_BEFORE = re.compile(
    r"(?<!\w)(?:в течени[ие]|через|за|спустя|в срок|срок\w{0,2}|до|не поздн\w{2,3}(?: чем)?"
    r"|максимум"
    r"|ближайш\w{2}|within|in|up to|in the next|over the next|(?:no|not) (?:later|more) than"
    r"|another"
    r"|after|take[ns]?)[ :–—-]{1,4}(?:the |ближайш\w{2} |следующ\w{2} |next |about |around )?$"
)
_FUTURE = re.compile(
    r"(?<!\w)(?:will|shall|'ll|i'll|we'll|going to|expect\w{0,3}|should|aim|hope|plan\w{0,4}"
    r"|scheduled"
    r"|due|estimated|allow|takes?|ships?|arrives?|(?:are|is) (?:issued|processed|sent|made|paid)"
    r"|be in touch|hear from us|буд(?:ет|ут|ем)|ожида\w+|планир\w+|ориентировочн\w+|предполагаем\w+"
    r"|ждите|займ[её]т|занимает|потребуется|составля\w+|составит|срок\w{0,2}|ответ\w{0,3}"
    r"|рассмотр\w+"
    r"|верн[её]м\w{0,2}|верн(?:ет|ут|усь)\w{0,2}|возврат\w{0,2}|возместим|достав\w+|отправ(?:им|ят"
    r"|ит|лю)"
    r"|перезвон\w+|позвон\w+|привез\w+|приед\w+|прид\w+|поступ(?:ит|ят)|свяж\w+|сообщ(?:им|ат|ит|у)"
    r"|предостав(?:им|ят|ит|лю)|исправ(?:им|ят|ит|лю)|устран\w+|зачисл\w+|подготов(?:им|ят|ит|лю)"
    r"|пришл\w+"
    r"|вышл(?:ем|ют|ет|ю)|реш(?:им|ат|ит|у|ение)|заверш(?:им|ат|ит)\w{0,2}|постара\w+|да(?:дим|дут"
    r"|ст|м)"
    r"|произвед\w+|обработа\w+|направ(?:им|ят|ит|лю)|напиш\w+|выполн(?:им|ят|ит)|провед\w+|откро\w+"
    r"|выплат\w+|перечисл(?:им|ят|ит)|переведем|заменим|проверим|уточним)(?!\w)|'ll(?!\w)"
)
_PAST_BEFORE = re.compile(
    r"(?<!\w)(?:от|с|со|начиная с|from|dated|since|of|(?:was|were|been|had)(?: \w+)?(?: on| in)?"
    r"|received(?: \w+){0,3} on|call(?:ed)? on|letter of|за последни[ей]|последн\w{2,3}"
    r"|прошл\w{2,3}|last"
    r"|past|previous|(?:for|on)(?: the)? last|open for|уже|более(?: чем)?|старше|(?:не )?ран(?:ее"
    r"|ьше)"
    r"|not before|(?:no|not) earlier than)[ :]{1,2}(?:чем )?$"
)
_PAST = re.compile(
    r"(?<!\w)(?:закрыт\w?|был[аои]?|получ(?:ено|ен[аы]?|или)|ответил\w?|реш[еи](?:н[оаы]?|ли)"
    r"|сообщил\w"
    r"|отправ(?:или|лен[оаы]?)|направ(?:или|лен[оаы]?)|передан[оаы]?|доставлен[оаы]?|пытал\w{2}"
    r"|провел\w"
    r"|завершен[оаы]?|was|were|received|replied|answered|closed|resolved|refunded|tried|called|sent"
    r"|delivered|responded|thank you for)(?!\w)"
)
_NO_PROMISE = re.compile(
    r"(?<!\w)(?:вы (?:\w+ )?(?:можете|вправе|имеете право)|вправе|гаранти[яйи]\w?|хранени[яе]"
    r"|хранится"
    r"|действу\w+|не (?:сможем|успеем|сможет|можем|успеет|получится|будет|гарантируем)"
    r"|you (?:(?:can|may)(?! expect)|have the right|have been|must)|warranty|valid for|guarantee"
    r"|trial|cooling-off"
    r"|(?:can(?:no|')t|won't|will not|unable to|not able to|cannot)|(?:will|would) not be able"
    r"|не ран(?:ее|ьше)|not before|(?:no|not) earlier than)(?!\w)"
)
_CLAUSES = re.compile(r"[;—–]|:(?!\d)|,? ?(?<!\w)(?:but|however|но|однако|зато)(?!\w)")
_NEAR = 40  # characters before a day in which its term stands


class Due(Struct, frozen=True):
    """A day that a sentence sets, where it stands, and the span that it was counted from."""

    start: int
    end: int
    day: date
    unit: str = ""
    count: int = 0


def days_set(low: str, when: datetime, day_first: bool, working: Working) -> Iterator[Due]:
    """The days that a sentence in lower case sets for whatever it speaks of, in their order."""
    found = [*_spans(low, when, working), *_named(low, when.date(), day_first)]
    yield from sorted(found, key=lambda due: due.start)


def promises_nothing(low: str) -> bool:
    """Whether a sentence speaks of a right of mine, or of what will not be."""
    return bool(_NO_PROMISE.search(low))


def promises_there(low: str, due: Due) -> bool:
    """Whether that day is promised in a clause of its own, though another denies something."""
    ends = [found.end() for found in _CLAUSES.finditer(low) if found.end() <= due.start]
    starts = [found.start() for found in _CLAUSES.finditer(low) if found.start() >= due.end]
    clause = low[max(ends, default=0) : min(starts, default=len(low))]
    return bool(ends or starts) and bool(_FUTURE.search(clause)) and not promises_nothing(clause)


def _spans(low: str, when: datetime, working: Working) -> Iterator[Due]:
    for span in spans(low):
        before = low[max(0, span.start - _NEAR) : span.start]
        if _is_set(low, before, _SPAN_BEFORE, span) and (day := span.after(when, working)):
            yield Due(span.start, span.end, day, span.unit, span.count)


def _is_set(low: str, before: str, term: re.Pattern[str], span: Span) -> bool:
    if _PAST_BEFORE.search(before) or _is_done(low, span.start):
        return False
    has_term = bool(term.search(before)) or low[span.start :].startswith(("в теч", "within", "in "))
    return has_term or bool(_FUTURE.search(low))


def _is_done(low: str, at: int) -> bool:
    """Whether the clause up to that place tells of the past and none of it of the future."""
    clause = re.split(r"[,;:–—]", low[:at])[-1]
    return bool(_PAST.search(clause)) and not _FUTURE.search(clause)


def _named(low: str, today: date, day_first: bool) -> Iterator[Due]:
    for word in day_words(low, today, day_first):
        before = low[max(0, word.start - _NEAR) : word.start]
        if _PAST_BEFORE.search(before):
            continue
        has_term = bool(_TERM_BEFORE.search(before))
        is_ahead = bool(_FUTURE.search(low)) and not _is_done(low, word.start)
        if is_ahead or (has_term and not _is_done(low, word.start)):
            yield Due(word.start, word.end, word.day)
