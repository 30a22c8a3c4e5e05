"""A letter of the outbox, to be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.desk.mail.mail_words import STANDINGS, came_of
from tui.screens.context import Context
from tui.screens.reading import ReadingPage
from tui.terminal.clean import clean_line

if TYPE_CHECKING:
    from tui.desk.mail.outbox_letter import Written


class OutgoingScreen(ReadingPage):
    """Where it stands, then every header and the text, as it goes out."""

    def __init__(self, context: Context, number: int) -> None:
        super().__init__(context)
        self._number = number

    def reload(self) -> None:
        letter = self.desk.outgoing(self._number)
        title = self.words.t("#{id} Letter {number}", id=letter.out.case, number=self._number)
        self.show_text(title, "\n".join(self._lines(letter)))

    def _lines(self, letter: Written) -> Iterator[str]:
        words, out = self.words, letter.out
        yield words.say(STANDINGS[out.standing])
        yield from (words.say(sentence) for sentence in came_of(out))
        yield ""
        yield from (clean_line(f"{name}: {value}") for name, value in letter.headers)
        yield ""
        yield letter.text.strip()
        for name in letter.files:
            yield words.t("Goes along: {name}", name=clean_line(name))
