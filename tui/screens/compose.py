"""Compose: the seven parts, the letter as it will read, and what the checks say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import ContentSwitcher, Static, TextArea

from tui.cases.errors import UpheldError
from tui.cases.words import Part
from tui.desk.composing import Composition
from tui.desk.overtaken import Overtaken
from tui.screens.context import Context
from tui.screens.editor import edit_outside
from tui.screens.findings import by_severity, findings_text, parts_line
from tui.screens.keeper import Keeper
from tui.screens.page import Page
from tui.terminal.clean import clean_text
from tui.widgets.bars import Bar
from tui.widgets.field import TextBox
from tui.widgets.paper import Paper
from tui.wording.mark import N_

# What each part wants, in a line above the field.
_HINTS = {
    Part.SUBJECT: N_("What, which object, which number: up to 80 characters"),
    Part.GREETING: N_("Left empty, it greets and says who you are from your profile and numbers"),
    Part.PROBLEM: N_("What happened: dates, numbers, no adjectives, one problem a letter"),
    Part.DONE: N_("What you tried yourself; contacts with them are added from the timeline"),
    Part.RESULT: N_("One thing that can be measured, and by when"),
    Part.ENCLOSURES: N_("One a line; recorded evidence is added by itself"),
    Part.CONTACTS: N_("Left empty, it is filled from your profile"),
}
_REPLACES = N_("Left empty, the letter is written from the case; ^o takes that text to change it")
_KINDS = {"reminder": N_("Reminder"), "reply": N_("Answer to what they asked")}
PREVIEW_AFTER = 0.15  # seconds of rest before the letter is put together again


class ComposeScreen(Page):
    """One part at a time in the field; the whole letter beside it, or below when narrow."""

    KEYS: ClassVar[tuple[str, ...]] = (
        "next_part", "letter", "finding", "letter_language", "take", "editor", "save",
        "previous_part", "discard", "back",
    )  # fmt: skip

    IS_WRITING = True

    def __init__(self, context: Context, case_id: int, step: str = "", channel: str = "") -> None:
        super().__init__(context, case_id)
        self._step, self._channel = step, channel
        self._language = ""
        self._made: Composition = self.desk.compose(case_id, step)
        self._seen = self._made.own  # as it stands in the book
        self._shown = _as_shown(self._seen)
        self._is_stuck = False
        self._told: dict[Part, str] = {}  # what another window wrote into the same parts
        self._keeper = Keeper(
            self, lambda: self.draft_key, lambda: {p.value: t for p, t in self._seen.items()}
        )
        self._boxes = {part: TextBox(self._shown[part], id=f"p-{part}") for part in Part}
        self._showing: Timer | None = None
        self._finding = -1

    @property
    def draft_key(self) -> str:
        draft = self._made.draft
        return f"letter-{self._made.case.uid}-{draft.key or draft.step}"

    def body(self) -> ComposeResult:
        yield Bar(id="parts")
        with Horizontal(id="desk"):
            with Vertical(id="writing"):
                yield Static(id="hint")
                with ContentSwitcher(initial="p-subject", id="fields"):
                    yield from self._boxes.values()
                yield Static(id="findings")
            yield Paper(id="preview")

    def on_mount(self) -> None:
        kept = self._keeper.recall()
        for part in (part for part in Part if part in kept):
            self._boxes[part].text = kept[part]
        self._seen = self._seen | {Part(name): text for name, text in self._keeper.seen.items()}
        if kept:
            self.tell(self.words.t("Your unsaved text is back. ^g throws it away."))
        if self._made.draft.key:
            self._turn_to(Part.PROBLEM)
            return
        empty = (
            part for part in (Part.SUBJECT, Part.PROBLEM, Part.RESULT) if not self._boxes[part].text
        )
        self._turn_to(next(empty, Part.PROBLEM))

    def reload(self) -> None:
        self._take_in()
        case = self._made.case
        self.title_is(self.words.t("#{id} Letter: {what}", id=case.id, what=self._what()))
        self._show()

    def _what(self) -> str:
        """A reminder, an answer, or the letter of a step by its title."""
        draft = self._made.draft
        if draft.template in _KINDS:
            return self.words.t(_KINDS[draft.template])
        return self.desk.step_title(self._made.case, draft.step, self.words.language)

    def _take_in(self) -> None:
        """Show what another window wrote into parts that are not edited here."""
        made = self.attempt(lambda: self.desk.compose(self._case_id, self._step))
        if made is None or made.draft != self._made.draft:
            return
        edited = self._edited
        news = {p: text for p, text in made.own.items() if p not in edited}
        self._seen, self._shown = self._seen | news, self._shown | _as_shown(news)
        for part in news:
            if self._boxes[part].text != self._shown[part]:
                self._boxes[part].text = self._shown[part]

    @property
    def own(self) -> dict[Part, str]:
        """What the person has written so far."""
        return {part: self._boxes[part].text for part in Part}

    @property
    def _edited(self) -> dict[Part, str]:
        """The parts that are not as they stand in the book."""
        return {part: text for part, text in self.own.items() if text != self._shown[part]}

    @property
    def _part(self) -> Part:
        current = self.query_one("#fields", ContentSwitcher).current or "p-subject"
        return Part(current.removeprefix("p-"))

    def _turn_to(self, part: Part) -> None:
        self.query_one("#fields", ContentSwitcher).current = f"p-{part}"
        hint = _REPLACES if self._made.draft.key else _HINTS[part]
        self.query_one("#hint", Static).update(Content(self.words.t(hint)))
        self._boxes[part].focus()
        self._show_parts()
        self._point_at_part()

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._keeper.typed({part.value: text for part, text in self._edited.items()})
        if self._showing is not None:
            self._showing.stop()
        self._showing = self.set_timer(PREVIEW_AFTER, self._show)

    def keep(self) -> None:
        self._keeper.keep_now({part.value: text for part, text in self._edited.items()})

    def _show(self) -> None:
        """Put the letter together and show it with what the checks say."""
        self._showing = None
        made = self.attempt(
            lambda: self.desk.compose(self._case_id, self._step, self.own, self._language)
        )
        if made is None:
            return
        self._made = made
        self.query_one("#preview", Paper).show(made.letter.text())
        self._show_parts()
        self._point_at_part()
        self._show_findings()

    def _show_parts(self) -> None:
        line = parts_line(self.words, self._made, self._part)
        self.query_one("#parts", Bar).left = line

    def _point_at_part(self) -> None:
        text = self._made.letter.parts.get(self._part, "")
        self.query_one("#preview", Paper).point_at(text)

    def _show_findings(self) -> None:
        self.query_one("#findings", Static).update(findings_text(self.words, self._made))

    def action_next_part(self) -> None:
        self._step_part(1)

    def action_previous_part(self) -> None:
        self._step_part(-1)

    def _step_part(self, step: int) -> None:
        parts = list(Part)
        self._turn_to(parts[(parts.index(self._part) + step) % len(parts)])

    def action_finding(self) -> None:
        """To the place of the next finding; its mend is said below."""
        placed = [f for f in by_severity(self._made) if f.part is not None]
        if not placed:
            self.tell(self.words.t("Nothing to mend. ^l: read the letter."))
            return
        self._finding = (self._finding + 1) % len(placed)
        finding = placed[self._finding]
        assert finding.part is not None
        self._turn_to(finding.part)
        said = f"{finding.id} {self.words.say(finding.message)} {self.words.say(finding.mend)}"
        self.tell(said)

    def action_take(self) -> None:
        """What was written from the case, into the field, where it is still empty."""
        box = self._boxes[self._part]
        if not box.text:
            text = self._made.letter.parts.get(self._part, "")
            # The last line of the contacts is the date, which the letter always adds itself.
            box.text = text.rpartition("\n")[0] if self._part is Part.CONTACTS else text
            box.move_cursor(box.document.end)

    def action_letter_language(self) -> None:
        shown = self._language or self._made.case.language
        self._language = "en" if shown == "ru" else "ru"
        self._show()

    def action_save(self) -> None:
        """Save, and leave. What another window wrote is told first; then this is meant to win."""
        if self._save(self._told):
            self.close()

    def _save(self, told: Mapping[Part, str] = MappingProxyType({})) -> bool:
        own, seen = self._edited, {**self._seen, **told}
        try:
            self.desk.save_letter(self._case_id, self._made.draft.step, own, seen)
        except UpheldError as error:
            self.tell(error.sentence, wrong=True)
            if isinstance(error, Overtaken):
                self._told[Part(error.name)] = error.theirs
            return False
        self._seen, self._shown = self._seen | own, self._shown | own
        self._keeper.drop()
        return True

    def action_discard(self) -> None:
        self._keeper.drop()
        self.close()

    def action_back(self) -> None:
        """Leave, and keep what is written: a letter in the making has nothing to confirm.

        What cannot be saved is said first, and stays as a draft.
        """
        if self._save() or self._is_stuck:
            self.keep()
            self.close()
        self._is_stuck = True

    def action_letter(self) -> None:
        if self._save():
            self.go(
                "letter",
                case_id=self._case_id,
                step=self._made.draft.step,
                channel=self._channel,
                language=self._language,
            )

    def action_editor(self) -> None:
        box = self._boxes[self._part]
        text = self.attempt(lambda: edit_outside(self.app, box.text))
        if text is not None:
            box.text = clean_text(text)


def _as_shown(own: Mapping[Part, str]) -> dict[Part, str]:
    return {part: clean_text(text) for part, text in own.items()}
