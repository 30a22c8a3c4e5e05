"""What a person wants, as a sentence that asks for it."""

from __future__ import annotations

import re
from re import IGNORECASE

_ASKS = re.compile(
    r"(?:прошу|просим|просьба|требую|требуем|хочу|хотелось|ожидаю|жду|предлагаю|пожалуйста"
    r"|[а-яё]+(?:йте|ите|ьте)(?:сь)?\b"
    r"|please|i\s|i['’]|we\s|kindly|could\s|can\s|would\s|what i\s|my request)",
    IGNORECASE,
)

_FIRST = re.compile(r"[^\W\d_]+(?![^\s,;:.!?])")
_INFINITIVE = re.compile(
    r"[а-яё]*[аеёиоуыя]ть|(?:за|у|вы|рас|пере|про)честь"
    r"|[а-яё]*йти|[а-яё]+(?:[вн]ести|везти)|[а-яё]+(?:мочь|речь|лечь|сечь|жечь)"
)
# End like infinitives and are none.
_NO_VERB = re.compile(
    r"пять|девять|десять|двадцать|тридцать|опять|вспять|хоть|чуть|треть|печать|память|мать|сеть"
    r"|нить|суть|путь|кровать|плеть|рукоять|зять|благодать|копоть|ноготь|локоть|д[её]готь|ртуть"
    r"|муть|жуть|совести|повести"
)

# These are verbs wherever they begin a wish.
_VERB = re.compile(r"replace|cancel|restore|deliver|send|confirm|delete|unblock|explain")
# These may be nouns as well (“Refund of €79”), or “correct” as in “correct amount”: verbs only
# before what a verb acts on.
_MAYBE_VERB = re.compile(
    r"refund|return|repair|fix|correct|credit|reverse|pay|bring|give|provide|remove|stop|exchange"
    r"|reimburse|unlock|reset|reinstate|recalculate|close|open|change"
)
_ACTED_ON = re.compile(
    r"\s+(?:(?:the|my|our|your|a|an|this|that|these|those|it|me|us|them|all|both|everything"
    r"|(?:eur|usd|gbp|rub|chf)\s?\d\S*)(?!\w)|[€$£₽]?\s?\d)",
    IGNORECASE,
)


# “Прошу вас вернуть”: what stands before the verb.
_I_ASK = re.compile(r"прошу (?:вас )?(?=([а-яё]+)(?![а-яё]))", IGNORECASE)


def as_bare(wish: str, language: str) -> str:
    """`wish` as it follows a heading: “Моя просьба: Прошу вернуть …” would ask twice.

    English headings, such as “What I asked for:”, bear a “please”.
    """
    asks = _I_ASK.match(wish) if language == "ru" else None
    if not asks or not _is_infinitive(asks[1].lower()):
        return wish
    rest = wish[asks.end() :]
    return rest[:1].upper() + rest[1:]


def as_request(wish: str, language: str) -> str:
    """`wish` as a sentence that asks; empty where it is none and cannot begin one.

    “Вернуть 12 490 ₽” becomes “Прошу вернуть 12 490 ₽”, “Refund €79” becomes “Please refund
    €79”; what asks already stays as it is.
    """
    if _ASKS.match(wish):
        return wish
    first = _FIRST.match(wish)
    if not first:
        return ""
    word, rest = first[0].lower(), wish[first.end() :]
    if language == "ru" and _is_infinitive(word):
        return f"Прошу {word}{rest}"
    if language == "en" and _is_imperative(word, rest):
        return f"Please {word}{rest}"
    return ""


def _is_infinitive(word: str) -> bool:
    return bool(_INFINITIVE.fullmatch(word)) and not _NO_VERB.fullmatch(word)


def _is_imperative(word: str, rest: str) -> bool:
    if _VERB.fullmatch(word):
        return True
    return bool(_MAYBE_VERB.fullmatch(word) and _ACTED_ON.match(rest))
