"""Books of any size, the same each time: cases of four to twelve kilobytes, six on average."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.record import to_plain
from tui.clock import FixedClock
from tui.desk.keeping.sample_book import fill_with_sample
from tui.store.opening import memory_store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SIZE = 4096  # bytes of a case in JSON, at least


def cases(count: int) -> Iterator[Case]:
    """`count` cases made of those of the sample book, each with words of its own.

    A case without number; its uid is `case-N`, and a word that no other has is in its details.
    """
    models = _models()
    words = sorted({word for model in models for word in _words(model)})
    chance = random.Random(4)
    for number, model in zip(range(1, count + 1), itertools.cycle(models), strict=False):
        room = SIZE - len(msgspec.json.encode(to_plain(model)))
        text = [f"unique{number}"]
        while room > 0:
            word = chance.choice(words)
            text.append(word)
            room -= len(word.encode()) + 1
        yield replace(
            model,
            id=0,
            uid=f"case-{number}",
            subject=f"{model.subject} ({number})",
            details=" ".join([model.details, *text]),
        )


def _models() -> list[Case]:
    store = memory_store()
    fill_with_sample(store, FixedClock(NOON))
    return list(store.all())


def _words(case: Case) -> Iterator[str]:
    texts = [case.subject, case.details, case.done_already, case.expected_result]
    texts += [event.text for event in case.timeline]
    return (word for text in texts for word in text.split())
