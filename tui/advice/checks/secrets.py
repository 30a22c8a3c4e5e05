"""Passwords and keys in any text: letters, and logs that go with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import IGNORECASE

KEY, PASSWORD = "key", "password"

# Every pattern starts where a word does and is bounded, so that a hostile log costs no more than
# its length.
_KEYS = re.compile(
    r"-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----"
    r"(?:[^-]{0,16000}-----END (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----)?"
    r"|(?<![\w-])(?:(?:AKIA|ASIA)[0-9A-Z]{16}(?!\w)|gh[pousr]_\w{20,255}|github_pat_\w{20,255}"
    r"|glpat-[\w-]{20,64}|xox[abeoprs]-[\w-]{10,255}|sk[-_](?:live|test|proj"
    r"|ant)?[-_]?[A-Za-z0-9][\w-]{19,255}"
    r"|AIza[\w-]{35}|eyJ[\w-]{8,4000}\.eyJ[\w-]{4,4000}\.[\w-]{0,1000})"
)
_BEARER = re.compile(
    r"(?<!\w)(?:bearer\s{1,3}|(?:api[_-]?key|access[_-]?token|auth[_-]?token|secret[_-]?key"
    r"|client[_-]?secret"
    r"|private[_-]?token|токен"
    r"|ключ api)[\"']?\s{0,3}[:=]\s{0,3}[\"']?)(?P<key>[\w./+~-]{12,400}=*)",
    IGNORECASE,
)
_IN_ADDRESS = re.compile(
    r"(?<![\w+.-])[a-z][a-z0-9+.-]{1,15}://[^\s/:@]{1,64}:(?P<key>[^\s/:@]{3,64})@", IGNORECASE
)
_PASSWORD = re.compile(
    r"(?<![\w-])(?:пароль|пароля|паролем|password|passwd|passphrase|passcode|pwd"
    r"|pass(?=\s?=))(?![\w-])"
    r"(?P<by>[\"']?(?:\s{0,3}(?::=|[:=—–])\s{0,3}|\s{1,3}(?:is|was|это|был|такой|-)[:\s]\s{0,2}"
    r"|\s{1,3}))"
    r"[\"'«“`]?(?P<word>[^\s\"'»”`,;<>()]{4,64})",
    IGNORECASE,
)
# What stands after the word “password” without being one.
_NO_PASSWORD = re.compile(
    r"(?:\W*(?:[*•xхX…._-]{3,}|(?:не|нет|был|была|мой|ваш|от|для|на|в|с|и|к|по|см|через|при|или"
    r"|что|как|где|скрыт\w*|сменил\w*"
    r"|измен\w*|забыл\w*|утерян\w*|неверн\w*|непра\w*|требует\w*|действ\w*|приш\w*|пуст\w*"
    r"|отсут\w*|сброш\w*|восстанов\w*"
    r"|подходит|указан\w*|введ[её]н\w*|истёк|истек|принят\w*"
    r"|the|a|an|not|no|none|null|nil|true|false|was|is|has|for|to|on|in|of|my|your|and|or|reset\w*"
    r"|change\w*|forgot\w*|invalid"
    r"|wrong|incorrect|require\w*|expired|hidden|redacted|removed|unknown|empty|missing|failed"
    r"|again|manager|prompt|page|link"
    r"|policy|field|protected|works?|does\w*|that|with|form|e?-?mail|mail|left|code|prompt\w*"
    r"|accepted|rejected|denied))\W*)$",
    IGNORECASE,
)
_DIGIT, _LETTER = re.compile(r"\d"), re.compile(r"[^\W\d_]")
_SIGN = re.compile(r"[^\w.,:!?-]|(?<=\w)[!?_]+(?=\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERS_ONLY = 6  # digits that are a password even where nothing but a space stands before


def secrets_in(text: str) -> Iterator[tuple[int, int, str]]:
    """From where to where a secret stands, and its kind: KEY or PASSWORD; in order."""
    found = [(*match.span(), KEY) for match in _KEYS.finditer(text)]
    for pattern in (_BEARER, _IN_ADDRESS):
        found += [(*match.span("key"), KEY) for match in pattern.finditer(text)]
    found += _passwords(text)
    last = 0
    for start, end, kind in sorted(found, key=lambda one: (one[0], -one[1])):
        if start >= last:
            last = end
            yield start, end, kind


def _passwords(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _PASSWORD.finditer(text):
        word = match["word"].rstrip(".!?:")
        named = match["by"].strip("\"' \t\r\n")
        if len(word) >= 4 and not _NO_PASSWORD.match(word) and _is_password(word, named, match):
            start = match.start("word")
            yield start, start + len(word), PASSWORD


def _is_password(word: str, named: str, match: re.Match[str]) -> bool:
    """After a colon the last word of a line is one; after a space only what no word looks like."""
    odd = bool(_DIGIT.search(word) and _LETTER.search(word)) or bool(_SIGN.search(word))
    if named:
        rest = match.string[match.end("word") : match.end("word") + 3].strip("\"'»”`.,;!? \t")
        return odd or not rest or rest[0] == "\n" or word.isdecimal()
    long = word.isdecimal() and len(word) >= _NUMBERS_ONLY
    short = word.isdecimal() and not _YEAR.fullmatch(word)
    return long or short or (odd and len(word) >= 6)
