"""Mails of an IMAP server. Only read: nothing there is marked, moved or changed (EXAMINE, PEEK)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from imap_tools import BaseMailBox
from imap_tools.errors import MailboxFetchError

from tui.mail.account import Server
from tui.mail.imap_troubles import speaking
from tui.mail.source import LARGEST, Batch, Mark, portioned

_UID = re.compile(rb"\bUID (\d+)")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d+)")
_MANY = 500  # mails whose sizes are asked for at once
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class ImapFolder:
    """A folder of a mailbox that is open. Its mark: `validity` and the last `uid` (RFC 9051)."""

    def __init__(self, box: BaseMailBox, server: Server, folder: str) -> None:
        self.name = f"imap {server.user}@{server.host} {folder}"
        self._box, self._server, self._folder = box, server, folder

    def batches(self, mark: Mark | None, since: date) -> Iterator[Batch]:
        """See Source. A folder that was made anew (UIDVALIDITY) is read again."""
        with speaking(self._server):
            self._box.folder.set(self._folder, readonly=True)
            validity = self._validity()
            known = mark["uid"] if mark and mark.get("validity") == validity else None
            uids = self._uids(known, since)
        for group in portioned(self._sizes(uids)):
            with speaking(self._server):
                raws = self._raws(group)
            yield Batch(tuple(raws), {"validity": validity, "uid": group[-1]})

    def _validity(self) -> int:
        told = self._box.client.response("UIDVALIDITY")[1][0] or b"0"
        return int(told)

    def _uids(self, known: int | None, since: date) -> list[int]:
        """The new ones, sorted. `n:*` names the last one too, however old it is."""
        if known is None:
            criteria = f"SINCE {since.day}-{_MONTHS[since.month - 1]}-{since.year}"
        else:
            criteria = f"UID {known + 1}:*"
        found = map(int, self._box.uids(criteria, charset=None))
        return sorted(uid for uid in found if uid > (known or 0))

    def _sizes(self, uids: Sequence[int]) -> Iterator[tuple[int, int]]:
        for start in range(0, len(uids), _MANY):
            some = uids[start : start + _MANY]
            with speaking(self._server):
                told = self._fetched(some, "(UID RFC822.SIZE)")
            heads = [item for item in told if isinstance(item, bytes) and _SIZE.search(item)]
            sizes = {_number(_UID, head): _number(_SIZE, head) for head in heads}
            yield from ((uid, sizes.get(uid, 0)) for uid in some)

    def _raws(self, uids: Sequence[int]) -> Iterator[bytes]:
        """The mails; of one that is too large to be kept as much as can be."""
        told = self._fetched(uids, f"(UID BODY.PEEK[]<0.{LARGEST}>)")
        # What stands behind a literal, and what another window changed, comes as bytes.
        yield from (item[1] for item in told if isinstance(item, tuple))

    def _fetched(self, uids: Sequence[int], what: str) -> list[Any]:
        answer = self._box.client.uid("FETCH", _set_of(uids), what)
        if answer[0] != "OK":
            raise MailboxFetchError(answer, "OK")
        return answer[1]


def _number(pattern: re.Pattern[bytes], head: bytes) -> int:
    found = pattern.search(head)
    return int(found[1]) if found else 0


def _set_of(uids: Sequence[int]) -> str:
    """Numbers as IMAP writes them, runs as n:m."""
    runs: list[list[int]] = []
    for uid in uids:
        if runs and uid == runs[-1][1] + 1:
            runs[-1][1] = uid
        else:
            runs.append([uid, uid])
    return ",".join(f"{first}:{last}" if first != last else f"{first}" for first, last in runs)
