"""Ten thousand mails into a book of a thousand cases: seconds, and what came of them.

    python benchmarks/mail.py [MAILS] [CASES]

The budget is 60 s for 10,000 mails, and nothing twice.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "tests/support")]

from mail_story import a_mail, put_into  # noqa: E402
from msgspec.structs import replace  # noqa: E402

from tui.cases.particulars import Reference  # noqa: E402
from tui.cases.words import Channel, EventKind  # noqa: E402
from tui.clock import SystemClock  # noqa: E402
from tui.desk.cases.recording import Happening  # noqa: E402
from tui.desk.desk import Desk  # noqa: E402
from tui.desk.figures.companies import add_point  # noqa: E402
from tui.settings.config import Config, Profile, Settings  # noqa: E402
from tui.store.opening import open_store  # noqa: E402

PROFILE = Profile(name="Anna", email="anna@example.org")


def a_desk(folder: Path) -> Desk:
    clock = SystemClock()
    settings = Settings(config=Config(language="en", country="PT", profile=PROFILE))
    return Desk(open_store(folder, at=clock.now), clock, settings)


def fill(desk: Desk, cases: int) -> None:
    """Cases with fifty companies, each waiting for an answer and with a number of its own."""
    texts = {"subject": "Refund", "problem": "refund", "details": "x", "expected_result": "y"}
    drafts = [desk.draft({**texts, "company": f"Company{n % 50}"}) for n in range(cases)]
    numbered = [replace(d, references=(Reference(number=f"CS{100000 + n}"),))
                for n, d in enumerate(drafts)]  # fmt: skip
    desk.open_cases(numbered)
    for n in range(50):
        add_point(desk._office, f"Company{n}", Channel.EMAIL, f"help@company{n}.example")
    for n in range(1, cases + 1):
        desk.record(n, Happening(EventKind.SENT, {"channel": "email"}))


def mails(count: int, cases: int) -> list[bytes]:
    """A third answers a case by its number, a third is of strangers, a third are newsletters."""
    made = []
    for n in range(count):
        case = n % cases
        sender = f"Help <help@company{case % 50}.example>"
        told = {"answers": "", "message_id": f"<{n}@x.example>"}
        if n % 3 == 0:
            text = f"Your case number is CS{100000 + case}. We reply by 27 November. {n}"
            made.append(a_mail(text * 3, sender=sender, subject="Re: case", **told))
        elif n % 3 == 1:
            made.append(a_mail(f"Buy {n}. " * 50, sender=f"x{n}@shop.example", **told))
        else:
            headers = (("List-Id", "news"),)
            made.append(a_mail(f"News {n}. " * 50, sender="n@news.example", headers=headers,
                               subject=f"News {n}", **told))  # fmt: skip
    return made


def main() -> None:
    count, cases = (int(word) for word in (*sys.argv[1:], *("10000", "1000")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as folder:
        desk = a_desk(Path(folder) / "data")
        fill(desk, cases)
        maildir = put_into(Path(folder) / "Maildir", *mails(count, cases))
        for again in ("first", "again"):
            start, busy = time.perf_counter(), time.process_time()
            taken = a_desk(Path(folder) / "data").take_mail_files([maildir])
            spent, cpu = time.perf_counter() - start, time.process_time() - busy
            print(f"{again}: {spent:.1f} s, of these {cpu:.1f} s in Python  {taken}", flush=True)
        start = time.perf_counter()
        rows = a_desk(Path(folder) / "data").inbox()
        print(f"inbox of {len(rows)}: {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
