"""The command `upheld` itself: finds the verb, or opens the app."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from tui.cli.verb import SHARED, hand_over, session_of, shared_options, spoken
from tui.cli.verbs import MEANT, VERBS
from tui.wording.click_texts import speak_click
from tui.wording.mark import N_
from tui.wording.wording import Wording

_HELP = N_("Keeps every support case of yours moving until it is upheld.")
_EPILOG = N_("Without a command it opens the board. More of a command: upheld COMMAND --help")


class Root(click.Group):
    """All verbs, known by name and help; a verb's module is imported when it is used."""

    def __init__(self, words: Wording) -> None:
        super().__init__(
            "upheld",
            commands={
                name: click.Command(name, help=v.help, short_help=v.help)
                for name, v in VERBS.items()
            },
            callback=_alone,
            help=_HELP,
            epilog=_EPILOG,
            invoke_without_command=True,
        )
        self._words = words
        version = click.Option(["--version"], is_flag=True, help=N_("Print the version."))
        self.params += [*shared_options(SHARED), version]

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            name, known, rest = super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            if meant := MEANT.get(error.command_name):
                error.possibilities = [meant]  # type: ignore[misc] # click names what is spelt alike
            raise
        return name, self._whole(name) if name and known else None, rest

    def invoke(self, ctx: click.Context) -> Any:
        hand_over(ctx)
        return super().invoke(ctx)

    def _whole(self, name: str) -> click.Command:
        place = VERBS[name]
        command: click.Command = getattr(import_module(f"tui.cli.{place.module}"), place.name)
        command.help = place.help
        return spoken(command, self._words)


def root(words: Wording) -> Root:
    """The command `upheld` in words."""
    speak_click(words.language)
    return spoken(Root(words), words)


@click.pass_context
def _alone(ctx: click.Context, version: bool) -> int:
    """What `upheld` does before a verb, or without one."""
    if version:
        from tui import __version__

        click.echo(f"upheld {__version__}")
        ctx.exit()
    if ctx.invoked_subcommand is not None:
        return 0
    session = session_of(ctx)
    if session.as_json:
        raise click.UsageError(session.words.t("--json needs a command."), ctx)
    from tui.cli.board import board

    return board(session)
