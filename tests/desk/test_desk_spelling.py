"""Words that no dictionary knows, with a small dictionary of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.desk.letters import spelling

pytest.importorskip("hunspell")

RU = "возврат\nтовар\nне\nдоставлен\nпрошу\nвернуть\nденьги\nещё\nя\n"
EN = "please\nrefund\nthe\norder\nnot\ndelivered\ndon't\n"


@pytest.fixture(autouse=True)
def _dictionaries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, words in (("ru_RU", RU), ("en_GB", EN)):
        (tmp_path / f"{name}.aff").write_text("SET UTF-8\nTRY abcdefgоаеинт\n", "utf-8")
        (tmp_path / f"{name}.dic").write_text(f"{words.count(chr(10))}\n{words}", "utf-8")
    monkeypatch.setenv("DICPATH", str(tmp_path))


def unknown(text: str, language: str, *known: str) -> list[str]:
    return [text[start:end] for start, end in spelling.unknown_words(text, language, known)]


def test_a_mistake_is_found_where_it_stands() -> None:
    assert unknown("Прошу вернуть деньги: тавар не доставлен.", "ru") == ["тавар"]
    assert unknown("Please refund the ordr.", "en") == ["ordr"]


@pytest.mark.parametrize(
    "text",
    [
        "Прошу вернуть деньги Северомаркету",  # a name
        "не доставлен API, ГИС, тоВар",  # abbreviations, marks
        "please refund anna@example.org https://shop.example/ordr v2ordr mtr-rprt.txt ordr-12",
        "please don’t refund order № 4821-77",
        "прошу refund, please вернуть",  # another alphabet is another language
    ],
)
def test_what_is_no_word_of_this_language_is_passed_over(text: str) -> None:
    assert unknown(text, "ru") == []
    assert unknown(text, "en") == []


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    assert unknown("Тавар не доставлен. Деньгы прошу вернуть", "ru") == ["Тавар", "Деньгы"]


def test_words_of_the_case_are_known() -> None:
    assert unknown("не доставлен смартпад", "ru", "Смартпад 12") == []


def test_the_likeliest_word_is_offered() -> None:
    assert spelling.suggestion("тавар", "ru") == "товар"
    assert spelling.suggestion("xxxxxxxxx", "en") == ""


def test_without_a_dictionary_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DICPATH", str(tmp_path / "nowhere"))
    monkeypatch.setattr(spelling, "FOLDERS", ())
    assert not spelling.is_available("ru")
    assert unknown("тавар", "ru") == []


def test_a_broken_dictionary_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "ru_RU.dic").write_bytes(b"\xff\xfe\x00")
    monkeypatch.setenv("DICPATH", str(folder))
    monkeypatch.setattr(spelling, "FOLDERS", ())
    assert unknown("тавар", "ru") == []
