"""A letter and who writes it."""

from __future__ import annotations

from dataclasses import dataclass

from tui.cases.words import Part
from tui.letters.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Sender:
    """Who I am in a letter. What is empty is left out."""

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """The seven parts, each as text with line feeds, long lines unwrapped. Empty: not there."""

    language: str
    parts: dict[Part, str]

    def text(self) -> str:
        """The whole letter as it will be read."""
        phrases = Phrases(self.language)
        labels = {
            Part.SUBJECT: phrases.say("label.subject"),
            Part.ENCLOSURES: phrases.say("label.enclosures") + "\n",
        }
        return "\n\n".join(
            labels.get(part, "") + self.parts[part] for part in Part if self.parts.get(part)
        )
