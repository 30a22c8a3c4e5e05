"""To another line or column. Old terminals have no keys for pages."""

from __future__ import annotations

from tui.commands.command import Command, Group, commands_of

in_footer, in_help = commands_of(Group.MOVE)

MOVING: tuple[Command, ...] = (
    in_help("down", "j,down", "Down", "One line down"),
    in_help("up", "k,up", "Up", "One line up"),
    in_help("left", "h,left", "Left", "One column to the left"),
    in_help("right", "l,right", "Right", "One column to the right"),
    in_help("top", "g,home", "First", "To the first line"),
    in_help("to_today", "g,home", "to today", "To today’s date"),
    in_help("bottom", "G,end", "Last", "To the last line"),
    in_help("page_down", "pagedown,ctrl+d", "Page down", "One page down"),
    in_help("page_up", "pageup,ctrl+u", "Page up", "One page up"),
)
