"""The doctor reads the originals of mails: those that came, and those that went out."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from store_helpers import change, open_at

from tui.store.doctor import examine
from tui.store.names import MAILS, OUTBOX

RAW = b"Subject: Kettle\r\n\r\nHello.\r\n"
SHA256 = hashlib.sha256(RAW).hexdigest()
KEPT = {"sha256": SHA256, "size": len(RAW)}
CAME = {
    **KEPT,
    "case": 0,
    "mail": {"subject": "Re: \x1b[1mKettle", "sender": {"address": "a@b.example"}},
}
WENT = {**KEPT, "case": 0, "recipients": ["help@meteor.example"], "subject": "Kettle"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    store = open_at(tmp_path / "data")
    with store.writing(change("mail_fetch")) as book:
        book.put_content(RAW, "mail.eml", 0)
        book.put_document(MAILS, CAME)
        book.put_document(OUTBOX, WENT)
    store.close()
    return tmp_path / "data"


def said(folder: Path) -> list[str]:
    return [
        f"{finding.text.text} {finding.text.values['what'].text}"
        for finding in examine(folder).findings
        if finding.id == "mail"
    ]


def test_a_whole_shelf(data: Path) -> None:
    assert examine(data).findings == ()


@pytest.mark.parametrize("wrong", ["is missing", "is not as it was"])
def test_an_original_that_is_gone_or_changed_is_named_by_whose_it_is(
    data: Path, wrong: str
) -> None:
    file = data / "evidence" / SHA256
    file.chmod(0o600)
    if wrong == "is missing":
        file.unlink()
    else:
        file.write_bytes(RAW + b"x")
    mail, letter = said(data)
    assert wrong in mail
    assert mail.endswith("Mail “{subject}” of {name}")
    assert letter.endswith("Letter “{subject}” to {name}")
    report = examine(data)
    assert not report.is_well
    assert all(
        "\x1b" not in str(f.text.values["what"].values) for f in report.findings if f.id == "mail"
    )
