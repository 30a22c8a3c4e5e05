"""What is news in the whole book, and how it reads in one message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.advice.action import View
from tui.advice.waiting.news import news_of
from tui.advice.waiting.news_item import News, Sort
from tui.cases.card import Card
from tui.cases.sentence import Sentence, say, say_many
from tui.cases.words import Stage
from tui.clock import FixedClock
from tui.desk.cleaned import cleaned_card
from tui.desk.ladder.advising import next_on
from tui.desk.mail.beside_case import letters_of, perhaps_of
from tui.desk.mail.inbox_news import of_inbox
from tui.desk.office import Office
from tui.terminal.clean import clean_line

if TYPE_CHECKING:
    from tui.wording.wording import Wording

_RANK = {sort: rank for rank, sort in enumerate(Sort)}


class Message(Struct, frozen=True):
    """Reminders as they are told: a title that says how many of what, and lines. All is clean."""

    title: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join((*self.lines, ""))


def standing(office: Office, among: Callable[[Card], bool] = lambda _: True) -> tuple[News, ...]:
    """All that is so at this moment, told or not: the most pressing first, case by case.

    `among`: of which cases.
    """
    day, cards = office.days(), filter(among, office.cards())
    found = [news for card in cards for news in _of(office, card, day(card))]
    first: dict[int, tuple[int, date]] = {}
    for news in found:
        rank = (_RANK[news.sort], news.since)
        first[case_of(news)] = min(rank, first.get(case_of(news), rank))
    found.sort(key=lambda news: (first[case_of(news)], case_of(news), _RANK[news.sort]))
    return (*found, *of_inbox(office))


def case_of(news: News) -> int:
    """The number of its case; 0 where it is of none."""
    return news.card.id if news.card else 0


def _of(office: Office, card: Card, day: date) -> Iterator[News]:
    if card.stage is Stage.CLOSED:
        return iter(())
    card = cleaned_card(card)
    view = View(card, office.playbook(card), day)
    mails, letters = perhaps_of(office, card), letters_of(office, card)
    return news_of(view, partial(next_on, office), mails, letters)


def became(office: Office, before: datetime) -> tuple[News, ...]:
    """What is so now and was not at the moment `before`, of the same book."""
    then = replace(office, clock=FixedClock(before))
    first, now = then.days_in_zones(), office.days_in_zones()

    def may_differ(card: Card) -> bool:
        is_timed = any(deadline.due_at for deadline in card.deadlines)
        return is_timed or first(card.timezone) != now(card.timezone)

    known = {news.key for news in standing(then, may_differ)}
    return tuple(news for news in standing(office, may_differ) if news.key not in known)


def message_of(words: Wording, news: Iterable[News]) -> Message:
    """The reminders of one message. A case has a line, and below it what is new of it."""
    known = tuple(news)
    lines: list[str] = []
    for _, of_case in groupby(known, key=case_of):
        mine = tuple(of_case)
        card, names = mine[0].card, names_of(mine)
        head = f"#{card.id} {', '.join(names)}: {card.subject}" if card else words.t("Inbox")
        told = (f"   {mark_of(one)} {words.say(told_of(one, names))}" for one in mine)
        lines += map(clean_line, dict.fromkeys((head, *told)))
    title = words.t("Upheld: {what}", what=", ".join(map(words.say, counted(known))))
    return Message(clean_line(title), tuple(lines))


def names_of(of_case: Iterable[News]) -> tuple[str, ...]:
    """The companies of a case that news are of: who is late need not be the first of a dispute."""
    told = tuple(of_case)
    named = dict.fromkeys(one.who for one in told if one.who and isinstance(one.who, str))
    card = told[0].card
    return tuple(named) or ((card.company,) if card else ())


def told_of(news: News, names: tuple[str, ...]) -> Sentence:
    """What it says, with whose it is where `names`, which stand above it, do not tell."""
    if not news.who or names == (news.who,):
        return news.sentence
    return say("{who}: {what}", who=news.who, what=news.sentence)


def mark_of(news: News) -> str:
    """The sign before it, as on the board."""
    if news.sort in (Sort.LATE, Sort.BROKEN) or news.is_last:
        return "!"
    return "*" if news.sort is Sort.DUE else ">"


def counted(news: Iterable[News]) -> Iterator[Sentence]:
    """How many there are of what: 2 late, 1 due."""
    sorts = [one.sort for one in news]
    late = sorts.count(Sort.LATE) + sorts.count(Sort.BROKEN)
    if late:
        yield say_many("{count} late", "{count} late", late)
    if due := sorts.count(Sort.DUE):
        yield say_many("{count} due", "{count} due", due)
    if mine := sorts.count(Sort.MINE) + sorts.count(Sort.CLOSING):
        yield say_many("{count} mine to do", "{count} mine to do", mine)
    if opened := sorts.count(Sort.OPENED):
        yield say_many("{count} step open", "{count} steps open", opened)


def in_brief(news: tuple[News, ...]) -> Sentence | None:
    """The first of it on one line, and how much more there is; None for none."""
    if not news:
        return None
    first = news[0]
    names = names_of((first,))
    line = first.sentence
    if first.card:
        line = say("#{id} {company}: {what}", id=first.card.id, company=names[0],
                   what=told_of(first, names))  # fmt: skip
    if len(news) == 1:
        return line
    return say_many(
        "{first} And {count} more: see Today.",
        "{first} And {count} more: see Today.",
        len(news) - 1,
        first=line,
    )
