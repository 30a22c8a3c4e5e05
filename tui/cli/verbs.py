"""The verbs of the command line: where each is written, and what it does in one sentence.

A verb's module is imported only when the verb is used, so help and completion stay quick.
"""

from __future__ import annotations

from typing import NamedTuple

from tui.wording.mark import N_


class Place(NamedTuple):
    """Where a verb is written: a module of this room and a name in it."""

    module: str
    name: str
    help: str


VERBS: dict[str, Place] = {
    "demo": Place("demo", "demo", N_("Open the app on a throw-away book of sample cases.")),
    "add": Place("adding", "add", N_("Open a case.")),
    "edit": Place("cases", "edit", N_("Change facts of a case.")),
    "list": Place("cases", "list_cases", N_("List the cases.")),
    "show": Place("cases", "show", N_("Show one case whole, with the working of its dates.")),
    "search": Place(
        "searching", "search", N_("Search all texts of the cases, and the mails of none.")
    ),
    "today": Place("day", "today", N_("What is late, due, and mine to do.")),
    "next": Place("day", "next_step", N_("The one next action of a case.")),
    "record": Place("record", "record", N_("Record what happened.")),
    "evidence": Place("evidence", "evidence", N_("The files of a case: look, quote, copy out.")),
    "snooze": Place("snooze", "snooze", N_("Put cases off until a day or an answer.")),
    "chase": Place("chase", "chase", N_("Write the reminders of cases; or remind regularly.")),
    "notify": Place("notify", "notify", N_("Tell what became due since the last time, once.")),
    "ics": Place("ics", "ics", N_("The dates for a calendar; what was ticked off there.")),
    "link": Place("linking", "link", N_("Link a case with another.")),
    "unlink": Place("linking", "unlink", N_("Part two cases that are linked.")),
    "mail": Place("mail", "mail", N_("Mail: replies in, letters out.")),
    "inbox": Place("inbox", "inbox", N_("Replies that wait: read, attach, put aside.")),
    "undo": Place("undo", "undo", N_("Take back the last change.")),
    "advise": Place("advice", "advise", N_("Which channel to use, and why.")),
    "prepare": Place("preparing", "prepare", N_("What to have at hand, and what is missing.")),
    "check": Place("check", "check", N_("Check a letter before it goes out.")),
    "letter": Place("letters", "letter", N_("Write the letter of a case.")),
    "letters": Place("letter_kinds", "letters", N_("The kinds of letters, your own among them.")),
    "ladder": Place("ladder", "ladder", N_("The steps of an escalation: open, early, taken.")),
    "calc": Place("calc", "calc", N_("Work out a date or a penalty, without a case.")),
    "rules": Place("rules", "rules", N_("Rules, facts and playbooks, with their sources.")),
    "companies": Place("companies", "companies", N_("Companies and how to reach them.")),
    "stats": Place("stats", "stats", N_("The book in figures: outcomes, days, promises, money.")),
    "profile": Place("profile", "profile", N_("My name and contacts, for every letter.")),
    "config": Place("config", "config", N_("What can be set, as a config.toml with comments.")),
    "keys": Place("keys", "keys", N_("The keys in force, and what is wrong with your own.")),
    "export": Place("exchange", "export", N_("Take cases out: JSON, CSV, bundles.")),
    "import": Place("exchange", "import_", N_("Take cases in from JSON.")),
    "backup": Place("backup", "backup", N_("Copy the book, or bring a copy back.")),
    "doctor": Place("doctor", "doctor", N_("Look whether the book is whole; mend it.")),
    "completion": Place("completion", "completion", N_("Print the completion for a shell.")),
}

# What people type instead: what a verb is called elsewhere, and what is an argument here.
MEANT: dict[str, str] = {
    **dict.fromkeys(("new", "create", "open"), "add"),
    **dict.fromkeys(("ls", "cases", "board"), "list"),
    **dict.fromkeys(("view", "cat", "info", "case"), "show"),
    **dict.fromkeys(("find", "grep"), "search"),
    **dict.fromkeys(("due", "overdue", "agenda"), "today"),
    **dict.fromkeys(("log", "note", "sent", "call", "close", "reopen", "answer"), "record"),
    **dict.fromkeys(("attach", "files", "file"), "evidence"),
    **dict.fromkeys(("remind", "nudge"), "chase"),
    **dict.fromkeys(("steps", "escalate", "plan"), "ladder"),
    **dict.fromkeys(("calendar", "cal"), "ics"),
    **dict.fromkeys(("send", "fetch", "outbox"), "mail"),
    **dict.fromkeys(("compose", "write", "draft"), "letter"),
    **dict.fromkeys(("channels", "channel"), "advise"),
    **dict.fromkeys(("restore", "copy"), "backup"),
    **dict.fromkeys(("settings", "set"), "config"),
    **dict.fromkeys(("delete", "remove", "rm", "revert"), "undo"),
    **dict.fromkeys(("statistics", "report"), "stats"),
    **dict.fromkeys(("laws", "law"), "rules"),
    **dict.fromkeys(("deadline", "date"), "calc"),
}
