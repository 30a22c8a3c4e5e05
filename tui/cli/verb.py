"""How a verb is declared, the options that all verbs share, and their language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import copy
from typing import Any, TypeVar

import click

from tui.cli.kinds import Word
from tui.cli.session import Session
from tui.wording.mark import N_
from tui.wording.wording import LANGUAGES, Wording

C = TypeVar("C", bound=click.Command)
Run = Callable[..., int | None]

# Names of the options that may stand before the verb and after it.
SHARED = ("data", "lang", "json", "on")


class Verb(click.Command):
    """A verb. `takes`: the shared options that mean something for it.

    `refuses`: those that would mislead; the others may stand before any verb.
    `says_faults`: whether it is said beside its answer what is wrong in config.toml.
    """

    def __init__(
        self,
        *given: Any,
        takes: Iterable[str] = SHARED,
        refuses: Iterable[str] = (),
        says_faults: bool = True,
        **named: Any,
    ) -> None:
        super().__init__(*given, **named)
        self._refuses, self._says_faults = tuple(refuses), says_faults
        own = {name for param in self.params for name in param.opts}
        self.params += [o for o in shared_options(takes) if not own & set(o.opts)]

    def invoke(self, ctx: click.Context) -> Any:
        hand_over(ctx, self._refuses)
        if self._says_faults:
            session_of(ctx).say_faults()
        return super().invoke(ctx)


class VerbGroup(click.Group):
    """A verb with verbs of its own; alone it does what the first of them does."""

    def __init__(self, name: str, **named: Any) -> None:
        super().__init__(name, invoke_without_command=True, **named)
        self.params += shared_options(SHARED)

    def invoke(self, ctx: click.Context) -> Any:
        hand_over(ctx)
        session_of(ctx).say_faults()
        return super().invoke(ctx)


def verb(name: str, **settings: Any) -> Callable[[Run], Verb]:
    """Declare a verb. The function is given the session first."""

    def declare(run: Run) -> Verb:
        return click.command(name, cls=Verb, **settings)(click.pass_obj(run))

    return declare


def option(*names: str, **settings: Any) -> Callable[[Run], Run]:
    """An option of a verb; texts are put into words when the verb is used."""
    return click.option(*names, **settings)


def argument(name: str, **settings: Any) -> Callable[[Run], Run]:
    """An argument of a verb."""
    return click.argument(name, **settings)


def shared_options(names: Iterable[str]) -> list[click.Option]:
    """The options that all verbs share, those of `names`."""
    options = {
        "data": click.Option(
            ["--data"],
            metavar=N_("DIR"),
            type=click.Path(file_okay=False),
            help=N_("The folder of the book (else UPHELD_DATA, else the XDG data folder)."),
        ),
        "lang": click.Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            help=N_("The language of messages (else config.toml, else LANG)."),
        ),
        "json": click.Option(
            ["--json"], is_flag=True, default=False, help=N_("Print one JSON document.")
        ),
        "on": click.Option(
            ["--on"], metavar=N_("DATE"), help=N_("As of this day: 2026-11-22, +10wd, +3d.")
        ),
    }
    return [options[name] for name in names]


def session_of(ctx: click.Context) -> Session:
    """The session that the command line was started with."""
    session = ctx.find_object(Session)
    if session is None:
        raise RuntimeError("the command line was started without a session")
    return session


def hand_over(ctx: click.Context, refuses: Iterable[str] = ()) -> None:
    """Give the shared options to the session; click.UsageError for one that is refused."""
    session = session_of(ctx)
    session.take({name: ctx.params.pop(name, None) for name in SHARED})
    wrong = next((name for name in refuses if name in session.given), None)
    if wrong:
        raise click.UsageError(
            session.words.t("--{name} means nothing to this command.", name=wrong), ctx
        )


def spoken(command: C, words: Wording) -> C:
    """The command with its help, options and arguments in words."""
    told = copy(command)
    told.help = words.t(command.help or "")
    told.short_help = words.t(command.short_help or "")
    told.epilog = words.t(command.epilog or "") or None
    told.options_metavar = words.t(N_("[OPTIONS]"))
    told.params = [_spoken(param, words) for param in command.params]
    if isinstance(told, click.Group) and isinstance(command, click.Group):
        told.subcommand_metavar = words.t(N_("COMMAND [ARGS]..."))
        told.commands = {name: spoken(one, words) for name, one in command.commands.items()}
    return told


def _spoken(param: click.Parameter, words: Wording) -> click.Parameter:
    told = copy(param)
    if isinstance(told, click.Option | click.Argument):
        told.help = words.t(told.help or "")
        if isinstance(told.type, Word):
            told.help += f" ({', '.join(told.type.kind)})"
    if told.metavar:
        told.metavar = words.t(told.metavar)
    return told
