"""A letter and who writes it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from tui.cases.words import Part
from tui.letters.phrases import Phrases


class Principal(Struct, frozen=True):
    """For whom I write, and what lets me: a power of attorney. What is empty is left out.

    `power_on` is its date; as text where it was not written as one.
    """

    name: str = ""
    address: str = ""
    power_number: str = ""
    power_on: date | str = ""
    power_by: str = ""


class Sender(Struct, frozen=True):
    """Who I am in a letter. What is empty is left out.

    `signature` stands under a letter instead of the name, on lines of its own.
    """

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    hours: str = ""
    signature: str = ""
    principal: Principal = Principal()


class Letter(Struct, frozen=True):
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
