"""What is written anew beside the person's own words: offered, and never put in their place."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.particulars import Mark
from tui.cases.words import Part
from tui.desk.letters.letter_drafts import Draft, note_of, template_of, with_note
from tui.desk.letters.letter_matter import matter_of
from tui.desk.letters.own_words import own_words
from tui.desk.office import Office

# The facts that stand in a first letter instead of what would be written.
_INSTEAD = {Part.GREETING: "introduction", Part.CONTACTS: "contacts"}


def offered(office: Office, case: Case, draft: Draft) -> dict[Part, str]:
    """The fresh text of each part whose mark is no longer the one that was kept."""
    from tui.letters.write import marks_of, written_parts

    kept = note_of(case, draft).marks
    if not kept:
        return {}
    template, own = template_of(office, draft), own_words(case, draft)
    matter = matter_of(office, _without_own(case, draft), draft, template)
    marks, fresh = marks_of(matter, template), written_parts(matter, template)
    return {
        mark.part: fresh[mark.part]
        for mark in kept
        if marks[mark.part] != mark.digest
        and own[mark.part].strip() not in ("", fresh[mark.part].strip())
    }


def marked(office: Office, case: Case, draft: Draft, parts: Collection[Part]) -> Case:
    """The case with a mark of what would be written for these parts, where own words stand."""
    from tui.letters.write import marks_of

    instead = parts if draft.key else [part for part in parts if part in _INSTEAD]
    if not instead:
        return case
    own, template = own_words(case, draft), template_of(office, draft)
    digests = marks_of(matter_of(office, _without_own(case, draft), draft, template), template)
    note = note_of(case, draft)
    kept = {mark.part: mark for mark in note.marks if mark.part not in instead}
    kept |= {p: Mark(part=p, digest=digests[p]) for p in instead if own[p].strip()}
    return with_note(case, replace(note, marks=tuple(kept[part] for part in Part if part in kept)))


def _without_own(case: Case, draft: Draft) -> Case:
    """The case as if the person had written nothing instead of what is written for them."""
    if draft.key:
        return replace(case, letters={**case.letters, draft.key: {}})
    return replace(case, **dict.fromkeys(_INSTEAD.values(), ""))
