"""Subjects and wishes made of words that could stand in any letter."""

from __future__ import annotations

import re
from re import IGNORECASE

WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
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
# A wanted result in which every word begins like one of these cannot be measured.
_VAGUE = re.compile(
    r"разобра|разбер|разбир|реш[иае]|помо[гщж]|помоч|приня|прими|мер[ыа]?$|дела|сдела|что-|что$"
    r"|нибудь|проблем|вопрос|ситуац|исправ|урегулир|рассмотр|прошу$|просим$|просьба|требу"
    r"|пожалуйста|хочу|хотел|чтобы|бы$|вас$|вам$|вы$|мне$|мо[йюяеиё]|нам$|наш|эт[аоиу]|данн|как$"
    r"|можно|скор|поскор|быстр|срочн|очень|наконец|уже$|и$|а$|в$|с$|по$|на$|вс[её]$|убедительн"
    r"|надлежащ|соответствующ|необходим|должн|порядок$|навест|спасибо|жду$"
    r"|please|kindly|can$|could|would|will$|you$|i$|i[’']d$|we$|want|need|ask$|expect$|request|like$"
    r"|to$|for$|and$|just$|asap|immediate|urgent|now$|this$|that$|it$|its$|my$|our$|me$|us$|soon"
    r"|as$|so$|possible|quick|thank|help$|do$|something|anything|everything|somehow|fix$|solv|sort$"
    r"|out$|look|into$|resolv|deal$|with$|take$|action|measures?$|necessary|appropriate|steps?$"
    r"|investigat|problem|issue|situation|matter|question|the$|a$|an$|about$|assist|support|be$"
    r"|get$|done$|make$|things?$|right$|your$|on$|of$",
    IGNORECASE,
)


def words_in(text: str) -> list[str]:
    """The words and numbers of a text."""
    return WORD.findall(text)


def is_generic(subject: str) -> bool:
    """Whether a subject, its tags aside, could stand above any letter."""
    return all(_GENERIC.fullmatch(word) for word in words_in(_TAG.sub("", subject)))


def is_vague(result: str) -> bool:
    """Whether a wanted result names nothing that can be measured: "please do something"."""
    return all(_VAGUE.match(word) for word in words_in(result))
