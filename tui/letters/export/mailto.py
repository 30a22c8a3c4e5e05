"""A letter as a mailto: link."""

from __future__ import annotations

from urllib.parse import quote

from tui.cases.words import Part
from tui.letters.export.headers import address_of, header_text
from tui.letters.export.labels import label
from tui.letters.letter import Letter
from tui.terminal.clean import clean_text

LONGEST = 1900  # characters of a link that programs take
LONGEST_SUBJECT = 800  # of these


def mailto(letter: Letter, to: str) -> str:
    """The link that opens a mail program with the letter in it.

    A letter that is too long is cut, and says so at its end. Raises BadInput for an address
    that is none; an empty one is left for the mail program.
    """
    address = quote(address_of(to).addr_spec, safe="@") if to.strip() else ""
    subject = _cut(header_text(letter.parts.get(Part.SUBJECT, "")), LONGEST_SUBJECT, quote("…"))
    link = f"mailto:{address}?subject={subject}&body="
    text = Letter(letter.language, {**letter.parts, Part.SUBJECT: ""}).text()
    note = _quoted("\n\n" + label(letter.language, "cut"))
    return link + _cut(clean_text(text), LONGEST - len(link), note)


def _cut(text: str, room: int, note: str) -> str:
    """`text` as it stands in a link, whole or cut between two characters, then with the note."""
    if len(_quoted(text)) <= room:
        return _quoted(text)
    cut, left = "", room - len(note)
    for char in text:
        cut_char = _quoted(char)
        if len(cut_char) > left:
            break
        cut, left = cut + cut_char, left - len(cut_char)
    return cut + note


def _quoted(text: str) -> str:
    return quote(text.replace("\n", "\r\n"), safe="")
