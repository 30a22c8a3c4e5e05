"""`upheld doctor`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from tui.cases.errors import BadInput
from tui.cli.errors import NO, STORE
from tui.cli.session import Session
from tui.cli.verb import option, verb
from tui.settings.config import ConfigUnusable
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.store.care.patient import Finding
    from tui.store.doctor import Report
    from tui.store.repair import Outcome

_SEVERITIES = {"error": N_("error"), "warn": N_("warning"), "info": N_("hint")}


@verb("doctor", takes=("data", "lang", "json"))
@option(
    "--repair",
    is_flag=True,
    help=N_("Save what can be saved into a new book, and keep the damaged one."),
)
def doctor(session: Session, repair: bool) -> int:
    """Look whether the book and its folder are whole. The exit status is 1 if they are not.

    Own rules and playbooks that cannot be used, and ways of reminders that tell nobody, are told,
    too.
    """
    from tui.desk.keeping.doctoring import examined, repaired

    beside = _beside(session)
    if repair:
        outcome = repaired(session.folder, session.patience)
        _show(session, outcome.report, outcome, beside)
        return 0 if outcome.is_well and not beside else NO
    report = examined(session.folder, session.patience)
    _show(session, report, None, beside)
    if not report.is_readable:
        return STORE
    return 0 if report.is_well and not beside else NO


def _beside(session: Session) -> tuple[Finding, ...]:
    """What is wrong in own rules and playbooks; nothing where no configuration names them."""
    from tui.desk.keeping.doctoring import own_files_examined

    try:
        return own_files_examined(session.settings)
    except (ConfigUnusable, BadInput):
        return ()


def _show(
    session: Session, report: Report, outcome: Outcome | None, beside: tuple[Finding, ...]
) -> None:
    """`beside`: what is wrong in other files of the person's than the book."""
    findings = (*report.findings, *beside)
    if session.as_json:
        session.out.json({**_plain(session, report, outcome), "findings": _told(session, findings)})
        return
    if outcome is not None:
        session.out.lines(session.words.say(finding.text) for finding in outcome.done)
    for finding in (*(outcome.lost if outcome else ()), *findings):
        severity = session.words.t(_SEVERITIES[finding.severity])
        session.out.line(f"{severity}  {session.words.say(finding.text)}")
    if report.newest_copy:
        text = session.words.t("The copy of {day} is the newest.", day=report.newest_copy)
        session.out.line(text)
    if report.patient is not None:
        session.out.line(_summary(session, report, outcome))
    if outcome is None and report.is_mendable:
        session.out.line(session.words.t("To save what can be saved: upheld doctor --repair"))


def _summary(session: Session, report: Report, outcome: Outcome | None) -> str:
    words = session.words
    counts = {
        "cases": words.n("{count} case", "{count} cases", report.cases),
        "companies": words.n("{count} company", "{count} companies", report.companies),
        "files": words.n("{count} file of evidence", "{count} files of evidence", report.evidence),
    }
    if outcome.is_well if outcome else report.is_well:
        return words.t("{cases}, {companies}, {files}: all whole.", **counts)
    return words.t("Whole: {cases}, {companies}, {files}.", **counts)


def _plain(session: Session, report: Report, outcome: Outcome | None) -> dict[str, Any]:
    """`findings`: what is wrong, after `--repair` what still is."""
    document: dict[str, Any] = {"findings": _told(session, report.findings)}
    document |= {
        "repaired": _told(session, outcome.done if outcome else ()),
        "lost": _told(session, outcome.lost if outcome else ()),
        "kept": str(outcome.kept) if outcome and outcome.kept else None,
        "cases": report.cases,
        "companies": report.companies,
        "evidence": report.evidence,
        "newest_copy": report.newest_copy,
    }
    return document


def _told(session: Session, findings: Iterable[Finding]) -> Sequence[dict[str, Any]]:
    return [
        {
            "id": finding.id,
            "severity": finding.severity.value,
            "case": finding.case or None,
            "text": session.words.say(finding.text),
        }
        for finding in findings
    ]
