"""Replies are fetched while the board is used: whatever screen is on top, one fetch at a time."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from tui.cases.errors import UpheldError
from tui.cases.sentence import Sentence, say

if TYPE_CHECKING:
    from textual.app import App

    from tui.desk.desk import Desk
    from tui.desk.mail.taking_mail import Taken
    from tui.mail.watch import Watch
    from tui.screens.page import Page

T = TypeVar("T")
MOMENT = 0.5  # seconds
Came = tuple[tuple[Sentence, ...], bool]
"""What is told of a fetch, and whether something went wrong."""


class MailFetch:
    """`tell` tells sentences on the screen on top; `changed`: what is shown is to be shown again.

    `doing`: what is being done now; None: nothing.
    """

    def __init__(
        self,
        app: App[None],
        desk: Desk,
        tell: Callable[[tuple[Sentence, ...], bool], None],
        changed: Callable[[], None],
    ) -> None:
        self._app, self._desk, self._tell, self._changed = app, desk, tell, changed
        self._watch: Watch | None = None
        self._stop = asyncio.Event()
        self.doing: Sentence | None = None

    def start_or_stop(self, page: Page) -> None:
        """Fetch; where that is being done, stop it. A password is asked for on `page`."""
        from tui.screens.mail.login import with_login

        if self._watch:
            self._watch.stop()
            self._stop.set()
            return
        log_in, asks = self._desk.fetch_login, self._desk.fetch_asks_outside
        with_login(page, log_in, asks, partial(self._start, page.key("fetch_mail")))

    def _start(self, key: str) -> None:
        from tui.mail.watch import Watch

        if self._watch is None:
            self._stop = asyncio.Event()
            self._watch = watch = Watch()
            watch.tell = partial(self._told, watch, asyncio.get_running_loop())
            self._tell((say("Replies are fetched. {key} in the Inbox stops it.", key=key),), False)
            self._app.run_worker(self._run(watch), group="fetch", exit_on_error=False)

    def _told(self, watch: Watch, loop: asyncio.AbstractEventLoop, sentence: Sentence) -> None:
        """In the thread that fetches."""
        with suppress(RuntimeError):  # the app was left meanwhile
            loop.call_soon_threadsafe(self._app.call_later, self._is_at, watch, sentence)

    async def _run(self, watch: Watch) -> None:
        try:
            told = _came(await self._taken(watch), watch)
        except UpheldError as error:
            told = (error.sentence,), True
        finally:
            self._watch = self.doing = None
        self._look()
        self._tell(*told)

    async def _taken(self, watch: Watch) -> Taken | None:
        """What was fetched; None where it was stopped and a server is silent for more than a
        moment: nothing more is kept of what it may still say.
        """
        taking = asyncio.create_task(_in_thread(partial(self._desk.fetch_beside, watch)))
        stop = asyncio.create_task(self._stop.wait())
        both: set[asyncio.Task[Any]] = {taking, stop}
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            await asyncio.wait({taking}, timeout=MOMENT)
            return taking.result() if taking.done() else None
        finally:
            taking.cancel()
            stop.cancel()

    def _is_at(self, watch: Watch, sentence: Sentence) -> None:
        if self._watch is watch:
            self.doing = sentence
            self._look()

    def _look(self) -> None:
        with suppress(UpheldError):  # a book that cannot be read is told by the regular look
            self._desk.look_again()
        self._changed()


async def _in_thread(do: Callable[[], T]) -> T:
    """It may wait for a server when the app is left, which waits for no such thread."""
    future: Future[T] = Future()

    def run() -> None:
        with suppress(InvalidStateError):  # nobody waits any more
            try:
                future.set_result(do())
            except BaseException as error:
                future.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return await asyncio.wrap_future(future)


def _came(taken: Taken | None, watch: Watch) -> Came:
    from tui.desk.mail.fetch_words import brought

    stopped = (say("The fetch was stopped."),) if watch.is_stopped else ()
    if taken is None:
        return stopped, False
    troubles = tuple(taken.troubles)
    came = (brought(taken),) if taken.new or not (troubles or stopped) else ()
    return (*stopped, *came, *troubles), bool(troubles)
