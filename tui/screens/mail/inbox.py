"""The Inbox: replies that belong to no case yet, or that nobody has judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult

from tui.mail.kept import MailState
from tui.screens.page import Page
from tui.terminal.clean import clean_line
from tui.widgets.rows import BLANK, Row, Rows, heading
from tui.widgets.spans import Span, Tone
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.desk.mail.inbox import InboxRow

_LISTS = (
    N_("Judge what they wrote"), N_("Perhaps of a case"), N_("Of no case"), N_("Put aside"),
)  # fmt: skip
_DAY, _TIMED = 10, 16  # columns of a day, and of one with its time


class InboxScreen(Page):
    """Two lines a mail; Enter reads it, and there the keys for it work as they do here."""

    KEYS: ClassVar[tuple[str, ...]] = (
        "open", "fetch_mail", "attach_mail", "ignore_mail", "case_of_mail", "aside_mails", "board",
        "today", "settle_mails", "back",
    )  # fmt: skip
    AUTO_FOCUS = "#rows"
    IS_HOME = True
    _shows_aside = False  # what was put aside is shown, too

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        waiting = self.desk.inbox()
        found = (*waiting, *(self.desk.mails_aside() if self._shows_aside else ()))
        fetch = self.context.mail_fetch
        doing = (Span(f"{self.words.say(fetch.doing)} "),) if fetch and fetch.doing else ()
        self.title_is(self.words.t("Inbox"), (*doing, Span(str(len(waiting)))))
        empty = self.words.t(
            "Nothing waits here. {key} fetches replies.", key=self.key("fetch_mail")
        )
        rows = tuple(self._rows(found))
        self.query_one(Rows).show(rows or (BLANK, heading(f" {empty}")))

    def _rows(self, found: tuple[InboxRow, ...]) -> Iterator[Row]:
        lists = [_place(row) for row in found]
        days = Counter(row.kept.came.date() for row in found)
        for place, title in enumerate(_LISTS):
            if place not in lists:
                continue
            yield heading(f" {self.words.t(title)} {lists.count(place)}")
            rows = (row for row, at in zip(found, lists, strict=True) if at == place)
            yield from (self._row(row, days) for row in rows)
            yield BLANK

    def _row(self, row: InboxRow, days: Counter[date]) -> Row:
        """With the time, where the day does not tell it from the others."""
        mail, words, came = row.kept.mail, self.words, row.kept.came
        width = _TIMED if max(days.values()) > 1 else _DAY
        came_on = words.short_day(came.date(), self.desk.day())
        time = f" {came:%H:%M}" if days[came.date()] > 1 else ""
        who = clean_line(mail.sender.name or mail.sender.address or "?")
        of = f"  #{row.card.id} {row.card.company}" if row.card else ""
        first = (
            Span(f" {came_on + time:<{width}} "),
            Span(who, Tone.STRONG),
            Span(f"  {clean_line(mail.sender.address.rpartition('@')[2])}", Tone.DIM),
            Span(clean_line(of), Tone.ACCENT),
        )
        second = (Span(" " * (width + 2)), Span(clean_line(mail.subject or mail.new[:200])))
        return Row((first, second), str(row.number))

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        self.go("mail", number=int(event.key))

    @property
    def _number(self) -> int:
        return int(self.query_one(Rows).key or 0)

    def action_attach_mail(self) -> None:
        if self._number:
            self.go("attach", number=self._number)

    def action_aside_mails(self) -> None:
        """Show what was put aside below what waits, or hide it."""
        self._shows_aside = not self._shows_aside
        self.reload()
        if self._shows_aside and not self.desk.mails_aside():
            self.tell(self.words.t("Nothing was put aside."))

    def action_ignore_mail(self) -> None:
        """Put a mail aside, or bring back one that was."""
        if self._number and (said := put_aside(self, self._number)):
            self.tell(said)

    def action_settle_mails(self) -> None:
        """All mails of the case of this one need no judgement of their own."""
        case_id = self.desk.mail_case(self._number) if self._number else 0
        if not case_id:
            return
        if self.attempt(lambda: self.desk.settle_mails(case_id)):
            said = self.words.t("The mails of #{id} stay there; none has to be judged. {key} takes "
                                "that back.", id=case_id, key=self.key("undo"))  # fmt: skip
            self.tell(said)

    def action_case_of_mail(self) -> None:
        number = self._number
        if number and (case := self.attempt(lambda: self.desk.case_of_mail(number))):
            self.go("facts", case_id=case.id)


def put_aside(page: Page, number: int) -> str:
    """Put a mail aside, or bring it back where it was; what to say of it, empty if it failed."""
    desk, t = page.desk, page.words.t
    if any(row.number == number for row in desk.mails_aside()):
        is_back = page.attempt(lambda: desk.bring_back_mail(number))
        return t("It is in the Inbox again.") if is_back else ""
    case_id = desk.mail_case(number)
    if not page.attempt(lambda: desk.ignore_mail(number)):
        return ""
    if case_id:
        return t("It stays in #{id}; nobody has to judge it.", id=case_id)
    return t(
        "Put aside. {key} takes that back, {list} in the Inbox lists such mails.",
        key=page.key("undo"),
        list=page.key("aside_mails"),
    )


def _place(row: InboxRow) -> int:
    """Which of the lists it is in."""
    if row.kept.state is MailState.IGNORED:
        return 3
    if row.is_attached:
        return 0
    return 1 if row.card else 2
