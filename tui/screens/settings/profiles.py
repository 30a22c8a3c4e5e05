"""The profiles: whose name stands under letters, and for whom they write."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult

from tui.screens.page import Page
from tui.settings.config import Profile
from tui.terminal.clean import clean_line
from tui.widgets.rows import Row, Rows
from tui.widgets.spans import Span, Tone

_PLAIN = "-"  # the key of the plain one


class ProfilesScreen(Page):
    """One profile a row, the usual one first."""

    KEYS: ClassVar[tuple[str, ...]] = (
        "open",
        "add_profile",
        "usual_profile",
        "drop_profile",
        "back",
    )
    AUTO_FOCUS = "#rows"

    def body(self) -> ComposeResult:
        yield Rows(id="rows")

    def reload(self) -> None:
        self.title_is(self.words.t("Profiles"))
        profiles = self.desk.profiles
        usual = next(iter(profiles))
        rows = [self._row(name, each, name == usual) for name, each in profiles.items()]
        self.query_one(Rows).show(tuple(rows))

    def _row(self, name: str, profile: Profile, is_usual: bool) -> Row:
        t = self.words.t
        about = [clean_line(profile.email), t("the usual one") if is_usual else ""]
        if profile.represented:
            about.append(t("on behalf of {name}", name=clean_line(profile.represented)))
        head = (
            Span(f" {name or t('the plain one'):<18}", Tone.STRONG),
            Span(clean_line(profile.name)),
        )
        return Row(
            (head, (Span("   " + ", ".join(filter(None, about)), Tone.DIM),)), name or _PLAIN
        )

    @property
    def _chosen(self) -> str:
        key = self.query_one(Rows).key
        return "" if key == _PLAIN else key

    @on(Rows.Chosen)
    def _open(self) -> None:
        self.go("profile", profile_id=self._chosen)

    def action_add_profile(self) -> None:
        self.go("profile", profile_id="", is_new=True)

    def action_usual_profile(self) -> None:
        name = self._chosen
        if self._did(lambda: self.desk.save_usual_profile(name)):
            self._look()

    def action_drop_profile(self) -> None:
        """Not the plain one; and none that a case names."""
        name = self._chosen
        if not name:
            self.tell(self.words.t("The plain one stays: empty its fields instead."))
        elif self._did(lambda: self.desk.remove_profile(name)):
            self._look()
            self.tell(self.words.t("The profile “{name}” is gone.", name=name))

    def action_undo(self) -> None:
        """Nothing in the book, which is out of sight here."""
        self.tell(self.words.t("Profiles have no undo: Enter opens one to be changed again."))

    def _did(self, verb: Callable[[], None]) -> bool:
        """Whether it could be done; if not, why is said."""

        def do() -> bool:
            verb()
            return True

        return bool(self.attempt(do))
