"""The password of the person's mail, where nothing else knows it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from tui.cases.errors import BadInput
from tui.cases.sentence import Sentence
from tui.screens.context import Context
from tui.screens.form_page import FormPage
from tui.terminal.clean import clean_line
from tui.widgets.form import FieldSpec

if TYPE_CHECKING:
    from tui.mail.account import Server


class PasswordScreen(FormPage):
    """One field that nobody can read, copy or cut from; no draft is kept of it."""

    KEYS: ClassVar[tuple[str, ...]] = ("save", "back")

    def __init__(
        self,
        context: Context,
        server: Server,
        given: Callable[[], None],
        hint: Sentence | None = None,
    ) -> None:
        super().__init__(context)
        self._server, self._given, self._hint = server, given, hint

    @property
    def draft_key(self) -> str:
        return ""

    def fields(self) -> tuple[FieldSpec, ...]:
        hint = self.words.t("in memory only, until Upheld ends")
        return (FieldSpec("password", self.words.t("Password"), hint=hint, secret=True),)

    def reload(self) -> None:
        user, host = clean_line(self._server.user), clean_line(self._server.host)
        if self._hint:
            self.tell(self._hint)
        self.title_is(self.words.t("Password of {user} at {host}", user=user, host=host))

    def save(self, values: dict[str, str]) -> bool:
        if not values["password"]:
            raise BadInput("Type the password, or go back.", name="password")
        self.desk.mail_password(self._server, values["password"])
        return True

    @property
    def saved(self) -> str:
        return ""

    def leave(self) -> None:
        """Back to what wanted it, which goes on."""
        self.close()
        self.app.call_later(self._given)
