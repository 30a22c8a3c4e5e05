"""Finding out what proves who sends or fetches, before it is done."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from tui.cases.errors import UpheldError
from tui.desk.mail.mail_account import PasswordNeeded

if TYPE_CHECKING:
    from tui.screens.page import Page


def with_login(
    page: Page,
    log_in: Callable[[], None],
    asks_outside: Callable[[], bool],
    go_on: Callable[[], None],
) -> None:
    """Log in, then go on; a password is asked for on a screen of its own where need be.

    A command may ask on the terminal, which the screen leaves to it.
    """
    try:
        if asks_outside():
            with suppress(SuspendNotSupported), page.app.suspend():
                log_in()
        log_in()
    except PasswordNeeded as needed:
        page.go("password", server=needed.server, hint=needed.hint, given=go_on)
    except UpheldError as error:
        page.tell(error.sentence, wrong=True)
    else:
        go_on()
