"""What a case file says to somebody who knows nothing of this program."""

from __future__ import annotations

from pathlib import Path

import pytest
from bundle_read import Read, read_bundle, squeezed
from desk_story import Place, happens, opened

from tui.desk.desk import Desk
from tui.desk.evidence.bundle import BundleWish


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Place(tmp_path).desk()


def read(desk: Desk, case: int, where: Path, language: str) -> Read:
    return read_bundle(
        desk.write_bundle(desk.gather_bundle(case, BundleWish(language=language)), str(where))
    )


OUTAGE = {"problem": "technical", "urgency": "critical", "playbook": "vendor-support"}


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ("Calls1. 2 November 2026, 11:00 UTC", "2 November 2026, 09:30 UTC",
                "Theserviceisback", "solved, not closed yet")),
        ("ru", ("Звонки1. 2 ноября 2026 г., 11:00 UTC", "2 ноября 2026 г., 09:30 UTC",
                "вопрос решён, обращение ещё не закрыто")),
    ],
)  # fmt: skip
def test_calls_stand_apart_and_hours_are_told_where_they_count(
    desk: Desk, tmp_path: Path, language: str, told: tuple[str, ...]
) -> None:
    number = opened(desk, **OUTAGE).id
    happens(desk, number, "sent", channel="form", at="2026-11-02 09:30")
    happens(desk, number, "escalated", step="severity", channel="phone", at="2026-11-02 11:00",
            anyway=True)  # fmt: skip
    happens(desk, number, "answered", answer="solved", at="2026-11-02 12:10",
            text="The service is back")  # fmt: skip
    made = read(desk, number, tmp_path, language)
    for words in told:
        assert squeezed(words) in made.text, words
    assert [len(made.timeline[name]) for name in ("letters", "calls")] == [1, 1]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_court_reads_facts_and_no_advice(own_desk: Desk, tmp_path: Path, language: str) -> None:
    """Each number under who gave it, the money that came back, and nothing to do for the reader."""
    facts = {"playbook": "ru-shop", "country": "RU", "amount": "20000 RUB", "language": "ru"}
    number = opened(own_desk, **facts).id
    happens(own_desk, number, "sent", channel="chat", reference="M-1", at="2026-09-01T10:00")
    happens(own_desk, number, "refused", at="2026-09-02T10:00")
    happens(own_desk, number, "escalated", step="claim", channel="letter", reference="RA1",
            at="2026-09-03T10:00")  # fmt: skip
    happens(own_desk, number, "answered", answer="partly", refund="5000 RUB",
            at="2026-09-14T10:00")  # fmt: skip
    happens(own_desk, number, "escalated", step="regulator", channel="form", reference="RPN-1",
            at="2026-09-15T10:00")  # fmt: skip
    made = read(own_desk, number, tmp_path, language)
    said = {
        "en": ("Meteor: M-1", "The regional office of Rospotrebnadzor: RPN-1",
               "Paid back RUB 5,000", "tracking no. RA1", "The checksums of all files"),
        "ru": ("Meteor: M-1", "Региональное управление Роспотребнадзора: RPN-1",
               "Возвращено 5 000 ₽", "трек-номер RA1", "Контрольные суммы всех файлов"),
    }[language]  # fmt: skip
    for words in said:
        assert squeezed(words) in made.text, words
    for advice in ("Record the day", "Запишите день", "Те же суммы", "Those of all files"):
        assert squeezed(advice) not in made.text, advice
