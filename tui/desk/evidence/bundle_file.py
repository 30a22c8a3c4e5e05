"""A bundle on disk."""

from __future__ import annotations

from pathlib import Path

from tui.cases.errors import BadInput
from tui.desk.evidence.bundle import Gathered
from tui.desk.evidence.bundle_archive import pack
from tui.desk.keeping.new_files import write_where


def write_bundle(gathered: Gathered, where: str) -> Path:
    """Write the archive into a new .zip file, or into a folder; where it is.

    Raises BadInput, and LibraryMissing where no PDF can be made.
    """
    neither = BadInput(
        "A bundle is a .zip file, or goes into a folder that is there: {file} is neither.",
        file=where,
        name="where",
    )
    return write_where(lambda out: pack(gathered, out), where, gathered.name, neither)
