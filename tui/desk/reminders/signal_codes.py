"""The signal that a terminal gets with a reminder: its bell, or a notification."""

from __future__ import annotations

import re

from tui.desk.reminders.reminders import Message

_NAME = "Upheld"
_NAMED = re.compile(rf"{_NAME}\W+")  # as a title begins, in any language
_BELL, _END = "\a", "\x1b\\"


def signal_of(kind: str, message: Message, *, in_tmux: bool) -> str:
    """What to write to a terminal; nothing of it is shown in its lines.

    OSC 9 is known to iTerm2, WezTerm, Ghostty and Windows Terminal, OSC 777 to foot, urxvt,
    WezTerm and Ghostty. tmux passes one on only where `allow-passthrough` is set, so that the
    bell goes with it. A title is clean, and has no control character that could end the code.
    """
    if kind == "none":
        return ""
    if kind == "bell":
        return _BELL
    title = message.title
    if kind == "osc9":
        code = f"\x1b]9;{title}{_END}"
    else:  # it has a title of its own
        told = _NAMED.sub("", title).replace(";", ",")
        code = f"\x1b]777;notify;{_NAME};{told}{_END}"
    if in_tmux:
        return f"\x1bPtmux;{code.replace(chr(27), chr(27) * 2)}{_END}{_BELL}"
    return code
