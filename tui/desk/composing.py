"""Letters: the parts a person fills in, the letter as it will read, and what checks say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.advice.next_action import Action, next_action
from tui.cases.card import card_of
from tui.cases.case import I_WRITE, Case
from tui.cases.words import Answer, Channel, Part, Problem
from tui.deadlines.applying import work_out_rule
from tui.deadlines.arithmetic import work_out
from tui.deadlines.period import Period, Unit
from tui.desk.facts import FACT_OF_PART, as_text, changed
from tui.desk.office import Office
from tui.desk.opening import change
from tui.desk.overtaken import refuse_overwriting
from tui.wording.wording import Wording

# Letters and checks are loaded when one is written: `upheld today` needs neither.
if TYPE_CHECKING:
    from tui.advice.checks import Finding
    from tui.letters.letter import Letter, Sender


# Their time is over already: enough to look the matter up and say where it stands.
REMINDED_WITHIN = Period(3, Unit.WD)


@dataclass(frozen=True, slots=True)
class Draft:
    """Which letter is written: of which step, by which template, and where own words are kept.

    `key` is empty for the first letter of a case: its own words are the facts of the case.
    """

    step: str
    template: str
    key: str


@dataclass(frozen=True, slots=True)
class Composition:
    """A letter in the making: the person's own words by part, the letter, the findings."""

    case: Case
    draft: Draft
    own: dict[Part, str]
    letter: Letter
    findings: tuple[Finding, ...]
    answer_by: date | None


def compose(
    office: Office,
    case: Case,
    step: str = "",
    own: Mapping[Part, str] | None = None,
    language: str = "",
    channel: Channel | None = None,
    problem: Problem | None = None,
) -> Composition:
    """The letter of a step, with `own` words not yet saved in place of the saved ones.

    The checks leave out what `channel` has no place for.
    """
    from tui.desk.checking import check_composed

    draft = draft_of(office, case, step)
    if own is not None:
        case = with_own(case, draft, own)
    letter = letter_of(office, case, draft, language)
    public = office.playbook(case).step(draft.step).is_public
    findings = check_composed(office, case, letter, channel, problem, public=public)
    by = answer_by(office, case, draft)
    return Composition(case, draft, own_words(case, draft), letter, findings, by)


def draft_of(office: Office, case: Case, step: str = "") -> Draft:
    """What is to be written next on a step; on the one where the case stands if none is named.

    On a step already taken it is a reminder, or the answer to what they asked for. Each of
    these keeps own words of its own, so that the last one never shows through.
    """
    playbook = office.playbook(case)
    step = step or _step_to_write(office, case)
    template = playbook.step(step).letter
    if step in case.taken:
        template = "reply" if case.last_answer is Answer.ASKED else "reminder"
        written = sum(event.kind in I_WRITE for event in case.timeline)
        return Draft(step, template, f"{step}.{template}.{written}")
    return Draft(step, template, "" if step == playbook.steps[0].id else step)


def _step_to_write(office: Office, case: Case) -> str:
    """The step to climb to if that is the next action, else the one where the case stands."""
    following = next_action(card_of(case), office.playbook(case), office.today(case))
    climbs = following.action is Action.ESCALATE
    return following.step if climbs and following.step else office.step(case)


def own_words(case: Case, draft: Draft) -> dict[Part, str]:
    """The person's own words by part."""
    if not draft.key:
        return {part: as_text(case, fact) for part, fact in FACT_OF_PART.items()}
    return {part: case.letters.get(draft.key, {}).get(part, "") for part in Part}


def with_own(case: Case, draft: Draft, own: Mapping[Part, str]) -> Case:
    """The case with these own words. An empty subject of a first letter stays as it was."""
    if not draft.key:
        facts = {FACT_OF_PART[part]: text for part, text in own.items()}
        if not facts.get("subject", "").strip():
            facts.pop("subject", None)
        return changed(case, facts)
    words = {**case.letters.get(draft.key, {}), **{part.value: own[part] for part in own}}
    kept = {part: text for part, text in words.items() if text.strip()}
    letters = {**case.letters, draft.key: kept}
    return replace(case, letters={key: parts for key, parts in letters.items() if parts})


def save(
    office: Office,
    case_id: int,
    step: str,
    own: Mapping[Part, str],
    seen: Mapping[Part, str] | None = None,
) -> Case:
    """Keep the person's own words of these parts.

    With `seen`, what stood there before: a part that another window changed meanwhile is
    not overwritten (Overtaken, nothing is changed).
    """
    with office.store.writing(change(office, "compose", case_id, step)) as book:
        case = book.case(case_id)
        draft = draft_of(office, case, step)
        refuse_overwriting(f"#{case_id}", own, seen or {}, own_words(case, draft))
        return book.put(with_own(case, draft, own))


def letter_of(office: Office, case: Case, draft: Draft, language: str = "") -> Letter:
    """The letter in the language of the case, or another."""
    from tui.letters.write import write_letter

    return write_letter(
        case,
        sender_of(office),
        draft.template,
        Wording(language or case.language),
        today=office.today(case),
        answer_by=answer_by(office, case, draft),
        company=office.store.company(case.company),
        step=draft.key,
    )


def answer_by(office: Office, case: Case, draft: Draft) -> date | None:
    """Until when they would have to answer if the letter went out today."""
    playbook = office.playbook(case)
    today, clocks = office.today(case), office.clocks(case)
    if draft.template == "reminder":
        return work_out(today, REMINDED_WITHIN, clocks.here).due
    terms = clocks.of_step(playbook.id, playbook.step(draft.step), today)
    if terms is None or terms.rule.period.unit.is_clock:
        return None
    return work_out_rule(terms, today).due


def sender_of(office: Office) -> Sender:
    """Who I am in letters."""
    from tui.letters.letter import Sender

    mine = office.settings.config.profile
    return Sender(mine.name, mine.email, mine.phone, mine.address, mine.hours)


def is_climb(office: Office, case: Case, step: str) -> bool:
    """Whether taking `step` is more than writing again on the step where the case stands."""
    return step != office.step(case)
