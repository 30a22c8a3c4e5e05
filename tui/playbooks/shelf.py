"""All playbooks a person has: those that ship with Upheld, and their own beside or over them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from tui.cases.errors import NotFound, UpheldError
from tui.playbooks.own_files import Stamp, stamps_of
from tui.playbooks.playbook import load_playbook, playbook_ids, read_file
from tui.playbooks.steps import Playbook


class Playbooks:
    """Playbooks by id. `own`: the folder of the person's files, which need not be there.

    A file of theirs with the id of a shipped one stands in its place; one that changes is read
    again when next something is asked.
    """

    def __init__(self, own: Path | None = None) -> None:
        self._folder = own
        self._known: dict[str, Playbook] = {}

    def ids(self) -> tuple[str, ...]:
        """The ids of all playbooks, in alphabetical order. Raises BadInput as `get` does."""
        return tuple(sorted({*playbook_ids(), *self._own()}))

    def get(self, playbook_id: str) -> Playbook:
        """The playbook of this id as it stands now.

        Raises NotFound, which names those there are; BadInput for a file of the person's that
        cannot be read or used, which names the file, the step and the field.
        """
        own = self._own()
        if playbook_id in own:
            return own[playbook_id]
        if playbook_id not in playbook_ids():
            raise NotFound(
                "There is no playbook “{playbook}”. There are: {known}.",
                playbook=playbook_id,
                known=self.ids(),
            )
        return load_playbook(playbook_id)

    def seen(self, playbook_id: str) -> Playbook | None:
        """The same as it was last read, without looking at the files again: for many cases.

        None where there is none that can be used.
        """
        if playbook_id not in self._known:
            try:
                self._known[playbook_id] = self.get(playbook_id)
            except UpheldError:
                return None
        return self._known[playbook_id]

    def _own(self) -> dict[str, Playbook]:
        if self._folder is None:
            return {}
        own = _read(stamps_of(self._folder))
        self._known |= own
        return own


@lru_cache(maxsize=16)
def _read(stamps: tuple[Stamp, ...]) -> dict[str, Playbook]:
    """The playbooks of these files, read once for each state of them."""
    return {stamp.file.stem: read_file(stamp.file) for stamp in stamps}
