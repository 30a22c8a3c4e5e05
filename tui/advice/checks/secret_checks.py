"""The checks for secrets of payment and access: L11 card numbers, L12 codes, L13 passwords, keys.

L11 and L13 look into the texts that go with the letter, too.

Nobody who may ask for a letter needs these; whoever reads it later can use them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from re import IGNORECASE

from tui.advice.checks.checksums import is_card, passes_luhn
from tui.advice.checks.finding import Context, Finding, Severity
from tui.advice.checks.neutral import neutral
from tui.advice.checks.patterns import squeezed
from tui.advice.checks.reading import Reading
from tui.advice.checks.secrets import KEY, PASSWORD, secrets_in
from tui.cases.sentence import say
from tui.cases.words import Part

MOST_IN_A_FILE = 5  # findings; the rest is the same mistake

_NUMBER = re.compile(r"(?<![\w*.,+-])\d(?:[ \u00a0-]?\d){12,18}(?!\w|[ \u00a0-]?\d|[.,]\d)")
_NO_CARD = re.compile(
    r"(?:заказ|договор|сч[её]т|трек|отправлени|накладн|обращени|заявк|полис|квитанци|чек|imei|инн"
    r"|огрн|транзакц|плат[её]ж|артикул|штрих|order|contract|account|invoice|track|parcel|shipment"
    r"|ticket|case|request|reference|ref|policy|receipt|rrn|arn|transaction|serial|barcode|sku|ean"
    r"|timestamp)\w{0,6}[^\w\n]{0,4}(?:(?:no|number|id|номер\w?|№|n)\b)?[^\w\n]{0,4}$",
    IGNORECASE,
)
# What is called the number of a card is one, whatever its check digit says.
_CARD_BEFORE = re.compile(
    r"(?:номер\w{0,2}(?: \w{3,14}){0,2} карт[аыуе]|карт[аыуе] (?:№|номер)"
    r"|(?<!\w)card (?:number|no\.?|#)|(?:credit|debit|bank) card)(?: is| was| это)?[^\w\n]{0,4}$",
    IGNORECASE,
)
_CODE = re.compile(
    r"(?<!\w)(?:cvv2?|cvc2?|cv2|cid|csc|card verification (?:code|value|number)|security code"
    r"|код (?:с|на) (?:обратной|обороте)(?: сторон\w)?(?: карты)?|код безопасности(?: карты)?"
    r"|трёхзначный код|трехзначный код)(?: карты| of the card)?[\s\"'«“:=—–-]{0,5}"
    r"(?:(?:is|это|был|was|номер|код|number"
    r"|code)[\s\"'«“:=—–-]{1,4})?(?P<code>\d{3,4})(?![\w.,]?\d)",
    IGNORECASE,
)
_PIN = re.compile(
    r"(?<!\w)(?:pin|пин)(?:[ -]?(?:code|код\w{0,2}))?[\s\"'«“:=—–-]{1,5}"
    r"(?:(?:is|это|был|was)[\s\"'«“:=—–-]{1,4})?(?P<code>\d{4})(?!\w|[.,-]?\d)",
    IGNORECASE,
)
_ONE_TIME = re.compile(
    r"(?<!\w)(?:код\w{0,2} (?:из|в) (?:смс|sms|пуш\w{0,5}|push)|(?:code|passcode) (?:from|in|out of"
    r"|of|by) (?:(?:the|my|an?|your) )?(?:sms|text(?: message)?|push(?: message)?|message|app)"
    r"|(?:смс|sms)[ -]?(?:код\w{0,2}|code)"
    r"|код\w{0,2} подтверждения|одноразов\w{2,3} (?:код\w{0,2}|пароль\w?)|3-?d ?secure(?: code"
    r"| код)?"
    r"|(?:verification|confirmation|one[- ]time|login|2fa|otp)[ -](?:code|password|passcode)|otp)"
    r"[\s\"'«“:=—–-]{1,5}(?:(?:is|это|был"
    r"|was)[\s\"'«“:=—–-]{1,4})?(?P<code>\d{3,4}[ -]?\d{0,4})(?!\w)",
    IGNORECASE,
)


def card_number(reading: Reading, context: Context) -> Iterator[Finding]:
    """L11: the number of a card; of another number that looks like one, whether it is."""
    known = {squeezed(identifier.value) for identifier in context.identifiers}
    for stretch in reading.stretches():
        for found in _NUMBER.finditer(stretch.text):
            digits = squeezed(found[0])
            before = stretch.text[max(0, found.start() - 40) : found.start()]
            named = bool(_CARD_BEFORE.search(before))
            labelled = not named and (bool(_NO_CARD.search(before)) or digits in known)
            if not (named or passes_luhn(digits)) or (labelled and not is_card(digits)):
                continue
            if named or (is_card(digits) and not labelled):
                severity = Severity.ERROR
                message = say("This is the number of a card: whoever reads it can try to use it.")
            else:
                severity, message = Severity.WARN, say("Is this the number of a card?")
            mend = say("The last four digits are enough for them to find it.")
            masked = f"*{digits[-4:]}"
            yield reading.at(stretch, found.span(), ("L11", severity), message, mend, masked)


def card_code(reading: Reading, context: Context) -> Iterator[Finding]:
    """L12: the code on the back, a PIN, a code out of a message."""
    rule = ("L12", Severity.ERROR)
    message = say("This is a secret code. No company may ask for it.")
    mend = say("Take it out; if it is still in force, have it changed.")
    hidden = neutral("code", context.language)
    for stretch in reading.stretches():
        for pattern in (_CODE, _PIN, _ONE_TIME):
            for found in pattern.finditer(stretch.text):
                yield reading.at(stretch, found.span("code"), rule, message, mend, hidden)


def password(reading: Reading, context: Context) -> Iterator[Finding]:
    """L13: passwords and keys, in the letter."""
    rule = ("L13", Severity.ERROR)
    mend = say("Take it out, and change it: it has been written down.")
    for stretch in reading.stretches():
        for start, end, kind in secrets_in(stretch.text):
            what = say("a key") if kind == "key" else say("a password")
            message = say("This is {what}: whoever reads the letter can use it.", what=what)
            hidden = neutral(kind, context.language)
            yield reading.at(stretch, (start, end), rule, message, mend, hidden)


CARD = "card"  # beside the kinds of secrets_in
SECRETS = {KEY: say("a key"), PASSWORD: say("a password"), CARD: say("the number of a card")}
_CHANGE = say("Leave it out of the letter, or enclose a copy without it; and change it.")
_HIDE = say("Leave it out of the letter, or enclose a copy that has the last four digits only.")


@lru_cache(16)
def lines_with_secrets(text: str) -> tuple[tuple[int, str], ...]:
    """The first lines of a file with secrets, and the kind in each: one of SECRETS.

    Found once: the file does not change.
    """
    found = [(start, kind) for start, _, kind in secrets_in(text)]
    found += [(match.start(), CARD) for match in _NUMBER.finditer(text) if _is_plain(match)]
    lines: dict[int, str] = {}
    line, counted = 1, 0
    for start, kind in sorted(found):
        line += text.count("\n", counted, start)
        counted = start
        lines.setdefault(line, kind)
        if len(lines) == MOST_IN_A_FILE:
            break
    return tuple(lines.items())


def _is_plain(found: re.Match[str]) -> bool:
    """The number of a card, and not of an order: a log is full of long numbers."""
    digits = squeezed(found[0])
    before = found.string[max(0, found.start() - 40) : found.start()]
    return is_card(digits) and passes_luhn(digits) and not _NO_CARD.search(before)


def in_files(reading: Reading, context: Context) -> Iterator[Finding]:
    """L11, L13: secrets in the files that go with the letter, a line once."""
    part, place = Part.ENCLOSURES, reading.span(Part.ENCLOSURES)[1]
    for name, text in context.attached:
        for line, kind in lines_with_secrets(text):
            rule, mend = ("L11", _HIDE) if kind == CARD else ("L13", _CHANGE)
            what = SECRETS[kind]
            message = say("{file}, line {line}: {what}.", file=name, line=line, what=what)
            yield Finding(rule, Severity.ERROR, part, place, place, "", message, mend)
