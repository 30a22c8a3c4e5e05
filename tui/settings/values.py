"""What can be set, as values."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from tui.settings.mail_values import MailSettings
from tui.settings.notify_values import NotifySettings

_LENGTHS = r"^[, ]*([1-9][0-9]{0,2}(d|wd|w|m)([, ]+|$))*$"  # 1d 3wd, 2w


class Profile(msgspec.Struct, frozen=True):
    """Who I am in letters.

    `signature` stands under them instead of the name, and may have several lines.
    `represented`: for whom I write, by a power of attorney with its number, its date
    ("2026-03-03") and who certified it; empty where I write for myself.
    """

    name: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    hours: str = ""
    signature: str = ""
    represented: str = ""
    represented_address: str = ""
    power_number: str = ""
    power_date: str = ""
    power_by: str = ""


class Config(msgspec.Struct, frozen=True):
    """What can be set. `country` is where I am, such as "RU" or "GB-SCT".

    `look_every`: seconds between looks at what other windows wrote. `profile` is the only one
    of most people; `profiles` are further ones by their id, of which `default_profile` may
    name the usual one. `keys`: other keys than usual, by the id of the command. `filters`:
    queries by a name, or by the digit that brings them back on the board. `drawing`: whether lines
    and marks are drawn in ASCII, though the terminal may know more. `detail`: whether a wide board
    shows the case under the cursor beside it. `order`: of the cards on the board.
    `snooze`: for how long cases are put off, offered beside a day that is typed. `mail`: how
    letters go out by e-mail, and where replies come from. `notify`: how reminders are told.
    """

    language: Annotated[str, msgspec.Meta(pattern="^(en|ru)?$")] = ""
    country: str = ""
    mouse: bool = False
    profile: Profile = Profile()
    profiles: dict[str, Profile] = {}
    default_profile: str = ""
    look_every: Annotated[float, msgspec.Meta(ge=0.2, le=3600)] = 1.0
    theme: Literal["auto", "dark", "light", "contrast", "terminal"] = "auto"
    drawing: Literal["auto", "ascii"] = "auto"
    detail: bool = True
    snooze: Annotated[str, msgspec.Meta(pattern=_LENGTHS)] = "1d 3d 1w 2w"
    order: Literal["due", "urgency"] = "due"
    keys: dict[str, str | list[str]] = {}
    filters: dict[str, str] = {}
    mail: MailSettings = MailSettings()
    notify: NotifySettings = NotifySettings()

    @property
    def usual(self) -> str:
        """The id of the usual profile; empty for the plain one.

        Where the plain one is empty, the first of the others is the usual one.
        """
        if self.default_profile in self.profiles:
            return self.default_profile
        plain = self.profile != Profile() or not self.profiles
        return "" if plain else next(iter(self.profiles))

    def profile_of(self, profile_id: str = "") -> Profile | None:
        """The profile of this id, or the usual one; None where there is none of this id."""
        wanted = profile_id or self.usual
        return self.profiles.get(wanted) if wanted else self.profile


AS_USUAL = Config()  # where nothing is set
