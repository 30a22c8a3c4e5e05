"""Secrets in what is noted of a case, whichever letter it will stand in one day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from tui.advice.checks.checks import Finding, check_text, context_of
from tui.cases.case import Case
from tui.cases.sentence import Sentence, say

# Cards, codes, passwords: see compose.md. What L14 names may be needed by whom a letter goes to.
SECRET = frozenset({"L11", "L12", "L13"})


def with_secrets_of_facts(case: Case, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings on one letter of a case, with the secrets that stand in its facts alone."""
    told = {finding.text for finding in findings if finding.id in SECRET}
    return (*findings, *(one for one in _of_facts(case) if one.text not in told))


def _of_facts(case: Case) -> Iterator[Finding]:
    context = context_of(case, "")
    for where, text in _texts(case):
        for finding in check_text(text, context=context) if text.strip() else ():
            if finding.id in SECRET:
                message = say("{where}: {what}", where=where, what=finding.message)
                yield replace(finding, part=None, message=message)


def _texts(case: Case) -> Iterator[tuple[Sentence, str]]:
    yield say("Subject"), case.subject
    yield say("The problem in detail"), case.details
    yield say("What I have done already"), case.done_already
    yield say("What I expect"), case.expected_result
    for parts in case.letters.values():
        yield say("Own words of another letter"), "\n".join(parts.values())
