"""What makes a case urgent, as rows: the sum, and each part with its points."""

from __future__ import annotations

from collections.abc import Sequence

from tui.advice.figures.urgency_parts import Part
from tui.widgets.rows import BLANK, Row
from tui.widgets.spans import Tone, wrapped
from tui.wording.wording import Wording


def urgency_rows(words: Wording, parts: Sequence[Part], width: int) -> tuple[Row, ...]:
    """A blank, the sum, and a row a part; nothing where nothing presses and nothing eases."""
    if not parts:
        return ()
    total = sum(part.points for part in parts)
    said = words.t("Urgency in the order of the board: {points}", points=total)
    rows = (
        Row(tuple(wrapped(f"{part.points:+}  {words.say(part.sentence)}", width, indent="      ")),
            f"urgent.{number}")
        for number, part in enumerate(parts)
    )  # fmt: skip
    head = Row(tuple(wrapped(f" {said}", width, Tone.STRONG, "  ")), "urgent.sum")
    return (BLANK, head, *rows)
