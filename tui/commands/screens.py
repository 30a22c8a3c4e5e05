"""The screens, and what is shown of the book."""

from __future__ import annotations

from tui.commands.command import Command, Group, commands_of

in_footer, in_help = commands_of(Group.SCREEN)

SCREENS: tuple[Command, ...] = (
    in_footer("board", "b", "board", "All cases by stage"),
    in_footer("today", "t", "today", "What is late, due, and mine to do"),
    in_help("inbox", "E", "inbox", "Replies that wait for you"),
    in_footer("companies", "m", "companies", "Companies and how to reach them"),
    in_help("statistics", "S", "statistics", "The whole book in figures and charts"),
    in_help("calendar", "K", "calendar", "The month: their deadlines, mine, days off"),
    in_help("rules", "R", "rules", "The rules behind the dates, with their sources"),
    in_help("profile", "P", "profile", "My name and contacts, for every letter"),
    in_footer("search", "slash", "filter", "Show only what has these words"),
    in_help("find", "F,ctrl+f", "search", "Search all texts, and see what can be asked for"),
    in_help("order", "s", "order", "What stands first: what is due, or what is urgent"),
    in_help("detail", "I", "case beside",
            "Show the case under the cursor beside a wide board, or not"),
    in_help("keep_filter", "equals_sign", "keep filter", "Keep the filter under a digit, 1 to 9"),
    *(in_help(f"filter_{n}", str(n), f"filter {n}", "A filter of mine") for n in range(1, 10)),
    in_help("outbox", "X", "outbox", "Letters that are not out yet, and why"),
    in_help("settings", "O", "settings", "What is set, where it comes from, and how to change it"),
)  # fmt: skip
