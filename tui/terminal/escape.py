"""Escape and the key after it are two keys, though they may come together; pasted, it is text.

A terminal sends Alt and a letter as Escape and that letter, and Textual reads them so. But tmux
keeps an Escape back for half a second (its `escape-time` before 3.5), and a slow line brings what
was typed one after the other at once: then Escape would do nothing, or `/` be typed into a field.
No command has Alt; moving by words in a field has: Alt and b, f or Backspace stay what they are.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator

from textual import constants
from textual.events import Key
from textual.message import Message

from tui.terminal.paste import END, START

ESCAPE = "\x1b"
# What begins a sequence after Escape; b, f and Backspace; Tab, which is Shift+Tab on the console.
_TOGETHER = r"[\[\]_^bf\x7f\t]|O(?!\x1b)|\Z"
_PASTE = re.compile(rf"{re.escape(START)}(.*?)({re.escape(END)}|\Z)", re.DOTALL)
_PIECES = re.compile(rf"(?:{_PASTE.pattern}|[^\x1b]+|\x1b(?:{_TOGETHER}))+|\x1b", re.DOTALL)
# Escape, or the mark of a paste or the answer of a terminal cut short
_BEGUN = re.compile(r"\x1b(?:\[(?:[03]|2(?:0[01]?)?)?)?\Z")
_CAPITAL_O = "alt+shift+o"  # Escape and O may also begin a sequence, whose rest then did not come
_LATIN = dict(zip("йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm", strict=True))


class Held:
    """What may be the beginning of more, at the end of what came.

    `now`: seconds on a clock that only runs forward.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._text, self._until = "", 0.0

    def with_held(self, text: str) -> str:
        """`text` after what was held, without what is held now."""
        text = self._text + text
        begun = _BEGUN.search(text)
        self._text = begun[0] if begun else ""
        self._until = self._now() + constants.ESCAPE_DELAY
        return text[: begun.start()] if begun else text

    def due_in(self) -> float | None:
        """Seconds until there is no more to come; None while nothing is held."""
        return max(0.0, self._until - self._now()) if self._text else None

    def taken(self) -> str:
        """What was held, and is no longer."""
        text, self._text = self._text, ""
        return text


def escape() -> Key:
    """The key, as Textual's parser makes it."""
    return Key("escape", ESCAPE)


def apart(text: str, *, is_pasting: bool = False) -> Iterator[str]:
    """`text` in pieces, an Escape that is a key of its own as one of them.

    `is_pasting`: it begins inside a paste. Textual would end that at an Escape in it, and what
    follows would run commands: it becomes the picture of one.
    """
    if is_pasting:
        pasted, end, text = text.partition(END)
        yield _pictured(pasted) + end
    for found in _PIECES.finditer(text):
        yield _PASTE.sub(lambda paste: START + _pictured(paste[1]) + paste[2], found[0])


def _pictured(pasted: str) -> str:
    return pasted.replace(ESCAPE, "␛")


def meant(message: Message) -> Iterator[Message]:
    """What a person meant by a key that Textual read; anything else as it is.

    Terminals that report keys whole tell of Ctrl and a Russian letter, where others send the byte
    of the Latin one: it is the key in that place.
    """
    if not isinstance(message, Key):
        yield message
    elif message.key == _CAPITAL_O and message.character:
        yield escape()
        yield Key(message.character, message.character)
    elif message.key.startswith("ctrl+") and message.key[5:] in _LATIN:
        yield Key(f"ctrl+{_LATIN[message.key[5:]]}", None)
    else:
        yield message
