"""Opening cases and changing their facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.errors import BadInput, NotFound
from tui.cases.lifecycle import replay
from tui.cases.links import kept
from tui.cases.particulars import Tick
from tui.cases.record import from_plain, to_plain
from tui.cases.sentence import Sentence
from tui.cases.words import Problem
from tui.desk.amounts import money_of
from tui.desk.cases import facts
from tui.desk.cases.overtaken import refuse_overwriting
from tui.desk.json_faults import said_of
from tui.desk.keeping.preferences import require_profile
from tui.desk.labels import label
from tui.desk.ladder.climbing import with_windows
from tui.desk.office import Office
from tui.store.book_contract import Book
from tui.store.contract import Change


def draft(office: Office, texts: Mapping[str, str]) -> Case:
    """A case of these facts, not yet in the book. Country and zone come from the company."""
    for needed in ("company", "subject", "problem"):
        if not texts.get(needed, "").strip():
            raise BadInput("A case needs: {field}.", field=label(needed), name=needed)
    require_known(office, texts)
    company = office.store.company(texts["company"]) or Company(name=texts["company"].strip())
    blank = Case(
        company=company.name,
        subject=texts["subject"],
        problem=facts.word_of(Problem, texts["problem"], "problem"),
        language=office.settings.config.language or "en",
        country=company.country or office.settings.config.country,
        timezone=company.timezone,
    )
    return facts.changed(blank, {**texts, "company": company.name}, office.today(blank))


def require_known(office: Office, texts: Mapping[str, str]) -> None:
    """Raises NotFound for a profile or a playbook that is not there."""
    if profile := texts.get("profile", "").strip():
        require_profile(office.settings.config, profile)
    if "playbook" in texts:
        office.playbooks.get(texts["playbook"].strip())


def open_cases(office: Office, cases: Iterable[Case]) -> tuple[Case, ...]:
    """Put new cases into the book, all or none. Companies not met before are added."""
    drafts = tuple(cases)
    verb, detail = "add_several", str(len(drafts))
    if len(drafts) == 1:
        verb, detail = "add", drafts[0].company
    with office.store.writing(change(office, verb, detail=detail)) as book:
        return tuple(_add(office, book, case) for case in drafts)


def _add(office: Office, book: Book, case: Case) -> Case:
    know_company(book, case)
    opened = case.opened_at or office.now(case)
    return book.add(with_windows(office, replace(case, opened_at=opened)))


def know_company(book: Book, case: Case) -> None:
    """Add the company of a case if the book does not know it."""
    if book.company(case.company) is None:
        book.put_company(Company(name=case.company, country=case.country, timezone=case.timezone))


def edit(
    office: Office, case_id: int, texts: Mapping[str, str], seen: Mapping[str, str] | None = None
) -> Case:
    """Change facts. With `seen`, what stood there before: another window's change of the
    same field is not overwritten (Overtaken, nothing is changed)."""
    with office.store.writing(change(office, "edit", case_id, ", ".join(texts))) as book:
        case = book.case(case_id)
        now = {name: facts.shown(case, name, text) for name, text in (seen or {}).items()}
        refuse_overwriting(f"#{case_id}", texts, seen or {}, now)
        require_known(office, texts)
        edited = facts.changed(case, texts, office.today(case), office.playbook(case).parties)
        know_company(book, edited)
        return book.put(with_windows(office, edited))


def tick(office: Office, case_id: int, step: str, line: str) -> Case:
    """Mark a line of a step's checklist, told in English, as done; marked, it is unmarked."""
    with office.store.writing(change(office, "tick", case_id)) as book:
        case = book.case(case_id)
        mark = Tick(step=step, line=line)
        others = tuple(tick for tick in case.ticked if tick != mark)
        ticked = others if mark in case.ticked else (*others, mark)
        return book.put(with_windows(office, replace(case, ticked=ticked)))


def cases_of_json(office: Office, document: Any) -> tuple[Case, ...]:
    """Cases of a JSON document: one object or a list.

    All are checked before the first is used. Raises BadInput that names the wrong one and
    the field.
    """
    objects = document if isinstance(document, list) else [document]
    return tuple(_case_of_json(office, plain, number) for number, plain in enumerate(objects, 1))


def _case_of_json(office: Office, plain: Any, number: int) -> Case:
    try:
        plain = _with_amount(plain)
        case = from_plain(Case, plain)
        _require_usable(case, plain)
        office.playbooks.get(case.playbook)
        return _checked(office, _with_defaults(office, case, plain), plain)
    except msgspec.ValidationError as error:
        raise _in_case(plain, number, said_of(str(error))) from error
    except (BadInput, NotFound) as error:
        raise BadInput("Case {number}: {reason}", number=number, reason=error.sentence) from error


def _with_amount(plain: Any) -> Any:
    """An amount as it is typed, “12490.50 RUB”, is taken as well. Raises BadInput."""
    if not isinstance(plain, dict) or not isinstance(typed := plain.get("amount"), str):
        return plain
    amount = money_of(typed, str(plain.get("country", "")))
    return {**plain, "amount": amount and to_plain(amount)}


def _require_usable(case: Case, plain: Mapping[str, Any]) -> None:
    """Raises BadInput for what could not be typed either. What can is kept as it is written."""
    texts = {name for name in facts.FIELDS if isinstance(plain.get(name), str)}
    amount = {"amount"} if case.amount else set()
    facts.changed(case, {name: facts.as_text(case, name) for name in texts | amount})


def _in_case(plain: Any, number: int, reason: Sentence | str) -> BadInput:
    named = plain.get("subject") if isinstance(plain, dict) else None
    return BadInput(
        "Case {number} (“{subject}”) cannot be used: {reason}. Nothing was added.",
        number=number,
        subject=str(named or "?"),
        reason=reason,
    )


def _with_defaults(office: Office, case: Case, plain: Mapping[str, Any]) -> Case:
    company = office.store.company(case.company)
    defaults: dict[str, Any] = {}
    if "language" not in plain:
        defaults["language"] = office.settings.config.language or "en"
    if "country" not in plain:
        known = company.country if company else ""
        defaults["country"] = known or office.settings.config.country
    if company and "timezone" not in plain:
        defaults["timezone"] = company.timezone
    return replace(case, links=kept(case.links), **defaults)


def _checked(office: Office, case: Case, plain: Mapping[str, Any]) -> Case:
    """A case whose timeline tells what it claims to be. Claims it does not make follow."""
    playbook = office.playbook(case)
    for step in filter(None, (event.step for event in case.timeline)):
        playbook.step(step)
    told = replay(case)
    claimed = [name for name in ("stage", "outcome", "step", "deadlines") if name in plain]
    if any(getattr(case, name) != getattr(told, name) for name in claimed):
        raise BadInput("its timeline does not lead to its stage, outcome, step and deadlines.")
    return told


def change(office: Office, verb: str, case_id: int = 0, detail: str = "") -> Change:
    """A change made now, for the journal."""
    return Change(verb=verb, case=case_id, detail=detail, at=office.clock.now())
