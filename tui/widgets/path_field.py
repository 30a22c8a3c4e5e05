"""A field for a path: Tab goes on as a shell does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from os.path import commonprefix
from typing import ClassVar, TypeAlias

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.widgets.field import TextField

Complete: TypeAlias = Callable[[str], Sequence[str]]


class PathField(TextField):
    """Tab writes what all ways to go on have in common, then names them and goes through them.

    Where nothing can be added, Tab leaves the field as everywhere.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "complete", show=False)]

    class Offered(Message):
        """There are several ways to go on; the last part of each."""

        def __init__(self, field: PathField, names: tuple[str, ...]) -> None:
            super().__init__()
            self.field = field
            self.names = names

        @property
        def control(self) -> PathField:
            return self.field

    def __init__(
        self,
        value: str = "",
        *,
        complete: Complete,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(value, placeholder=placeholder, id=id)
        self._complete = complete
        self._ways: tuple[str, ...] = ()  # that Tab goes through, as long as nothing is typed

    def action_complete(self) -> None:
        if self.value in self._ways:
            place = self._ways.index(self.value)
            self._put(self._ways[(place + 1) % len(self._ways)])
            return
        self._ways = ()
        ways = tuple(self._complete(self.value)) if self.value else ()
        common = commonprefix(ways)  # noqa: RUF071 - by character: a part of a name is typed too
        if len(common) > len(self.value):
            self._put(common)
        elif len(ways) > 1:
            self._ways = ways
            self.post_message(self.Offered(self, tuple(map(_last_part, ways))))
            self._put(ways[0])
        else:
            self.screen.focus_next()

    def _put(self, path: str) -> None:
        self.value = path
        self.cursor_position = len(path)


def _last_part(path: str) -> str:
    name = path.rstrip("/").rpartition("/")[2]
    return f"{name}/" if path.endswith("/") else name
