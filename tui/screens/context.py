"""What every screen is given, and how it asks for another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from textual.message import Message
from textual.signal import Signal

from tui.desk.desk import Desk
from tui.widgets.column_plan import ColumnPlan
from tui.wording.wording import Wording

if TYPE_CHECKING:
    from tui.screens.mail.mail_fetch import MailFetch


CURSOR, FILTER, MARKED = "cursor", "filter", "marked"
"""Under these names `Context.kept` has the case on which the cursor of the board is to be next,
the filter that it is to have, and the numbers of the cases to be marked."""


class Context(Struct, frozen=True):
    """The desk, the language, and the signal that says that the book has changed.

    `kept`: what screens remember until Upheld is left, such as the last folder. `mail_fetch`:
    fetches replies beside the screens. `plan`: where the cursor stood on the board before that was
    a screen.
    """

    desk: Desk
    words: Wording
    changed: Signal[None]
    demo: bool = False
    kept: dict[str, str] = field(default_factory=dict)
    mail_fetch: MailFetch | None = None
    plan: ColumnPlan | None = None


class Go(Message):
    """Open a screen by its name in `routes`, with what it needs to know."""

    def __init__(self, name: str, about: dict[str, Any] | None = None) -> None:
        super().__init__()
        self.name = name
        self.about = about or {}


class Home(Message):
    """Close screens down to the case, or the queue of cases, or else to the list below it."""


class FetchMail(Message):
    """Fetch replies, or stop fetching them."""


class Search(Message):
    """Go to the bare board and open its filter."""
