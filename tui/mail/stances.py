"""What a reply is in its bearing: it asks for something, refuses, or calls itself final."""

from __future__ import annotations

import re

_ASKS = re.compile(
    r"(?<!\w)(?:(?:please|kindly)(?: \w+ly)? (?:provide|send|reply|respond|confirm|attach|upload"
    r"|supply"
    r"|fill|complete|specify|let us know|tell us|share|submit|forward|answer|return|sign|bring"
    r"|include)"
    r"|(?:could|can|would) you (?:please )?(?:provide|send|confirm|tell|let|attach|share|clarify"
    r"|specify)"
    r"|we (?:still )?(?:need|require) (?:you to|your|the following|a copy|more|further|additional"
    r"|some)"
    r"|you (?:need|are required|are requested|will need) to (?:provide|send|submit|confirm|attach"
    r"|upload)"
    r"|if (?:we|i) (?:don't|do not|haven't|have not) (?:hear|heard|receive|received|get)"
    r"|awaiting your|waiting for your|request(?:ed)? (?:that you|additional|further|more)"
    r"|(?:прос(?:им|ьба)|пожалуйста,?|прошу)(?: вас)?(?: \w+)? (?:предостав\w+|пришл\w+|присл\w+"
    r"|направ\w+"
    r"|сообщ\w+|уточн\w+|ответ(?:ь|и)\w+|подтверд\w+|указ?(?:ать|ажите)|укажите|прилож\w+"
    r"|прикрепи\w+"
    r"|заполн\w+|отправ\w+|загруз\w+|выслать|подпи\w+)"
    r"|(?:пришлите|предоставьте|направьте|уточните|сообщите|укажите|приложите|прикрепите"
    r"|подтвердите"
    r"|заполните|вышлите|ответьте)(?!\w)"
    r"|(?:вам )?(?:необходимо|нужно|требуется|следует) (?:будет )?(?:предостав\w+|присл\w+"
    r"|направить|сообщить"
    r"|уточнить|указать|приложить|подтвердить|заполнить|выслать|прислать)"
    r"|если (?:мы не получим|вы не (?:ответите|предоставите|пришлете|сообщите)"
    r"|ответ\w? не (?:поступит|будет))"
    r"|(?:please|kindly|you (?:must|need to|have to)) pay|payment is due|оплатите|внесите|погасите"
    r"|ждем от вас|ожидаем от вас|нам (?:нужн[аоы]?|потребу\w+|необходим[аоы]?))"
)
_NO_REQUEST = re.compile(
    r"(?:please|kindly) (?:do not reply|don't reply|do not respond|note|allow|wait)"
    r"|(?:не отвечайте|не нужно)"
    r"|просим (?:ожидать|подождать|не отвечать)|если у вас (?:остались|есть|возникнут)"
    r"|if you have any"
    r"|rate (?:our|us)|оцените"
)
_REFUSES = re.compile(
    r"(?<!\w)(?<!не )(?:отказ(?:ано|ываем|ать|али|ывает)(?!\w)|вынужден\w? (?:вам )?отказать|(?:не"
    r"|нет) (?:име\w+ )?"
    r"(?:правовых |законных )?основани\w+|не подлеж(?:ит|ат) (?:возврату|удовлетворению|обмену"
    r"|компенсации)"
    r"|не (?:можем|имеем возможности|представляется возможным|видим оснований|находим оснований)"
    r"(?: \w+){0,2} (?:удовлетвор\w+|верну\w+|возврат\w*|компенс\w+|возмест\w+|замен\w+|принять)"
    r"|претензия (?:признана )?(?:необоснованн\w+|отклонена)|(?:заявка|обращение"
    r"|жалоба) отклонен[ао]"
    r"|(?:отклонен|отклонена|отклонено)(?!\w)|не удовлетворен\w"
    r"|(?:unable|not able) to (?:refund|offer|approve|accept|process (?:your|the|a) (?:refund"
    r"|claim)|agree"
    r"|uphold|compensate|replace|issue|grant|honou?r)"
    r"|(?:cannot|can't|can not|won't|will not) (?:be )?(?:refund|offer|approve|accept|agree|uphold"
    r"|compensate|replace|issue|grant|honou?r)(?:ed|d|e)?(?!\w)"
    r"|(?:has|have) been (?:declined|rejected|denied|refused)"
    r"|(?:we|i) (?:have )?(?:decline|declined|rejected?|denied|deny|refuse|refused)(?!\w)"
    r"|(?:is|are) not eligible|not entitled to|no refund|non-refundable|(?:do|does|did) not uphold"
    r"|not upheld|regret (?:to inform you )?that (?:we|your) (?:cannot|are unable|claim))"
)
_FINAL = re.compile(
    r"(?<!\w)(?:окончательн\w{2,3} (?:ответ|решени\w|позици\w)|(?:ответ|решени\w"
    r"|позици\w) (?:\w+ ){0,2}"
    r"окончательн\w{2,3}|пересмотру не подлежит|(?:переписк\w"
    r"|рассмотрени\w)(?: \w+){0,4} прекращ\w+"
    r"|final (?:response|decision|position|answer|viewpoint)|(?:decision|position|answer"
    r"|response) is final"
    r"|deadlock letter|letter of deadlock|(?:no|not) (?:enter into )?further correspond\w*"
    r"|consider (?:this|the) (?:matter|case|complaint) closed)"
)
_LEAVE_ALONE = re.compile(
    r"(?<!\w)(?:(?:do not|don't|no need to|refrain from|avoid) (?:please )?(?:call|contact|writ"
    r"|chas|e-?mail|ring|remind|get in touch|follow)\w*(?: \w+){0,5}? (?:before|until|till|prior to"
    r"|earlier than|sooner than)"
    r"|(?:call|contact|write|get in touch|come back)(?: \w+){0,4}? (?:not before"
    r"|(?:no|not) (?:earlier|sooner) than|(?P<late>after))"
    r"|не (?:звоните|пишите|обращайтесь|беспокойте|беспокойтесь|связывайтесь|тревожьте|напоминайте)"
    r"(?: \w+){0,5}? (?:до|ранее|раньше)"
    r"|(?:звоните|перезвоните|пишите|напишите|обращайтесь|обратитесь|свяжитесь)(?: \w+){0,4}?"
    r" (?:не (?:ранее|раньше)(?: чем)?|(?P<later>после))) (?:\w+ ){0,2}?$"
)
_AT_ONCE = re.compile(
    r"(?<!\w)(?:at once|immediately|right (?:away|now)|straight ?away|today|yet|now|сразу|сейчас"
    r"|пока|немедленно|сегодня)(?!\w)"
)
_NOT_YET = re.compile(
    r"(?<!\w)(?:will (?:send|receive|get|provide)|should receive|до получения|направим|by |within )"
)


def asks(low: str) -> str:
    """The words of a sentence in lower case that ask for something, or ""."""
    found = _ASKS.search(low)
    return found[0] if found and not _NO_REQUEST.search(low) else ""


def refuses(low: str) -> str:
    """The words that refuse, or ""."""
    found = _REFUSES.search(low)
    return found[0] if found else ""


def refuses_for_now(low: str) -> bool:
    """Whether what is refused is only that it be done at once."""
    found = _REFUSES.search(low)
    return bool(found and _AT_ONCE.search(re.split(r"[:;—–]", low[found.end() :])[0]))


def leaves_alone(before: str) -> str:
    """What asks me not to come back before the day at whose beginning `before` ends, or "";
    "after" where that day itself is too early.
    """
    found = _LEAVE_ALONE.search(before)
    if not found:
        return ""
    return "after" if found["late"] or found["later"] else "before"


def is_final(low: str) -> str:
    """The words that call this very answer the last one, or "": one that is announced is not it."""
    found = _FINAL.search(low)
    return found[0] if found and not _NOT_YET.search(low) else ""
