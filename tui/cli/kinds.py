"""Kinds of arguments and options: how they are read, and how a shell completes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from tui.cases.errors import BadInput, UpheldError
from tui.cases.words import Stage
from tui.cli.session import Session
from tui.settings.config import ConfigUnusable
from tui.terminal.clean import clean_line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_LONGEST = 9  # digits of the number of a case
Items: TypeAlias = "list[CompletionItem[str]]"
Param: TypeAlias = "click.Parameter | None"
Ctx: TypeAlias = "click.Context | None"


class CaseId(click.ParamType[Any]):
    """The number of a case: 12 or #12; where a file is possible too, else its name."""

    name = "id"

    def __init__(self, *, or_file: bool = False) -> None:
        self._or_file = or_file

    def convert(self, value: Any, param: Param, ctx: Ctx) -> int | str:
        digits = str(value).strip().removeprefix("#")
        if digits.isascii() and digits.isdigit() and len(digits) <= _LONGEST:
            return int(digits)
        if self._or_file:
            return str(value)
        raise BadInput("“{value}” is not the number of a case. See: upheld list", value=str(value))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
        found = _quietly(ctx, lambda session: _cases(session, incomplete.removeprefix("#")))
        return found or ([_item(incomplete, "", "file")] if self._or_file else [])


class Word(click.ParamType[Any]):
    """A word of a closed vocabulary."""

    def __init__(self, kind: type[StrEnum]) -> None:
        self.kind = kind
        self.name = kind.__name__.lower()

    def convert(self, value: Any, param: Param, ctx: Ctx) -> StrEnum:
        from tui.desk.cases.facts import word_of  # only where a word was given

        return word_of(self.kind, str(value), self._place(param))

    def _place(self, param: Param) -> str:
        """Where it was given: the option, or the name of the argument as the help writes it."""
        if isinstance(param, click.Option):
            return param.opts[0]
        return (param.metavar if param else None) or self.name.upper()

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
        def find(session: Session) -> Items:
            return _starting([(word, session.words.term(word)) for word in self.kind], incomplete)

        return _quietly(ctx, find)


class StepId(click.ParamType[Any]):
    """A step of the ladder of the case that the line names."""

    name = "step"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
        def find(session: Session) -> Items:
            # An option without its value yet keeps click from reading the arguments.
            case_id = ctx.params.get("case_id") or CaseId().convert(ctx.args[0], None, None)
            return _starting(_steps(session, int(case_id)), incomplete)

        return _quietly(ctx, find)


class LetterId(click.ParamType[Any]):
    """A kind of letter."""

    name = "letter"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
        return _quietly(ctx, lambda session: _starting(_letters(session), incomplete))


class RuleId(click.ParamType[Any]):
    """A rule by which dates may be worked out."""

    name = "rule"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> Items:
        return _quietly(ctx, lambda session: _starting(_rules(session), incomplete))


def _rules(session: Session) -> list[tuple[str, str]]:
    language, known = session.words.language, session.desk.lawbook().rules
    return [(rule.id, rule.titles.get(language, "")) for rule in known if rule.is_on]


def _letters(session: Session) -> list[tuple[str, str]]:
    language, known = session.words.language, session.desk.all_letter_kinds()
    return [(kind.id, kind.title[language]) for kind in known]


def _cases(session: Session, start: str) -> Items:
    """Cases by number, the newest first; the closed ones once a digit is typed."""
    cards = [view.card for view in reversed(session.desk.listed())]
    return [
        _item(card.id, f"{card.company}: {card.subject}")
        for card in cards
        if str(card.id).startswith(start) and (start or card.stage is not Stage.CLOSED)
    ]


def _steps(session: Session, case_id: int) -> list[tuple[str, str]]:
    rungs, language = session.desk.ladder(case_id), session.words.language
    return [(rung.step.id, rung.step.title.get(language, "")) for rung in rungs]


def _starting(known: Iterable[tuple[str, str]], start: str) -> Items:
    return [_item(value, about) for value, about in known if value.startswith(start)]


def _item(value: object, about: str, kind: str = "plain") -> CompletionItem[str]:
    from click.shell_completion import CompletionItem  # only a shell needs it

    return CompletionItem(str(value), type=kind, help=clean_line(about))


def _quietly(ctx: click.Context, find: Callable[[Session], Items]) -> Items:
    """Nothing to offer is better than an error in the middle of a line being typed."""
    session = ctx.find_object(Session)
    if session is None:
        return []
    for command in (ctx.parent, ctx):
        if command:
            session.take({name: command.params.get(name) for name in ("data", "on")})
    try:
        return find(session)
    except (UpheldError, ConfigUnusable, IndexError, OSError):
        return []
