"""What is done to a case, its files and its ladder."""

from __future__ import annotations

from tui.commands.command import Command, Group, commands_of

in_footer, in_help = commands_of(Group.CASE)

CASES: tuple[Command, ...] = (
    in_footer("new", "n", "new", "Open a new case"),
    in_footer("open", "enter", "open", "Open what is selected"),
    in_help("mark_case", "space", "mark", "Mark the case, for what goes for several"),
    in_help("tags", "T", "tags", "Tags of the marked cases, or of this one"),
    in_footer("links", "i", "linked", "Cases that belong together, or wait for each other"),
    in_footer("add_link", "a", "link", "Link it with another case"),
    in_footer("unlink", "x", "unlink", "Part the two cases"),
    in_help("snooze", "z", "snooze", "Put it off until a day, or until they answer"),
    in_help("wake", "Z", "wake", "End the snooze"),
    in_help("every", "N", "reminders", "Remind them regularly until they answer: every Monday"),
    in_help("chase", "D", "chase",
            "Remind those marked, or all who are late, one letter after the other"),
    in_footer("compose", "c", "compose", "Write the letter: seven parts, preview, checks"),
    in_footer("channels", "a", "channels", "Which channel to use, and why"),
    in_footer("prepare", "d", "have ready", "What to have at hand, and what is missing"),
    in_footer("call", "p", "call", "The call sheet: have it ready, ask, write down"),
    in_footer("record", "r", "record", "Record what happened"),
    in_footer("escalate", "e", "escalate", "The ladder: what is open now, and its letter"),
    in_help("close_case", "x", "close case", "Close the case with an outcome"),
    in_footer("edit", "f", "facts", "Change the facts of the case"),
    in_footer("evidence", "v", "evidence", "The files: look, quote, copy out"),
    in_footer("add_files", "a", "add file", "Choose files and copy them in"),
    in_footer("extract", "x", "quote", "Quote lines of a text for the letter"),
    in_footer("take_out", "o", "copy out", "Copy files out, pictures without hidden data"),
    in_footer("leave_out", "space", "leave out", "Leave the file out of the letter, or not"),
    in_footer("mark", "space", "mark", "Mark one more file"),
    in_footer("folder_up", "backspace", "up", "To the folder above"),
    in_help("review", "V", "review", "Write a public review from the facts, without personal data"),
    in_footer("other_ladder", "l", "other ladder", "Another ladder for this case"),
    in_footer("plan", "i", "plan", "The whole ladder with its dates"),
    in_help("bundle", "B", "bundle", "The case as one file for a regulator, a lawyer or a court"),
    in_footer("working", "w", "working", "Show how the dates were computed"),
    in_footer("insist", "exclamation_mark", "all the same",
              "Take a step after its time all the same, and say why"),
    in_footer("tick", "space", "tick", "Tick a line of the checklist"),
)  # fmt: skip
