"""What works everywhere; companies and profiles."""

from __future__ import annotations

from tui.commands.command import Command, Group, commands_of

in_footer, in_help = commands_of(Group.GENERAL)
of_company, _ = commands_of(Group.COMPANY)

GENERAL: tuple[Command, ...] = (
    in_footer("keys", "question_mark,f1", "keys", "The keys that work here"),
    in_help("palette", "colon,ctrl+p", "palette", "Find a command by its name"),
    in_footer("undo", "u", "undo", "Take back the last change"),
    in_footer("back", "escape", "back", "Back to where I was"),
    in_help("language", "L", "language", "Russian or English screens"),
    in_help("theme", "A", "theme", "Other colours: dark, light, high contrast, the terminal’s own"),
    in_help("tour", "H", "tour", "Five minutes through invented cases"),
    in_help("suspend", "ctrl+z,ctrl+backslash", "to the shell", "To the shell, and back with fg"),
    in_footer("copy_address", "y", "copy", "Send the address to the terminal's clipboard"),
    in_help("quit", "q,ctrl+q", "quit", "Leave Upheld"),
    in_footer("add_profile", "a", "add", "Add a profile: for the office, for whom I represent"),
    in_footer("usual_profile", "s", "usual", "Make it the profile of every letter"),
    in_footer("drop_profile", "x", "take away", "Take the profile away"),
    of_company("add_company", "a", "add", "Add a company"),
    of_company("edit_company", "f", "facts", "Change the facts of the company"),
)
