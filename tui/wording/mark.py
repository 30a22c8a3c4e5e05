"""Marks a text for the catalogue where it is not looked up on the spot."""


def N_(text: str) -> str:  # noqa: N802 - the name that gettext users expect
    return text
