"""Colours. State is a word and a mark first; colour comes third."""

from textual.theme import Theme

DARK = Theme(
    name="upheld-dark",
    primary="#7aa2c8",
    secondary="#8a9199",
    accent="#d8b26e",
    foreground="#d4d7da",
    background="#14171a",
    surface="#14171a",
    panel="#1f2428",
    success="#8fb573",
    warning="#d8b26e",
    error="#e08070",
    dark=True,
    variables={
        "cursor": "#2a3b4d",
        "dim": "#8d959c",
        "block-cursor-text-style": "none",
        "input-cursor-text-style": "reverse",
    },
)
