"""The letters of a bundle: those that went out, as they were written, calls, what is reckoned."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from tui.cases.case import I_WRITE, Case
from tui.cases.errors import UpheldError
from tui.cases.event import Event
from tui.cases.order import in_order
from tui.desk.evidence.bundle_words import day_of, titles_of
from tui.desk.ladder.money import meters_of
from tui.desk.mail import outbox, outbox_rows
from tui.desk.office import Office
from tui.letters.sent import is_call
from tui.terminal.clean import clean_line, clean_text
from tui.wording.meter_text import running_lines
from tui.wording.wording import Wording
from tui.wording.working_doubts import told_of

if TYPE_CHECKING:
    from tui.letters.export.bundle import Reckoned, Sent


def sent_letters(office: Office, case: Case, words: Wording) -> tuple[Sent, ...]:
    """Every letter that went out, the oldest first.

    The text is kept of what Upheld mailed itself, and of what was handed over from here; of the
    others what was noted stands there.
    """
    kept, titles = _mailed(office, case), titles_of(office, case, words)
    letters = (e for e in in_order(case) if e.kind in I_WRITE and not is_call(e))
    return tuple(_sent(case, event, kept, titles, words) for event in letters)


def calls(office: Office, case: Case, words: Wording) -> tuple[Sent, ...]:
    """Every call of mine, the oldest first."""
    titles = titles_of(office, case, words)
    mine = (event for event in in_order(case) if event.kind in I_WRITE and is_call(event))
    return tuple(_sent(case, event, {}, titles, words) for event in mine)


def _sent(
    case: Case,
    event: Event,
    kept: Mapping[int, str],
    titles: Mapping[int, str],
    words: Wording,
) -> Sent:
    from tui.letters.export.bundle import Sent

    party = case.company_of(event.party) if event.party else ""
    how = (words.term(event.channel) if event.channel else "", party)
    return Sent(
        at=event.at,
        day=day_of(case, event, words),
        title=titles.get(event.id, ""),
        how=clean_line(", ".join(filter(None, how))),
        text=kept.get(event.id) or clean_text(event.letter),
        noted=clean_text(event.text),
    )


def _mailed(office: Office, case: Case) -> dict[int, str]:
    """What stood in the mails that were sent from here, by the number of their event."""
    found: dict[int, str] = {}
    for out in outbox_rows.entries(office):
        if out.case == case.id and out.event:
            try:
                found[out.event] = _text_of(outbox.raw_of(office, out))
            except UpheldError:
                continue  # its file is gone: then it is not kept
    return found


def _text_of(raw: bytes) -> str:
    """Subject and text of a mail of mine."""
    mail = message_from_bytes(raw, policy=policy.default)
    body = mail.get_body(("plain",))
    text = body.get_content() if body is not None else ""
    return clean_text(f"{mail['Subject'] or ''}\n\n{text}".strip())


def reckoned(office: Office, case: Case, words: Wording, today: date) -> tuple[Reckoned, ...]:
    """What the delay costs them by today, with its working; of meters that are on."""
    from tui.letters.export.bundle import Reckoned

    mine = told_of(words, "confirmed")  # which is nothing to those who read this
    lines = (running_lines(words, one) for one in meters_of(office, case, today) if one.reading)
    return tuple(
        Reckoned(head, tuple(line for line in working if line != mine)) for head, *working in lines
    )
