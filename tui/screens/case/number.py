"""Their number is asked for at the moment when it can still be had."""

from __future__ import annotations

from collections.abc import Mapping

from tui.cases.case import Case
from tui.cases.errors import BadInput
from tui.cases.numbers import gave_no_number
from tui.cases.words import Channel, EventKind
from tui.widgets.form import Form


def demand_number(form: Form, case: Case, kind: EventKind, values: Mapping[str, str]) -> None:
    """Raises BadInput where I had somebody there and neither a number nor a refusal is told."""
    channel = Channel(values["channel"]) if values.get("channel") else None
    told = bool(values["reference"].strip()) or values["reference_refused"] == "yes"
    if told or not gave_no_number(case, kind, channel):
        return
    form.entry("reference").focus()
    raise BadInput("Ask for their number while you have them, or say that they refused it.")
