"""What the head of a letter on paper tells already: it is not told again at the foot."""

from __future__ import annotations

import re

from tui.cases.words import Part
from tui.letters.field_names import FIELDS
from tui.letters.letter import Sender
from tui.letters.paragraphs import read_paragraphs
from tui.letters.phrases import Phrases
from tui.letters.plain import one_line
from tui.letters.template import COMMON

# The paragraphs of the last part that tell no more than where an answer reaches me.
_REACH = frozenset({"reach", "postal_address", "principal_address"})
_WORD = re.compile(r"\w")


def is_in_head(line: str, sender: Sender, language: str) -> bool:
    """Whether a line of the last part says nothing but contacts that stand in the head."""
    line = one_line(line)
    label = next((label for label in _labels(language) if line.startswith(label)), "")
    rest = line[len(label) :]
    phone = Phrases(language).say("reach.phone", phone="")
    for known in (*map(one_line, _told(sender)), phone):
        rest = rest.replace(known, "") if known else rest
    return bool(label) and not _WORD.search(rest)


def _told(sender: Sender) -> tuple[str, ...]:
    told = (sender.address, sender.principal.address, sender.email, sender.phone, sender.hours)
    return tuple(sorted(told, key=len, reverse=True))


def _labels(language: str) -> tuple[str, ...]:
    """“You can reach me at: ”, as letters begin such a line."""
    common = read_paragraphs(COMMON, FIELDS, tuple(Part))
    texts = (p.texts[language] for p in common if p.part == Part.CONTACTS)
    halves = (text.partition("{") for text in texts)
    return tuple(head for head, _, rest in halves if rest.partition("}")[0] in _REACH)
