"""What is typed waits until what was typed before it has had its effect.

Textual hands keys on as they come. Those that arrive together, as over a slow line they do,
would all be meant for the screen of the first: of `n` and a name, the name would be commands.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import TypeAlias

from textual.app import App
from textual.dom import DOMNode
from textual.events import Key, Paste

Typed: TypeAlias = Key | Paste
# Seconds. A widget that is just closing answers nobody; a busy machine answers late, and giving up
# too soon puts the next letter into the wrong field.
STUCK_AFTER = 3.0
ROUNDS = 2  # a key makes a widget say something, and that opens a screen


class TypeAhead:
    """Keys and pastes in the order of their coming. `hand_on` gives one to Textual.

    `takes` does at once what one asks for, if it can: then there is nothing to wait for.

    Whether it has had its effect is asked in rounds: a question that passes through the queues
    of the widgets up to the app comes back after all that was in them before it.
    """

    def __init__(
        self, app: App[None], hand_on: Callable[[Typed], Awaitable[None]],
        takes: Callable[[Typed], bool],
    ) -> None:  # fmt: skip
        self._app, self._hand_on, self._takes = app, hand_on, takes
        self._waiting: deque[Typed] = deque()
        self._turn = 0
        self._is_held = False
        self._stuck: asyncio.TimerHandle | None = None  # runs while something typed has its effect

    async def came(self, typed: Typed) -> None:
        """A key was pressed, or a text pasted."""
        self._waiting.append(typed)
        if self._stuck is None and not self._is_held:
            await self._next()

    def hold(self) -> None:
        """There is no screen yet that could be meant."""
        self._is_held = True

    async def go_on(self) -> None:
        """There is one now."""
        if self._is_held:
            self._is_held = False
            await self._next()

    def forget(self) -> None:
        """What was typed since was meant for a screen that did not come."""
        self._waiting.clear()

    async def _next(self) -> None:
        while self._waiting and self._takes(self._waiting[0]):
            self._waiting.popleft()
        if not self._waiting:
            return
        self._turn += 1
        # Of the loop itself: a timer of Textual is a task, and one would be made for every key.
        loop = asyncio.get_running_loop()
        self._stuck = loop.call_later(STUCK_AFTER, self._app.call_later, self._done, self._turn)
        path = self._path()
        await self._hand_on(self._waiting.popleft())
        self._climb(path, self._turn, 1)

    def _path(self) -> list[DOMNode]:
        return [*(self._app.focused or self._app.screen).ancestors_with_self]

    def _climb(self, path: list[DOMNode], turn: int, number: int) -> None:
        """From the focused widget up to the app, then to the screen, which may be a new one."""
        while path:
            if path.pop(0).call_later(self._climb, path, turn, number):
                return
        before = (self._app.screen, self._app.focused)
        if not self._app.screen.call_later(self._ask_app, before, turn, number):
            self._ask_app(before, turn, number)

    def _ask_app(self, before: object, turn: int, number: int) -> None:
        self._app.call_later(self._judge, before, turn, number)

    async def _judge(self, before: object, turn: int, number: int) -> None:
        if number >= ROUNDS and before == (self._app.screen, self._app.focused):
            await self._done(turn)
        elif turn == self._turn and self._stuck is not None:
            self._climb(self._path(), turn, number + 1)

    async def _done(self, turn: int) -> None:
        if turn == self._turn and self._stuck is not None:
            self._stuck.cancel()
            self._stuck = None
            await self._next()
