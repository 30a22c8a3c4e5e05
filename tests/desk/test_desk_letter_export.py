"""The letter of a case as a file: its name, to whom it goes, what goes with it."""

from __future__ import annotations

from email import policy
from email.parser import BytesParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from desk_story import Place, happens, opened

from tui.cases.errors import BadInput, NotFound
from tui.cases.words import Channel, Part
from tui.desk.desk import Desk
from tui.desk.letters.letter_export import town_of
from tui.desk.letters.wish import Wish


@pytest.fixture
def known(desk: Desk) -> Desk:
    """The company is known with two addresses, and has a case."""
    opened(desk)
    desk.add_contact_point("Meteor", Channel.EMAIL, "help@meteor.example")
    desk.add_contact_point("Meteor", Channel.LETTER, "1 High Street, Leeds")
    return desk


@pytest.mark.parametrize("kind", ["text", "md", "eml", "pdf", "docx"])
def test_names_tell_what_is_in_them(known: Desk, kind: str) -> None:
    name, content = known.letter_file(1, kind, Wish(language="ru"))
    assert name == f"upheld-1-request-ru.{'txt' if kind == 'text' else kind}"
    assert content


def test_a_mail_goes_to_the_mailbox_and_a_page_to_the_house(known: Desk) -> None:
    assert b"help@meteor.example" in known.letter_file(1, "eml")[1]
    page = known.letter_file(1, "md")[1]
    assert b"1 High Street, Leeds" in page
    assert b"help@meteor.example" not in page
    assert known.addressee(1, Channel.EMAIL) == ("Meteor", "help@meteor.example")


def test_a_letter_about_the_company_never_goes_to_it(known: Desk) -> None:
    assert known.addressee(1, Channel.EMAIL, Wish("higher"))[0] != "Meteor"
    assert known.addressee(1, Channel.EMAIL, Wish("higher"))[1] == ""
    content = known.letter_file(1, "eml", Wish("higher"))[1]
    assert b"\r\nTo:" not in content
    assert b"help@meteor.example" not in content
    assert known.mail_link(1, Wish("higher")).startswith("mailto:?")


def test_the_link_has_the_letter(known: Desk) -> None:
    link = unquote(known.mail_link(1))
    assert link.startswith("mailto:help@meteor.example?subject=Refund of a kettle")
    assert "Anna Petrova" in link


def test_a_file_of_its_own_each_time(
    known: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names = [known.write_letter(1, "docx").name for _ in range(2)]
    assert names == ["upheld-1-request-en.docx", "upheld-1-request-en-2.docx"]
    assert (tmp_path / names[0]).stat().st_mode & 0o777 == 0o600


def test_only_what_the_letter_names_goes_along(tmp_path: Path) -> None:
    desk = Place(tmp_path).desk()
    opened(desk)
    with pytest.raises(BadInput, match="nothing to enclose"):
        desk.letter_file(1, "eml", enclose=True)
    for name in ("receipt.txt", "private.txt"):
        file = tmp_path / name
        file.write_text(f"{name} inside")
        happens(desk, 1, "evidence", files=[file])
    assert _files(desk.letter_file(1, "eml", enclose=True)[1]) == ["receipt.txt", "private.txt"]
    happens(desk, 1, "sent", channel="email", anyway=True)
    desk.save_letter(1, "", {Part.ENCLOSURES: "1. receipt.txt"})
    assert _files(desk.letter_file(1, "eml", enclose=True)[1]) == ["receipt.txt"]
    assert _files(desk.letter_file(1, "eml")[1]) == []


def test_what_is_not_there(known: Desk) -> None:
    with pytest.raises(NotFound):
        known.letter_file(7, "pdf")
    with pytest.raises(NotFound):
        known.letter_file(1, "pdf", Wish("moon"))


@pytest.mark.parametrize(
    ("address", "town"),
    [
        ("000000, г. Энск, ул. Лесная, 1", "г. Энск"),
        ("г. Санкт-Петербург, Невский пр., 1", "г. Санкт-Петербург"),
        ("Энская обл., пос. Лесной, 5", "пос. Лесной"),
        ("1 High Street, Leeds", ""),
        ("ул. г. Энска, 1", ""),
        ("", ""),
    ],
)
def test_the_town_of_an_address(address: str, town: str) -> None:
    assert town_of(address) == town


def _files(content: bytes) -> list[str | None]:
    found = BytesParser(policy=policy.default).parsebytes(content)
    return [part.get_filename() for part in found.iter_attachments()]  # type: ignore[attr-defined]
