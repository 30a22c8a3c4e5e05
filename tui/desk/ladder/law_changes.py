"""My own time for steps, worked out anew where the person's rules have changed since.

Windows stand in the cases, because they are worked out with every change of one. A rule that is
confirmed, or written, afterwards has to reach those that nobody changes, too.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from tui.cases.case import Case
from tui.cases.errors import UpheldError
from tui.cases.words import Stage
from tui.desk.office import Office
from tui.playbooks.own_files import Stamp, stamps_of, text_of
from tui.store.contract import Change
from tui.store.names import LAW_SEEN


def take_in(office: Office) -> None:
    """Compare the rule files with those that the book has seen.

    A book that cannot be written now, and a file that cannot be used, are left for the next time.
    """
    try:
        folder = office.settings.rules
        stamps = stamps_of(folder) if folder else ()
        if (digest := _digest(stamps)) != _seen(office)[1]:
            _work_out_anew(office, stamps, digest)
    except UpheldError:
        return


def _work_out_anew(office: Office, stamps: tuple[Stamp, ...], digest: str) -> None:
    from tui.desk.ladder.climbing import with_windows
    from tui.playbooks.own_rules import own_rules

    own_rules(stamps)  # while one of them is faulty nothing can be worked out

    change = Change(verb="rules", at=office.clock.now(), undoable=False)
    with office.store.writing(change) as book:
        for case in _open_cases(office):
            fresh = with_windows(office, case)
            if fresh.windows != case.windows:
                book.put(fresh)
        book.put_document(LAW_SEEN, {"digest": digest}, _seen(office)[0])


def _open_cases(office: Office) -> Iterator[Case]:
    """Those on ladders on which a step has such a time."""
    timed = {
        card.id
        for card in office.store.cards.values()
        if card.stage is not Stage.CLOSED
        and any(step.window_rule for step in office.playbook(card).steps)
    }
    return map(office.store.get, sorted(timed))


def _digest(stamps: tuple[Stamp, ...]) -> str:
    """Of the texts of the rule files; empty where there are none."""
    if not stamps:
        return ""
    told = "\0".join(f"{stamp.file.name}\n{text_of(stamp.file)}" for stamp in stamps)
    return f"{len(told)}-{crc32(told.encode(errors='replace')):08x}"


def _seen(office: Office) -> tuple[int, str]:
    """The number of the document that tells it, 0 for none, and the digest there."""
    for number, plain in office.store.documents(LAW_SEEN):
        return number, str(plain.get("digest", ""))
    return 0, ""
