"""Of which kind a problem is, as far as it decides what one needs for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from fnmatch import fnmatchcase

from tui.advice.preparation.preparation_data import Row, kinds, rows
from tui.cases.case import Case

_PATTERNS = {
    "#time": re.compile(r"(?<!\d)\d{1,2}:\d{2}(?!\d)"),
    "#day": re.compile(
        r"(?<!\d)(?:\d{4}-\d\d-\d\d|\d{1,2}[./](?:0[1-9]|1[0-2])(?!\d)|\d{1,2}(?:st|nd|rd|th)?\s"
        r"(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек"
        r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
        r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s\d{1,2}\b"
    ),
}

KindOf = Callable[[str], str]  # a kind of identifier as it was written -> as the data call it


def kind_of(case: Case, named: KindOf) -> str:
    """The id of the kind: by a tag of the case, else by its playbook, problem and words."""
    named_by = {name: (name, *kind.tags) for name, kind in kinds().items()}
    by_tag = {tag: name for name, tags in named_by.items() for tag in tags}
    tagged = (by_tag[tag] for tag in map(str.casefold, case.tags) if tag in by_tag)
    return next(tagged, None) or next(row.kind for row in rows() if _holds(row, case, named))


def _holds(row: Row, case: Case, named: KindOf) -> bool:
    told = {named(i.kind) for i in case.identifiers if i.value.strip()}
    return (
        (not row.playbooks or any(fnmatchcase(case.playbook, one) for one in row.playbooks))
        and (not row.problems or case.problem in row.problems)
        and (not row.urgencies or case.urgency in row.urgencies)
        and (not row.numbers or bool(told & set(row.numbers)))
        and (not row.words or says(row.words, case.subject, case.details))
    )


def says(beginnings: tuple[str, ...], *texts: str) -> bool:
    """Whether a word of the texts begins so; “#day” and “#time” are any date and time of day.

    Two words in one beginning stand side by side.
    """
    plain = " ".join(" ".join(texts).casefold().replace("ё", "е").split())
    return any(_begins(plain, one) for one in beginnings)


def _begins(text: str, word: str) -> bool:
    if word in _PATTERNS:
        return bool(_PATTERNS[word].search(text))
    word = word.replace("ё", "е")
    at = text.find(word)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at >= 0
