"""Taking in the plain copy of a book. Without a desk copies are brought back: see `doctoring`."""

from __future__ import annotations

import json
from typing import Any

from tui.cases.errors import BadInput
from tui.desk.cases.exchange import Counts, import_document
from tui.desk.office import Office
from tui.desk.opening import change
from tui.store.errors import BrokenBook, Conflict


def is_plain_copy(document: Any) -> bool:
    """Whether a JSON document is the copy of a book, rather than an export of cases."""
    return isinstance(document, dict) and isinstance(document.get("meta"), dict)


def import_copy(office: Office, text: str, name: str) -> Counts:
    """Take in a plain copy: into an empty book exactly as it is, into another case by case."""
    try:
        data = text.encode(errors="surrogatepass")
        count = office.store.take_in(data, name, change(office, "import"))
    except Conflict:
        tables = json.loads(text)
        kept = {key: list(tables.get(key, {}).values()) for key in ("cases", "companies")}
        return import_document(office, kept)
    except BrokenBook as error:
        values = error.sentence.values
        raise BadInput(
            "“{file}” is not the whole copy of a book: {problem}.",
            file=name,
            problem=values.get("problem", ""),
        ) from error
    return Counts(added=count)
