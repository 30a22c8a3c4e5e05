"""Which letter of a case is meant: options that several verbs have."""

from __future__ import annotations

import click

from tui.cli.kinds import LetterId, StepId
from tui.cli.verb import option
from tui.wording.mark import N_
from tui.wording.wording import LANGUAGES

of_step = option(
    "--step", metavar="ID", type=StepId(), default="", help=N_("The step that it is for.")
)
of_kind = option(
    "--kind",
    metavar="ID",
    type=LetterId(),
    default="",
    help=N_("Another kind of letter than the usual one: upheld letters ID lists them."),
)
in_language = option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    help=N_("The language of the letter (that of messages goes before the verb)."),
)
