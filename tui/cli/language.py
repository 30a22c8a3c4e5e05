"""Which language the command line speaks, before it has read its options."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from tui.cli.session import Session
from tui.settings.config import ConfigUnusable, Settings
from tui.settings.paths import config_file
from tui.wording.wording import LANGUAGES, Wording

# After these verbs --lang is the language of the letter.
_OF_LETTER = frozenset({"letter", "check"})
_TAKES_VALUE = frozenset({"--data", "--on", "--lang"})


def speak(args: Sequence[str]) -> Session:
    """A session in the language of `args`, of config.toml, or of the environment."""
    settings = _settings()
    configured = settings.config.language if settings else ""
    return Session(Wording(asked_for(args) or configured or of_locale(os.environ)), settings)


def asked_for(args: Sequence[str]) -> str:
    """The language that `--lang` names; empty without one."""
    named = [text for text in _values_of_lang(args) if text in LANGUAGES]
    return named[-1] if named else ""


def of_locale(environ: Mapping[str, str]) -> str:
    """The language of messages by the locale, as POSIX orders its variables."""
    named = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, named), "")
    return "ru" if locale.lower().startswith("ru") else "en"


def _values_of_lang(args: Sequence[str]) -> Iterator[str]:
    verb = False
    words = iter(args)
    for word in words:
        if word == "--":
            return
        name, mark, value = word.partition("=")
        if name in _TAKES_VALUE:
            value = value if mark else next(words, "")
            if name == "--lang":
                yield value
        elif not verb and not word.startswith("-"):
            verb = True
            if word in _OF_LETTER:
                return


def _settings() -> Settings | None:
    """The configuration. Where it is unusable, the first verb that needs it will say so."""
    try:
        return Settings(config_file())
    except (ConfigUnusable, RuntimeError):
        return None
