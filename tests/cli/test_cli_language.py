"""The command line speaks the language that was asked for, click's own sentences included."""

from __future__ import annotations

import io
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from cli_ran import Upheld

from tui.cli.language import asked_for, of_locale
from tui.cli.root import root
from tui.cli.verb import Verb
from tui.cli.verbs import VERBS
from tui.wording import click_texts
from tui.wording.wording import Wording

TOLD = {
    "Open a case.": "Открыть обращение.",
    "Whom the case is with.": "С кем обращение.",
    "Usage:": "Как вызывать:",
    "Options": "Ключи",
    "[OPTIONS]": "[КЛЮЧИ]",
    "Show this message and exit.": "Показать эту справку.",
    "No such command {name!r}.": "Нет команды {name!r}.",
    "There is no case #{number}.": "Нет обращения № {number}.",
}


@pytest.fixture
def russian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small catalogue, so that these tests state how it is used and not how it is worded."""
    for language, texts in {"ru": TOLD, "en": {}}.items():
        catalog = Catalog(locale=language)
        for text, told in texts.items():
            catalog.add(text, told)
        folder = tmp_path / "locale" / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        written = io.BytesIO()
        write_mo(written, catalog)
        for domain in ("upheld", "click"):
            (folder / f"{domain}.mo").write_bytes(written.getvalue())
    monkeypatch.setattr("tui.wording.wording.LOCALE", tmp_path / "locale")
    monkeypatch.setattr("tui.wording.click_texts.LOCALE", tmp_path / "locale")


@pytest.mark.usefixtures("russian")
def test_help_is_in_the_language_wherever_it_is_named(upheld: Upheld) -> None:
    for words in (("--lang", "ru", "add", "--help"), ("add", "--lang=ru", "--help")):
        told = upheld(*words, on="").out
        for text in ("Открыть", "С кем обращение", "Как вызывать:", "Ключи:", "[КЛЮЧИ]", "справку"):
            assert text in told
    assert "Открыть обращение." in upheld("--help", "--lang", "ru", on="").out
    assert "Usage:" in upheld("add", "--help", on="").out


@pytest.mark.usefixtures("russian")
def test_clicks_errors_are_in_the_language(upheld: Upheld) -> None:
    assert "Нет команды 'shw'" in upheld("--lang", "ru", "shw").err


@pytest.mark.usefixtures("russian")
def test_the_configured_language_comes_before_the_locale(
    upheld: Upheld, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    assert "Как вызывать:" in upheld("--help", on="").out
    config = home / "config" / "upheld" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('language = "en"\n')
    assert "Usage:" in upheld("--help", on="").out
    assert "Как вызывать:" in upheld("--help", "--lang", "ru", on="").out


def test_a_new_case_is_in_the_language_in_force(upheld: Upheld) -> None:
    facts = ("--company", "А", "--subject", "Б", "--problem", "other", "--json")
    assert upheld("add", *facts, "--lang", "ru").json["language"] == "ru"
    assert upheld("add", *facts).json["language"] == "en"


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("--lang ru list", "ru"),
        ("list --lang ru", "ru"),
        ("list --lang=ru", "ru"),
        ("--lang en list --lang ru", "ru"),
        ("--data --lang list", ""),
        ("letter 1 --lang ru", ""),
        ("--lang ru letter 1 --lang en", "ru"),
        ("list -- --lang ru", ""),
        ("--lang de list", ""),
        ("list --lang", ""),
    ],
)
def test_which_language_the_words_ask_for(words: str, language: str) -> None:
    assert asked_for(words.split()) == language


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C.UTF-8", "LC_MESSAGES": "ru"}, "ru"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_of_the_locale(environ: dict[str, str], language: str) -> None:
    assert of_locale(environ) == language


def _commands() -> list[click.Command]:
    top = root(Wording("en"))
    context = click.Context(top, info_name="upheld")
    found: list[click.Command] = [top]
    for name in VERBS:
        command = top.resolve_command(context, [name])[1]
        assert command is not None
        found.append(command)
        found += command.commands.values() if isinstance(command, click.Group) else []
    return found


def test_every_command_and_every_option_has_its_sentence() -> None:
    commands = _commands()
    assert len(commands) > len(VERBS)
    for command in commands:
        assert command.help, command.name
        for param in command.params:
            assert isinstance(param, click.Option | click.Argument)
            assert param.help, (command.name, param.name)


def test_every_verb_takes_the_shared_options_after_it() -> None:
    for command in _commands():
        if isinstance(command, Verb) and command.name not in ("demo", "completion"):
            assert "--json" in {name for param in command.params for name in param.opts}


def test_the_texts_of_click_are_those_of_this_click() -> None:
    source = "".join(
        " ".join(file.read_text("utf-8").split())
        for file in Path(click.__file__).parent.glob("*.py")
    )
    for text in click_texts.TEXTS:
        assert repr(text)[1:-1] in source, text
    for plural in click_texts.PLURALS:
        assert plural.text in source
        assert plural.many in source
