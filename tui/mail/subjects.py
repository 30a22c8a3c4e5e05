"""Cases whose subject is nearly that of a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice

from tui.mail.known import Known, KnownCase
from tui.mail.message import Mail

_REPLY = re.compile(
    r"^(?:\s*(?:re|fwd?|aw|wg|ответ|на|пересл?)(?:\[\d+\])?\s*:|\s*\[[^\]]{0,40}\])+", re.IGNORECASE
)
_WORD = re.compile(r"[^\W_]+")
_ALIKE = 0.85
_MOST = 500  # cases of one company whose subjects are compared, the newest first


def by_subject(mail: Mail, known: Known) -> Iterator[KnownCase]:
    """Cases with this sender whose subject is nearly the same."""
    words = _words(mail.subject)
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(" ".join(words))  # what is compared with all the others is looked at once
    for case in islice(known.of_sender(mail.sender.address), _MOST):
        if words and any(_is_alike(words, _words(told), matcher) for told in case.subjects):
            yield case


def _words(subject: str) -> list[str]:
    return sorted(set(_WORD.findall(_REPLY.sub("", subject[:300]).casefold())))


def _is_alike(one: list[str], other: list[str], matcher: SequenceMatcher[str]) -> bool:
    """All words of the one in the other, at least two; or 85 % of the letters."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) > 1 and set(shorter) <= set(longer):
        return True
    matcher.set_seq1(" ".join(other))
    ratios = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)  # cheap ones first
    return all(ratio() >= _ALIKE for ratio in ratios)
