"""The lines of a text file of any size, without reading it whole."""

from __future__ import annotations

import codecs
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from tui.desk.evidence.enclosed.kind import SAMPLE, encoding_of
from tui.terminal.clean import clean_line

LONGEST = 2000  # characters of a line that are given
_CHUNK = 64 * 1024  # bytes; even, for UTF-16
_TAB = 8


class Lines(Struct, frozen=True):
    """How many lines a file has, and where they are. `before`: line ends before each chunk."""

    path: Path
    encoding: str
    count: int
    before: tuple[int, ...]

    def read(self, first: int, last: int) -> tuple[str, ...]:
        """The lines from `first` to `last`, counted from 1, harmless for a terminal."""
        last = min(last, self.count)
        return tuple(map(_cleaned, self._raw(max(1, first), last))) if first <= last else ()

    def _raw(self, first: int, last: int) -> Iterator[str]:
        chunk = max(0, bisect_left(self.before, first - 1) - 1)
        # What is broken at the edge of a chunk is in a line before `first`.
        decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        number, line = self.before[chunk] + 1, ""
        with self.path.open("rb") as file:
            file.seek(chunk * _CHUNK)
            while number <= last:
                data = file.read(_CHUNK)
                *ended, rest = decoder.decode(data, final=not data).split("\n")
                for piece in (*ended, *(() if data else (rest,))):
                    if first <= number <= last:
                        yield line + piece
                    number, line = number + 1, ""
                line = (line + rest)[: LONGEST + 2]  # a line may be as long as the file


def lines_of(path: Path) -> Lines:
    """The lines of a text file, found once as long as nobody touches it."""
    state = path.stat()
    return _counted(path, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=64)
def _counted(path: Path, size: int, _mtime: int) -> Lines:
    with path.open("rb") as file:
        encoding = encoding_of(file.read(SAMPLE))
        file.seek(0)
        before, tail = [0], ""
        while data := file.read(_CHUNK):
            ends, tail = _ends(data, encoding)
            before.append(before[-1] + ends)
    unended = 1 if size and tail != "\n" else 0
    return Lines(path, encoding, before[-1] + unended, tuple(before[:-1] or before))


def _ends(data: bytes, encoding: str) -> tuple[int, str]:
    """How many lines end in a chunk, and its last character."""
    if encoding.startswith("utf-16"):  # its line ends are two bytes, at even places
        text = data.decode(encoding, "replace")
        return text.count("\n"), text[-1:]
    return data.count(b"\n"), "\n" if data.endswith(b"\n") else ""


def text_of(path: Path, most: int) -> str:
    """The first `most` bytes as text with its line ends, as it was written."""
    with path.open("rb") as file:
        data = file.read(most)
    decoder = codecs.getincrementaldecoder(encoding_of(data[:SAMPLE]))("replace")
    return decoder.decode(data).lstrip("\ufeff").replace("\r\n", "\n")


def _cleaned(line: str) -> str:
    bare = line.lstrip("\ufeff").removesuffix("\r")
    shown = clean_line(bare[:LONGEST].expandtabs(_TAB))
    return f"{shown}…" if len(bare) > LONGEST else shown
