"""The letter of a case as a file: to whom it goes, and what goes with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from tui.cases.case import Case
from tui.cases.company import Company
from tui.cases.errors import BadInput
from tui.cases.words import Channel
from tui.desk.letters.enclosing import enclosed
from tui.desk.letters.letter_drafts import Draft, draft_of, template_of
from tui.desk.letters.letter_matter import written
from tui.desk.letters.letter_sent import as_sent
from tui.desk.letters.wish import Wish
from tui.desk.office import Office

# Letters are loaded when one is written.
if TYPE_CHECKING:
    from tui.letters.export.sheet import Attachment, Sheet
    from tui.letters.letter import Letter
    from tui.letters.matter import Matter
    from tui.letters.template import Template

# The file of a piece of evidence, by its number.
Files = Callable[[int], Path]

_TOWN = re.compile(r"(?:^|,)\s*((?:г|гор|город|пос|пгт|дер|с)\.?\s+[А-ЯЁ][^,]*)")


class Ready(NamedTuple):
    """A letter with all that stands around it."""

    draft: Draft
    letter: Letter
    sheet: Sheet


def letter_file(
    office: Office,
    case: Case,
    kind: str,
    wish: Wish,
    *,
    registered: bool = False,
    enclose: bool | None = False,
) -> tuple[str, bytes]:
    """The name of the file, such as upheld-12-claim-ru.pdf, and what is in it.

    `kind` is a Format. `registered`: with a list of enclosures for the post. `enclose`: an
    e-mail takes along what the letter names; None: if it names any. Raises what `export` and
    `draft_of` raise, and BadInput where there is nothing to enclose.
    """
    from tui.desk.evidence.evidence import evidence_file
    from tui.letters.export.formats import Format, export

    form = Format(kind)
    channel = Channel.EMAIL if form is Format.EML else Channel.LETTER
    wish = wish.by(channel if registered else wish.channel)
    if wish.as_sent:
        office, case, _ = as_sent(office, case, wish.step)
    files = None if enclose is False else partial(evidence_file, office, case)
    ready = ready_letter(office, case, wish, channel, registered=registered, files=files)
    if enclose and not ready.sheet.attachments:
        raise BadInput("The letter names no file that is kept with the case: nothing to enclose.")
    name = f"upheld-{case.id}-{ready.draft.template}-{ready.letter.language}{form.suffix}"
    return name, export(ready.letter, form, ready.sheet)


def mail_link(office: Office, case: Case, wish: Wish) -> str:
    """The link that opens a mail program with the letter in it, cut where it is too long."""
    from tui.letters.export.mailto import mailto

    ready = ready_letter(office, case, wish, Channel.EMAIL)
    return mailto(ready.letter, ready.sheet.address)


def ready_letter(
    office: Office,
    case: Case,
    wish: Wish,
    channel: Channel,
    *,
    registered: bool = False,
    files: Files | None = None,
) -> Ready:
    """The letter of a step with its sheet, addressed as `channel` asks for it."""
    draft = draft_of(office, case, wish.step, wish.template)
    done = written(office, case, draft, wish)
    letter, matter, template = done.letter, done.matter, done.template
    to, address = addressee(office, case, draft, template, channel, letter.language)
    attached = tuple(_attachments(letter, matter.case, files)) if files else ()
    sheet = replace(
        _sheet(office, matter), to=to, address=address, registered=registered, attachments=attached
    )
    return Ready(draft, letter, sheet)


def _sheet(office: Office, matter: Matter) -> Sheet:
    """Who writes, when and where, and the files that are kept with the case."""
    from tui.letters.export.sheet import Enclosure, Sheet

    return Sheet(
        sender=matter.sender,
        day=matter.today,
        place=town_of(matter.sender.address),
        enclosures=tuple(Enclosure(e.number, e.name, e.size) for e in matter.case.evidence),
        at=office.clock.now(),
        uid=matter.case.uid,
    )


def addressee_of(office: Office, case: Case, wish: Wish, channel: Channel) -> tuple[str, str]:
    """To whom the letter that is wished for goes, and where; see `addressee`."""
    draft = draft_of(office, case, wish.step, wish.template)
    language = wish.language or case.language
    return addressee(office, case, draft, template_of(office, draft), channel, language)


def addressee(
    office: Office, case: Case, draft: Draft, template: Template, channel: Channel, language: str
) -> tuple[str, str]:
    """To whom a letter goes, and where they are reached on `channel`, as far as it is known.

    A letter about the company never goes to the company, but to whoever the step goes to. What
    everybody may read goes to nobody.
    """
    from tui.letters.phrases import Voice

    if template.voice is Voice.PUBLIC:
        return "", ""
    step = office.playbook(case).step(draft.step)
    name = case.company_of(step.party)
    if not name or (template.voice is Voice.THEY and not step.party):
        name = step.addressee[language]
    known = office.store.company(name)
    to = known.name if known else name[:1].upper() + name[1:]
    return to, _address(known, channel)


def town_of(address: str) -> str:
    """“г. Энск” of a Russian postal address; empty where it names no town."""
    found = _TOWN.search(address)
    return found[1].strip() if found else ""


def _address(company: Company | None, channel: Channel) -> str:
    points = company.points(channel) if company else ()
    return next((point.address for point in points), "")


def _attachments(letter: Letter, case: Case, files: Files) -> Iterator[Attachment]:
    """What the letter names of the evidence, and nothing else."""
    import mimetypes  # reads files of the system

    from tui.letters.export.sheet import Attachment

    for piece in enclosed(letter, case):
        path = files(piece.number)
        media_type = mimetypes.guess_type(piece.name)[0] or "application/octet-stream"
        yield Attachment(piece.name, _read(path, piece.name), media_type)


def _read(path: Path, name: str) -> bytes:
    """A file as it may leave: a picture without place and camera."""
    from tui.desk.evidence.enclosed.bare import bare

    try:
        return bare(path.read_bytes())
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise BadInput("“{name}” cannot be read: {problem}.", name=name, problem=problem) from error
