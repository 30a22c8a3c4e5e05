"""A case whose letter can go out to a server of this machine."""

from __future__ import annotations

import stat
from pathlib import Path

from cli_ran import Upheld
from smtp_peers import USER

HERE = '[mail.smtp]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\n'


def made_ready(upheld: Upheld, address: str = "help@severmart.example") -> Upheld:
    """Case 1, whose company has an address; Anna has one too."""
    upheld("profile", "name=Anna Petrova", f"email={USER}")
    upheld("companies", "point", "Severmart", "email", address)
    upheld("edit", "1", "expected_result=Refund £124.90 to my card by 15 December 2026.")
    return upheld


def configured(home: Path, text: str) -> None:
    """More of config.toml."""
    file = home / "config" / "upheld" / "config.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text((file.read_text() if file.exists() else "") + "\n" + text)


def says(home: Path, password: str) -> str:
    """A command that prints a password."""
    file = home / "password"
    file.write_text(f"#!/bin/sh\nprintf '%s\\nmore\\n' '{password}'\n")
    file.chmod(stat.S_IRWXU)
    return str(file)
