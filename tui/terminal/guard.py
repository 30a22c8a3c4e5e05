"""What has to be settled before Textual is imported, which reads its settings only then."""

from __future__ import annotations

import os
from collections.abc import MutableMapping

from tui.cases.errors import BadInput
from tui.terminal.clean import clean_line

_NO_SCREEN = frozenset({"", "dumb", "unknown"})
# Consoles and old hardware: they print what they do not know of newer sequences.
_PLAIN = ("linux", "vt", "ansi", "cons", "sun", "wsvt", "pcvt")
_DEFAULTS = {
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_FPS": "120",
    # Milliseconds until a lone Escape counts; an arrow key over a jittery line needs some.
    "ESCDELAY": "50",
}


class NoTerminal(BadInput):
    """Nothing here that screens can be drawn on."""


def prepare(environ: MutableMapping[str, str]) -> None:
    """Refuse where no screen can be shown, and settle how Textual will behave.

    Whoever can set the environment could otherwise log every key, press keys, or serve the
    screens to the web; UPHELD_DEV allows it.
    """
    _require_terminal(environ.get("TERM", ""))
    if not environ.get("UPHELD_DEV"):
        for name in [n for n in environ if n == "TEXTUAL" or n.startswith("TEXTUAL_")]:
            del environ[name]
    for name, value in _DEFAULTS.items():
        environ.setdefault(name, value)
    if is_plain(environ["TERM"]):
        environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"


def is_plain(term: str) -> bool:
    """Whether a terminal of that name gets none of the sequences that came after ECMA-48."""
    return term.startswith(_PLAIN)


def _require_terminal(term: str) -> None:
    # Textual reads descriptor 0 and draws on 2; on 1 somebody may be waiting for data.
    if not all(os.isatty(descriptor) for descriptor in (0, 1, 2)):
        raise NoTerminal(
            "The screens need a terminal for input and output. "
            "Without one, use commands such as “upheld today” or “upheld list”."
        )
    if not term:
        raise NoTerminal(
            "It is not told what this terminal is: TERM is not set. "
            "Use commands such as “upheld today” or “upheld list”."
        )
    if term in _NO_SCREEN:
        raise NoTerminal(
            "This terminal cannot show screens (TERM is “{term}”). "
            "Use commands such as “upheld today” or “upheld list”.",
            term=clean_line(term),
        )
