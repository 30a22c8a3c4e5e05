"""What click says of its own accord. Marked here, so that the catalogue has it.

click looks its texts up with `gettext.gettext`, in the domain that is in force.
"""

from __future__ import annotations

import gettext
import os

from tui.cases.sentence import say_many
from tui.wording.mark import N_
from tui.wording.wording import LOCALE

DOMAIN = "click"
"""A catalogue of these alone: gettext reads the whole of one, also for a single text."""

TEXTS = (
    N_("Usage:"),
    N_("Options"),
    N_("Positional arguments"),
    N_("Commands"),
    N_("Show this message and exit."),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Choose from:\n\t{choices}"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is not readable."),
    N_("file"),
    N_("directory"),
    N_("path"),
)

PLURALS = (
    say_many(
        "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1
    ),
    say_many(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1
    ),
    say_many("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
    say_many("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
)


def speak_click(language: str) -> None:
    """From now on click says them in that language."""
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language
