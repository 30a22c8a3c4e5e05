"""What is done to a letter."""

from __future__ import annotations

from tui.commands.command import Command, Group, commands_of

in_footer, in_help = commands_of(Group.LETTER)

LETTERS: tuple[Command, ...] = (
    in_footer("next_part", "tab", "next", "To the next part"),
    # Where there is no shift+tab; tmux keeps ctrl+b, but has shift+tab.
    in_help("previous_part", "shift+tab,ctrl+b", "previous part", "To the field before"),
    in_footer("save", "ctrl+s", "save", "Save and go on"),
    in_help("discard", "ctrl+g", "discard", "Throw away what is typed here"),
    in_footer("take", "ctrl+o", "take", "Take the text written from the case, to change it"),
    in_footer("editor", "ctrl+e", "editor", "Write this part in $EDITOR"),
    in_footer("letter", "ctrl+l", "letter", "Hand the letter over, as its channel takes it"),
    in_footer("letter_language", "ctrl+t", "ru/en", "The letter in the other language"),
    in_footer("choose_rule", "ctrl+r", "rule", "Choose the rule that gives the date"),
    in_footer("finding", "ctrl+n", "finding", "Jump to the next finding"),
    in_footer("mend", "ctrl+k", "mend", "Mend the finding as it proposes"),
    in_footer("attach", "f2", "evidence", "Keep what was pasted, or another file"),
    in_footer("tone", "f3", "tone", "Neutral, firm or formal"),
    in_footer("letter_kind", "f4", "other letter", "Another kind of letter"),
    in_footer("sent", "s", "sent", "Record that it was sent"),
    in_footer("post", "p", "send now", "Send it as a mail now, after a look at it"),
    in_footer("post_now", "enter", "send", "Send this mail: that cannot be undone"),
    in_footer("mail_there", "y", "it went out", "It went out, as they or a server say: record it"),
    in_footer("mail_again", "a", "send again", "Send the letter again"),
    in_footer("mail_drop", "x", "drop", "Do not send the letter"),
    in_footer("mail_anew", "c", "write anew", "Drop the letter, and write it anew"),
    in_footer("write_file", "o", "to file", "Write the letter to a file"),
    in_footer("copy", "y", "copy", "Send the letter to the terminal's clipboard"),
    in_footer("override", "exclamation_mark", "all the same", "Send it with its errors"),
    in_help("mail_link", "M", "mail link", "Copy a mailto: link with the letter"),
    in_footer("transcript", "v", "paste chat", "Paste the conversation, and record it"),
    in_footer("skip_letter", "f7,ctrl+right_square_bracket", "skip",
              "Skip this one, on to the next letter"),
    in_help("longer", "plus", "longer", "Longer pieces"),
    in_help("shorter", "minus", "shorter", "Shorter pieces"),
)  # fmt: skip
