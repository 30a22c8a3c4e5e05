"""What fields and states are called in a query, in both languages.

What is typed is no text of the catalogue: either may be typed in either language.
"""

from __future__ import annotations

from collections.abc import Mapping

SAME_FIELD = {
    "компания": "company",
    "стадия": "stage",
    "метка": "tag",
    "состояние": "is",
    "срок": "due",
    "сумма": "amount",
    "сценарий": "ladder",
    "открыто": "opened",
    "связь": "link",
}
SAME_STATE = {
    "просрочено": "late",
    "просрочка": "overdue",
    "открыто": "open",
    "закрыто": "closed",
    "моё": "mine",
    "мое": "mine",
    "их": "theirs",
    "отложено": "snoozed",
    "черновик": "draft",
    "ждёт": "blocked",
    "ждет": "blocked",
}


def told(name: str, same: Mapping[str, str]) -> dict[str, str]:
    """A name as each language tells it; one that has no other is the same in both."""
    return {"en": name, "ru": next((other for other in same if same[other] == name), name)}
