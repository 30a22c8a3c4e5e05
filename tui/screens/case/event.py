"""Record: the second step. One event, with the fields that its kind has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from msgspec.structs import replace
from textual import on

from tui.cases.case import I_WRITE
from tui.cases.event import Event
from tui.cases.words import Answer, Channel, EventKind
from tui.commands import Command
from tui.deadlines.rule import Rule
from tui.desk.cases.recording import Happening
from tui.desk.keeping.folders import expanded
from tui.desk.ladder.outside import BODY, COMPANY
from tui.desk.letters.wish import Wish
from tui.screens.case.asked_again import Recording, came_back
from tui.screens.case.event_fields import FIELDS, event_specs, reference_spec
from tui.screens.case.number import demand_number
from tui.screens.case.with_whom import (
    WITH_SOMEBODY,
    address_of,
    company_of,
    parties_of,
    usual_channel,
)
from tui.screens.context import Context
from tui.screens.form_page import FormPage
from tui.screens.ladder.rules import startable
from tui.widgets.choice import Choice
from tui.widgets.field import TextField
from tui.widgets.form import FieldSpec
from tui.widgets.path_field import PathField
from tui.wording.rule_text import rule_row

LAST_WORD = "final"  # what may be told of a refusal in place of an answer


class EventScreen(Recording):
    """What happened, on which channel, their number, their promise."""

    KEYS: ClassVar[tuple[str, ...]] = (*FormPage.KEYS, "choose_rule", "offers")

    def __init__(  # noqa: PLR0913 - each is from another way to this form
        self,
        context: Context,
        case_id: int,
        kind: str,
        answer: str = "",
        channel: str = "",
        step: str = "",
        due: str = "",
        override: str = "",
        *,
        letter: str = "",
        party: str = "",
        told: Mapping[str, str] | None = None,
    ) -> None:
        """`letter`: its text as it goes out; `party`: with whom it is. `told`: what fields hold at
        first, where the kind of event has them."""
        super().__init__(context, case_id)
        self._told = {**({"party": party} if party else {}), **(told or {})}
        self._case = self.desk.case(case_id)
        self._kind = EventKind(kind)
        self._company = company_of(self.desk, self._case)
        self._is_final = answer == LAST_WORD
        answer = "" if self._is_final else answer
        self._fixed = {"answer": answer, "step": step, "override": override, "letter": letter}
        self._due = due
        self._rules: dict[str, Rule] = {}
        self._channel = channel or self._told.get("channel", "") or usual_channel(self._case)
        self._is_known = False  # the file: the case has it already

    @property
    def draft_key(self) -> str:
        return f"event-{self._case.uid}-{self._kind}"

    def fields(self) -> tuple[FieldSpec, ...]:
        to = self._address(self._channel)
        party = self._case.party or (BODY if self.desk.body(self._case.id) else COMPANY)
        known = {"channel": self._channel, "to": to, "due": self._due, "party": party}
        known["country"] = self._case.country or self.desk.country
        known["back"] = came_back(self.desk, self.words, self._case.id)
        known["final"] = "yes" if self._is_final else "no"
        if self._carries_rule:
            answer = self._fixed["answer"]
            like_this = Event(
                at=self.desk.moment(), kind=self._kind, answer=Answer(answer) if answer else None
            )
            self._rules = startable(self.desk, like_this)
        parties = parties_of(self.desk, self.words, self._case)
        specs = event_specs(self.words, self._kind, known, tuple(self._rules), parties)
        names = FIELDS[self._kind]
        if parties and self._kind in WITH_SOMEBODY:
            names = ("party", *names)
        return tuple(
            replace(specs[name], value=self._told.get(name, specs[name].value)) for name in names
        )

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

    def action_offers(self) -> None:
        """What stands in the text, which may have been pasted."""
        text = self.form.values.get("text", "")
        self.go("offers", case_id=self._case.id, text=text, choose=self._take_offer)

    def _take_offer(self, field: str, value: str) -> None:
        if field in self.form.values:
            self.form.fill({field: value})
        else:
            self.tell(self.words.t("This form has no field for it: {value}", value=value))

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
        if answer := self._answer:
            what = self.words.t("{what}: {answer}", what=what, answer=answer)
        self.title_is(self.words.t("#{id} Record: {what}", id=self._case.id, what=what))

    @property
    def _answer(self) -> str:
        """Which answer it records, where the kind of event does not tell."""
        if self._is_final:
            return self.words.t("their last word")
        answer = self._fixed["answer"]
        return self.words.term(Answer(answer)) if answer else ""

    def save(self, values: dict[str, str]) -> bool:
        file = values.pop("file", "").strip()
        files = (expanded(file),) if file else ()
        if "reference_refused" in values:
            demand_number(self.form, self._case, self._kind, values)
        judges = int(self._told.get("judges", "0"))
        happening = Happening(self._kind, {**values, **self._fixed}, files, judges=judges)
        case = self.recorded(self._case.id, happening)
        self._is_known = bool(files) and len(case.evidence) == len(self._case.evidence)
        return True

    @property
    def saved(self) -> str:
        why = self.desk.does_not_count(self._case.id) if self._kind in I_WRITE else None
        also = [self.words.say(why)] if why else []
        if self._is_known:
            also.append(self.words.t("What was here already is not taken twice."))
        return " ".join((self.where_it_stands(self._case.id), *also))

    def leave(self) -> None:
        self.home()

    @on(Choice.Changed, "#f-channel")
    def _other_channel(self, event: Choice.Changed) -> None:
        """The address follows the channel, unless the person has typed one."""
        before, self._channel = self._address(self._channel), event.value
        if "reference" in self.form.values:
            number = reference_spec(self.words, self._kind, self._channel)
            self.form.call(number.name, number.label, number.hint)
        field = self.query_one_optional("#f-to", TextField)
        if field is not None and field.value == before:
            field.value = self._address(self._channel)

    def _address(self, channel: str) -> str:
        """Theirs on this channel; of a climb that of whoever the step goes to."""
        if self._kind is EventKind.ESCALATED and channel:
            wish = Wish(self._fixed["step"])
            return self.desk.addressee(self._case.id, Channel(channel), wish)[1]
        return address_of(self._company, channel)
