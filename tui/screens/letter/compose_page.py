"""What Compose shows: the part in the field, the letter as it will read, what the checks say."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import ContentSwitcher, Static, TextArea

from tui.cases.errors import UpheldError
from tui.cases.words import Channel, Part, Tone
from tui.desk.cases.overtaken import Overtaken
from tui.desk.letters.composing import Composition
from tui.screens.context import Context
from tui.screens.keeper import Keeper
from tui.screens.letter.chosen_channel import chosen_channel
from tui.screens.letter.findings import all_findings, findings_text, parts_line
from tui.screens.letter.own_words import OwnWords
from tui.screens.page import Page
from tui.widgets.bars import Bar
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
_REPLACES = N_("Left empty, it is written from the case; {key} takes that text to change it")
_OFFERED = N_("The case has changed since you wrote this: {key} shows how it would read now")
PREVIEW_AFTER = 0.15  # seconds of rest before the letter is put together again


class ComposePage(Page):
    """One part at a time in the field, the whole letter and the findings; see compose.tcss."""

    def __init__(
        self, context: Context, case_id: int, step: str = "", channel: str = "", template: str = ""
    ) -> None:
        super().__init__(context, case_id)
        self._step, self._template = step, template
        self._language = ""
        case, kept = self.desk.case(case_id), context.kept
        self._channel = chosen_channel(kept, case, (step, template), channel)
        self._made = self._composed()
        self._own = OwnWords(self._made.own)
        self._is_stuck = False  # what is written cannot be saved, and that was said
        self._keeper = Keeper(self, lambda: self.draft_key, lambda: self._own.seen_by_name)
        self._showing: Timer | None = None

    def _composed(self, own: Mapping[Part, str] | None = None) -> Composition:
        channel = Channel(self._channel) if self._channel else None
        return self.desk.compose(
            self._case_id, self._step, own, self._language, channel, template=self._template
        )

    @property
    def own(self) -> dict[Part, str]:
        """What the person has written so far."""
        return self._own.written

    @property
    def draft_key(self) -> str:
        draft = self._made.draft
        return f"letter-{self._made.case.uid}-{draft.key or draft.step}"

    def body(self) -> ComposeResult:
        yield Bar(id="parts")
        with Container(id="desk"):
            with Vertical(id="writing"):
                yield Static(id="hint")
                with ContentSwitcher(initial="p-subject", id="fields"):
                    yield from self._own.boxes.values()
            yield Static(id="findings")
            yield Paper(id="preview")

    def on_mount(self) -> None:
        kept = self._keeper.recall()
        self._own.fill(kept, self._keeper.seen)
        if kept:
            self.tell(
                self.words.t(
                    "Your unsaved text is back. {key} throws it away.", key=self.key("discard")
                )
            )
        firsts = () if self._made.draft.key else (Part.SUBJECT, Part.PROBLEM, Part.RESULT)
        empty = (part for part in firsts if not self._own.boxes[part].text)
        self._turn_to(next(empty, Part.PROBLEM))

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_findings)
        self.call_after_refresh(self._show_parts)

    def reload(self) -> None:
        made = self.attempt(self._composed)
        if made is not None and made.draft == self._made.draft:
            self._own.take_in(made.own)
        self._show()
        case, tone = self._made.case, self._made.tone
        title = self.words.t("#{id} Letter: {what}", id=case.id, what=self._what())
        told = "" if tone is Tone.NEUTRAL else self.words.t("tone: {tone}", tone=tone)
        self.title_is(f"{title}, {told}" if told else title)

    def _what(self) -> str:
        """The letter of a step by its title, another by what it is called."""
        draft, words = self._made.draft, self.words
        if self._is_of_step:
            return self.desk.step_title(self._made.case, draft.step, words.language)
        kinds = {kind.id: kind.title for kind in self.desk.all_letter_kinds()}
        titles = kinds.get(draft.template, {})
        return titles.get(words.language, draft.template)

    @property
    def _is_of_step(self) -> bool:
        draft = self._made.draft
        return draft.key in ("", draft.step)

    @property
    def _part(self) -> Part:
        current = self.query_one("#fields", ContentSwitcher).current or "p-subject"
        return Part(current.removeprefix("p-"))

    def _turn_to(self, part: Part) -> None:
        self.query_one("#fields", ContentSwitcher).current = f"p-{part}"
        self._own.boxes[part].focus()
        self._show_hint()
        self._show_parts()
        self._point_at_part()

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._keeper.typed(self._own.by_name)
        if self._showing is not None:
            self._showing.stop()
        self._showing = self.set_timer(PREVIEW_AFTER, self._show)

    def keep(self) -> None:
        self._keeper.keep_now(self._own.by_name)

    def _show(self) -> None:
        """Put the letter together and show it with what the checks say."""
        self._showing = None
        made = self.attempt(lambda: self._composed(self.own))
        if made is None:
            return
        spelling = self.desk.misspelt(made)
        self._made = replace(made, findings=(*made.findings, *spelling))
        self.query_one("#preview", Paper).show(made.letter.text())
        self._show_hint()
        self._show_parts()
        self._point_at_part()
        self._show_findings()

    def _show_hint(self) -> None:
        part = self._part
        hint = _REPLACES if self._made.draft.key else _HINTS[part]
        if part in self._made.offered:
            hint = _OFFERED
        self.query_one("#hint", Static).update(Content(self.words.t(hint, key=self.key("take"))))

    def _show_parts(self) -> None:
        line = parts_line(self.words, self._made, self._part, self.app.size.width)
        self.query_one("#parts", Bar).left = line

    def _point_at_part(self) -> None:
        text = self._made.letter.parts.get(self._part, "")
        self.query_one("#preview", Paper).point_at(text)

    def _show_findings(self) -> None:
        told = all_findings if self.has_class("-broad") else findings_text
        self.query_one("#findings", Static).update(told(self.words, self._made, self.key("letter")))

    def _save(self, told: Mapping[Part, str] = MappingProxyType({})) -> bool:
        own, seen = self._own.edited, {**self._own.seen, **told}
        try:
            self.desk.save_letter(
                self._case_id, self._made.draft.step, own, seen, template=self._template
            )
        except UpheldError as error:
            self._is_stuck = True
            if isinstance(error, Overtaken):
                self._own.told[Part(error.name)] = error.theirs
                self._turn_to(Part(error.name))
            self.tell(error.sentence, wrong=True)
            return False
        self._own.are_saved()
        self._keeper.drop()
        return True
