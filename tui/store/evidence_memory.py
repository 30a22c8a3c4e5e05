"""Evidence of a book that is in memory only."""

from __future__ import annotations

from pathlib import Path

from tui.cases.event import Evidence
from tui.store.disk import fresh_file
from tui.store.evidence import evidence_of, sha256_of, write_all
from tui.store.incoming import opened


class EvidenceInMemory:
    """Evidence of a book in memory, by SHA-256. A file is made when somebody wants to read it."""

    def __init__(self, kept: dict[str, bytes]) -> None:
        self._kept = kept
        self._folder: Path | None = None

    def put(self, path: Path, number: int) -> tuple[Evidence, bool]:
        """See EvidenceShelf."""
        with opened(path) as chunks:
            return self.put_content(b"".join(chunks), path.name, number)

    def put_content(self, content: bytes, name: str, number: int) -> tuple[Evidence, bool]:
        """See EvidenceShelf."""
        sha256 = sha256_of(content)
        is_new = sha256 not in self._kept
        self._kept[sha256] = content
        return evidence_of(name, number, sha256, len(content)), is_new

    def settle(self) -> None:
        """See EvidenceShelf. There is no disk."""

    def drop(self, sha256: str) -> None:
        """See EvidenceShelf."""
        self._kept.pop(sha256, None)

    def path(self, sha256: str) -> Path | None:
        """See EvidenceShelf."""
        if sha256 not in self._kept:
            return None
        if self._folder is None:
            import shutil  # these two are slow to load, and hardly a book in memory is asked
            import tempfile
            import weakref

            self._folder = Path(tempfile.mkdtemp(prefix="upheld-"))  # 0700
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        path = self._folder / sha256
        if not path.exists():
            with fresh_file(path, keep=True) as descriptor:
                write_all(descriptor, self._kept[sha256])
        return path
