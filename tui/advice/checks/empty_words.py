"""Subjects and wishes made of words that could stand in any letter."""

from __future__ import annotations

import re
from re import IGNORECASE

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_TAG = re.compile(r"^\s*(?:\[[^\]]*\]\s*|(?:re|fwd?|на)\s*:\s*)+", IGNORECASE)

# A subject in which every word is one of these says nothing.
_GENERIC = re.compile(
    r"help|urgent|please|complaint|problem|question|request|support|issue|hello|hi|important|asap"
    r"|need|attention|error|letter|message|enquiry|inquiry|claim|appeal|refund|my|a|an|the|to|with"
    r"|your|for|and|i|have|помогите|помощь|срочно|важно|внимание|жалоба|претензия|обращение|вопрос"
    r"|проблема|заявление|заявка|запрос|письмо|сообщение|здравствуйте|ошибка|возврат|прошу"
    r"|пожалуйста|служб[аеу]|поддержк[аиу]|нужн[ао]|очень|мо[йяё]|у|меня|по|в|с|на",
    IGNORECASE,
)
# A wish in which every word begins like one of these cannot be measured.
_VAGUE = re.compile(
    r"разобра|разбер|разбир|реш[иае]|помо[гщж]|помоч|приня|прими|мер[ыа]?$|дела|сдела|что-|что$"
    r"|нибудь|проблем|вопрос|ситуац|урегулир|рассмотр|прошу$|просим$|просьба|требу|пожалуйста"
    r"|хочу|хотел|чтобы|бы$|вас$|вам$|вы$|мне$|мо[йюяеиё]|нам$|наш|эт[аоиу]|данн|как$|можно|скор"
    r"|поскор|быстр|срочн|очень|наконец|уже$|и$|а$|в$|с$|по$|на$|вс[её]$|убедительн|надлежащ"
    r"|соответствующ|необходим|должн|порядок$|навест|спасибо|жду$|жалоб"
    r"|please|kindly|can$|could|would|will$|you$|i$|i[’']d$|we$|want|need|ask$|expect$|request|like$"
    r"|to$|for$|and$|just$|asap|immediate|urgent|now$|this$|that$|it$|its$|my$|our$|me$|us$|soon"
    r"|as$|so$|possible|quick|thank|help$|do$|something|anything|everything|somehow|solv|sort$"
    r"|out$|look|into$|resolv|deal$|with$|take$|action|measures?$|necessary|appropriate|steps?$"
    r"|investigat|problem|issue|situation|matter|question|complaint|the$|a$|an$|about$|assist"
    r"|support|be$|get$|done$|make$|things?$|right$|your$|on$|of$|in$",
    IGNORECASE,
)
# A request for an answer is no wish: every letter has one. It may name a date.
_ANSWERING = re.compile(r"ответ|answer|reply|respond|сообщ|know$|tell$", IGNORECASE)
_AROUND_IT = re.compile(
    r"регистр|зарегистр|обращени|номер|его$|register|number|письменн|writing|позднее|не$|до$|г$|by$|no$|later|than|let$|\d|янв|фев|мар|апр|ма[яй]$"
    r"|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may$|jun|jul|aug|sep|oct|nov|dec"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник|вторник|сред[уы]|четверг|пятниц|суббот"
    r"|воскресень|завтра|сегодня|tomorrow|today|working|days?$|рабоч|дн[яейь]|течени|within",
    IGNORECASE,
)
_CONDITION = re.compile(r"\s*(?:если|в случае|иначе|if|otherwise|in case|should you)\b", IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZА-ЯЁ])|\n+")


def words_in(text: str) -> list[str]:
    """The words and numbers of a text."""
    return _WORD.findall(text)


def is_generic(subject: str) -> bool:
    """Whether a subject, its tags aside, could stand above any letter."""
    return all(_GENERIC.fullmatch(word) for word in words_in(_TAG.sub("", subject)))


def is_vague(result: str) -> bool:
    """Whether a wanted result names nothing that can be measured: "please do something".

    Sentences that ask for an answer, or say what to do if they refuse, neither help nor harm.
    """
    wishes = _wishes(result)
    return bool(wishes) and all(_is_empty(one) for one in wishes)


def asks_for_nothing_else(result: str) -> bool:
    """Whether all that is wanted is an answer: "Please answer by 4 December"."""
    return not _wishes(result)


def _wishes(result: str) -> list[str]:
    sentences = [one for one in _SENTENCE.split(result) if words_in(one)]
    return [one for one in sentences if not _CONDITION.match(one) and not _asks_for_answer(one)]


def _is_empty(sentence: str) -> bool:
    return all(_VAGUE.match(w) or _ANSWERING.match(w) for w in words_in(sentence))


def _asks_for_answer(sentence: str) -> bool:
    words = words_in(sentence)
    known = (_VAGUE, _ANSWERING, _AROUND_IT)
    return any(map(_ANSWERING.match, words)) and all(
        any(pattern.match(word) for pattern in known) for word in words
    )
