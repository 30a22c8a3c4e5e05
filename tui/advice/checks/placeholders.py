"""Places of a template that nobody filled in.

A bracket alone proves nothing: subjects carry tags, letters refer to enclosures, logs and
program text are full of brackets. So each kind has its own narrow rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import IGNORECASE, MULTILINE, VERBOSE

from tui.advice.checks.log_lines import is_log, line_around

# What a template asks for. The whole content of the brackets must be one of these, so that
# [URGENT], [Sev2], [JIRA-12], [1], [sic], [my emphasis] and <p> are not taken for one.
_WANTED = r"""
    (?: (?:insert|enter|fill\ in|add|specify|describe|put|write|choose|select|state|give|your)
        \ [^\d\[\]<>\n]{1,60}
      | (?:укажите|указать|вставьте|вставить|впишите|вписать|введите|ввести|опишите|описать
         |выберите|напишите|добавьте|заполнить|уточнить|дописать|ваш[аеу]?|ваши|вашего)
        (?:[\ ,][^\d\[\]<>\n]{1,60})?
      | (?:(?:the|my|our|order|contract|account|customer|client|case|ticket|invoice|phone|card
          |serial|policy|first|last|full|family|company|street|postal|e-?mail|due|purchase
          |delivery|product)\ )*
        (?:name|surname|number|no\.?|date|amount|sum|address|phone|telephone|e-?mail|company|city
          |reason|product|model|order|contract|account|deadline|signature|subject|details|text)
      | (?:фио|ф\.\s?и\.\s?о\.|имя|фамилия|отчество|дата|номер|сумма|адрес|телефон|почта|город
          |компания|организация|товар|модель|причина|срок|подпись|название|реквизиты|текст|тема)
        (?:\ (?!.{0,60}(?:скры|удал|изъят|замен))[а-яё\ ,-]{1,60})?
      | tbd | tbc | todo
      | [….?_-][….?_\s-]{0,30}
    )
"""
_PLACEHOLDERS = (
    # [ваше имя], [date], [...]; not [text](link), not a[i], not an empty box
    re.compile(rf"(?<![\w\])])\[\s{{0,3}}{_WANTED}\s{{0,3}}\](?![(\[\w])", IGNORECASE | VERBOSE),
    # {имя}, {order_no}, {…}; not /orders/{id}, ${HOME}, {"error": 503}, {}
    re.compile(
        r"(?<![\w/=$%{.:-])\{\{?\s?(?:[^\W\d][\w\ .-]{0,40}|…|\.{2,5})\s?\}?\}(?![\w/}])", VERBOSE
    ),
    # <your name>, <...>; not <b>, <anna@example.ru>, <stdin>
    re.compile(rf"(?<![\w<])<\s{{0,3}}{_WANTED}\s{{0,3}}>(?!>)", IGNORECASE | VERBOSE),
    # blanks to write on by hand
    re.compile(r"(?<![\w/])_{3,}(?![\w/])|«_+»"),
    # № …, no. ..., номер: ___ is found above; not “№…”, where a text was cut short
    re.compile(r"(?:№|\b(?:no|nr)\.|\b(?:number|номер)\b:?)(?:\s+…|\s*\.{3})(?!\s?\d)", IGNORECASE),
    # TODO: ..., at the start of a line or with a colon; TBD anywhere. Not a TODO app.
    re.compile(
        r"\bTODO\b(?=\s*[:.!…)\]]|\s*$)|^[\s*•-]{0,8}TODO\b(?!\s+(?:app|list|item|task))", MULTILINE
    ),
    re.compile(r"\b(?:TBD|TBC|FIXME|LOREM IPSUM|Lorem ipsum)\b"),
    # XXX, also in Cyrillic; not the masked beginning of a number whose end is shown
    re.compile(r"\b[XХ]{3,}\b(?![\s*XХ-]{0,20}\d{2})"),
)
_SEPARATOR = re.compile(r"\s*_{10,}\s*")
_TO_SIGN = re.compile(r"подпись|signature|signed|/\s*[\w.\s]+\s*/|расшифровка", IGNORECASE)
_OMISSIONS = ("[…]", "[...]")
_XML_NAME = re.compile(r"<\s*(\w+)\s*>")


def placeholders(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each unfilled place stands, in order; none within another."""
    found = (match.span() for pattern in _PLACEHOLDERS for match in pattern.finditer(text))
    last = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= last and not _is_meant(text, start, end):
            last = end
            yield start, end


def _is_meant(text: str, start: int, end: int) -> bool:
    """Not a blank: a line to sign on, a separator, a log, XML, what a quotation leaves out."""
    marked = text[start:end]
    line, line_start = line_around(text, start, end)
    if marked.startswith("_"):
        return bool(_SEPARATOR.fullmatch(line) or _TO_SIGN.search(line))
    element = _XML_NAME.fullmatch(marked)
    if element and f"</{element[1]}>" in text:
        return True
    if marked in _OMISSIONS and _is_quoted(line, start - line_start):
        return True
    return marked[0] in "[{<" and is_log(line)


def _is_quoted(line: str, place: int) -> bool:
    before, after = line[:place], line[place:]
    if before.count('"') % 2 and '"' in after:
        return True
    return any(before.count(first) > before.count(last) for first, last in ("«»", "“”", "„“"))
