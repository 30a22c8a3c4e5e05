"""The catalogue of commands: keys, footer, palette, help and keymap follow from it.

Titles and helps are texts of the catalogue of words, in English; they are translated where
they are shown. A key is written as on a QWERTY keyboard; `keys_of` adds the key that sits
in the same place on ЙЦУКЕН.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """A heading of the help page."""

    MOVE = "Move"
    CASE = "Case"
    SCREEN = "Screens"
    LETTER = "Letter"
    COMPANY = "Companies"
    GENERAL = "General"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do. `id` is also the name of the action that does it.

    `key`: Textual key names, comma-separated. `footer`: whether it is worth a place there.
    `title`: one or two words. `help`: one sentence.
    """

    id: str
    key: str
    title: str
    help: str
    group: Group
    footer: bool = True


COMMANDS: tuple[Command, ...] = (
    Command("down", "j,down", "Down", "One line down", Group.MOVE, footer=False),
    Command("up", "k,up", "Up", "One line up", Group.MOVE, footer=False),
    Command("left", "h,left", "Left", "One column to the left", Group.MOVE, footer=False),
    Command("right", "l,right", "Right", "One column to the right", Group.MOVE, footer=False),
    Command("top", "g,home", "First", "To the first line", Group.MOVE, footer=False),
    Command("to_today", "g,home", "to today", "To today’s date", Group.MOVE, footer=False),
    Command("bottom", "G,end", "Last", "To the last line", Group.MOVE, footer=False),
    Command("page_down", "pagedown", "Page down", "One page down", Group.MOVE, footer=False),
    Command("page_up", "pageup", "Page up", "One page up", Group.MOVE, footer=False),
    Command("new", "n", "new", "Open a new case", Group.CASE),
    Command("open", "enter", "open", "Open what is selected", Group.CASE),
    Command(
        "mark_case",
        "space",
        "mark",
        "Mark the case, for what goes for several",
        Group.CASE,
        footer=False,
    ),
    Command(
        "tags", "T", "tags", "Tags of the marked cases, or of this one", Group.CASE, footer=False
    ),
    Command(
        "compose", "c", "compose", "Write the letter: seven parts, preview, checks", Group.CASE
    ),
    Command("channels", "a", "channels", "Which channel to use, and why", Group.CASE),
    Command("prepare", "d", "have ready", "What to have at hand, and what is missing", Group.CASE),
    Command("call", "p", "call", "The call sheet: have it ready, ask, write down", Group.CASE),
    Command("record", "r", "record", "Record what happened", Group.CASE),
    Command(
        "escalate", "e", "escalate", "The ladder: what is open now, and its letter", Group.CASE
    ),
    Command(
        "close_case", "x", "close case", "Close the case with an outcome", Group.CASE, footer=False
    ),
    Command("edit", "f", "facts", "Change the facts of the case", Group.CASE),
    Command("evidence", "v", "evidence", "The files: look, quote, copy out", Group.CASE),
    Command("add_files", "a", "add file", "Choose files and copy them in", Group.CASE),
    Command("extract", "x", "quote", "Quote lines of a text for the letter", Group.CASE),
    Command(
        "take_out", "o", "copy out", "Copy files out, pictures without hidden data", Group.CASE
    ),
    Command(
        "leave_out", "space", "leave out", "Leave the file out of the letter, or not", Group.CASE
    ),
    Command("mark", "space", "mark", "Mark one more file", Group.CASE),
    Command("folder_up", "backspace", "up", "To the folder above", Group.CASE),
    Command(
        "review",
        "V",
        "review",
        "Write a public review from the facts, without personal data",
        Group.CASE,
        footer=False,
    ),
    Command("other_ladder", "l", "other ladder", "Another ladder for this case", Group.CASE),
    Command("plan", "i", "plan", "The whole ladder with its dates", Group.CASE),
    Command(
        "bundle",
        "B",
        "bundle",
        "The case as one file for a regulator, a lawyer or a court",
        Group.CASE,
        footer=False,
    ),
    Command("working", "w", "working", "Show how the dates were computed", Group.CASE),
    Command("board", "b", "board", "All cases by stage", Group.SCREEN),
    Command("today", "t", "today", "What is late, due, and mine to do", Group.SCREEN),
    Command("companies", "m", "companies", "Companies and how to reach them", Group.SCREEN),
    Command(
        "statistics",
        "S",
        "statistics",
        "The whole book in figures and charts",
        Group.SCREEN,
        footer=False,
    ),
    Command(
        "calendar",
        "K",
        "calendar",
        "The month: their deadlines, mine, days off",
        Group.SCREEN,
        footer=False,
    ),
    Command(
        "rules",
        "R",
        "rules",
        "The rules behind the dates, with their sources",
        Group.SCREEN,
        footer=False,
    ),
    Command(
        "profile",
        "P",
        "profile",
        "My name and contacts, for every letter",
        Group.SCREEN,
        footer=False,
    ),
    Command("search", "slash", "filter", "Show only what has these words", Group.SCREEN),
    Command(
        "find",
        "F,ctrl+f",
        "search",
        "Search all texts, and see what can be asked for",
        Group.SCREEN,
        footer=False,
    ),
    Command(
        "keep_filter",
        "equals_sign",
        "keep filter",
        "Keep the filter under a digit, 1 to 9",
        Group.SCREEN,
        footer=False,
    ),
    *(
        Command(
            f"filter_{n}", str(n), f"filter {n}", "A filter of mine", Group.SCREEN, footer=False
        )
        for n in range(1, 10)
    ),
    Command("keys", "question_mark,f1", "keys", "The keys that work here", Group.GENERAL),
    Command(
        "palette",
        "colon,ctrl+p",
        "palette",
        "Find a command by its name",
        Group.GENERAL,
        footer=False,
    ),
    Command("undo", "u", "undo", "Take back the last change", Group.GENERAL),
    Command("back", "escape", "back", "Back to where I was", Group.GENERAL),
    Command("language", "L", "language", "Russian or English screens", Group.GENERAL, footer=False),
    Command(
        "settings",
        "O",
        "settings",
        "What is set, where it comes from, and how to change it",
        Group.SCREEN,
        footer=False,
    ),
    Command(
        "tour", "H", "tour", "Five minutes through invented cases", Group.GENERAL, footer=False
    ),
    Command("quit", "q,ctrl+q", "quit", "Leave Upheld", Group.GENERAL, footer=False),
    Command("next_part", "tab", "next", "To the next part", Group.LETTER),
    Command(
        "previous_part",
        "shift+tab",
        "previous part",
        "To the field before",
        Group.LETTER,
        footer=False,
    ),
    Command("save", "ctrl+s", "save", "Save and go on", Group.LETTER),
    Command(
        "discard", "ctrl+g", "discard", "Throw away what is typed here", Group.LETTER, footer=False
    ),
    Command(
        "take", "ctrl+o", "take", "Take the text written from the case, to change it", Group.LETTER
    ),
    Command("editor", "ctrl+e", "editor", "Write this part in $EDITOR", Group.LETTER),
    Command(
        "letter", "ctrl+l", "letter", "Hand the letter over, as its channel takes it", Group.LETTER
    ),
    Command("letter_language", "ctrl+t", "ru/en", "The letter in the other language", Group.LETTER),
    Command("choose_rule", "ctrl+r", "rule", "Choose the rule that gives the date", Group.LETTER),
    Command("finding", "ctrl+n", "finding", "Jump to the next finding", Group.LETTER),
    Command("mend", "ctrl+k", "mend", "Mend the finding as it proposes", Group.LETTER),
    Command("attach", "f2", "evidence", "Keep what was pasted, or another file", Group.LETTER),
    Command("tone", "f3", "tone", "Neutral, firm or formal", Group.LETTER),
    Command("letter_kind", "f4", "other letter", "Another kind of letter", Group.LETTER),
    Command("sent", "s", "sent", "Record that it was sent", Group.LETTER),
    Command("write_file", "o", "to file", "Write the letter to a file", Group.LETTER),
    Command("copy", "y", "copy", "Send the letter to the terminal's clipboard", Group.LETTER),
    Command(
        "override", "exclamation_mark", "all the same", "Send it with its errors", Group.LETTER
    ),
    Command("mail_link", "M", "mail link", "Copy a mailto: link with the letter", Group.LETTER),
    Command("transcript", "v", "paste chat", "Paste the conversation, and record it", Group.LETTER),
    Command("longer", "plus", "longer", "Longer pieces", Group.LETTER, footer=False),
    Command("shorter", "minus", "shorter", "Shorter pieces", Group.LETTER, footer=False),
    Command("add_company", "a", "add", "Add a company", Group.COMPANY),
    Command("edit_company", "f", "facts", "Change the facts of the company", Group.COMPANY),
    Command(
        "add_profile",
        "a",
        "add",
        "Add a profile: for the office, for whom I represent",
        Group.GENERAL,
    ),
    Command("usual_profile", "s", "usual", "Make it the profile of every letter", Group.GENERAL),
    Command("drop_profile", "x", "take away", "Take the profile away", Group.GENERAL),
    Command("tick", "space", "tick", "Tick a line of the checklist", Group.CASE),
)

CATALOGUE: dict[str, Command] = {command.id: command for command in COMMANDS}

_QWERTY = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`" + 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?~' + "@#$^&|"
_JCUKEN = "йцукенгшщзхъфывапролджэячсмитьбю.ё" + "ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,Ё" + '"№;:?/'
_PUNCTUATION = {
    "!": "exclamation_mark", '"': "quotation_mark", "#": "number_sign", "$": "dollar_sign",
    "%": "percent_sign", "&": "ampersand", "'": "apostrophe", "(": "left_parenthesis",
    ")": "right_parenthesis", "*": "asterisk", "+": "plus", ",": "comma", "-": "minus",
    ".": "full_stop", "/": "slash", ":": "colon", ";": "semicolon", "<": "less_than_sign",
    "=": "equals_sign", ">": "greater_than_sign", "?": "question_mark", "@": "at",
    "[": "left_square_bracket", "\\": "backslash", "]": "right_square_bracket",
    "^": "circumflex_accent", "_": "underscore", "`": "grave_accent",
    "{": "left_curly_bracket", "|": "vertical_line", "}": "right_curly_bracket", "~": "tilde",
    "№": "numero_sign", " ": "space",
}  # fmt: skip
_CHARACTERS = {name: character for character, name in _PUNCTUATION.items()}
_SAME_PLACE = dict(zip(_QWERTY, _JCUKEN, strict=True))


def keys_of(command: Command) -> tuple[str, ...]:
    """All keys of a command, those of the Russian layout included."""
    keys = tuple(command.key.split(","))
    return keys + tuple(russian for key in keys if (russian := on_jcuken(key)))


def on_jcuken(key: str) -> str:
    """The key in the same place on ЙЦУКЕН; empty where it is the same or has no letter."""
    return key_named(_SAME_PLACE.get(character_of(key), ""))


def on_qwerty(character: str) -> str:
    """The character in the same place on QWERTY as a Russian letter; empty for any other."""
    places = zip(_QWERTY, _JCUKEN, strict=True)
    return next((q for q, russian in places if russian == character and character.isalpha()), "")


def key_named(character: str) -> str:
    """A character as the name of its key: "?" is question_mark, "c" is c."""
    return _PUNCTUATION.get(character, character)


def character_of(key: str) -> str:
    """What the key writes; empty for one that writes nothing, such as enter or f1."""
    return key if len(key) == 1 else _CHARACTERS.get(key, "")


def pick(*ids: str) -> Iterable[Command]:
    """These commands, in this order."""
    return tuple(CATALOGUE[command_id] for command_id in ids)
