"""What is wrong in config.toml, without words: rooms that know sentences put it into them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field


class Wrong(StrEnum):
    """In which way a setting is wrong. The values of a fault are named beside each."""

    UNKNOWN = "unknown"  # nothing of this name can be set; near
    KIND = "kind"  # it is not what this setting takes
    NO_COMMAND = "no_command"  # no command has this id; near
    NO_KEY = "no_key"  # no key is called so; key
    NO_KEYS = "no_keys"  # a command has to have a key
    TAKEN = "taken"  # another command has this key; key, other
    CAPITAL = "capital"  # shift and a letter is the capital letter; key, instead
    SHIFT = "shift"  # most terminals send the key without shift; key
    SLOW = "slow"  # Alt is sent as Escape and the key: over a slow line they come apart; key
    SAME = "same"  # terminals send the same for another key; key, other
    NEVER = "never"  # most terminals cannot send it; key
    MULTIPLEXER = "multiplexer"  # tmux or screen keeps it for itself; key, other
    RESERVED = "reserved"  # it does something of its own in every terminal or field; key
    TEXT = "text"  # where this command works, letters are text; key


class Fault(Struct, frozen=True):
    """One setting that cannot be used, so that its default holds.

    `path`: where it stands, such as ("profile", "phone"). `line`: counted from 1; 0 where
    nobody looked for it yet. `values`: what the reason names, see `Wrong`.
    """

    path: tuple[str, ...]
    wrong: Wrong
    values: Mapping[str, str] = field(default_factory=dict)
    line: int = 0

    @property
    def name(self) -> str:
        """The setting as it is written: profile.phone."""
        return ".".join(self.path)
