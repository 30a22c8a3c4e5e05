"""A case gathered for a regulator, a lawyer or a court, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cases.case import Case
from tui.cases.errors import BadInput, NotFound
from tui.cases.words import Channel
from tui.desk.bundle_parts import chronology, facts, promises, terms
from tui.desk.enclosed.handing import safe_name
from tui.desk.evidence import evidence_file
from tui.desk.letter_export import ready_letter
from tui.desk.letter_matter import Wish, sender_from, sender_of
from tui.desk.office import Office
from tui.desk.preferences import profiles
from tui.desk.views import cleaned
from tui.terminal.clean import clean_line, clean_text
from tui.wording.wording import Wording

# Letters are loaded when a bundle is made.
if TYPE_CHECKING:
    from tui.letters.export.bundle import Bundle, Enclosed

FOLDER = "enclosures"


@dataclass(frozen=True, slots=True)
class BundleWish:
    """What a person asks for.

    `redacted`: without what is personal; of the enclosures only `chosen` go along then, by
    their numbers. `language`: that of the case where it is empty.
    """

    redacted: bool = False
    chosen: tuple[int, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Gathered:
    """The bundle, and where the files lie that go along, by their numbers."""

    bundle: Bundle
    files: Mapping[int, Path]

    @property
    def name(self) -> str:
        """What the archive is called: upheld-12-bundle-ru.zip, upheld-12-redacted-ru.zip."""
        kind = "redacted" if self.bundle.redacted else "bundle"
        return f"upheld-{self.bundle.number}-{kind}-{self.bundle.language}.zip"


def gather(office: Office, case_id: int, wish: BundleWish) -> Gathered:
    """Everything that the bundle says, and the files that go along.

    Raises NotFound for a case or an enclosure that is not there, StoreError for a file that is
    missing or damaged, BadInput for enclosures chosen where all go along.
    """
    case = cleaned(office.store.get(case_id))
    _check(case, wish)
    files = {piece.number: evidence_file(office, case, piece.number)
             for piece in case.evidence if _goes_along(wish, piece.number)}  # fmt: skip
    bundle = _whole(office, case, wish)
    enclosures = tuple(
        replace(piece, file=_place(piece)) if piece.number in files else piece
        for piece in bundle.enclosures
    )
    bundle = replace(bundle, enclosures=enclosures)
    if wish.redacted:
        from tui.desk.bundle_redacted import redacted

        senders = tuple(map(sender_from, profiles(office).values()))
        bundle = redacted(bundle, case, senders)
    return Gathered(bundle, files)


def _check(case: Case, wish: BundleWish) -> None:
    if wish.chosen and not wish.redacted:
        raise BadInput("All enclosures go along anyway: they are chosen for a redacted bundle.")
    known = {piece.number for piece in case.evidence}
    for number in wish.chosen:
        if number not in known:
            raise NotFound("Case #{id} has no enclosure {number}.", id=case.id, number=number)


def _goes_along(wish: BundleWish, number: int) -> bool:
    return not wish.redacted or number in wish.chosen


def _whole(office: Office, case: Case, wish: BundleWish) -> Bundle:
    """The bundle with everything in it; only an address never stands in one to be redacted."""
    from tui.letters.export.bundle import Bundle
    from tui.letters.export.layout import layout

    words, today = Wording(wish.language or case.language), office.today(case)
    sender = sender_of(office, case)
    ready = ready_letter(office, case, Wish(language=words.language), Channel.LETTER)
    sheet = replace(ready.sheet, address="", enclosures=()) if wish.redacted else ready.sheet
    company = office.store.company(case.company)
    return Bundle(
        language=words.language,
        number=case.id,
        company=clean_line(company.name if company else case.company),
        subject=clean_line(case.subject),
        author=clean_line(sender.name),
        day=words.day(today),
        made=office.now(case),
        redacted=False,
        facts=facts(office, case, words, sender),
        letter=layout(ready.letter, sheet),
        letter_text=clean_text(ready.letter.text()),
        chronology=chronology(office, case, words),
        terms=terms(case, words, today),
        promises=promises(case, words, today),
        enclosures=_enclosures(case),
    )


def _enclosures(case: Case) -> tuple[Enclosed, ...]:
    from tui.letters.export.bundle import Enclosed

    found = sorted(case.evidence, key=lambda piece: piece.number)
    return tuple(Enclosed(f.number, clean_line(f.name), f.size, f.sha256) for f in found)


def _place(piece: Enclosed) -> str:
    """Where it lies in the archive: its number and its own name, made safe for every system."""
    return f"{FOLDER}/{safe_name(f'{piece.number:02} {piece.name}')}"
