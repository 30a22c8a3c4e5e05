"""All playbooks a person has: those that ship with Upheld, and their own beside or over them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from tui.cases.errors import BadInput, NotFound, UpheldError
from tui.playbooks.law import Law
from tui.playbooks.own_files import Stamp, stamps_of
from tui.playbooks.playbook import load_playbook, playbook_ids, read_file
from tui.playbooks.references import require_clocks
from tui.playbooks.steps import Playbook

_FOLDER = ""  # in the place of a name: no file is called so


class Playbooks:
    """Playbooks by id. `own`: the folder of the person's files, which need not be there.

    A file of theirs with the id of a shipped one stands in its place; one that changes is read
    again when next something is asked. A faulty one costs itself alone: in the place of a shipped
    one it leaves that, and no other ladder hears of it. `law`: where the rules must be that
    their steps name; without it they are not looked for.
    """

    def __init__(self, own: Path | None = None, law: Law | None = None) -> None:
        self._folder = own
        self._law = law
        self._known: dict[str, Playbook] = {}
        self._last: Mapping[str, Playbook | BadInput] = {}

    def every(self) -> tuple[Playbook, ...]:
        """All playbooks that can be used, in the alphabetical order of their ids."""
        shipped = {some_id: load_playbook(some_id) for some_id in playbook_ids()}
        own = {one.id: one for one in self.own() if isinstance(one, Playbook)}
        return tuple(one for _, one in sorted((shipped | own).items()))

    def get(self, playbook_id: str) -> Playbook:
        """The playbook of this id as it stands now.

        Raises NotFound, which names those there are; BadInput for a file of the person's that
        cannot be read or used, which names the file, the step and the field.
        """
        own = self._files()
        found = self._checked(own[playbook_id]) if playbook_id in own else None
        if isinstance(found, Playbook):
            return found
        if playbook_id in playbook_ids():
            return load_playbook(playbook_id)
        fault = found or own.get(_FOLDER)
        if isinstance(fault, BadInput):
            raise fault
        raise NotFound(
            "There is no playbook “{playbook}”. There are: {known}.",
            playbook=playbook_id,
            known=tuple(playbook.id for playbook in self.every()),
        )

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

    def own(self) -> tuple[Playbook | BadInput, ...]:
        """What is in each file of the person's, by name: a playbook, or why it is none."""
        return tuple(map(self._checked, self._files().values()))

    def _files(self) -> Mapping[str, Playbook | BadInput]:
        """What each file of theirs holds, by its name; why the folder cannot be read."""
        if self._folder is None:
            return {}
        try:
            own = _read(stamps_of(self._folder))
        except BadInput as error:
            own = {_FOLDER: error}
        if own is not self._last:
            self._last = own
            self._known.clear()
        return own

    def _checked(self, found: Playbook | BadInput) -> Playbook | BadInput:
        """The playbook, or what is wrong with the rules that its steps name."""
        if isinstance(found, BadInput) or self._law is None:
            return found
        try:
            require_clocks(found, self._law)
        except BadInput as error:
            self._known.pop(found.id, None)
            return error
        return found


@lru_cache(maxsize=16)
def _read(stamps: tuple[Stamp, ...]) -> Mapping[str, Playbook | BadInput]:
    """What is in these files, read once for each state of them."""
    return {stamp.file.stem: _read_one(stamp.file) for stamp in stamps}


def _read_one(file: Path) -> Playbook | BadInput:
    try:
        return read_file(file)
    except BadInput as error:
        return error
