"""`upheld completion`: what a shell needs to complete commands, options, cases and steps."""

from __future__ import annotations

import click

from tui.cli.root import root
from tui.cli.session import Session
from tui.cli.start import COMPLETE
from tui.cli.verb import argument, verb
from tui.wording.mark import N_

SHELLS = ("bash", "zsh", "fish")


@verb(
    "completion",
    takes=("lang",),
    refuses=("json",),
    epilog=N_(
        'bash: eval "$(upheld completion bash)" in ~/.bashrc; zsh: the same with zsh in '
        "~/.zshrc; fish: upheld completion fish > ~/.config/fish/completions/upheld.fish"
    ),
)
@argument(
    "shell", metavar="bash|zsh|fish", type=click.Choice(SHELLS), help=N_("The shell it is for.")
)
def completion(session: Session, shell: str) -> int:
    """Print the completion for a shell."""
    from click.shell_completion import get_completion_class

    complete = get_completion_class(shell)
    if complete is None:
        raise LookupError(shell)
    source = complete(root(session.words), {}, "upheld", COMPLETE).source()
    session.out.text(source.replace("\t", "    "))
    return 0
