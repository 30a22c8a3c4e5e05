"""How the dates of a case were computed, for a person with the law beside them."""

from __future__ import annotations

from tui.cases.words import DeadlineState
from tui.screens.reading import ReadingPage
from tui.wording.working import explain


class WorkingScreen(ReadingPage):
    """Every deadline with its working, the open ones first."""

    def reload(self) -> None:
        view = self.desk.case_view(self._case_id)
        ordered = sorted(view.case.deadlines, key=lambda d: d.state is not DeadlineState.OPEN)
        texts = ["\n".join(explain(self.words, deadline)) for deadline in ordered]
        none = self.words.t("No date runs for this case.")
        title = self.words.t("#{id} How the dates were computed", id=self._case_id)
        self.show_text(title, "\n\n".join(texts) or none)
