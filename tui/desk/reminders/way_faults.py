"""Ways of reminders that are set, and by which nobody can be told on this machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

from tui.cases.sentence import Sentence, say
from tui.desk.keeping.config_faults import short_name
from tui.desk.reminders.ways import PROGRAMS
from tui.settings.config import Settings


def way_faults(settings: Settings) -> tuple[Sentence, ...]:
    """What each of them lacks, with file and line."""
    place = {
        "file": short_name(settings.file),
        "line": str(settings.line_of("notify", "ways")),
    }
    return tuple(say("{file}, line {line}: {what}", what=what, **place)
                 for what in _lacking(settings))  # fmt: skip


def _lacking(settings: Settings) -> Iterator[Sentence]:
    notify = settings.config.notify
    for way in notify.ways:
        program = next(iter(notify.command), "") if way == "command" else PROGRAMS.get(way)
        if program == "":
            yield say("notify.ways names command, but notify.command names no program.")
        elif program and not shutil.which(program):
            yield say("notify.ways names {way}, but {program} is not installed here: nobody is "
                      "told so.", way=way, program=program)  # fmt: skip
