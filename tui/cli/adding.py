"""`upheld add`: open a case, or several from a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from tui.cases.errors import BadInput, NotFound
from tui.cases.record import to_plain
from tui.cases.words import Problem, Urgency
from tui.cli.files import read_file, with_input
from tui.cli.kinds import Word
from tui.cli.saying import gaps_line, next_line, same_lines
from tui.cli.session import Session
from tui.cli.verb import Run, option, verb
from tui.wording.mark import N_
from tui.wording.wording import LANGUAGES

if TYPE_CHECKING:
    from tui.cases.case import Case


class Fact(NamedTuple):
    """An option of `add` and the fact of the case that it fills."""

    option: str
    fact: str
    metavar: str
    help: str
    kind: click.ParamType[Any] | None = None


_FACTS = (
    Fact("--company", "company", N_("NAME"), N_("Whom the case is with.")),
    Fact("--subject", "subject", N_("TEXT"), N_("The case in one line.")),
    Fact("--problem", "problem", N_("KIND"), N_("What kind of problem it is."), Word(Problem)),
    Fact("--urgency", "urgency", N_("KIND"), N_("How fast the harm grows."), Word(Urgency)),
    Fact("--amount", "amount", N_("AMOUNT"), N_("The money it is about: “12490.50 RUB”.")),
    Fact("--details", "details", N_("TEXT"), N_("The problem in detail; - reads it.")),
    Fact("--done", "done_already", N_("TEXT"), N_("What I have done already; - reads it.")),
    Fact("--result", "expected_result", N_("TEXT"), N_("What I expect of them; - reads it.")),
    Fact("--introduction", "introduction", N_("TEXT"), N_("Greeting and who I am, in my words.")),
    Fact("--enclosures", "enclosures", N_("TEXT"), N_("What I enclose, in my words.")),
    Fact("--contacts", "contacts", N_("TEXT"), N_("How to reach me, in my words.")),
    Fact("--language", "language", "ru|en", N_("The language of the letters."),
         click.Choice(LANGUAGES)),
    Fact("--country", "country", N_("CODE"), N_("Whose working days count: RU, GB-SCT, DE-BY.")),
    Fact("--timezone", "timezone", N_("ZONE"), N_("Where the company is: Europe/Moscow.")),
    Fact("--dates", "dates", N_("DAYS"),
         N_("Days from which my time counts: “delivery=2026-11-20, payment=2026-11-02”.")),
    Fact("--parties", "parties", N_("WHO"), N_("Others in the dispute: “bank=Northbank”.")),
    Fact("--playbook", "playbook", N_("ID"), N_("The ladder to climb, if they refuse.")),
)  # fmt: skip


def _fact_options(run: Run) -> Run:
    for fact in reversed(_FACTS):
        run = option(fact.option, fact.fact, metavar=fact.metavar, help=fact.help, type=fact.kind)(
            run
        )
    return run


@verb("add")
@_fact_options
@option("--formal", is_flag=True, help=N_("It has to be on record: a formal complaint."))
@option(
    "--identifier",
    metavar=N_("KIND=NUMBER"),
    multiple=True,
    help=N_("A number they know it by: order=4821-77. May be given again."),
)
@option(
    "--tag", metavar=N_("WORD"), multiple=True, help=N_("A word to find it by; again for more.")
)
@option(
    "--json-file",
    metavar=N_("FILE"),
    type=click.Path(dir_okay=False, allow_dash=True),
    help=N_(
        "Take one case or a list of cases from a JSON file; - reads it. A case is "
        '{"company": "…", "subject": "…", "problem": "refund"}; more fields as '
        "upheld show ID --json names them."
    ),
)
def add(
    session: Session,
    formal: bool,
    identifier: Sequence[str],
    tag: Sequence[str],
    json_file: str | None,
    **facts: str | None,
) -> int:
    """Open a case. What is not given can be filled in later."""
    texts = {name: text for name, text in facts.items() if text is not None}
    texts |= _identifiers(identifier)
    texts |= {"formal": "yes"} if formal else {}
    texts |= {"tags": " ".join(tag)} if tag else {}
    if json_file is None:
        return _add_one(session, with_input(texts))
    if texts:
        raise BadInput("Give --json-file, or the facts one by one, not both.")
    return _add_from(session, json_file)


def _identifiers(given: Sequence[str]) -> dict[str, str]:
    """Numbers of a kind one by one, those without a kind as one text."""
    without = [text for text in given if "=" not in text]
    texts = {"identifiers": "\n".join(without)} if without else {}
    for text in given:
        kind, mark, value = text.partition("=")
        if mark:
            texts[f"identifier.{kind.strip()}"] = value
    return texts


def _with_option(error: BadInput, texts: Mapping[str, str]) -> BadInput:
    """Where a fact is missing: the option that gives it, and what it takes."""
    name = error.sentence.values.get("name")
    missing = (fact for fact in _FACTS if fact.fact == name and not texts.get(fact.fact))
    fact = next(missing, None)
    if fact is None:
        return error
    kinds = "|".join(fact.kind.kind) if isinstance(fact.kind, Word) else "…"
    return BadInput("{fault} Here: {option}", fault=error.sentence, option=f"{fact.option} {kinds}")


def _add_one(session: Session, texts: dict[str, str]) -> int:
    try:
        draft = session.desk.draft(texts)
    except BadInput as error:
        raise _with_option(error, texts) from error
    remarks = list(_remarks(session, draft))  # before the book knows the case
    (case,) = session.desk.open_cases([draft])
    if session.as_json:
        session.out.json(to_plain(case))
    else:
        session.out.line(_opened(session, case))
        session.out.lines(filter(None, (gaps_line(session, case), next_line(session, case.id))))
    for remark in remarks:
        session.out.note(remark)
    for remark in _ladders(session, case):
        session.out.note(remark)
    session.out.note(_channel(session, case))
    return 0


def _add_from(session: Session, name: str) -> int:
    from tui.desk.cases.exchange import read_json

    document = read_json(read_file(name), name)
    drafts = session.desk.cases_of_json(document)
    same = [session.desk.duplicates(draft) for draft in drafts]  # before the book knows them
    cases = session.desk.open_cases(drafts)
    if session.as_json:
        plain = [to_plain(case) for case in cases]
        session.out.json(plain if isinstance(document, list) else plain[0])
    else:
        session.out.lines(_opened(session, case) for case in cases)
    for case, found in zip(cases, same, strict=True):
        for line in same_lines(session, found):
            session.out.note(f"#{case.id}: {line}")
    return 0


def _opened(session: Session, case: Case) -> str:
    return session.words.t(
        "#{id} {company}: {subject}. {stage}.",
        id=case.id,
        company=case.company,
        subject=case.subject,
        stage=case.stage,
    )


def _remarks(session: Session, draft: Case) -> Iterator[str]:
    """What a person should know before the case goes on."""
    words, desk = session.words, session.desk
    try:
        desk.company(draft.company)
    except NotFound:
        yield words.t("{company} is new and was added to the companies.", company=draft.company)
        near = desk.nearest_companies(draft.company)
        if near:
            yield words.t("Nearly the same name is known: {names}.", names=near)
    yield from same_lines(session, desk.duplicates(draft))


def _ladders(session: Session, case: Case) -> Iterator[str]:
    """Which ladders fit, where none was chosen."""
    from tui.desk.office import GENERAL

    fit, _ = session.desk.ladders(case.id)
    if fit and case.playbook == GENERAL:
        yield session.words.t(
            "Ladders that fit: {ids}. To choose one: upheld edit {id} playbook=LADDER",
            ids=tuple(one.id for one in fit),
            id=case.id,
        )


def _channel(session: Session, case: Case) -> str:
    best = session.desk.advise_case(case.id)[0]
    reason = session.words.say(best.reasons[0]) if best.reasons else ""
    return session.words.t("Best channel: {channel}. {reason}", channel=best.channel, reason=reason)
