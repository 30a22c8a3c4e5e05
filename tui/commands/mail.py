"""What is done with replies."""

from __future__ import annotations

from tui.commands.command import Command, Group, commands_of

in_footer, in_help = commands_of(Group.MAIL)

MAIL: tuple[Command, ...] = (
    in_footer("fetch_mail", "f", "fetch", "Fetch replies now, or stop fetching them"),
    in_footer("attach_mail", "a", "to a case", "Put the mail to a case"),
    in_footer("receipt_of_mail", "t", "receipt", "It is a receipt only"),
    in_footer("unfold", "f", "rest", "Show what is folded away, or fold it"),
    in_footer("mail_files", "v", "files", "Copy its attachments to the evidence"),
    in_footer("ignore_mail", "x", "put aside", "Out of the Inbox, where it is kept; or back"),
    in_help("settle_mails", "T", "all told", "All mails of its case are told by what you recorded"),
    in_footer("aside_mails", "i", "what is aside", "List what was put aside, or hide it"),
    in_footer("case_of_mail", "n", "new case", "Open a case with what it tells"),
    in_help("whole_mail", "V", "whole mail", "Copy the mail itself to the evidence"),
    *(in_help(f"fact_{n}", str(n), f"fact {n}", "Take what it offers") for n in range(1, 10)),
    in_footer("offers", "f8,ctrl+o", "facts", "What the text offers: number, date, amount"),
)
