"""Several cases taken out at once: one JSON or CSV file, or a bundle each in a folder."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cases.errors import BadInput, NotFound
from tui.desk.cases.case_table import table_of
from tui.desk.cases.exchange import export
from tui.desk.evidence.bundle_file import write_bundle
from tui.desk.keeping.folders import expanded
from tui.desk.keeping.new_files import write_where

if TYPE_CHECKING:
    from tui.desk.evidence.bundle import BundleWish, Gathered
    from tui.desk.office import Office

JSON, CSV = ".json", ".csv"


def content_of(office: Office, case_ids: tuple[int, ...], ending: str) -> bytes:
    """These cases, or all, as a file of that ending holds them. Raises NotFound."""
    if ending == JSON:
        return (json.dumps(export(office, case_ids), indent=1) + "\n").encode()
    cards = office.store.cards
    for number in case_ids:
        if number not in cards:
            raise NotFound("There is no case #{id}.", id=number)
    # With the mark by which spreadsheets know UTF-8.
    wanted = (cards[number] for number in case_ids or tuple(cards))
    return table_of(office, wanted).encode("utf-8-sig")


def write_cases(content: bytes, where: str, ending: str) -> Path:
    """Write what `content_of` gave into a new file of that ending, or into a folder; where it is.

    Raises BadInput.
    """
    neither = BadInput(
        "{file} is no folder that is there, and no {ending} file.",
        file=where,
        ending=ending,
        name="where",
    )
    return write_where(lambda out: out.write(content), where, f"upheld-cases{ending}", neither)


def gather_bundles(
    office: Office, case_ids: Iterable[int], wish: BundleWish
) -> tuple[Gathered, ...]:
    """A bundle of each case, not written yet. Raises as `bundle.gather` does."""
    from tui.desk.evidence.bundle import gather

    return tuple(gather(office, number, wish) for number in case_ids)


def write_bundles(gathered: Iterable[Gathered], where: str) -> tuple[Path, ...]:
    """Write them into a folder that is there, all of them or none. Raises BadInput."""
    if not expanded(where).is_dir():
        raise BadInput("Several bundles go into a folder that is there: {file} is none.",
                       file=where, name="where")  # fmt: skip
    written: list[Path] = []
    try:
        for one in gathered:
            path = write_bundle(one, where)
            written.append(path)
    except BaseException:
        for path in written:
            with suppress(OSError):
                path.unlink()
        raise
    return tuple(written)
