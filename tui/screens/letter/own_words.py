"""The person's own words for the parts of a letter: in the book, and in the fields."""

from __future__ import annotations

from collections.abc import Mapping

from tui.cases.words import Part
from tui.terminal.clean import clean_text
from tui.widgets.field import TextBox


class OwnWords:
    """A field for each part, and what stands in the book as far as the person knows.

    `told`: what another window wrote into the same parts, and was said. `is_saved`: something
    that was typed here went into the book.
    """

    def __init__(self, own: Mapping[Part, str]) -> None:
        self.seen = dict(own)
        self.told: dict[Part, str] = {}
        self.is_saved = False
        self._shown = _as_shown(own)
        self.boxes = {part: TextBox(self._shown[part], id=f"p-{part}") for part in Part}

    @property
    def written(self) -> dict[Part, str]:
        """What stands in the fields now."""
        return {part: box.text for part, box in self.boxes.items()}

    @property
    def edited(self) -> dict[Part, str]:
        """The parts that are not as they stand in the book."""
        return {part: text for part, text in self.written.items() if text != self._shown[part]}

    @property
    def changes(self) -> tuple[tuple[str, str], ...]:
        """What stands in the book and in the field, where it is not the same."""
        return tuple((self._shown[part], text) for part, text in self.edited.items())

    @property
    def by_name(self) -> dict[str, str]:
        """The edited parts, as a draft keeps them."""
        return {part.value: text for part, text in self.edited.items()}

    @property
    def seen_by_name(self) -> dict[str, str]:
        return {part.value: text for part, text in self.seen.items()}

    def fill(self, kept: Mapping[str, str], seen: Mapping[str, str]) -> None:
        """Put a draft back that was written over what was `seen`."""
        for part in (part for part in Part if part in kept):
            self.boxes[part].text = kept[part]
        self.seen |= {Part(name): text for name, text in seen.items()}

    def take_in(self, own: Mapping[Part, str]) -> None:
        """Show what another window wrote into parts that are not edited here."""
        edited = self.edited
        news = {part: text for part, text in own.items() if part not in edited}
        self.seen |= news
        self._shown |= _as_shown(news)
        for part in news:
            if self.boxes[part].text != self._shown[part]:
                self.boxes[part].text = self._shown[part]

    def are_saved(self) -> None:
        """What stands in the fields stands in the book."""
        edited = self.edited
        self.is_saved = self.is_saved or bool(edited)
        self.seen |= edited
        self._shown |= edited


def _as_shown(own: Mapping[Part, str]) -> dict[Part, str]:
    return {part: clean_text(text) for part, text in own.items()}
