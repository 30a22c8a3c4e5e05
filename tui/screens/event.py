"""Record: the second step. One event, with the fields that its kind has."""

from __future__ import annotations

from typing import ClassVar

from textual import on

from tui.cases.case import Case
from tui.cases.company import Company, name_key
from tui.cases.event import Event
from tui.cases.words import Answer, Channel, EventKind
from tui.commands import Command
from tui.deadlines.rule import Rule
from tui.desk.folders import expanded
from tui.desk.outside import BODY, COMPANY
from tui.desk.recording import Happening
from tui.screens.context import Context
from tui.screens.event_fields import FIELDS, event_specs
from tui.screens.form_page import FormPage
from tui.screens.number import demand_number
from tui.screens.rules import startable
from tui.terminal.clean import clean_line
from tui.widgets.choice import Choice
from tui.widgets.field import TextField
from tui.widgets.form import FieldSpec
from tui.widgets.path_field import PathField
from tui.wording.rule_text import rule_row

# Events that are with one of several, where a climb is with whoever its step goes to.
_WITH_SOMEBODY = frozenset(EventKind) - {
    EventKind.ESCALATED, EventKind.NOTE, EventKind.EVIDENCE, EventKind.CLOSED, EventKind.REOPENED,
}  # fmt: skip


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
        self._is_known = False  # the file: the case has it already

    @property
    def draft_key(self) -> str:
        return f"event-{self._case.uid}-{self._kind}"

    def fields(self) -> tuple[FieldSpec, ...]:
        to = self._address(self._channel)
        party = self._case.party or (BODY if self.desk.body(self._case.id) else COMPANY)
        known = {"channel": self._channel, "to": to, "due": self._due, "party": party}
        if self._carries_rule:
            answer = self._fixed["answer"]
            like_this = Event(
                at=self.desk.moment(), kind=self._kind, answer=Answer(answer) if answer else None
            )
            self._rules = startable(self.desk, like_this)
        specs = event_specs(self.words, self._kind, known, tuple(self._rules), self._parties)
        names = FIELDS[self._kind]
        if self._parties and self._kind in _WITH_SOMEBODY:
            names = ("party", *names)
        return tuple(specs[name] for name in names)

    @property
    def _parties(self) -> tuple[tuple[str, str], ...]:
        """With whom it may have been, where there are several."""
        language = self.words.language
        roles, body = self.desk.parties(self._case.id), self.desk.body(self._case.id)
        others = [(role, titles[language]) for role, titles in roles.items()]
        if body:
            others.append((BODY, body[language]))
        return ((COMPANY, clean_line(self._case.company)), *others) if others else ()

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
        if "reference_refused" in values:
            demand_number(self.form, self._case, self._kind, values)
        happening = Happening(self._kind, {**values, **self._fixed}, files)
        case = self.desk.record(self._case.id, happening)
        self._is_known = bool(files) and len(case.evidence) == len(self._case.evidence)
        return True

    @property
    def saved(self) -> str:
        again = self.words.t("What was here already is not taken twice.")
        return f"{super().saved} {again}" if self._is_known else super().saved

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
