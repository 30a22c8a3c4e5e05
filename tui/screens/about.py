"""What each screen is for, in one or two sentences: the head of its help."""

from __future__ import annotations

from tui.wording.mark import N_

ABOUT = {
    "board": N_(
        "All your cases by stage. ! is late, * is due today, > is your move; below stands "
        "the next step of the case under the cursor."
    ),
    "today": N_(
        "What to do this morning: what they broke, what is due, what you owe, and whom "
        "not to chase yet."
    ),
    "inbox": N_(
        "Replies that wait for you: those in a case that nobody has judged, and those of which "
        "nobody knows the case. Nothing of them is applied by itself."
    ),
    "mail": N_(
        "What they wrote, with what it offers to be recorded. Take what is right by its digit, "
        "then say what it was."
    ),
    "attach": N_("To which case the mail belongs: its number, or words of it."),
    "offers": N_("What was found in the text: Enter takes it into the form."),
    "companies": N_(
        "With whom you deal, how to reach them, and how they have kept their word so far."
    ),
    "company": N_(
        "The facts of one company: addresses by channel, hours, time zone. Cases take "
        "them from here."
    ),
    "scoreboard": N_(
        "How one company answers: how quickly, how often in your favour, how many "
        "promises were kept."
    ),
    "statistics": N_("Your whole book in figures: outcomes, days, promises, money."),
    "calendar": N_("The month with what is due on each day, theirs and yours, and the days off."),
    "case": N_(
        "One case whole: facts and numbers, what happened, which dates run, and the next step."
    ),
    "happened": N_("One thing that happened, with all that was written down of it."),
    "new": N_("A new case: with whom, what about, how urgent. The rest can come later."),
    "same": N_(
        "Cases that may be about the same matter: go on with one of them, or open a new one."
    ),
    "facts": N_("The facts of the case. Letters, advice and dates are made from them."),
    "export": N_("The marked cases as a bundle each, or together as one file."),
    "links": N_("The cases that this one belongs to, continues, or waits for."),
    "link": N_("Link the case with another: by its number, or by words of it."),
    "prepare": N_("What to have at hand for this kind of problem, and what is still missing."),
    "channels": N_(
        "Which way to contact them now, the best first, with the reasons and with what to mind."
    ),
    "compose": N_(
        "The letter in seven parts, as it will read, and what the checks say of it. Empty "
        "parts are written from the case."
    ),
    "kinds": N_("Other kinds of letter that fit this case now."),
    "letter": N_(
        "The letter as it goes out: read it, copy it, write it to a file, then record "
        "that it was sent."
    ),
    "send": N_(
        "The letter as its channel takes it: what to paste where, and what to mind before "
        "and after."
    ),
    "post": N_("The mail exactly as it will go out, with its headers. Sending cannot be undone."),
    "password": N_("The password of your mail. It is kept in memory only, until Upheld ends."),
    "outbox": N_(
        "Letters that are not out yet, and why; Enter reads one. What is unknown is never sent "
        "again by itself: find out whether it arrived, then say so."
    ),
    "outgoing": N_("A letter of the outbox as it goes out, with its headers."),
    "override": N_("The checks found errors: say why the letter goes out all the same."),
    "transcript": N_("Paste the conversation here: it is kept as evidence and recorded."),
    "call": N_(
        "Have this before your eyes while you call: who you are, what you want, what to "
        "ask, and what to write down."
    ),
    "record": N_(
        "Write down what happened. From that Upheld works out whose move it is and which dates run."
    ),
    "event": N_(
        "The details of what happened: when, by which channel, their number, their promise."
    ),
    "insist": N_("The time for this step is over: say why you take it all the same."),
    "ladders": N_("Other ladders for this case, by country and kind of dispute."),
    "plan": N_(
        "The whole ladder on a line of time: when each step opens and until when they "
        "have to answer."
    ),
    "escalate": N_(
        "The ladder: which step is open now, which is too early or too late, and what it needs."
    ),
    "evidence": N_(
        "The files of the case, numbered as enclosures. Look at them, quote from them, "
        "copy them out."
    ),
    "extract": N_("Choose the lines of a text that the letter is to quote."),
    "take_out": N_("Copies of the files for others, pictures without hidden data."),
    "pick_file": N_("Choose files: they are copied into the book, the originals stay."),
    "bundle": N_("The case as one file for a regulator, a lawyer or a court."),
    "working": N_(
        "How each date was computed: the start, the days counted, the days left out, and "
        "the source."
    ),
    "rules": N_(
        "The rules behind the dates, with their sources. A rule that is not certain is off."
    ),
    "rule": N_("One rule: what it says, since when, how certain it is, and where it is written."),
    "profiles": N_(
        "Who you are in letters: several, if you write for an office or for somebody else."
    ),
    "profile": N_("Your name and contacts. Every letter takes them from here."),
    "settings": N_(
        "What is set and where it comes from. It is written to config.toml, whose comments stay."
    ),
    "setting": N_("One setting. Empty, it has its default."),
    "tags": N_("Tags for the marked cases, or for one: words to find them by."),
    "snooze": N_(
        "Put the marked cases off, or one. What is yours to do in time comes back all the same, "
        "and so does what they broke before."
    ),
    "every": N_(
        "Remind them regularly until they answer, never before the time they have. You read each "
        "reminder before it goes out."
    ),
    "chase": N_(
        "Whom to remind now, one letter after the other, and who is left out and why. Enter "
        "begins; Esc in a letter comes back here."
    ),
    "chase_letter": N_("A reminder of the queue: change it, hand it over, or skip it."),
    "find": N_("Search all texts of all cases, and see what can be asked for."),
    "keys": N_("What this screen is for, and the keys that work on it."),
    "palette": N_("Type a word of what you want, Russian or English, and press Enter."),
}
"""By the name of the screen in `routes`."""
