"""The companies a person deals with."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec.structs import replace

from tui.cases.company import Company, ContactPoint, name_key
from tui.cases.errors import BadInput, NotFound
from tui.cases.words import Channel
from tui.desk.cases import facts
from tui.desk.cases.overtaken import refuse_overwriting
from tui.desk.office import Office
from tui.desk.opening import change

_READERS: dict[str, Callable[[str], str]] = {
    "country": facts.country_of,
    "timezone": facts.zone_of,
    "hours": str.strip,
    "website": str.strip,
    "note": str.strip,
}
FIELDS = tuple(_READERS)
POINTS = "contact_points"

# The longest name first: “in person” is not “in”, and “эл. почта” is two words.
_CHANNEL_FIRST = re.compile(
    r"(?:{})[.:]*(?!\S)".format(
        "|".join(
            name.replace(" ", r"[-_.\s]+")
            for name in sorted(facts.CHANNEL_NAMES, key=len, reverse=True)
        )
    ),
    re.IGNORECASE,
)


def company(office: Office, name: str) -> Company:
    """A company by its name. Raises NotFound, which names the nearest ones."""
    known = office.store.company(name)
    if known is None:
        near = nearest(office, name)
        if near:
            raise NotFound(
                "There is no company “{name}”. Did you mean: {near}?", name=name, near=near
            )
        raise NotFound("There is no company “{name}”.", name=name)
    return known


def nearest(office: Office, name: str) -> tuple[str, ...]:
    """Companies with nearly the same name."""
    from difflib import get_close_matches  # slow to load

    names = {name_key(c.name): c.name for c in office.store.companies()}
    return tuple(names[key] for key in get_close_matches(name_key(name), names, n=3, cutoff=0.75))


def save(
    office: Office,
    name: str,
    texts: Mapping[str, str],
    points: str | None = None,
    seen: Mapping[str, str] | None = None,
) -> Company:
    """Add a company or change its facts. `points`: one contact point a line, see `points_of`.

    With `seen`, what stood there before: another window's change of the same field is not
    overwritten (Overtaken, nothing is changed).
    """
    unknown = next((field for field in texts if field not in FIELDS), None)
    if unknown:
        raise BadInput("There is no field “{name}”. Fields: {fields}.", name=unknown, fields=FIELDS)
    if not name.strip():
        raise BadInput("A company needs a name.")
    known = " ".join(name.split())
    with office.store.writing(change(office, "company", detail=known)) as book:
        saved = book.company(known) or Company(name=known)
        meant = texts if points is None else {**texts, POINTS: points}
        refuse_overwriting(saved.name, meant, seen or {}, as_texts(saved))
        saved = replace(saved, **{f: _READERS[f](text) for f, text in texts.items()})
        if points is not None:
            saved = replace(saved, contact_points=points_of(points))
        return book.put_company(saved)


def as_texts(company: Company) -> dict[str, str]:
    """What can be changed of a company, as a person types it."""
    facts_of = {name: str(getattr(company, name)) for name in FIELDS}
    return {**facts_of, POINTS: points_text(company)}


def add_point(
    office: Office, name: str, channel: Channel, address: str, note: str = "", instead: str = ""
) -> Company:
    """Add one way to reach a company, or put it in the place of the address `instead`.

    Raises BadInput where that one is not known.
    """
    point = ContactPoint(channel=channel, address=address.strip(), note=note.strip())
    if not point.address:
        raise BadInput("Say the address: a number, a mailbox, a page.")
    with office.store.writing(change(office, "company", detail=name)) as book:
        before = book.company(name) or company(office, name)
        return book.put_company(replace(before, contact_points=_with(before, point, instead)))


def _with(before: Company, point: ContactPoint, instead: str) -> tuple[ContactPoint, ...]:
    """At the end; what is put in the place of another stands where that stood."""
    same = (point.channel, point.address)
    others = [p for p in before.contact_points if (p.channel, p.address) != same]
    if not instead:
        return (*others, point)
    known = [(p.channel, p.address) for p in others]
    if (place := (point.channel, instead.strip())) not in known:
        raise BadInput(
            "{name} has no such address there: {address}. See: upheld companies show",
            name=before.name,
            address=instead,
        )
    others[known.index(place)] = point
    return tuple(others)


def points_of(text: str) -> tuple[ContactPoint, ...]:
    """One contact point a line: `phone +7 900 000-00-00 # around the clock`.

    The channel is named as `facts.word_of` reads it; the longest name at the start counts.
    """
    return tuple(_point(line) for line in text.splitlines() if line.strip())


def _point(line: str) -> ContactPoint:
    named = _CHANNEL_FIRST.match(typed := line.strip())
    channel = named[0] if named else typed.partition(" ")[0]
    rest = typed[len(channel) :]
    address, _, note = rest.partition(" # ")
    if not address.strip():
        raise BadInput("“{line}” names no address. Write: phone +44 20 7946 0000", line=line)
    return ContactPoint(
        channel=facts.word_of(Channel, channel, "channel"),
        address=address.strip(),
        note=note.strip(),
    )


def points_text(company: Company) -> str:
    """The contact points as `points_of` reads them."""
    lines = (
        f"{p.channel} {p.address}" + (f" # {p.note}" if p.note else "")
        for p in company.contact_points
    )
    return "\n".join(" ".join(line.split()) for line in lines)
