"""What I keep in config.toml: who I am, and my language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cases.errors import BadInput, NotFound
from tui.deadlines.typed import spoken_day
from tui.desk.office import Office
from tui.settings.config import Config, ConfigUnusable, Profile

if TYPE_CHECKING:
    from tui.cases.case import Case

_ID = re.compile(r"\w[\w-]{0,39}")
_MAIL = re.compile(r"[^\s@]+@[\w-]+(?:\.[\w-]+)+")
_FEWEST_DIGITS = 5  # of a phone; the shortest numbers of a town have so many
_DOTTED = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}")


def profile_of(office: Office, case: Case | None = None) -> Profile:
    """Who writes the letters of a case: the profile that it names, else the usual one.

    Raises NotFound where it names one that is not there: nobody else may sign instead.
    """
    office.settings.reread_profiles()  # another window may have changed it
    return require_profile(office.settings.config, case.profile if case else "")


def require_profile(config: Config, profile_id: str) -> Profile:
    """The profile of this id, or the usual one. Raises NotFound, which names those there are."""
    found = config.profile_of(profile_id)
    if found is None and not config.profiles:
        raise NotFound(
            "There is no profile but the plain one. To add “{name}”: "
            "upheld profile --as {name} name=…",
            name=profile_id,
        )
    if found is None:
        raise NotFound(
            "There is no profile “{name}”. There are: {known}. To add it: "
            "upheld profile --as {name} name=…",
            name=profile_id,
            known=tuple(config.profiles),
        )
    return found


def profiles(office: Office) -> dict[str, Profile]:
    """All profiles by id, the usual one first. The plain one, "", only where it says something
    or is the only one."""
    office.settings.reread_profiles()
    config = office.settings.config
    plain = {"": config.profile} if config.usual == "" or config.profile != Profile() else {}
    every = plain | config.profiles
    return {config.usual: every[config.usual]} | every


def checked_id(profile_id: str) -> str:
    """An id as it can stand in the file. Raises BadInput."""
    name = profile_id.strip().lower()
    if name and not _ID.fullmatch(name):
        raise BadInput(
            "“{name}” is no name for a profile: use letters, digits, - and _.", name=profile_id
        )
    return name


def checked(profile: Profile) -> Profile:
    """The profile with its date as it is kept, ISO. Raises BadInput for what is no date, and for
    an e-mail or a phone at which nobody can be reached."""
    if (mail := profile.email.strip()) and not _MAIL.search(mail):
        raise BadInput(
            "“{value}” is no whole e-mail address. Write it as anna@example.org.",
            value=mail,
            name="email",
        )
    if (phone := profile.phone.strip()) and sum(map(str.isdecimal, phone)) < _FEWEST_DIGITS:
        raise BadInput(
            "“{value}” is no whole phone number: it has too few digits.", value=phone, name="phone"
        )
    typed = profile.power_date.strip()
    day = _whole_day(typed) if typed else None
    if typed and day is None:
        raise BadInput(
            "“{value}” is not a date. Write 03.03.2026 or 2026-03-03.",
            value=profile.power_date,
            name="power_date",
        )
    return replace(profile, power_date=day.isoformat() if day else "")


def _whole_day(typed: str) -> date | None:
    """A day with its year: a power of attorney may be years old, so that none is added."""
    try:
        if _DOTTED.fullmatch(typed):
            return spoken_day(typed, date.min)
        return date.fromisoformat(typed)
    except (BadInput, ValueError):
        return None


def save_profile(
    office: Office, profile: Profile, profile_id: str = "", *, plain: bool = False
) -> None:
    """Keep who I am, under an id, as the usual one, or as the `plain` one. Raises BadInput, also
    where the file cannot be written."""
    with speaking():
        office.settings.save_profile(checked(profile), checked_id(profile_id), plain=plain)


def save_usual(office: Office, profile_id: str) -> None:
    """Make a profile the usual one. Raises NotFound, BadInput."""
    if profile_id:
        require_profile(office.settings.config, profile_id)
    with speaking():
        office.settings.save_usual(profile_id)


def remove_profile(office: Office, profile_id: str) -> None:
    """Take a profile away. Raises NotFound; BadInput while a case names it."""
    require_profile(office.settings.config, profile_id)
    using = tuple(f"#{case.id}" for case in office.store.all() if case.profile == profile_id)
    if using:
        raise BadInput(
            "The profile “{name}” writes for {cases}: give these another one first.",
            name=profile_id,
            cases=using,
        )
    with speaking():
        office.settings.remove_profile(profile_id)


def save_language(office: Office, language: str) -> None:
    """Keep the language of the screens. Raises BadInput where the file cannot be written."""
    with speaking():
        office.settings.save_language(language)


@contextmanager
def speaking() -> Iterator[None]:
    """The settings know no sentences."""
    try:
        yield
    except ConfigUnusable as error:
        raise BadInput(
            "{file} cannot be used: {reason}", file=str(error.file), reason=error.reason
        ) from error
