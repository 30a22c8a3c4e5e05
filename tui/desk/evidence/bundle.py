"""A case gathered for a regulator, a lawyer or a court, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.cases.sentence import Sentence
from tui.cases.words import Channel, Stage
from tui.desk.cleaned import cleaned
from tui.desk.evidence.bundle_letters import calls, reckoned, sent_letters
from tui.desk.evidence.bundle_parts import chronology, facts, promises, terms
from tui.desk.evidence.enclosed.handing import safe_name
from tui.desk.evidence.evidence import enclosure_of, evidence_file
from tui.desk.evidence.evidence_secrets import secrets_of
from tui.desk.keeping.preferences import profiles
from tui.desk.letters.letter_drafts import draft_of
from tui.desk.letters.letter_export import ready_letter
from tui.desk.letters.letter_matter import sender_from, sender_of
from tui.desk.letters.wish import Wish
from tui.desk.office import Office
from tui.terminal.clean import clean_line, clean_text
from tui.wording.wording import Wording

# Letters are loaded when a bundle is made.
if TYPE_CHECKING:
    from tui.letters.export.bundle import Bundle, Enclosed

FOLDER = "enclosures"


class BundleWish(Struct, frozen=True):
    """What a person asks for.

    `redacted`: without what is personal; of the enclosures only `chosen` go along then, by
    their numbers. `language`: that of the case where it is empty.
    """

    redacted: bool = False
    chosen: tuple[int, ...] = ()
    language: str = ""


class Gathered(Struct, frozen=True):
    """The bundle, and where the files lie that go along, by their numbers.

    `secrets`: what stands in these that nobody should read: passwords, keys, numbers of cards.
    """

    bundle: Bundle
    files: Mapping[int, Path]
    secrets: tuple[Sentence, ...] = ()

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
        from tui.desk.evidence.bundle_redacted import redacted

        senders = tuple(map(sender_from, profiles(office).values()))
        bundle = redacted(bundle, case, senders)
    secrets = secrets_of(office, case, files) if files else ()
    return Gathered(bundle, files, secrets)


def _check(case: Case, wish: BundleWish) -> None:
    if wish.chosen and not wish.redacted:
        raise BadInput("All enclosures go along anyway: they are chosen for a redacted bundle.")
    for number in wish.chosen:
        enclosure_of(case, number)


def _goes_along(wish: BundleWish, number: int) -> bool:
    return not wish.redacted or number in wish.chosen


def _whole(office: Office, case: Case, wish: BundleWish) -> Bundle:
    """The bundle with everything in it."""
    from tui.letters.export.bundle import Bundle

    words, today = Wording(wish.language or case.language), office.today(case)
    sender = sender_of(office, case)
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
        sent=sent_letters(office, case, words),
        calls=calls(office, case, words),
        letter_text=_next_letter(office, case, words),
        chronology=chronology(office, case, words),
        terms=terms(office, case, words, today),
        reckoned=reckoned(office, case, words, today),
        promises=promises(case, words, today),
        enclosures=_enclosures(case),
    )


def _next_letter(office: Office, case: Case, words: Wording) -> str:
    """The letter with which the next step would be taken, for those who look through it first; none
    of a closed case, or without a ladder, nor a second letter to anybody."""
    if case.stage is Stage.CLOSED or office.ladder_fault(case):
        return ""
    if draft_of(office, case).step in case.taken:
        return ""
    ready = ready_letter(office, case, Wish(language=words.language), Channel.LETTER)
    return clean_text(ready.letter.text())


def _enclosures(case: Case) -> tuple[Enclosed, ...]:
    from tui.letters.export.bundle import Enclosed

    found = sorted(case.evidence, key=lambda piece: piece.number)
    return tuple(Enclosed(f.number, clean_line(f.name), f.size, f.sha256) for f in found)


def _place(piece: Enclosed) -> str:
    """Where it lies in the archive: its number and its own name, made safe for every system."""
    return f"{FOLDER}/{safe_name(f'{piece.number:02} {piece.name}')}"
