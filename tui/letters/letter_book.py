"""All kinds of letters: those that ship, and the person's own beside or instead of them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from tui.cases.errors import BadInput, NotFound
from tui.cases.sentence import Sentence
from tui.letters.phrases import HERE
from tui.letters.template import Template, read_template

TEMPLATES = HERE / "templates"

_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")


class Listed(NamedTuple):
    """One kind as a list shows it. `file`: the person's own, None for one that ships.

    `fault` says why the file cannot be used; `template` is None then.
    """

    id: str
    template: Template | None
    file: Path | None = None
    fault: Sentence | None = None


class LetterBook:
    """The letters that can be written. `own`: the folder of the person's, which need not be.

    A file of theirs stands instead of the one that ships under the same name. It is read
    again whenever it changes.
    """

    def __init__(self, own: Path | None = None) -> None:
        self._own = own

    def ids(self) -> tuple[str, ...]:
        """The names of all letters. Raises BadInput where the folder cannot be read."""
        return tuple(sorted({*template_ids(), *self._files()}))

    def template(self, name: str) -> Template:
        """The letter called `name`.

        Raises NotFound, which names those that there are; BadInput for a faulty file, which
        names the file, the paragraph and the field.
        """
        file = self._files().get(name)
        if file is None:
            return _shipped(name, self.ids())
        return _own_template(file, _state(file))

    def listed(self) -> tuple[Listed, ...]:
        """Every kind, also those whose file is faulty."""
        files = self._files()
        return tuple(self._listed(name, files.get(name)) for name in self.ids())

    def _listed(self, name: str, file: Path | None) -> Listed:
        try:
            return Listed(name, self.template(name), file)
        except (BadInput, NotFound) as error:
            return Listed(name, None, file, error.sentence)

    def _files(self) -> dict[str, Path]:
        """The person's files by the name of their letter."""
        if self._own is None:
            return {}
        try:
            found = sorted(self._own.iterdir())
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise BadInput(
                "{file} cannot be read: {problem}.",
                file=str(self._own),
                problem=error.strerror or str(error),
            ) from error
        # Hidden files are the locks and the leavings of editors.
        return {f.stem: f for f in found if f.suffix == ".toml" and not f.name.startswith(".")}


@cache
def template_ids() -> tuple[str, ...]:
    """The letters that ship."""
    return tuple(sorted(path.stem for path in TEMPLATES.glob("*.toml")))


@cache
def load_template(name: str) -> Template:
    """The letter called `name` as it ships. Raises NotFound, which names those that there are."""
    return _shipped(name, template_ids())


def _shipped(name: str, known: tuple[str, ...]) -> Template:
    if name not in template_ids():
        raise NotFound("There is no letter “{name}”. There are: {known}.", name=name, known=known)
    return _read_once(TEMPLATES / f"{name}.toml")


@cache
def _read_once(path: Path) -> Template:
    return read_template(path)


@lru_cache(maxsize=64)
def _own_template(file: Path, _state: tuple[int, ...]) -> Template:
    """Read once for each state of the file."""
    if not _ID.fullmatch(file.stem):
        raise BadInput(
            "{file}: the name of a letter is small Latin letters, digits, - and _.", file=file.name
        )
    template = read_template(file, base=load_template)
    if not template.paragraphs:
        raise BadInput("{file} has no paragraphs.", file=file.name)
    return template


def _state(file: Path) -> tuple[int, ...]:
    try:
        found = file.stat()
    except OSError:
        return ()  # reading it will say why
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino
