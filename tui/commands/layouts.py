"""Keys by name, and the key in the same place on the Russian layout."""

from __future__ import annotations

from tui.commands.command import Command

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


def in_other_layout(text: str) -> str:
    """What the same keys would have written in the other layout, Russian or English."""
    is_russian = any(letter in _JCUKEN for letter in text if letter.isalpha())
    this, other = (_JCUKEN, _QWERTY) if is_russian else (_QWERTY, _JCUKEN)
    return text.translate(dict(zip(map(ord, this), other, strict=True)))


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
