"""Record: the second step. One event, with the fields that its kind has."""

from __future__ import annotations

from typing import ClassVar

from textual import on

from tui.cases.case import I_WRITE, Case
from tui.cases.company import Company, name_key
from tui.cases.event import Event
from tui.cases.words import Answer, Channel, EventKind, Outcome
from tui.commands import Command
from tui.deadlines.rule import Rule
from tui.desk.climbing import COMPANY
from tui.desk.folders import completions, expanded
from tui.desk.recording import Happening
from tui.screens.context import Context
from tui.screens.form_page import FormPage
from tui.screens.options import date_hint, options, yes_no
from tui.screens.rules import startable
from tui.terminal.clean import clean_line
from tui.widgets.field import Choice, TextField
from tui.widgets.form import FieldSpec
from tui.widgets.path_field import PathField
from tui.wording.rule_text import rule_row
from tui.wording.wording import Wording

_WHEN = ("at",)
_LAST = (*_WHEN, "rule")  # few need a rule of their own: at the very end
_CONTACT = ("channel", "to")
_NUMBER = ("reference", "url")
_THEIRS = ("channel", "agent", "text", *_NUMBER, "promise", "next_contact")

# Which fields an event has, the ones asked for first at the top.
FIELDS: dict[EventKind, tuple[str, ...]] = {
    EventKind.SENT: (*_CONTACT, *_NUMBER, "promise", "due", "text", "next_contact", *_LAST),
    EventKind.CALL: (
        *("reference", "reference_refused", "promise", "agent"),
        *("to", "text", "url", "next_contact", *_LAST),
    ),
    EventKind.ESCALATED: (*_CONTACT, *_NUMBER, "promise", "due", "text", "next_contact", *_LAST),
    EventKind.RECEIVED: (*_THEIRS, *_LAST),
    EventKind.ANSWERED: (*_THEIRS, "final", *_LAST),
    EventKind.REFUSED: (*_THEIRS, "final", *_LAST),
    EventKind.ASKED: ("text", "due", "channel", "agent", *_NUMBER, *_LAST),
    EventKind.PROMISE: ("promise", "agent", "channel", "text", *_NUMBER, "next_contact", *_LAST),
    EventKind.EXTENDED: ("due", "channel", "agent", "text", *_WHEN),
    EventKind.DELIVERED: ("text", *_NUMBER, *_LAST),
    EventKind.REGISTERED: (*_NUMBER, "text", *_LAST),
    EventKind.PAUSED: ("text", *_WHEN),
    EventKind.RESUMED: ("text", *_WHEN),
    EventKind.EVIDENCE: ("file", "text", *_WHEN),
    EventKind.NOTE: ("text", "next_contact", *_LAST),
    EventKind.CLOSED: ("outcome", "text", *_WHEN),
    EventKind.REOPENED: ("text", *_WHEN),
}  # fmt: skip

# Events that are with one of several, where a climb is with whoever its step goes to.
_WITH_SOMEBODY = frozenset(EventKind) - {
    EventKind.ESCALATED, EventKind.NOTE, EventKind.EVIDENCE, EventKind.CLOSED, EventKind.REOPENED,
}  # fmt: skip

# Events in which nobody says anything to anybody.
_WITHOUT_WORDS = frozenset(
    {
        EventKind.NOTE, EventKind.EVIDENCE, EventKind.DELIVERED, EventKind.PAUSED,
        EventKind.RESUMED, EventKind.CLOSED, EventKind.REOPENED,
    }
)  # fmt: skip


class EventScreen(FormPage):
    """What happened, on which channel, their number, their promise."""

    KEYS: ClassVar[tuple[str, ...]] = (*FormPage.KEYS, "choose_rule")

    def __init__(
        self,
        context: Context,
        case_id: int,
        kind: str,
        answer: str = "",
        channel: str = "",
        step: str = "",
        due: str = "",
        override: str = "",
    ) -> None:
        super().__init__(context, case_id)
        self._case = self.desk.case(case_id)
        self._kind = EventKind(kind)
        self._company = next(
            (c for c in self.desk.companies() if name_key(c.name) == name_key(self._case.company)),
            None,
        )
        self._fixed = {"answer": answer, "step": step, "override": override}
        self._due = due
        self._rules: dict[str, Rule] = {}
        self._channel = channel or _usual_channel(self._case)

    @property
    def draft_key(self) -> str:
        return f"event-{self._case.uid}-{self._kind}"

    def fields(self) -> tuple[FieldSpec, ...]:
        to = self._address(self._channel)
        party = self._case.party or COMPANY
        known = {"channel": self._channel, "to": to, "due": self._due, "party": party}
        if self._carries_rule:
            answer = self._fixed["answer"]
            like_this = Event(
                at=self.desk.moment(), kind=self._kind, answer=Answer(answer) if answer else None
            )
            self._rules = startable(self.desk, like_this)
        specs = _specs(self.words, self._kind, known, tuple(self._rules), self._parties)
        names = FIELDS[self._kind]
        if self._parties and self._kind in _WITH_SOMEBODY:
            names = ("party", *names)
        return tuple(specs[name] for name in names)

    @property
    def _parties(self) -> tuple[tuple[str, str], ...]:
        """With whom it may have been, where the dispute is with several."""
        roles = self.desk.parties(self._case.id)
        if not roles:
            return ()
        others = ((role, titles[self.words.language]) for role, titles in roles.items())
        return ((COMPANY, clean_line(self._case.company)), *others)

    @property
    def _carries_rule(self) -> bool:
        return "rule" in FIELDS[self._kind]

    @property
    def commands(self) -> tuple[Command, ...]:
        return tuple(c for c in super().commands if self._carries_rule or c.id != "choose_rule")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where no rule can be named, the key to choose one does nothing."""
        return action != "choose_rule" or self._carries_rule

    def action_choose_rule(self) -> None:
        self.go("rules", choose=self._take_rule, among=tuple(self._rules))

    def _take_rule(self, rule_id: str) -> None:
        self.form.fill({"rule": rule_id})
        self.form.focus_field("rule")
        self._name_rule(rule_id)

    @on(PathField.Offered)
    def _paths_offered(self, event: PathField.Offered) -> None:
        self.tell("  ".join(event.names))

    @on(TextField.Changed, "#f-rule")
    def _rule_typed(self, event: TextField.Changed) -> None:
        if event.input.has_focus:
            self._name_rule(event.value.strip())

    def _name_rule(self, rule_id: str) -> None:
        """What the id stands for is said as soon as it is one."""
        rule = self._rules.get(rule_id)
        self.tell(", ".join(rule_row(self.words, rule, self.desk.day())) if rule else "")

    def reload(self) -> None:
        what = self.words.term(self._kind)
        self.title_is(self.words.t("#{id} Record: {what}", id=self._case.id, what=what))

    def save(self, values: dict[str, str]) -> bool:
        file = values.pop("file", "").strip()
        files = (expanded(file),) if file else ()
        happening = Happening(self._kind, {**values, **self._fixed}, files)
        self.desk.record(self._case.id, happening)
        return True

    def leave(self) -> None:
        self.home()

    @on(Choice.Changed, "#f-channel")
    def _other_channel(self, event: Choice.Changed) -> None:
        """The address follows the channel, unless the person has typed one."""
        before, self._channel = self._address(self._channel), event.value
        field = self.query_one_optional("#f-to", TextField)
        if field is not None and field.value == before:
            field.value = self._address(self._channel)

    def _address(self, channel: str) -> str:
        """Theirs on this channel; of a climb that of whoever the step goes to."""
        if self._kind is EventKind.ESCALATED and channel:
            of = (self._case.id, Channel(channel), self._fixed["step"])
            return self.desk.addressee(*of)[1]
        return _address(self._company, channel)


def _usual_channel(case: Case) -> str:
    contact = case.last_contact
    return contact.channel.value if contact and contact.channel else ""


def _address(company: Company | None, channel: str) -> str:
    if company is None or not channel:
        return ""
    return next((p.address for p in company.points(Channel(channel))), "")


def _specs(
    words: Wording,
    kind: EventKind,
    known: dict[str, str],
    rules: tuple[str, ...],
    parties: tuple[tuple[str, str], ...],
) -> dict[str, FieldSpec]:
    """Every field an event can have, by name. `known`: what is known of it before."""
    t, day = words.t, date_hint(words)
    by_when = {
        EventKind.ASKED: t("They want it by"),
        EventKind.EXTENDED: t("Extended until"),
    }.get(kind, t("I asked to answer by"))
    channels = options(words, Channel, t("not said"))
    specs = (
        FieldSpec("channel", t("Channel"), known["channel"], options=channels),
        FieldSpec("to", t("To"), known["to"], hint=t("address, number, name")),
        FieldSpec("reference", t("Their number"), hint=t("ask for it while you have them")),
        FieldSpec("reference_refused", t("Refused to give it"), "no", options=yes_no(words)),
        FieldSpec("final", t("Their last word"), "no", options=yes_no(words)),
        FieldSpec("party", t("With whom"), known["party"], options=parties),
        FieldSpec("url", t("Tracking page"), hint="https://"),
        FieldSpec("promise", t("Promised date"), hint=day),
        FieldSpec("due", by_when, known["due"], hint=day),
        FieldSpec("next_contact", t("Not before"), hint=t("agreed next contact: {day}", day=day)),
        FieldSpec("agent", t("Who it was"), hint=t("name of the person there")),
        _text_spec(words, kind),
        FieldSpec("file", t("File"), hint=t("path; it is copied in"), complete=completions),
        FieldSpec("outcome", t("Outcome"), options=options(words, Outcome, t("choose one"))),
        FieldSpec("at", t("When"), hint=t("now; or 2026-11-22 14:05")),
        FieldSpec("rule", t("Rule"), hint=_rule_hint(words, kind), known=rules),
    )
    return {spec.name: spec for spec in specs}


def _text_spec(words: Wording, kind: EventKind) -> FieldSpec:
    """What was said, or why; later letters quote a short one of the former."""
    if kind in _WITHOUT_WORDS:
        return FieldSpec("text", words.t("Note"), lines=4, hint=words.t("for myself"))
    hint = words.t("one line: later letters quote it")
    return FieldSpec("text", words.t("What was said"), lines=4, hint=hint)


def _rule_hint(words: Wording, kind: EventKind) -> str:
    """What naming a rule does; what I send has the time of its step where none is named."""
    if kind in I_WRITE:
        return words.t("gives the date, as ru.zpp.22; empty: that of the step")
    return words.t("gives the date, as ru.zpp.22; empty: none")
