"""Taking cases out as JSON and putting them in again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.company import Company, name_key
from tui.cases.errors import BadInput
from tui.cases.record import from_plain, to_plain
from tui.desk.cases import facts
from tui.desk.office import Office
from tui.desk.opening import cases_of_json, change, know_company
from tui.store.book_contract import Book

FORMAT = "upheld-1"
DEEPEST = 100  # lists and objects inside each other


class Counts(Struct, frozen=True):
    """What an import did: cases added, brought up to date, and left as they were."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0


def export(office: Office, case_ids: tuple[int, ...] = ()) -> dict[str, Any]:
    """These cases, or all, with their companies: what `import_document` takes back."""
    cases = [office.store.get(i) for i in case_ids] if case_ids else list(office.store.all())
    names = {name_key(case.company) for case in cases}
    companies = [c for c in office.store.companies() if not case_ids or name_key(c.name) in names]
    return {
        "format": FORMAT,
        "cases": [to_plain(case) for case in cases],
        "companies": [to_plain(company) for company in companies],
    }


def read_json(text: str, name: str) -> Any:
    """A JSON document. Raises BadInput that names the file and the place."""
    too_deep = BadInput("{name} is nested too deeply to hold cases.", name=name)
    try:
        document = json.loads(text)
    except ValueError as error:
        raise BadInput("{name} is not JSON: {reason}.", name=name, reason=str(error)) from error
    except RecursionError:
        raise too_deep from None
    if _is_deep(document):
        raise too_deep
    return document


def _is_deep(document: Any) -> bool:
    """Whether a field that is not known, and only kept, could not be written again."""
    level = [document]
    for _ in range(DEEPEST):
        level = [inner for outer in level for inner in _inside(outer)]
    return bool(level)


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def read_text(path: Path) -> str:
    """A text file in UTF-8. Raises BadInput."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("{name} is not a text in UTF-8.", name=path.name) from error
    except OSError as error:
        raise BadInput(
            "{name} cannot be read: {reason}.", name=str(path), reason=error.strerror or "?"
        ) from error


def import_document(office: Office, document: Any) -> Counts:
    """Take in an export, a list of cases or one case: all or nothing.

    A case known by its uid is brought up to date if the document has a later revision.
    """
    whole = isinstance(document, dict) and "cases" in document
    cases = cases_of_json(office, document["cases"] if whole else document)
    companies = _companies(document.get("companies", [])) if whole else ()
    with office.store.writing(change(office, "import", detail=str(len(cases)))) as book:
        for company in companies:
            if book.company(company.name) is None:
                book.put_company(replace(company, revision=0))
        return Counts(**Counter(_take_in(office, book, case) for case in cases))


def _companies(plain: Any) -> tuple[Company, ...]:
    try:
        return tuple(_checked(from_plain(Company, item)) for item in plain)
    except (msgspec.ValidationError, TypeError) as error:
        raise BadInput("The companies cannot be used: {reason}.", reason=str(error)) from error
    except BadInput as error:
        raise BadInput("The companies cannot be used: {reason}.", reason=error.sentence) from error


def _checked(company: Company) -> Company:
    return replace(
        company,
        name=facts.needed(company.name, "company"),
        country=facts.country_of(company.country),
        timezone=facts.zone_of(company.timezone),
    )


def _take_in(office: Office, book: Book, case: Case) -> str:
    """Put a case in; which of the counts it belongs to."""
    known = book.find(case.uid) if case.uid else None
    know_company(book, case)
    if known is None:
        came = _without_mails(case)
        book.add(replace(came, opened_at=case.opened_at or office.now(case)))
        return "added"
    if case.revision <= known.revision:
        return "unchanged"
    book.put(_without_mails(replace(case, id=known.id), known))
    return "updated"


def _without_mails(case: Case, known: Case | None = None) -> Case:
    """Without the numbers of mails of another book: here they would name others."""
    here = {(event.id, event.mail) for event in known.timeline} if known else set()
    timeline = tuple(
        event if (event.id, event.mail) in here else replace(event, mail=0)
        for event in case.timeline
    )
    return replace(case, timeline=timeline)
