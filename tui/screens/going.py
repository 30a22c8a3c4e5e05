"""The ways from one screen to another, which are the same wherever the key is pressed."""

from __future__ import annotations

from typing import Any

from tui.cases.words import Stage
from tui.screens.context import FetchMail, Go, Home, Search
from tui.screens.telling import Telling


class Going(Telling):
    """A screen from which others are opened: from where, and about which case."""

    @property
    def case_id(self) -> int:
        """The case that the case commands mean here; 0 for none."""
        return self._case_id

    def go(self, name: str, /, **about: Any) -> None:
        """Open another screen. Said to the app itself: this one may be about to go."""
        self.app.post_message(Go(name, about))

    def home(self) -> None:
        """Back to the case, or to the list that it was opened from."""
        self.app.post_message(Home())

    def go_with_case(self, name: str, /, **about: Any) -> None:
        """Open another screen about the case under the cursor."""
        if self.case_id:
            self.go(name, case_id=self.case_id, **about)
        else:
            self.tell(
                self.words.t("There is no case here. Press {key} to open one.", key=self.key("new"))
            )

    def action_find(self) -> None:
        self.go("find")

    def action_search(self) -> None:
        """The filter is on the board: go there and open it."""
        self.app.post_message(Search())

    def action_outbox(self) -> None:
        self.go("outbox")

    def action_new(self) -> None:
        self.go("new")

    def action_compose(self) -> None:
        self.go_with_case("compose")

    def action_channels(self) -> None:
        self.go_with_case("channels")

    def action_prepare(self) -> None:
        self.go_with_case("prepare")

    def action_call(self) -> None:
        self.go_with_case("call")

    def action_record(self) -> None:
        self.go_with_case("record")

    def action_close_case(self) -> None:
        if self.case_id and self.desk.card(self.case_id).stage is Stage.CLOSED:
            self.tell(self.words.t("It is closed. {key} opens it again.", key=self.key("record")))
        else:
            self.go_with_case("event", kind="closed")

    def action_escalate(self) -> None:
        self.go_with_case("escalate")

    def action_plan(self) -> None:
        self.go_with_case("plan")

    def action_edit(self) -> None:
        self.go_with_case("facts")

    def action_working(self) -> None:
        self.go_with_case("working")

    def action_links(self) -> None:
        self.go_with_case("links")

    def action_evidence(self) -> None:
        self.go_with_case("evidence")

    def action_inbox(self) -> None:
        self.go("inbox")

    def action_fetch_mail(self) -> None:
        """Fetch replies, or stop fetching them."""
        self.app.post_message(FetchMail())

    def action_statistics(self) -> None:
        self.go("statistics")

    def action_calendar(self) -> None:
        self.go("calendar")

    def action_bundle(self) -> None:
        self.go_with_case("bundle")

    def action_rules(self) -> None:
        self.go("rules")

    def action_profile(self) -> None:
        """The list of them, once there is one."""
        filled = any(profile.name for profile in self.desk.profiles.values())
        self.go("profiles" if filled else "profile")

    def action_settings(self) -> None:
        self.go("settings")
