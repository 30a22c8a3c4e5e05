"""A fetch that is killed, or has no room on the disk, loses no mail and doubles none."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from desk_story import ANNA, NOW
from mail_story import a_mail, put_into, written_to

import tui
from tui.cases.words import EventKind
from tui.clock import FixedClock
from tui.desk.desk import Desk
from tui.settings.config import Config, Settings
from tui.settings.mail_values import MailFiles, MailSettings
from tui.store.errors import StoreError
from tui.store.opening import open_store

CERTAIN, STRANGE = 6, 6
CHILD = """
import os, signal, sys
from pathlib import Path
from tui.desk.mail import fetching, taking_mail
from tui.mail import source
from test_desk_mail_killed import window

source.MANY = 4  # mails in one transaction
where, left = sys.argv[2], [int(sys.argv[3])]

def dying(verb):
    def run(*given, **named):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return verb(*given, **named)
    return run

module = fetching if where in ("attach_all", "none_waits") else taking_mail
setattr(module, where, dying(getattr(module, where)))
window(Path(sys.argv[1])).fetch_mail()
"""


def window(folder: Path) -> Desk:
    files = MailFiles(maildir=str(folder / "Maildir"))
    config = Config(language="en", profile=ANNA, mail=MailSettings(files=files))
    clock = FixedClock(NOW)
    return Desk(open_store(folder / "data", at=clock.now), clock, Settings(config=config))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    written_to(window(tmp_path))
    strange = {"answers": "", "sender": "x@elsewhere.example"}
    put_into(tmp_path / "Maildir", *(a_mail(f"Answer {n}.") for n in range(CERTAIN)))
    put_into(tmp_path / "Maildir", *(a_mail(f"Sale {n}.", **strange) for n in range(STRANGE)))
    return tmp_path


def require_each_once(folder: Path) -> None:
    desk = window(folder)
    desk.fetch_mail()
    digests = Counter(plain["sha256"] for _, plain in desk._office.store.documents("mails"))
    assert set(digests.values()) == {1}
    assert len(digests) == CERTAIN + STRANGE
    assert all(desk._office.store.evidence(digest) for digest in digests)
    told = Counter(e.text for e in desk.case(1).timeline if e.kind is EventKind.RECEIVED)
    assert told == {f"Answer {n}.": 1 for n in range(CERTAIN)}


@pytest.mark.parametrize(
    ("where", "after"),
    [("put_mail", 0), ("put_mail", 6), ("wait_for", 1), ("attach_all", 0), ("none_waits", 0)],
)
def test_killed_in_the_middle(folder: Path, where: str, after: int) -> None:
    here, root = Path(__file__).parent, Path(tui.__file__).parents[1]
    paths = (here, here.parent / "support", root)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths))}
    words = [sys.executable, "-c", CHILD, folder, where, str(after)]
    died = subprocess.run(words, env=environment, capture_output=True, check=False)
    assert died.returncode == -9, died.stderr.decode()
    require_each_once(folder)


def test_where_there_is_no_room(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full at the third file."""
    write, left = os.write, [3]

    def full(descriptor: int, data: bytes) -> int:
        if bytes(data[:5]) == b"From:":
            left[0] -= 1
            if left[0] < 0:
                raise OSError(28, os.strerror(28))
        return write(descriptor, data)

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        with pytest.raises(StoreError):
            window(folder).fetch_mail()
    require_each_once(folder)
