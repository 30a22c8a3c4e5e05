"""A complete case for any playbook that ships, and a person who climbs its ladder to the top.

What a careful person would have is all there: who writes and to whom, numbers, dates, a sum, a
place, one wish, and for every step the papers that it asks to be enclosed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from desk_story import happens

from tui.cases.money import Money
from tui.cases.words import Channel, EventKind, Problem
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.desk.letters.composing import Composition
from tui.desk.letters.wish import Wish
from tui.playbooks.playbook import load_playbook
from tui.playbooks.rung import Rung, RungState
from tui.playbooks.steps import FINAL, PARTLY, REFUSED, Playbook, Step
from tui.settings.config import Config, Profile, Settings
from tui.store.opening import memory_store
from tui.wording.wording import Wording

BEGINS = datetime(2026, 10, 5, 9, tzinfo=UTC)  # a Monday
MOST_WEEKS = 40  # nobody is waited for longer
HOURS = "Mo-Fr 09:00-18:00"

PROFILES = {
    "en": Profile(
        name="Anna Petrova",
        email="anna@example.ru",
        phone="+7 900 000-00-00",
        address="Lesnaya 5, 101000 Northtown",
    ),
    "ru": Profile(
        name="Анна Петрова",
        email="anna@example.ru",
        phone="+7 900 000-00-00",
        address="101000, г. Североград, ул. Лесная, д. 5",
    ),
}
COMPANIES = {"en": "Severmart", "ru": "Севермарт"}
PARTIES = {"en": "Northbank", "ru": "Северный банк"}


@dataclass(frozen=True)
class Where:
    """Where a company is."""

    country: str
    zone: str
    currency: str


# By the first country of a playbook; one for all countries is tried in Germany.
WHERE = {
    "RU": Where("RU", "Europe/Moscow", "RUB"),
    "GB": Where("GB-ENG", "Europe/London", "GBP"),
    "US": Where("US", "America/New_York", "USD"),
    "": Where("DE", "Europe/Berlin", "EUR"),
}


@dataclass(frozen=True)
class Told:
    """What happened, in one language. `{money}` is the sum as the language writes it."""

    subject: str
    identifiers: str
    details: str
    wish: str


MONEY = {
    "en": Told(
        "Refund of {money}: order 4821-77",
        "order 4821-77, card *1234",
        "On 20 September 2026 I paid {money} for order 4821-77 in Northtown. It was due on "
        "28 September 2026 and has not come.",
        "Please refund {money} to the same card.",
    ),
    "ru": Told(
        "Возврат {money}: заказ № 4821-77",
        "заказ 4821-77, карта *1234",
        "20 сентября 2026 года в Северограде оплачен заказ № 4821-77, {money}. Срок истёк "
        "28 сентября 2026 года, а заказ не выполнен.",
        "Прошу вернуть {money} на ту же карту.",
    ),
}
FAULT = {
    "en": Told(
        "Connection 4821-77 down since 20 September 2026",
        "contract 4821-77, serial SN-90817",
        "Since 10:40 on 20 September 2026 the connection 4821-77 in Northtown has been down: each "
        "request ends with error 503. A restart on 21 September 2026 changed nothing.",
        "Please restore the connection.",
    ),
    "ru": Told(
        "Подключение № 4821-77 не работает с 20 сентября 2026 года",
        "договор 4821-77, серийный номер 90817",
        "С 10:40 20 сентября 2026 года подключение № 4821-77 в Северограде не работает: каждый "
        "запрос кончается ошибкой 503. Перезапуск 21 сентября 2026 года ничего не изменил.",
        "Прошу восстановить подключение.",
    ),
}
DATA = {
    "en": Told(
        "My data, login anna-7781",
        "login anna-7781",
        "Since 20 September 2026 you have sent advertising to my address in Northtown, which I "
        "never asked for. You know me by the login anna-7781 of 3 March 2025.",
        "Please send me a copy of my data.",
    ),
    "ru": Told(
        "Мои данные, логин anna-7781",
        "логин anna-7781",
        "С 20 сентября 2026 года на мой адрес в Северограде приходит реклама, согласия на которую "
        "я не даю. Вы знаете меня по логину anna-7781 от 3 марта 2025 года.",
        "Прошу прислать мне копию моих данных.",
    ),
}
DONE = {
    "en": "The help pages had no answer on 29 September 2026.",
    "ru": "29 сентября 2026 года ответа в справке не нашлось.",
}
STORIES = {Problem.TECHNICAL: FAULT, Problem.DATA: DATA}


@dataclass(frozen=True)
class Rendered:
    """The letter of a step as it stands before it goes out, and how the step then stood."""

    step: Step
    rung: Rung
    channel: Channel
    made: Composition
    addressee: str


class Climb:
    """One case in one language, taken up its ladder step by step."""

    def __init__(self, playbook_id: str, language: str, folder: Path) -> None:
        self.playbook = load_playbook(playbook_id)
        self.language = language
        self.where = _where(self.playbook)
        self._clock = FixedClock(BEGINS)
        config = Config(language=language, country="RU", profile=PROFILES[language])
        self.desk = Desk(memory_store(at=self._clock.now), self._clock, Settings(config=config))
        self._folder = folder / f"{playbook_id}-{language}"
        self._folder.mkdir()
        self._case = self._opened()

    @property
    def told(self) -> tuple[str, ...]:
        """Everything in the letters that is the person's own, or a name."""
        case, profile = self.desk.case(self._case), PROFILES[self.language]
        mine = (profile.name, profile.email, profile.address, case.subject, case.details)
        pieces = (piece.name for piece in case.evidence)
        return (*mine, case.expected_result, COMPANIES[self.language], *pieces)

    def letters(self) -> Iterator[Rendered]:
        """The letter of every step in turn; between two of them they answer, or stay silent."""
        steps = self.playbook.steps
        for step, following in zip(steps, (*steps[1:], None), strict=True):
            self._wait_for(step)
            self._enclose(step)
            yield self._rendered(step)
            self._take(step)
            if following:
                self._answer(step, following)

    def _opened(self) -> int:
        language, where = self.language, self.where
        steps, known = self.playbook.steps, self.playbook.problems or (Problem.REFUND,)
        problem = next(p for p in known if all(step.fits(p) for step in steps))
        told = STORIES.get(problem, MONEY)[language]
        sum_ = Money(value=Decimal(12490), currency=where.currency)
        money = Wording(language).money(sum_)
        for name in (COMPANIES[language], PARTIES[language]):
            self._know(name)
        roles = (f"{role}={PARTIES[language]}" for role in self.playbook.parties)
        facts = {
            "company": COMPANIES[language],
            "problem": problem.value,
            "playbook": self.playbook.id,
            "subject": told.subject.format(money=money),
            "identifiers": told.identifiers,
            "details": told.details.format(money=money),
            "expected_result": told.wish.format(money=money),
            "done_already": DONE[language],
            "parties": "; ".join(roles),
        }
        paid = {"amount": f"12490 {where.currency}", "dates": "payment 2026-09-20"}
        return self.desk.open_case(facts | (paid if "{money}" in told.details else {})).id

    def _know(self, name: str) -> None:
        where = self.where
        texts = {"country": where.country, "timezone": where.zone, "hours": HOURS}
        self.desk.save_company(name, texts)
        self.desk.add_contact_point(name, Channel.EMAIL, "help@example.org")
        self.desk.add_contact_point(name, Channel.LETTER, PROFILES[self.language].address)

    def _rung(self, step: Step) -> Rung:
        return next(rung for rung in self.desk.ladder(self._case) if rung.step.id == step.id)

    def _wait_for(self, step: Step) -> None:
        """Until it opens, where silence opens it."""
        for _ in range(MOST_WEEKS):
            if self._rung(step).state in (RungState.OPEN, RungState.CURRENT):
                return
            self._clock.pass_days(7)

    def _enclose(self, step: Step) -> None:
        """The papers that the step asks for, each once in a case."""
        paths = []
        for item in step.enclose.get(self.language, ()):
            path = self._folder / file_name(item)
            if not path.exists():
                path.write_text(item, "utf-8")
                paths.append(path)
        if paths:
            happens(self.desk, self._case, EventKind.EVIDENCE, paths)

    def _rendered(self, step: Step) -> Rendered:
        channel = step.channels[0]
        made = self.desk.compose(self._case, step.id, channel=channel)
        to, _ = self.desk.addressee(self._case, channel, Wish(step.id))
        return Rendered(step, self._rung(step), channel, made, to)

    def _take(self, step: Step) -> None:
        is_first = step is self.playbook.steps[0]
        kind = EventKind.SENT if is_first else EventKind.ESCALATED
        number = f"55-{10 + self.playbook.place(step.id)}"
        texts = {"step": step.id, "channel": step.channels[0].value, "reference": number}
        happens(self.desk, self._case, kind, anyway=True, **texts)
        self._clock.pass_days(1)

    def _answer(self, step: Step, following: Step) -> None:
        """What opens the next step; where only silence does, nothing."""
        with_ = {"party": step.party} if step.party else {}
        if REFUSED in following.opens_on:
            happens(self.desk, self._case, EventKind.REFUSED, **with_)
        elif PARTLY in following.opens_on:
            happens(self.desk, self._case, EventKind.ANSWERED, answer="partly", **with_)
        elif FINAL in following.opens_on:
            happens(self.desk, self._case, EventKind.REFUSED, final="yes", **with_)
        self._clock.pass_days(1)


def _where(playbook: Playbook) -> Where:
    """In the first country of the playbook, and in the very region of it that it names."""
    first = next(iter(playbook.countries), "")
    where = WHERE.get(first[:2], WHERE[""])
    return Where(first, where.zone, where.currency) if "-" in first else where


def file_name(item: str) -> str:
    """What a paper that is to be enclosed is called as a file."""
    return f"{re.sub(r'[:/]', ',', item)[:60].strip()}.txt"


def speaks(where: Where) -> str:
    """The language of the country, where letters come in it; empty where they do not."""
    return {"RU": "ru", "GB": "en", "US": "en"}.get(where.country[:2], "")
