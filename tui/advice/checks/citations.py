"""The law as a letter cites it: which norm of which law."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from re import IGNORECASE
from typing import NamedTuple

from tui.advice.checks.word_lists import flat, word_list


class Norm(NamedTuple):
    """An article of a law; the article is empty where the law itself is meant."""

    law: str
    article: str = ""


class Standing(StrEnum):
    """How far a norm can be relied on."""

    GOOD = "good"  # a source was seen, and it is in force
    AHEAD = "ahead"  # not yet in force
    OVER = "over"  # no longer in force
    UNSURE = "unsure"  # nobody has seen where it stands


_BEST = {standing: place for place, standing in enumerate(Standing)}

_NUMBERED = (
    r"(?P<fz>\d{1,4})[- ]?(?:фз|fz)\b"
    r"|(?P<act>(?:[a-z]{2,20}+ ){1,6}act (?:19|20)\d\d)\b"
    r"|(?P<eu>\b(?:regulation|directive|регламент\w{0,2}|директив\w{1,2})"
    r" (?:\((?:eu|ec|eec|ес)(?:, euratom)?\) )?(?:no\.? )?\d{2,4}/\d{2,4})"
    r"|\b(?P<title>\d{1,2}) (?P<code>cfr|usc|u\.s\.c\.)(?: (?P<place>\d[\w.]*))?"
    r"|\b(?P<handbook>disp) (?P<rule>\d[\d.]*\d)"
    r"|раздел\w{0,2} (?P<ru_title>\d{1,2}) свод\w (?P<ru_code>законов|федеральных правил) сша"
)
_CODES = {"законов": "usc", "федеральных правил": "cfr", "u.s.c.": "usc"}
_ARTICLE = re.compile(
    r"\b(?:ст\.|стат(?:ья|ьи|ье|ью|ьей|ьёй|ей|ьям|ьями)|articles?|art\.|sections?|§)"
    r"\s{0,2}(?P<n>\d+(?:\.\d+)*)"
)
_POINT = re.compile(r"\b(?:п\.|пункт\w{0,3}|clauses?|paragraph)\s{0,2}(?P<n>\d[\w.]*\w|\d)")
_BEFORE, _AFTER = 70, 30  # characters between a law and its article
_ENDS = re.compile(r"[;!?]|(?<!\b[а-яa-z])(?<!\bст)(?<!\bart)(?<!\bno)\.\s")
_HINT = re.compile(
    r"закон|кодекс|правил|фз|зпп|гк|act|cfr|u\.?s\.?c|disp|gdpr|regul|direct|law", IGNORECASE
)


def citations_in(text: str) -> Iterator[tuple[tuple[int, int], Norm]]:
    """Each norm that a text cites, and from where to where it does."""
    if not _HINT.search(text):
        return
    low = flat(text)
    for found in _laws().finditer(low):
        law, article = _named(found)
        span = found.span()
        if not article:
            article, span = _article(low, span)
        yield span, Norm(law, article)


def known_norms(told: Iterable[tuple[str, Standing]]) -> dict[Norm, Standing]:
    """The norms that texts about the law name, each with the best standing told of it."""
    norms: dict[Norm, Standing] = {}
    for text, standing in told:
        for _, norm in citations_in(text):
            for each in (norm, Norm(norm.law)):
                norms[each] = min(norms.get(each, standing), standing, key=_BEST.__getitem__)
    return norms


@cache
def _laws() -> re.Pattern[str]:
    """Every law as one pattern, the group of a titled one named after its place."""
    titled = (
        rf"(?P<law{number}>{'|'.join(patterns)})"
        for number, patterns in enumerate(word_list("laws").values())
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(titled)}|{_NUMBERED})")


def _named(found: re.Match[str]) -> tuple[str, str]:
    """The law of a match, and its article where the name has it: 12 CFR 1026.13."""
    if found["fz"]:
        return f"{found['fz']}-фз", ""
    if found["act"]:
        return found["act"].rpartition("the ")[2], ""
    if found["eu"]:
        return found["eu"].rpartition(" ")[2], ""
    if found["title"]:
        code = _CODES.get(found["code"], found["code"])
        return f"{found['title']} {code}", (found["place"] or "").strip(".")
    if found["handbook"]:
        return "disp", found["rule"]
    if found["ru_title"]:
        return f"{found['ru_title']} {_CODES[found['ru_code']]}", ""
    titles = list(word_list("laws"))
    group = str(found.lastgroup)
    return titles[int(group.removeprefix("law"))], ""


def _article(text: str, law: tuple[int, int]) -> tuple[str, tuple[int, int]]:
    """The article beside a law, before or after its name, and the place of both."""
    first, last = max(0, law[0] - _BEFORE), min(len(text), law[1] + _AFTER)
    breaks = [first, *(m.end() + first for m in _ENDS.finditer(text[first : law[0]]))]
    before, after = text[breaks[-1] : law[0]], _ENDS.split(text[law[1] : last])[0]
    for pattern in (_ARTICLE, _POINT):
        nearest = list(pattern.finditer(before))[-1:]
        if nearest:
            return nearest[0]["n"], (breaks[-1] + nearest[0].start(), law[1])
        if follows := pattern.search(after):
            return follows["n"], (law[0], law[1] + follows.end())
    return "", law
