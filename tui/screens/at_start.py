"""What is said once, when Upheld is opened."""

from __future__ import annotations

from tui.desk.config_faults import faults_in_brief
from tui.screens.context import Context
from tui.widgets.labels import label
from tui.wording.wording import Wording

_SAID = "said at start"


def said_at_start(context: Context, words: Wording) -> tuple[str, bool]:
    """What is wrong in config.toml, or the offer of the tour; and whether it is something wrong.

    Empty the second time it is asked.
    """
    if _SAID in context.kept:
        return "", False
    context.kept[_SAID] = "yes"
    wrong = faults_in_brief(context.desk.config_faults())
    if wrong:
        return words.say(wrong), True
    if not context.demo:
        return "", False
    key = label(context.desk.commands["tour"])
    return words.t(
        "New here? {key}: a tour of five minutes, with the keys to press.", key=key
    ), False
