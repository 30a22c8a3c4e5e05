"""Nothing in any widget can act on the terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pty_session import Session
from wire_scan import Scan, scan

GALLERY = str(Path(__file__).with_name("gallery_app.py"))
PLACES = (
    "static", "label", "link", "border title", "border subtitle", "markdown", "collapsible",
    "log", "rich log", "pretty", "input", "placeholder", "area", "button", "checkbox", "radio",
    "select", "selection", "option", "list item", "tab", "tree", "leaf", "column", "cell",
    "row label", "title", "footer", "toast", "toast title", "command", "help",
)  # fmt: skip


def shown(kind: str) -> Scan:
    with Session([sys.executable, GALLERY, kind], rows=140, columns=200) as session:
        session.expect("READY")
        session.send(b"\x10")
        session.expect("«command»")
        session.send(b"\x1b")
        session.read_on()
        session.send(b"\x11")
        session.finish()
    return scan(session.raw)


@pytest.fixture(scope="module")
def safe() -> Scan:
    return shown("safe")


def test_nothing_strange_reaches_the_wire(safe: Scan) -> None:
    assert safe.strange == []


def test_every_place_was_shown(safe: Scan) -> None:
    assert [place for place in PLACES if f"«{place}»" not in safe.text] == []


def test_the_screen_is_given_back_and_was_never_left(safe: Scan) -> None:
    assert {mode for mode, on in safe.modes.items() if on} == {7, 25}


def test_brackets_are_shown_as_they_are_written(safe: Scan) -> None:
    assert safe.text.count("[/] [@click=app.quit]x[/] [link=http://evil]y[/]") >= 20


def test_without_the_filter_this_would_be_seen() -> None:
    """The test of the tests above: Textual's own application is scanned in the same way."""
    strange = shown("stock").strange
    assert [sequence for sequence in strange if sequence.startswith("\x1b]52;")]
