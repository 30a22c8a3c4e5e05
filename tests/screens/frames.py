"""The screen as text, as a person sees it without colour."""

from __future__ import annotations

from textual.app import App


def frame(app: App[None]) -> str:
    """The lines of the screen, without spaces at their ends."""
    strips = app.screen._compositor.render_strips()
    lines = ("".join(segment.text for segment in strip).rstrip() for strip in strips)
    return "\n".join(lines)
