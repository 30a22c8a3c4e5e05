"""What can be set, for a person to read: each setting with its value and where that comes from."""

from __future__ import annotations

from msgspec import Struct

from tui.cases.errors import BadInput
from tui.cases.sentence import Sentence, say
from tui.desk.cases.facts import country_of
from tui.desk.keeping.preferences import speaking
from tui.settings.config import Config, Settings
from tui.settings.reading import read


class Setting(Struct, frozen=True):
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
    Setting(
        "theme",
        say("Theme"),
        say(
            "Colours: auto, dark, light, contrast, or terminal for its own. Auto is light where the"
            " terminal says so in COLORFGBG. With few colours or none, all are the terminal's own."
        ),
        ("auto", "dark", "light", "contrast", "terminal"),
    ),
    Setting(
        "drawing",
        say("Drawing"),
        say("Lines, arrows and marks: auto, or ascii where the terminal shows others wrongly."),
        ("auto", "ascii"),
        at_start=True,
    ),
    Setting(
        "detail",
        say("Case beside the board"),
        say("Whether a board of 120 columns or more shows the case under the cursor beside it."),
        ("false", "true"),
    ),
    Setting(
        "snooze",
        say("Snooze for"),
        say("For how long a case is put off, to choose from: 1d 3d 1w 2w; also 2wd, 1m."),
    ),
    Setting(
        "order",
        say("Order of the board"),
        say("What stands first in a column: due, by its date; urgency, by points that say why."),
        ("due", "urgency"),
    ),
)


class SettingView(Struct, frozen=True):
    """A setting as it stands. `value`, `default`: as they are typed in the file, without
    quotation marks. `line`: of the file; 0 where the file does not set it, or wrongly.
    `wrong`: the line that sets it wrongly, so that the default holds; 0 for none."""

    setting: Setting
    value: str
    default: str
    line: int
    wrong: int = 0


def settings_view(settings: Settings) -> tuple[SettingView, ...]:
    """All of them, in the order of the file that `upheld config` writes."""
    return tuple(_view(settings, setting) for setting in SETTINGS)


def _view(settings: Settings, setting: Setting) -> SettingView:
    name = setting.name
    wrong = {fault.name: fault.line for fault in settings.faults}.get(name, 0)
    line = 0 if wrong else settings.line_of(name)
    value = typed_form(getattr(settings.config, name))
    return SettingView(setting, value, default_of(setting), line, wrong)


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
        settings.change(name, value)


def take_back(settings: Settings) -> Sentence:
    """Take back the last change of a setting in this run; which that was, and what it is again.
    Raises BadInput where there is none."""
    if not settings.past:
        raise BadInput("No setting was changed since Upheld was opened.")
    with speaking():
        name = settings.take_back()
    (view,) = (one for one in settings_view(settings) if one.setting.name == name)
    return say(
        "Taken back. {title}: {value}",
        title=view.setting.title,
        value=view.value or say("not set"),
    )


def next_value(settings: Settings, name: str) -> str:
    """Keep the next of the values that a setting can have; which that is."""
    (setting,) = (one for one in SETTINGS if one.name == name)
    now = setting.choices.index(typed_form(getattr(settings.config, name)))
    value = setting.choices[(now + 1) % len(setting.choices)]
    save_setting(settings, name, value)
    return value


def _value(setting: Setting, typed: str) -> str | bool | float:
    """The value, checked as the file is read."""
    is_text = isinstance(getattr(Config(), setting.name), str)
    if setting.name == "country" and typed:
        typed = country_of(typed)  # raises BadInput
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
    if not setting.choices:
        return BadInput("“{value}” cannot be. {about}", value=typed, about=setting.about)
    return BadInput(
        "“{value}” cannot be. Write one of: {known}.", value=typed, known=setting.choices
    )
