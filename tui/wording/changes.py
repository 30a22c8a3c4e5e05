"""What a change of the book was, in words."""

from __future__ import annotations

from tui.cases.words import EventKind
from tui.wording.mark import N_
from tui.wording.wording import Wording

_UNDONE = {
    "add": N_("Taken back: the opening of a case ({detail})."),
    "edit": N_("Taken back on #{id}: the change of {detail}."),
    "record": N_("Taken back on #{id}: “{detail}”."),
    "compose": N_("Taken back on #{id}: the letter as it was written last."),
    "company": N_("Taken back: the change of {detail}."),
    "import": N_("Taken back: the import of {detail} cases."),
    "sample": N_("Taken back: the sample book."),
}
_OTHER = N_("Taken back: the last change.")


def undone(words: Wording, verb: str, case_id: int, detail: str) -> str:
    """What an undo took back; the three as they stand in the journal."""
    if verb == "record" and detail in set(EventKind):
        detail = words.term(EventKind(detail))
    return words.t(_UNDONE.get(verb, _OTHER), id=case_id, detail=detail)
