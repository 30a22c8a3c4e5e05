"""Recording an event: what the desk refuses, and may be told to take all the same."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.errors import BadInput, TooLate, TooMuchBack
from tui.desk.cases.recording import Happening
from tui.desk.desk import Desk
from tui.screens.form_page import FormPage
from tui.wording.stake_text import back_line
from tui.wording.wording import Wording


class Recording(FormPage):
    """A form that records an event of a case."""

    _asked: Mapping[str, str] | None = None  # what was typed when it was more than is at stake

    def recorded(self, case_id: int, happening: Happening) -> Case:
        """The case with it. Who is told that more came back than is at stake, and saves the same
        again, means it. Raises BadInput, which names the key that helps."""
        is_sure = self._asked == happening.texts
        try:
            return self.desk.record(case_id, replace(happening, anyway=is_sure))
        except TooMuchBack as much:
            self._asked = happening.texts
            raise BadInput(
                "{said} If it did all the same: {key} again.",
                said=much.sentence,
                key=self.key("save"),
                name="refund",
            ) from much
        except TooLate as late:
            raise BadInput(
                "{said} The ladder ({ladder}) lets you take it all the same: {key}.",
                said=late.sentence,
                ladder=self.key("escalate"),
                key=self.key("insist"),
            ) from late

    def where_it_stands(self, case_id: int) -> str:
        """In which stage a case is with what was just recorded, and what comes next."""
        card = self.desk.card(case_id)
        action = self.next_words(card, self.desk.next_action(case_id))
        return self.words.t("Saved: {stage}. Next: {action}.", stage=card.stage, action=action)


def came_back(desk: Desk, words: Wording, case_id: int) -> str:
    """What has come back already; empty where nothing has."""
    money = desk.money(case_id)
    return back_line(words, money.at_stake, money.back)
