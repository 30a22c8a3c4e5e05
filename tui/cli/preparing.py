"""`upheld prepare`: what to have at hand before a request goes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tui.cli.kinds import CaseId
from tui.cli.saying import in_language
from tui.cli.session import Session
from tui.cli.verb import argument, verb
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.advice.preparation.preparation_list import Item, Preparation

_SIGNS = {"done": "+", "seems": "?", "missing": "-"}


@verb("prepare")
@argument("case_id", metavar="ID", type=CaseId(), help=N_("The number of the case."))
def prepare(session: Session, case_id: int) -> int:
    """What to have at hand for a case. The exit status is 1 if something indispensable lacks."""
    listed = session.desk.preparation(case_id)
    if session.as_json:
        session.out.json(_plain(session, listed))
    else:
        session.out.lines(_lines(session, listed))
    return 1 if listed.gaps else 0


def _lines(session: Session, listed: Preparation) -> Iterator[str]:
    words = session.words
    yield in_language(listed.title, words.language)
    for item in listed.items:
        yield f"{_sign(item)} {words.say(item.sentence)}"
        if item.state == "missing":
            yield f"    {in_language(item.mend, words.language)}"
    yield words.t("What can be asked for:")
    for result in listed.results:
        yield f"  {result}"
    if listed.gaps:
        yield words.n("{count} gap", "{count} gaps", listed.gaps)


def _sign(item: Item) -> str:
    """A gap has a sign of its own: without it nothing should go out."""
    return "!" if item.required and item.state == "missing" else _SIGNS[item.state]


def _plain(session: Session, listed: Preparation) -> dict[str, Any]:
    words = session.words
    return {
        "kind": listed.kind,
        "title": in_language(listed.title, words.language),
        "gaps": listed.gaps,
        "items": [
            {
                "id": item.id,
                "what": item.what,
                "name": in_language(item.name, words.language),
                "state": item.state,
                "required": item.required,
                "sentence": words.say(item.sentence),
                "mend": in_language(item.mend, words.language),
            }
            for item in listed.items
        ],
        "results": listed.results,
    }
