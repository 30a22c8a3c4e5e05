"""A playbook from TOML, with every field checked."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from tui.cases.errors import BadInput
from tui.cases.sentence import Sentence, say
from tui.cases.words import Channel
from tui.deadlines.period import parse_period
from tui.playbooks.steps import LANGUAGES, START, TRIGGERS, Playbook, Step

CERTAINTIES = ("A", "B", "C", "X", "practice")
_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_BOOK_FIELDS = frozenset({"id", "title", "step"})
_STEP_FIELDS = frozenset(Step.__dataclass_fields__)


def read_playbook(text: str, file: str) -> Playbook:
    """The playbook of a TOML text.

    Raises BadInput, which names `file`, the step and the field that is wrong.
    """
    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput("{file} is not TOML: {problem}.", file=file, problem=str(error)) from error
    table = _Table(plain, file)
    table.only(_BOOK_FIELDS)
    steps = tuple(_step(entry, file, place) for place, entry in enumerate(table.tables("step"), 1))
    _check_order(steps, file)
    return Playbook(id=table.id("id"), title=table.texts("title"), steps=steps)


def _step(plain: dict[str, Any], file: str, place: int) -> Step:
    name = plain.get("id")
    table = _Table(plain, file, name if isinstance(name, str) else str(place))
    table.only(_STEP_FIELDS)
    return Step(
        id=table.id("id"),
        title=table.texts("title"),
        addressee=table.texts("addressee"),
        opens_on=frozenset(table.names("opens_on", TRIGGERS)),
        after=table.strings("after"),
        answer_within=table.period("answer_within"),
        channels=tuple(Channel(name) for name in table.names("channels", tuple(Channel))),
        checklist=table.lists("checklist"),
        letter=table.id("letter"),
        certainty=table.one_of("certainty", CERTAINTIES),
    )


def _check_order(steps: tuple[Step, ...], file: str) -> None:
    """Each step leads on from lower ones, so that a ladder can be climbed and has no circle."""
    lower: list[str] = []
    for step in steps:
        table = _Table({}, file, step.id)
        if step.id in lower:
            raise table.wrong("id", say("two steps have this id"))
        if (START in step.opens_on) is not (not lower):
            raise table.wrong("opens_on", say("the first step, and no other, opens on “start”"))
        if bool(step.after) is not bool(lower):
            raise table.wrong("after", say("every step but the first comes after a lower one"))
        for name in step.after:
            if name not in lower:
                raise table.wrong("after", say("“{name}” is not a lower step", name=name))
        lower.append(step.id)


class _Table:
    """One table of the file. Knows where it stands, so that an error can say so."""

    def __init__(self, plain: dict[str, Any], file: str, step: str = "") -> None:
        self._plain = plain
        self._file = file
        self._step = step

    def wrong(self, field: str, problem: Sentence) -> BadInput:
        if self._step:
            return BadInput(
                "{file}, step “{step}”, field “{field}”: {problem}.",
                file=self._file,
                step=self._step,
                field=field,
                problem=problem,
            )
        return BadInput(
            "{file}, field “{field}”: {problem}.", file=self._file, field=field, problem=problem
        )

    def only(self, known: frozenset[str]) -> None:
        for field in self._plain:
            if field not in known:
                raise self.wrong(field, say("there is no such field"))

    def string(self, field: str) -> str:
        value = self._plain.get(field)
        if not isinstance(value, str):
            raise self.wrong(field, say("must be a text"))
        return value

    def id(self, field: str) -> str:
        value = self.string(field)
        if not _ID.fullmatch(value):
            raise self.wrong(field, say("must be small Latin letters, digits, - and _"))
        return value

    def one_of(self, field: str, allowed: tuple[str, ...]) -> str:
        value = self.string(field)
        if value not in allowed:
            raise self.wrong(field, say("must be one of: {allowed}", allowed=allowed))
        return value

    def period(self, field: str) -> str:
        value = self.string(field)
        try:
            return str(parse_period(value)) if value else ""
        except BadInput as error:
            problem = say("“{value}” is no period such as 10wd", value=value)
            raise self.wrong(field, problem) from error

    def strings(self, field: str) -> tuple[str, ...]:
        value = self._plain.get(field)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(field, say("must be a list of texts"))
        if len(set(value)) != len(value):
            raise self.wrong(field, say("names something twice"))
        return tuple(value)

    def names(self, field: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
        values = self.strings(field)
        if not values or not set(values) <= set(allowed):
            raise self.wrong(field, say("must be some of: {allowed}", allowed=allowed))
        return values

    def texts(self, field: str) -> dict[str, str]:
        table = self._languages(field)
        for language in LANGUAGES:
            if not table.string(f"{field}.{language}").strip():
                raise self.wrong(f"{field}.{language}", say("is empty"))
        return {language: table.string(f"{field}.{language}").strip() for language in LANGUAGES}

    def lists(self, field: str) -> dict[str, tuple[str, ...]]:
        table = self._languages(field)
        lists = {language: table.strings(f"{field}.{language}") for language in LANGUAGES}
        if not all(lists.values()) or len({len(items) for items in lists.values()}) > 1:
            raise self.wrong(field, say("must have the same items in every language"))
        return lists

    def tables(self, field: str) -> list[dict[str, Any]]:
        value = self._plain.get(field)
        listed = value if isinstance(value, list) else []
        if not listed or not all(isinstance(item, dict) for item in listed):
            raise self.wrong(field, say("must be at least one table"))
        return listed

    def _languages(self, field: str) -> _Table:
        value = self._plain.get(field)
        if not isinstance(value, dict) or set(value) != set(LANGUAGES):
            raise self.wrong(field, say("must have the languages {languages}", languages=LANGUAGES))
        plain = {f"{field}.{language}": text for language, text in value.items()}
        return _Table(plain, self._file, self._step)
