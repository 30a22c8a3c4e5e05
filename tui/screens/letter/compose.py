"""Compose: the seven parts of a letter, and what the keys do to them."""

from __future__ import annotations

from functools import partialmethod
from typing import ClassVar

from msgspec.structs import replace

from tui.cases.words import Channel, Part, Tone
from tui.desk.letters.spelling import SPELLING
from tui.screens.context import Context
from tui.screens.discard import may_discard
from tui.screens.editor import edit_outside
from tui.screens.letter.compose_files import ComposeFiles
from tui.screens.mending import Mending, can_mend, mended
from tui.screens.sheets import sheets
from tui.terminal.clean import clean_text


class ComposeScreen(ComposeFiles):
    """Writing, mending, taking offers, changing tone, kind and language; leaving loses nothing."""

    CSS_PATH = sheets("compose")
    KEYS: ClassVar[tuple[str, ...]] = (
        "next_part", "letter", "finding", "mend", "take", "letter_language", "save", "tone",
        "letter_kind", "editor", "attach", "previous_part", "discard", "back",
    )  # fmt: skip
    IS_WRITING = True

    def __init__(self, context: Context, case_id: int, **about: str) -> None:
        super().__init__(context, case_id, **about)
        self._mending = Mending()
        self._mine: dict[Part, str] = {}  # own words in whose place an offer was looked at

    def _step_part(self, step: int) -> None:
        parts = list(Part)
        self._turn_to(parts[(parts.index(self._part) + step) % len(parts)])

    action_next_part = partialmethod(_step_part, 1)
    action_previous_part = partialmethod(_step_part, -1)

    def action_save(self) -> None:
        """Save, and leave. What another window wrote is told first; then this is meant to win."""
        if self._save(self._own.told):
            self.close()

    def action_finding(self) -> None:
        """To the place of the next finding; its mend is said below."""
        finding = self._mending.onward(self._made)
        if finding is None or finding.part is None:
            self.tell(
                self.words.t("Nothing to mend. {key}: read the letter.", key=self.key("letter"))
            )
            return
        self._turn_to(finding.part)
        box = self._own.boxes[finding.part]
        if box.text[finding.start : finding.end] == finding.text:
            box.mark(finding.start, finding.end)
        said = f"{finding.id} {self.words.say(finding.message)} {self.words.say(finding.mend)}"
        key = self.words.t("{key} mends it.", key=self.key("mend")) if can_mend(finding) else ""
        self.tell(f"{said} {key}".strip())

    def action_mend(self) -> None:
        """As the finding proposes; ctrl+z takes it back."""
        finding = self._mending.to_mend(self._made, self._part)
        if finding is not None and finding.id == SPELLING:
            word = self.desk.spelt(finding.text, self._made.letter.language)
            finding = replace(finding, replacement=word or None)
        if finding is None or finding.part is None or finding.replacement is None:
            self.tell(
                self.words.t(
                    "Nothing that a key can mend: {key} shows what is to be done.",
                    key=self.key("finding"),
                )
            )
            return
        self._turn_to(finding.part)
        box = self._own.boxes[finding.part]
        text = mended(box.text, self._written(finding.part), finding)
        if text == box.text:  # it stands in what is written for me beside my own words
            self.tell(
                self.words.t(
                    "Nothing that a key can mend: {key} shows what is to be done.",
                    key=self.key("finding"),
                )
            )
            return
        box.put(text)
        self._show()
        self.tell(self.words.t("Mended. ^z takes it back."))

    def action_take(self) -> None:
        """What was written from the case, where the field is empty; and what would be written
        now, where own words stand. The same key brings these back.
        """
        part, box = self._part, self._own.boxes[self._part]
        if part in self._mine:
            box.put(self._mine.pop(part))
            self.attempt(
                lambda: self.desk.keep_own(self._case_id, self._step, (part,), self._template)
            )
            self.tell(self.words.t("Your own words stay."))
        elif part in self._made.offered:
            self._mine[part] = box.text
            box.put(self._made.offered[part])
            self.tell(
                self.words.t(
                    "So it would read now. {key} again brings your own words back.",
                    key=self.key("take"),
                )
            )
        elif not box.text and (text := self._written(part)):
            box.put(text)
            box.move_cursor(box.document.end)
        elif not box.text:
            self.tell(self.words.t("Here only your own words go; the rest is added by itself."))

    def action_letter_language(self) -> None:
        shown = self._language or self._made.case.language
        self._language = "en" if shown == "ru" else "ru"
        self._show()

    def action_tone(self) -> None:
        """Neutral, firm, formal: the next one, kept with the letter."""
        tones = list(Tone)
        tone = tones[(tones.index(self._made.tone) + 1) % len(tones)]
        chosen = self.attempt(
            lambda: self.desk.choose_letter(self._case_id, self._step, self._template, tone)
        )
        if chosen is not None:
            self.tell(self.words.t("Tone: {tone}", tone=tone))

    def action_letter_kind(self) -> None:
        """Another kind of letter; what is written here is kept."""
        if self._save():
            about = {"case_id": self._case_id, "step": self._step, "chosen": self._other_kind}
            self.go("kinds", **about)

    def _other_kind(self, kind: str) -> None:
        self.close()
        step = self.desk.step_for_kind(self._case_id, kind, self._step)
        about = {"step": step, "channel": self._channel, "template": kind}
        self.go("compose", case_id=self._case_id, **about)

    def action_editor(self) -> None:
        box = self._own.boxes[self._part]
        text = self.attempt(lambda: edit_outside(self.app, box.text))
        if text is not None:
            box.put(clean_text(text))

    def action_discard(self) -> None:
        if not may_discard(self, self._own.changes):
            return
        self._keeper.drop()
        self.close()
        if self._own.is_saved:
            said = self.words.t("What was saved before stays in the letter; {undo} takes it back.",
                                undo=self.key("undo"))  # fmt: skip
            self.tell_below(said)

    def action_back(self) -> None:
        """Leave, and keep what is written: a letter in the making has nothing to confirm.

        What cannot be saved is said first, and stays as a draft.
        """
        was_told, is_saved = self._is_stuck, self._save()
        may_leave = is_saved or was_told
        if not may_leave or not self._keeper.may_leave(self._own.by_name, "back"):
            return
        self.close()
        if not is_saved:
            self._keeper.say_kept()
        elif self._own.is_saved:
            said = self.words.t("What you wrote is kept in the letter; {undo} takes it back.",
                                undo=self.key("undo"))  # fmt: skip
            self.tell_below(said)

    def action_letter(self) -> None:
        """Hand it over as its channel takes it; a text for the public is only read.

        Where no channel was chosen, or one by which no letter goes, it is the best that it can
        go by.
        """
        if self._save():
            can_go = self._channel and self._channel != Channel.PHONE
            channel = self._channel if can_go else self._best_channel()
            about = {"channel": channel, "template": self._template}
            self.go(
                "send" if channel else "letter",
                case_id=self._case_id,
                step=self._made.draft.step,
                language=self._language,
                **about,
            )

    def _best_channel(self) -> str:
        if self._made.is_public:
            return ""
        return self.desk.channel_for_letter(self._case_id, self._made.draft.step).value
