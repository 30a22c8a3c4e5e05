"""What can be set of reminders: how, and when not."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

Way = Literal["terminal", "mail", "desktop", "tmux", "command"]
WAYS: tuple[Way, ...] = ("terminal", "mail", "desktop", "tmux", "command")
_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]"


class NotifySettings(msgspec.Struct, frozen=True):
    """How `upheld notify` tells what is new.

    `ways`: on standard output and with a signal where that is a terminal, by a mail to myself,
    on the desktop, on the status line of tmux, by a command. `command`: a program and its
    arguments, which gets the text on its standard input. `signal`: what a terminal gets besides:
    its bell, or a notification by OSC 9 or OSC 777. `quiet`: the hours in which nothing is told,
    such as 22:00-08:00. `digest`: at most one message a day, but for my own last days.
    """

    ways: tuple[Way, ...] = ("terminal",)
    command: tuple[str, ...] = ()
    signal: Literal["bell", "osc9", "osc777", "none"] = "bell"
    quiet: Annotated[str, msgspec.Meta(pattern=rf"^({_TIME}-{_TIME})?$")] = ""
    digest: bool = False
