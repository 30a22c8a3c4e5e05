"""The outbox: letters that are not out yet, and what is to become of them."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.desk.mail.mail_words import MARKS, STANDINGS, came_of
from tui.mail.outgoing import Outgoing, Standing
from tui.screens.context import Context
from tui.screens.mail.mailing import Mailing
from tui.terminal.clean import clean_line
from tui.widgets.rows import Row, Rows
from tui.widgets.spans import Span, Tone, wrapped

_BAD = (Standing.UNKNOWN, Standing.REFUSED)


class OutboxScreen(Mailing):
    """Each letter with what went wrong; a key for each thing that can be said of it."""

    KEYS: ClassVar[tuple[str, ...]] = (
        "open", "mail_again", "mail_there", "mail_anew", "mail_drop", "back",
    )  # fmt: skip
    AUTO_FOCUS = "#rows"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._out: dict[str, Outgoing] = {}
        self._warned = ""  # the key that was pressed on a letter that may have arrived

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        self._out = {str(out.number): out for out in self.desk.outbox()}
        self.title_is(self.words.t("Outbox"))
        rows = [self._row(out) for out in self._out.values()]
        self.query_one(Rows).show(tuple(rows) or (self._none(),))

    def _none(self) -> Row:
        said = self.words.t(
            "The outbox is empty. What you send by e-mail stands here, and what became of it."
        )
        return Row(tuple(wrapped(said, self.query_one(Rows).room - 1, indent=" ")))

    def _row(self, out: Outgoing) -> Row:
        words, width = self.words, self.query_one(Rows).room - 1
        tone = Tone.LATE if out.standing in _BAD else Tone.PLAIN
        standing = words.say(STANDINGS[out.standing])
        first = (
            Span(f"{MARKS[out.standing]} ", tone),
            Span(f"#{out.case} {clean_line(out.subject)}"[:width], Tone.STRONG),
        )
        to = clean_line(", ".join(out.recipients))
        second = (Span(f"    {to}: "), Span(standing, tone))
        said = (clean_line(words.say(sentence)) for sentence in came_of(out))
        more = [line for text in said for line in wrapped(text, width, Tone.DIM, "    ")]
        return Row((first, second, *(tuple(line) for line in more)), str(out.number))

    @on(Rows.Rewidened)
    def _draw_anew(self) -> None:
        self.reload()

    @on(Rows.Highlighted)
    def _other_letter(self) -> None:
        self._warned = ""

    def on_screen_resume(self) -> None:
        self._warned = ""  # looked at in between, it is asked anew

    @on(Rows.Chosen)
    def _read(self, event: Rows.Chosen) -> None:
        self.go("outgoing", number=int(event.key))

    @property
    def case_id(self) -> int:
        out = self._chosen
        return out.case if out else 0

    @property
    def _chosen(self) -> Outgoing | None:
        return self._out.get(self.query_one(Rows).key or "")

    def _decide(self, what: str) -> Outgoing | None:
        out = self._chosen
        return self.attempt(lambda: self.desk.decide_mail(out.number, what)) if out else None

    def _may_go_twice(self, key: str) -> bool:
        """Whether a second letter may be made; of what may have arrived at the second press."""
        out = self._chosen
        if out is None or out.standing is not Standing.UNKNOWN or self._warned == key:
            self._warned = ""
            return out is not None
        self._warned = key
        said = self.words.t("They may get it twice. {key} again: all the same.", key=self.key(key))
        self.tell(said, wrong=True)
        return False

    def action_mail_there(self) -> None:
        if out := self._decide("there"):
            self.tell(" ".join(self.words.say(sentence) for sentence in came_of(out)))

    def action_mail_drop(self) -> None:
        if self._decide("drop"):
            self.tell(self.words.t("It will not be sent."))

    def action_mail_again(self) -> None:
        if not self.is_sending and self._may_go_twice("mail_again"):
            self.with_login(self._again)

    def _again(self) -> None:
        if out := self._decide("again"):
            self.post_letter(out.number)

    def action_mail_anew(self) -> None:
        """To another address, or in other words: the letter is dropped, and written again."""
        if self.is_sending or not self._may_go_twice("mail_anew"):
            return
        if out := self._decide("drop"):
            self.go("compose", case_id=out.case, step=out.texts.get("step", ""), channel="email")
