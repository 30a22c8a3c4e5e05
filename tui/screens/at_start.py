"""What is said once, when Upheld is opened."""

from __future__ import annotations

from tui.desk.keeping.config_faults import faults_in_brief
from tui.desk.ladder.faulty_ladders import ladders_in_brief
from tui.screens.context import Context
from tui.wording.wording import Wording

_SAID = "said at start"


def said_at_start(context: Context, words: Wording) -> str:
    """What is wrong in config.toml and in playbooks of the person's own.

    Empty the second time it is asked.
    """
    if _SAID in context.kept:
        return ""
    context.kept[_SAID] = "yes"
    brief = (
        faults_in_brief(context.desk.config_faults()),
        ladders_in_brief(context.desk.playbook_faults()),
    )
    return " ".join(words.say(wrong) for wrong in brief if wrong)
