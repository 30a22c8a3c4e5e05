"""The person's own words in a letter, and where they are kept."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.words import Part
from tui.desk.cases.facts import FACT_OF_PART, as_text, changed
from tui.desk.letters.letter_drafts import Draft


def own_words(case: Case, draft: Draft) -> dict[Part, str]:
    """The person's own words by part."""
    if not draft.key:
        return {part: as_text(case, fact) for part, fact in FACT_OF_PART.items()}
    return {part: case.letters.get(draft.key, {}).get(part, "") for part in Part}


def with_own(case: Case, draft: Draft, own: Mapping[Part, str]) -> Case:
    """The case with these own words. An empty subject of a first letter stays as it was."""
    if not draft.key:
        facts = {FACT_OF_PART[part]: text for part, text in own.items()}
        if not facts.get("subject", "").strip():
            facts.pop("subject", None)
        return changed(case, facts)
    words = {**case.letters.get(draft.key, {}), **{part.value: own[part] for part in own}}
    kept = {part: text for part, text in words.items() if text.strip()}
    letters = {**case.letters, draft.key: kept}
    return replace(case, letters={key: parts for key, parts in letters.items() if parts})
