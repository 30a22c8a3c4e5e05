"""The checks for what tells who I am: L14 papers and accounts, L15 anything at all in public."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import IGNORECASE

from tui.advice.checks.checksums import is_iban, is_snils
from tui.advice.checks.finding import Context, Finding, Severity
from tui.advice.checks.neutral import neutral
from tui.advice.checks.patterns import EMAIL, LABELS, PHONE, squeezed
from tui.advice.checks.reading import Reading
from tui.cases.name_forms import name_pattern
from tui.cases.sentence import Sentence, say
from tui.cases.words import Channel, Part

# On paper with a signature they are in their place; and a bank needs the account to pay to.
_ON_PAPER = frozenset({Channel.LETTER, Channel.IN_PERSON})
# Of a letter that goes to a social network only these are said in public.
_SAID_IN_PUBLIC = frozenset({Part.SUBJECT, Part.PROBLEM, Part.RESULT})

_PASSPORT = re.compile(
    r"(?:паспорт\w{0,3}|серия|passport)(?:[^\d\n]{0,40}?)"
    r"(?P<id>\d{2} ?\d{2}(?:[ ,]{0,2}(?:№|номер|n)?\s?)\d{6})(?!\w|[.,-]?\d)",
    IGNORECASE,
)
_SNILS = re.compile(r"(?<![\w-])\d{3}-\d{3}-\d{3}[ -]\d{2}(?![\w-])")
_SNILS_NAMED = re.compile(
    r"снилс[^\d\n]{0,12}(?P<id>\d{3}[ -]?\d{3}[ -]?\d{3}[ -]?\d{2})(?!\d)", IGNORECASE
)
_IBAN = re.compile(
    r"(?<![\w-])[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?(?!\w)"
)
_BIRTH = re.compile(
    r"(?:дат[аыеу] рождения|родил(?:ся|ась)|д\. ?р\.|года? рождения:|date of birth|\bdob\b"
    r"|\bborn(?: on)?)"
    r"[^\d\n]{0,10}(?P<id>\d{1,2}[./ -](?:\d{1,2}|[а-яёa-z]{3,9})[./ -](?:19|20)\d\d|(?:19"
    r"|20)\d\d-\d\d-\d\d)(?!\d)",
    IGNORECASE,
)
# Numbers that lead to me. A model or a version leads to nobody.
_MATTER = re.compile(
    r"(?:№|#|\bno\.)\s?[\w/-]*\d[\w/-]*|\*{1,4}\s?\d{4}\b|\b[A-Z]{2}\d{9}[A-Z]{2}\b"
    r"|(?<![\w.,*-])\d{6,}(?![\w.,]?\d)|\b(?:login|user ?name|логин\w{0,2})\b\W{1,3}[\w.@-]{3,}"
    rf"|\b(?:{LABELS})\b(?:\W{{1,3}}(?:no|number|id|ending|in|is|номер)){{0,3}}\W{{1,3}}"
    r"(?!\d{1,2}[.:]\d\d)(?=[\w/-]{3,})[A-ZА-ЯЁ]{0,8}[-/]?\d[\w/-]*(?![.,]\d| ?(?:₽|руб|€|\$|£))",
    IGNORECASE,
)
_OF_GOODS = re.compile(
    r"model|product|version|build|plan|tariff|voucher|flight|server|модель|товар|верси|сборк|тариф"
    r"|рейс|ваучер",
    IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")


def papers(reading: Reading, context: Context) -> Iterator[Finding]:
    """L14: passport, СНИЛС, IBAN, date of birth, where they are not needed."""
    if context.channel in _ON_PAPER or context.public:
        return
    rule = ("L14", Severity.WARN)
    mend = say("Give it only where they ask for it, and only over a protected way.")
    for stretch in reading.stretches():
        for span, what, kind in _papers(stretch.text):
            message = say("This is {what}: with it others can act in your name.", what=what)
            written = stretch.text[slice(*span)]
            masked = (
                f"*{squeezed(written)[-4:]}"
                if kind == "number"
                else neutral(kind, context.language)
            )
            yield reading.at(stretch, span, rule, message, mend, masked)


def _papers(text: str) -> Iterator[tuple[tuple[int, int], Sentence, str]]:
    for found in _PASSPORT.finditer(text):
        yield found.span("id"), say("a passport number"), "number"
    for found in (*_SNILS.finditer(text), *_SNILS_NAMED.finditer(text)):
        place = "id" if found.re is _SNILS_NAMED else 0
        if is_snils(squeezed(found[place])) and _is_first(found, text):
            yield found.span(place), say("an insurance number (SNILS)"), "number"
    for found in _IBAN.finditer(text):
        if is_iban(_bare(found[0])):
            yield found.span(), say("a whole account number (IBAN)"), "number"
    for found in _BIRTH.finditer(text):
        yield found.span("id"), say("a date of birth"), "birth"


def _bare(text: str) -> str:
    return text.replace(" ", "").replace("\u00a0", "")


def _is_first(found: re.Match[str], text: str) -> bool:
    """A number that both patterns see is told by the first."""
    return found.re is _SNILS or not _SNILS.match(text, found.start("id"))


def in_public(reading: Reading, context: Context) -> Iterator[Finding]:
    """L15: numbers, names and addresses where everybody can read them."""
    if not context.public and context.channel is not Channel.SOCIAL:
        return
    rule = ("L15", Severity.ERROR)
    message = say("Everybody can read this: it tells who you are.")
    mend = say("Take it out, and give it in a private message.")
    hidden = neutral("private", context.language)
    for stretch in reading.stretches():
        for span in _personal(stretch.text, context):
            if reading.plain or context.public or stretch.part in _SAID_IN_PUBLIC:
                yield reading.at(stretch, span, rule, message, mend, hidden)


def _personal(text: str, context: Context) -> list[tuple[int, int]]:
    """From where to where something personal stands, in order; none within another."""
    patterns = (EMAIL, PHONE, _MATTER, *_known(context))
    found = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _known(context: Context) -> Iterator[re.Pattern[str]]:
    """What finds my numbers and my name; the name in its Russian cases, and with its capital."""
    for identifier in context.identifiers:
        if len(identifier.value.strip()) >= 3 and not _OF_GOODS.search(identifier.kind):
            yield re.compile(rf"(?<!\w){re.escape(identifier.value.strip())}(?!\w)", IGNORECASE)
    for word in _WORD.findall(context.sender):
        if word[0].isupper():
            yield re.compile(name_pattern(word))
