"""A letter on its way out: what the channel wants of it, and the conversation that comes back."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.errors import BadInput
from tui.cases.numbers import latest_given, their_numbers
from tui.cases.order import in_order
from tui.cases.sentence import Sentence, say
from tui.cases.words import Channel
from tui.desk.cases.recording import Happening, record
from tui.desk.letters.composing import compose
from tui.desk.letters.enclosing import enclosed, may_go
from tui.desk.letters.letter_export import addressee_of
from tui.desk.letters.wish import Wish

if TYPE_CHECKING:
    from tui.cases.case import Case
    from tui.desk.office import Office
    from tui.letters.matter import Matter
    from tui.letters.workspaces import Workspace


def workspace_of(
    office: Office, case: Case, channel: Channel, wish: Wish, limit: int = 0
) -> Workspace:
    """What to do with a letter on `channel`; see `letters.workspaces`."""
    from tui.letters.workspaces import Sending, workspace

    if channel is Channel.PHONE:
        raise BadInput("A call has a call sheet instead of a letter.")
    wish = wish.by(channel)
    made = compose(office, case, wish)
    going = enclosed(made.letter, may_go(case, made.draft))
    names = tuple(f"{piece.number}. {piece.name}" for piece in going)
    name, address = addressee_of(office, case, wish, channel)
    sending = Sending(made.letter, made.matter, _to(name, address, channel), names, limit,
                      _their_number(office, case, made.draft.step, made.matter))  # fmt: skip
    return replace(workspace(channel, sending), missing=_missing(name, address, channel))


def _their_number(office: Office, case: Case, step_id: str, matter: Matter) -> str:
    """The latest number of whoever the letter goes to: to others it says nothing."""
    from tui.letters.phrases import Voice

    if matter.phrases.voice is not Voice.THEY:
        return next(reversed(their_numbers(matter.case)), "")
    step = office.playbook(case).step(step_id)
    name = case.company_of(step.party) if step.party else ""
    own = {name or step.addressee[matter.words.language]}
    return latest_given([e for e in in_order(case) if {matter.others.get(e.id)} == own])


def _missing(name: str, address: str, channel: Channel) -> Sentence | None:
    """Where it goes, if that has to stand on it and nobody told it."""
    if not name or address:
        return None
    if channel is Channel.EMAIL:
        return say("{company}: no e-mail address is known, so the mail will have no To. "
                   "Add it under Companies, m.", company=name)  # fmt: skip
    if channel is Channel.LETTER:
        return say("{company}: no postal address is known, so none will stand in the letter. "
                   "Add it under Companies, m.", company=name)  # fmt: skip
    return None


def _to(name: str, address: str, channel: Channel) -> str:
    """What to write on it: an envelope names whom it goes to, a mail only the mailbox."""
    on_paper = channel in (Channel.LETTER, Channel.IN_PERSON)
    return ", ".join(filter(None, (name, address))) if on_paper else address


def record_pasted(office: Office, case_id: int, happening: Happening, text: str, name: str) -> Case:
    """Record an event with a text that was pasted, which is kept whole as a piece of evidence.

    Raises BadInput where there is nothing to keep.
    """
    if not text.strip():
        raise BadInput("There is nothing to keep: paste the text first.")
    day = office.today(office.store.get(case_id))
    with tempfile.TemporaryDirectory(prefix="upheld-") as folder:  # 0700
        file = Path(folder) / f"{name} {day}.txt"
        file.write_bytes(text.rstrip().encode(errors="replace") + b"\n")
        return record(office, case_id, replace(happening, files=(*happening.files, file)))
