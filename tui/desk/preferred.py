"""What can be set, for a person to read: each setting with its value and where that comes from."""

from __future__ import annotations

from dataclasses import dataclass

from tui.cases.errors import BadInput
from tui.cases.sentence import Sentence, say
from tui.desk.preferences import speaking
from tui.settings.config import Config, Settings
from tui.settings.reading import read


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting that is no table. `choices`: all its values as they are typed; none for a
    text. `at_start`: it is asked when Upheld is opened."""

    name: str
    title: Sentence
    about: Sentence
    choices: tuple[str, ...] = ()
    at_start: bool = False


SETTINGS = (
    Setting(
        "language",
        say("Language"),
        say("The language of screens and messages: en or ru. Empty: that of the system."),
        ("en", "ru"),
    ),
    Setting(
        "country",
        say("Country"),
        say("Where you are, for days off and law where a case names no country: RU, GB-SCT."),
    ),
    Setting(
        "mouse",
        say("Mouse"),
        say("Whether screens take the mouse; the terminal then selects no text by itself."),
        ("false", "true"),
        at_start=True,
    ),
    Setting(
        "look_every",
        say("Look every, seconds"),
        say("Seconds between looks at what other windows wrote: from 0.2 to 3600."),
        at_start=True,
    ),
)


@dataclass(frozen=True, slots=True)
class SettingView:
    """A setting as it stands. `value`, `default`: as they are typed in the file, without
    quotation marks. `line`: of the file; 0 where the file does not set it, or wrongly."""

    setting: Setting
    value: str
    default: str
    line: int


def settings_view(settings: Settings) -> tuple[SettingView, ...]:
    """All of them, in the order of the file that `upheld config` writes."""
    return tuple(_view(settings, setting) for setting in SETTINGS)


def _view(settings: Settings, setting: Setting) -> SettingView:
    name = setting.name
    wrong = {fault.name for fault in settings.faults}
    line = 0 if name in wrong else settings.line_of(name)
    return SettingView(
        setting, typed_form(getattr(settings.config, name)), default_of(setting), line
    )


def default_of(setting: Setting) -> str:
    """The value where nothing is set, as it is typed."""
    return typed_form(getattr(Config(), setting.name))


def typed_form(value: str | bool | float) -> str:
    """A value as a person types it: true, 1, RU."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)


def save_setting(settings: Settings, name: str, typed: str) -> None:
    """Keep one setting as it was typed. Raises BadInput for what it does not take, and where
    the file cannot be written."""
    setting = next((one for one in SETTINGS if one.name == name), None)
    if setting is None:
        known = tuple(one.name for one in SETTINGS)
        raise BadInput("There is no setting “{name}”. Settings: {known}.", name=name, known=known)
    value = _value(setting, typed.strip())
    with speaking():
        settings.save(name, value)


def _value(setting: Setting, typed: str) -> str | bool | float:
    """The value, checked as the file is read."""
    is_text = isinstance(getattr(Config(), setting.name), str)
    told = typed.replace("\\", "\\\\").replace('"', '\\"')
    text = f'{setting.name} = "{told}"' if is_text else f"{setting.name} = {typed}"
    try:
        config, faults = read(text)
    except ValueError:
        raise _cannot_be(setting, typed) from None
    if faults:
        raise _cannot_be(setting, typed)
    value: str | bool | float = getattr(config, setting.name)
    return value


def _cannot_be(setting: Setting, typed: str) -> BadInput:
    return BadInput("“{value}” cannot be. {about}", value=typed, about=setting.about)
