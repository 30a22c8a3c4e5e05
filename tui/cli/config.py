"""`upheld config`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap

from tui.cli.files import assignments
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.desk.keeping.config_faults import faults_said
from tui.desk.keeping.settings import SETTINGS, Setting, default_of, save_setting, settings_view
from tui.desk.reminders.way_faults import way_faults
from tui.wording.mark import N_
from tui.wording.wording import Wording

_WIDTH = 96  # columns of a comment


@verb("config", takes=("lang", "json"), says_faults=False)
@argument(
    "facts",
    metavar=N_("[NAME=VALUE]..."),
    nargs=-1,
    help=N_(
        "Settings to change in config.toml: language, country, mouse, theme, drawing, detail,"
        " order, look_every."
    ),
)
@option("--check", is_flag=True, help=N_("Only say what is wrong in config.toml."))
def config(session: Session, facts: Sequence[str], check: bool) -> int:
    """What can be set, with its defaults, as a config.toml with comments."""
    for name, typed in assignments(facts).items():
        save_setting(session.settings, name, typed)
    said = (*faults_said(session.settings, with_keys=True), *way_faults(session.settings))
    faults = [session.words.say(one) for one in said]
    if session.as_json:
        session.out.json(_document(session, faults))
    elif not check and not facts:
        session.out.lines(commented(session.words))
    for fault in () if session.as_json else faults:
        (session.out.line if check else session.out.note)(fault)
    return int(check and bool(faults))


def _document(session: Session, faults: Sequence[str]) -> dict[str, object]:
    settings = [
        {
            "name": view.setting.name,
            "value": view.value,
            "default": view.default,
            "line": view.line,
        }
        for view in settings_view(session.settings)
    ]
    return {"file": str(session.settings.file), "settings": settings, "faults": list(faults)}


def commented(words: Wording) -> Iterator[str]:
    """A config.toml in which everything is a comment: each setting with its default."""
    t = words.t
    yield from _comment(
        t("Settings of Upheld: take the # away before what you set. What is wrong has its default.")
    )
    yield ""
    for setting in SETTINGS:
        yield from _setting(words, setting)
    yield from _comment(t("Who you are in letters. Easier: upheld profile name=…"))
    yield from _profile()
    yield from _mail(words)
    yield from _comment(
        t("Filters of the board: a digit brings its own back, the others get those that are left.")
    )
    yield from ("# [filters]", '# 1 = "is:late"', "")
    yield from _comment(
        t("Other keys, by the command; several stand in brackets: [\"C\", \"f5\"]. Letters, digits,"
          " signs, f1 to f12 and ctrl with a letter; on the Russian layout the same places work.")
    )  # fmt: skip
    yield "# [keys]"
    yield from _keys(words)


def _setting(words: Wording, setting: Setting) -> Iterator[str]:
    yield from _comment(words.say(setting.about))
    default = default_of(setting)
    is_bare = setting.choices == ("false", "true") or default.replace(".", "").isdigit()
    yield f"# {setting.name} = " + (default if is_bare else f'"{default}"')
    yield ""


def _profile() -> Iterator[str]:
    from msgspec.structs import asdict

    from tui.settings.config import Profile

    yield "# [profile]"
    for name in asdict(Profile()):
        yield f'# {name} = ""'
    yield ""


def _mail(words: Wording) -> Iterator[str]:
    from tui.cli.config_mail import tables

    for about, lines in tables(words):
        yield from _comment(about)
        yield from (f"# {line}" for line in lines)
        yield ""


def _keys(words: Wording) -> Iterator[str]:
    from tui.cli.keys import typed_keys
    from tui.commands import COMMANDS

    for command in COMMANDS:
        keys = [f"'{key}'" if key == '"' else f'"{key}"' for key in typed_keys(command)]
        told = keys[0] if len(keys) == 1 else f"[{', '.join(keys)}]"
        yield f"# {command.id} = {told}  # {words.t(command.help)}"


def _comment(text: str) -> Iterator[str]:
    return (f"## {line}" for line in wrap(text, _WIDTH))
