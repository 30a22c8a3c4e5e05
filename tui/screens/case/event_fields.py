"""Which fields an event of each kind has, and how each is asked for."""

from __future__ import annotations

from tui.cases.case import I_WRITE
from tui.cases.numbers import is_postal
from tui.cases.words import Channel, EventKind, Outcome
from tui.desk.keeping.folders import completions
from tui.desk.ladder.money import MOST_CONTENT
from tui.screens.examples import example, examples_of
from tui.screens.options import date_hint, options, yes_no
from tui.widgets.form import FieldSpec
from tui.wording.wording import Wording

_WHEN = ("at",)
_LAST = (*_WHEN, "rule")  # few need a rule of their own: at the very end
_CONTACT = ("channel", "to")
_NUMBER = ("reference", "url")
_OR_REFUSED = ("reference", "reference_refused", "url")  # asked for while one has them
_THEIRS = ("channel", "agent", "text", *_OR_REFUSED, "promise", "next_contact")

# Which fields an event has, the ones asked for first at the top.
FIELDS: dict[EventKind, tuple[str, ...]] = {
    EventKind.SENT: (
        *(*_CONTACT, *_OR_REFUSED, "agent", "promise"),
        *("due", "text", "next_contact", *_LAST),
    ),
    EventKind.CALL: (
        *("reference", "reference_refused", "promise", "agent"),
        *("to", "text", "url", "next_contact", *_LAST),
    ),
    EventKind.ESCALATED: (
        *(*_CONTACT, *_OR_REFUSED, "agent", "promise"),
        *("due", "text", "next_contact", *_LAST),
    ),
    EventKind.RECEIVED: (*_THEIRS, "refund", *_LAST),
    EventKind.ANSWERED: (*_THEIRS, "refund", "final", *_LAST),
    EventKind.REFUSED: (*_THEIRS, "final", *_LAST),
    EventKind.ASKED: ("text", "due", "channel", "agent", *_NUMBER, *_LAST),
    EventKind.PROMISE: ("promise", "agent", "channel", "text", *_NUMBER, "next_contact", *_LAST),
    EventKind.EXTENDED: ("due", "channel", "agent", "text", *_WHEN),
    EventKind.DELIVERED: ("text", *_NUMBER, *_LAST),
    EventKind.UNDELIVERED: ("text", *_LAST),
    EventKind.REGISTERED: (*_NUMBER, "text", *_LAST),
    EventKind.PAUSED: ("text", *_WHEN),
    EventKind.RESUMED: ("text", *_WHEN),
    EventKind.EVIDENCE: ("file", "text", *_WHEN),
    EventKind.NOTE: ("text", "refund", "next_contact", *_LAST),
    EventKind.CLOSED: ("outcome", "refund", "satisfaction", "text", *_WHEN),
    EventKind.REOPENED: ("text", *_WHEN),
}  # fmt: skip

# Events in which nobody says anything to anybody.
_WITHOUT_WORDS = frozenset(
    {
        EventKind.NOTE, EventKind.EVIDENCE, EventKind.DELIVERED, EventKind.PAUSED,
        EventKind.RESUMED, EventKind.REOPENED, EventKind.UNDELIVERED,
    }
)  # fmt: skip


def event_specs(
    words: Wording,
    kind: EventKind,
    known: dict[str, str],
    rules: tuple[str, ...],
    parties: tuple[tuple[str, str], ...],
) -> dict[str, FieldSpec]:
    """Every field an event can have, by name. `known`: what is known of it before."""
    t, day = words.t, date_hint(words)
    money = example(words, examples_of(words, known.get("country", "")).amount)
    by_when = {
        EventKind.ASKED: t("They want it by"),
        EventKind.EXTENDED: t("Extended until"),
    }.get(kind, t("Answer wanted by"))
    channels = options(words, Channel, t("not said"))
    specs = (
        FieldSpec("channel", t("Channel"), known["channel"], options=channels),
        FieldSpec("to", t("To"), known["to"], hint=t("address, number, name")),
        reference_spec(words, kind, known["channel"]),
        FieldSpec("reference_refused", t("Refused to give it"), "no", options=yes_no(words)),
        FieldSpec("final", t("Their last word"), known["final"], options=yes_no(words)),
        FieldSpec("party", t("With whom"), known["party"], options=parties),
        FieldSpec("url", t("Tracking page"), hint="https://"),
        FieldSpec("promise", t("Promised date"), hint=day),
        FieldSpec("due", by_when, known["due"], hint=day),
        FieldSpec("next_contact", t("Not before"), hint=t("agreed: {day}", day=day)),
        FieldSpec("agent", t("Who it was"), hint=t("name of the person there")),
        _text_spec(words, kind),
        FieldSpec("file", t("File"), hint=t("path; it is copied in"), complete=completions),
        FieldSpec("outcome", t("Outcome"), options=options(words, Outcome, t("choose one"))),
        _refund_spec(words, known.get("back", ""), money),
        FieldSpec("satisfaction", t("How content"), options=_contentment(words)),
        FieldSpec("at", t("When"), hint=t("now; or 2026-11-22 14:05")),
        FieldSpec("rule", t("Rule"), hint=_rule_hint(words, kind), known=rules),
    )
    return {spec.name: spec for spec in specs}


def reference_spec(words: Wording, kind: EventKind, channel: str) -> FieldSpec:
    """Their number; of a letter by post the number of the letter, which they did not give."""
    by_post = Channel(channel) if channel else None
    if is_postal(kind, by_post):
        hint = words.t("of the registered letter, from the receipt")
        return FieldSpec("reference", words.t("Tracking number"), hint=hint)
    hint = words.t("ask for it while you have them")
    return FieldSpec("reference", words.t("Their number"), hint=hint)


def _refund_spec(words: Wording, back: str, example: str) -> FieldSpec:
    """The money that came with it; where some has come before, the rest and not the whole."""
    if not back:
        return FieldSpec("refund", words.t("Money back"), hint=example)
    hint = words.t("beside what is recorded: {back}", back=back)
    return FieldSpec("refund", words.t("More money back"), hint=hint)


def _text_spec(words: Wording, kind: EventKind) -> FieldSpec:
    """What was said, or why; later letters quote a short one of the former."""
    if kind is EventKind.CLOSED:
        return FieldSpec("text", words.t("What I learned"), lines=4, hint=words.t("for myself"))
    if kind in _WITHOUT_WORDS:
        return FieldSpec("text", words.t("Note"), lines=4, hint=words.t("for myself"))
    hint = words.t("one line: later letters quote it")
    return FieldSpec("text", words.t("What was said"), lines=4, hint=hint)


def _contentment(words: Wording) -> tuple[tuple[str, str], ...]:
    """1 to 5, each with what it means at the ends."""
    ends = {1: words.t("1, not at all"), MOST_CONTENT: words.t("5, wholly")}
    levels = range(1, MOST_CONTENT + 1)
    return (("", words.t("no mark")), *((f"{n}", ends.get(n, f"{n}")) for n in levels))


def _rule_hint(words: Wording, kind: EventKind) -> str:
    """What naming a rule does; what I send has the time of its step where none is named."""
    if kind in I_WRITE:
        return words.t("gives the date, as ru.zpp.22; empty: that of the step")
    return words.t("gives the date, as ru.zpp.22; empty: none")
