"""Playbooks, and where to find those that ship with Upheld."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tui.cases.errors import BadInput, NotFound
from tui.cases.sentence import say
from tui.playbooks.own_files import text_of
from tui.playbooks.reading import read_playbook
from tui.playbooks.steps import Playbook, Step

__all__ = ["Playbook", "Step", "load_playbook", "playbook_ids", "read_file"]

DATA = Path(__file__).parent / "data" / "playbooks"


@cache
def load_playbook(playbook_id: str) -> Playbook:
    """The playbook of this id, read once.

    Raises NotFound, which names the playbooks there are, and BadInput, which names the file,
    the step and the field that is wrong.
    """
    known = playbook_ids()
    if playbook_id not in known:
        raise NotFound(
            "There is no playbook “{playbook}”. There are: {known}.",
            playbook=playbook_id,
            known=known,
        )
    return read_file(DATA / f"{playbook_id}.toml")


def read_file(file: Path) -> Playbook:
    """The playbook in a file, which must bear its id. Raises BadInput."""
    playbook = read_playbook(text_of(file), file.name)
    if playbook.id != file.stem:
        raise BadInput(
            "{file}, field “{field}”: {problem}.",
            file=file.name,
            field="id",
            problem=say("must be the name of the file, “{name}”", name=file.stem),
        )
    return playbook


@cache
def playbook_ids() -> tuple[str, ...]:
    """The ids of all playbooks that ship, in alphabetical order; asked for with every case."""
    return tuple(sorted(file.stem for file in DATA.glob("*.toml")))
