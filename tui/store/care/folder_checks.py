"""What may be wrong around a book: evidence, drafts, modes, what was left behind."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from tui.cases.sentence import Sentence, say
from tui.store.care.mail_checks import mails_of, sha256_of
from tui.store.care.patient import Finding, Patient, Severity
from tui.store.care.stored import State, state_of
from tui.store.connecting import SIDES
from tui.store.disk import modes_in, paths_in
from tui.store.drafts import parse
from tui.store.errors import StoreError

_OTHERS = 0o077  # the bits of everybody but the owner
_NAME = 64  # characters of a SHA-256
_OURS = ("evidence", "drafts", "backups")
_UNFINISHED = ("*.tmp", "book.db.new*", "evidence/*.tmp", "drafts/**/*.tmp", "backups/*.tmp")


Shelf: TypeAlias = Mapping[tuple[str, int], State]  # by SHA-256 and size


def shelf_of(patient: Patient) -> Shelf:
    """All evidence that cases name; reads every file."""
    named = {(piece.sha256, piece.size) for _, piece in patient.evidence}
    return {piece: state_of(patient.folder / "evidence", *piece) for piece in named}


def of_evidence(patient: Patient, shelf: Shelf) -> Iterator[Finding]:
    """Files that a case names are there as they were copied in."""
    for number, piece in patient.evidence:
        state = shelf[piece.sha256, piece.size]
        if state is State.MISSING:
            text = say(
                "“{name}”, evidence of case #{id}, is missing: put it back as {file}.",
                name=piece.name,
                id=number,
                file=f"evidence/{piece.sha256}",
            )
            yield Finding("evidence", Severity.ERROR, text, number)
        elif state is State.CHANGED:
            text = say(
                "“{name}”, evidence of case #{id}, is not as it was: evidence/{file} was changed.",
                name=piece.name,
                id=number,
                file=piece.sha256,
            )
            yield Finding("evidence", Severity.ERROR, text, number)
        elif state is State.UNREAD:
            text = say(
                "“{name}”, evidence of case #{id}, cannot be read: give yourself the right to read "
                "evidence/{file}, or look after the disk.",
                name=piece.name,
                id=number,
                file=piece.sha256,
            )
            yield Finding("evidence", Severity.ERROR, text, number)


def of_folders(patient: Patient, _: Shelf) -> Iterator[Finding]:
    """What lies in a folder that cannot be read nobody has looked at."""
    for name in _OURS:
        try:
            paths_in(patient.folder / name)
        except StoreError as error:
            yield Finding("unread", Severity.ERROR, error.sentence)


def of_surplus(patient: Patient, shelf: Shelf) -> Iterator[Finding]:
    """Evidence that nobody names. Undo may need what the journal names; mails lie there, too."""
    named = {sha256 for sha256, _ in shelf} | {sha256_of(plain) for _, plain in mails_of(patient)}
    entries = [body for _, body in patient.contents.changes.values()]
    for path in sorted(patient.folder.glob("evidence/*")):
        name = path.name
        if len(name) != _NAME or name in named or any(name.encode() in body for body in entries):
            continue
        yield _info(
            "surplus", say("No case names the evidence {file}.", file=_within(patient, path))
        )


def of_drafts(patient: Patient, _: Shelf) -> Iterator[Finding]:
    """Text that was typed and not saved."""
    for path in sorted(patient.folder.glob("drafts/**/*.json")):
        if parse(_bytes(path)) is None:
            text = say("The draft {file} cannot be read.", file=_within(patient, path))
            yield Finding("draft", Severity.WARN, text)
    for path in sorted(patient.folder.glob("drafts/**/*.damaged")):
        text = say(
            "The draft {file} could not be read and was put aside.", file=_within(patient, path)
        )
        yield _info("draft", text)


def of_modes(patient: Patient, _: Shelf) -> Iterator[Finding]:
    """Nobody else may read a book, unless its folder was given to a group."""
    for path, wanted in wrong_modes(patient.folder):
        text = say(
            "Others can get at {file}, or cannot and should: its mode is {mode}, not {wanted}.",
            file=_within(patient, path),
            mode=f"{path.stat().st_mode & 0o777:o}",
            wanted=f"{wanted & 0o777:o}",
        )
        yield Finding("mode", Severity.WARN, text)


def wrong_modes(folder: Path) -> Iterator[tuple[Path, int]]:
    """What others may read or write against the modes of this folder; and the right mode."""
    book = [folder / f"book.db{side}" for side in ("", *SIDES)]
    ours = [folder / name for name in _OURS]
    below = [path for each in ours for path in sorted(each.rglob("*"))]
    for path in (*book, *ours, *below):
        with suppress(PermissionError):  # what cannot be looked at is told by `of_folders`
            if path.exists() and (path in book or not path.is_symlink()) and _differs(path):
                yield path, _wanted(path)


def _differs(path: Path) -> bool:
    return bool((path.stat().st_mode ^ _wanted(path)) & _OTHERS)


def _wanted(path: Path) -> int:
    modes = modes_in(path.resolve().parent)
    return modes.folder if path.is_dir() else modes.file


def of_remains(patient: Patient, _: Shelf) -> Iterator[Finding]:
    """What somebody left behind who was killed."""
    for pattern in _UNFINISHED:
        for path in sorted(patient.folder.glob(pattern)):
            yield _info(
                "remains",
                say("{file} was not finished. It is not used.", file=_within(patient, path)),
            )


def of_old_book(patient: Patient, _: Shelf) -> Iterator[Finding]:
    """A book of an earlier version, which was not the one that was taken over."""
    old = patient.folder / "book.json"
    taken = patient.contents.facts.get("taken over")
    if old.is_file() and hashlib.sha256(_bytes(old)).hexdigest() != taken:
        text = say(
            "“{file}” of an earlier version lies beside the book and is not used.", file=str(old)
        )
        yield Finding("old book", Severity.WARN, text)


CHECKS = (of_folders, of_evidence, of_surplus, of_drafts, of_modes, of_remains, of_old_book)


def _within(patient: Patient, path: Path) -> str:
    return str(path.relative_to(patient.folder))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _info(kind: str, text: Sentence) -> Finding:
    return Finding(kind, Severity.INFO, text)
