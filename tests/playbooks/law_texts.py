"""Rule files for the tests of their reading, and errors as a person reads them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.cases.errors import UpheldError
from tui.playbooks.law import Law
from tui.wording.wording import Wording

SOURCE = """
[[{kind}."{id}".source]]
address = "https://example.org/law"
kind = "law"
where = "p. 1"
dated = "2024-04-02"
seen_on = "2026-11-22"
quote = "within ten days"
"""

RULE = (
    """
[rule."ru.one"]
title.en = "Money back"
title.ru = "Возврат денег"
owner = "theirs"
period = "10cal"
starts_on = "demand"
counting = "event_excluded"
calendar = "RU"
roll = "next_wd"
effective_from = "2024-07-01"
review_by = "2027-05-22"
certainty = "A"
"""
    + SOURCE.format(kind="rule", id="ru.one")
    + """
[[rule."ru.one".example]]
start = "2025-12-25"
due = "2026-01-12"
"""
)

FACT = """
[fact."ru.channel"]
title.en = "Where"
title.ru = "Куда"
text.en = "Only there."
text.ru = "Только туда."
effective_from = "unknown"
review_by = "2027-05-22"
certainty = "B"
""" + SOURCE.format(kind="fact", id="ru.channel")

OWN = """
[rule."my.bank"]
title.en = "My bank answers"
owner = "theirs"
period = "5wd"
starts_on = "demand"
certainty = "own"
"""


def versions(*spans: tuple[str, str], rule_id: str = "ru.two") -> str:
    """A rule of several versions, the first of one day, the next of two days ..."""
    texts = []
    for n, (first, last) in enumerate(spans, 1):
        text = RULE.replace('[rule."ru.one"]', '[[rule."ru.one"]]').replace("ru.one", rule_id)
        text = text.replace('"10cal"', f'"{n}cal"').replace('"2024-07-01"', f'"{first}"')
        ends = f'effective_to = "{last}"\n' if last else ""
        texts.append(text.replace("review_by", f"{ends}review_by"))
    return "\n".join(texts)


def lawful(tmp_path: Path, *, own: dict[str, str] | None = None, **shipped: str) -> Law:
    """A law of files with these texts, by stem; `own` are those of the person."""
    for folder, files in (("shipped", shipped), ("own", own or {})):
        (tmp_path / folder).mkdir(exist_ok=True)
        for stem, text in files.items():
            (tmp_path / folder / f"{stem}.toml").write_text(text, "utf-8")
    return Law(tmp_path / "own", shipped=tmp_path / "shipped")


def refusal(ask: Callable[..., Any], *given: Any, error: type[UpheldError]) -> str:
    """What a person reads when asking so is refused with an error of this very kind."""
    with pytest.raises(error) as fault:
        ask(*given)
    assert type(fault.value) is error
    return Wording("en").say(fault.value.sentence)
