"""`upheld mail` and its verbs."""

from __future__ import annotations

import click

from tui.cli.mail_fetch import fetch
from tui.cli.mail_queue import queue, show_queue
from tui.cli.mail_send import send
from tui.cli.mail_test import test
from tui.cli.verb import VerbGroup, session_of


@click.group("mail", cls=VerbGroup)
@click.pass_context
def mail(ctx: click.Context) -> int:
    """Mail: replies in, letters out. Alone: what is not out yet."""
    return show_queue(session_of(ctx), whole=False) if ctx.invoked_subcommand is None else 0


for _verb in (send, queue, fetch, test):
    mail.add_command(_verb)
