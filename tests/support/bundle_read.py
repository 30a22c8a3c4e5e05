"""A bundle, read again: what is in the archive, and what its document says."""

from __future__ import annotations

import io
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile, ZipInfo

from pypdf import PdfReader


@dataclass(frozen=True)
class Read:
    """`files`: by their names below the one folder. `text`: of all pages, without white space."""

    entries: list[ZipInfo]
    files: dict[str, bytes]

    @property
    def document(self) -> PdfReader:
        (pdf,) = (data for name, data in self.files.items() if re.fullmatch(r"[^/]*\.pdf", name))
        return PdfReader(io.BytesIO(pdf))

    @property
    def text(self) -> str:
        return squeezed("".join(page.extract_text() for page in self.document.pages))

    @property
    def timeline(self) -> Any:
        return json.loads(self.files["timeline.json"])

    @property
    def sums(self) -> dict[str, str]:
        lines = self.files["SHA256SUMS.txt"].decode().splitlines()
        return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def read_bundle(path: Path) -> Read:
    with ZipFile(path) as archive:
        assert archive.testzip() is None
        entries = archive.infolist()
        (folder,) = {entry.filename.partition("/")[0] for entry in entries}
        files = {e.filename.removeprefix(f"{folder}/"): archive.read(e) for e in entries}
    return Read(entries, files)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
