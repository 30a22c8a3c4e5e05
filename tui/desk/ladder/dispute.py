"""The days from which my own time counts, and the other companies of a dispute, as typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from types import MappingProxyType

from tui.cases.errors import BadInput
from tui.cases.particulars import Known, Party
from tui.deadlines.calendars import WeekendsOnly
from tui.deadlines.rule import StartsOn
from tui.deadlines.typed import parse_day, spoken_day
from tui.playbooks.windows import TOLD
from tui.wording.wording import LANGUAGES, Wording

_PIECES = re.compile(r"[,;\n]")
_ROLE = re.compile(r"[a-z][a-z0-9_-]{0,39}")
_AFTER = re.compile(r"\s*[=:]\s*|\s+")  # between a name and what it names

# The other forms in which people write the days; the first ones are in `names`.
_ALSO = {
    StartsOn.DELIVERY: ("delivered", "вручение", "получение", "передача"),
    StartsOn.PURCHASE: ("bought",),
    StartsOn.PAYMENT: ("paid", "платёж"),
    StartsOn.BREACH: ("просрочка",),
    StartsOn.AGREEMENT: ("соглашение",),
    StartsOn.DUE_EVENT: ("due_event",),
    StartsOn.KNOWLEDGE: ("learned", "узнала"),
    StartsOn.EVENT: ("happened", "случай", "рейс"),
}
_DAYS = {
    StartsOn.EVENT: {"en": "event", "ru": "событие"},
    StartsOn.KNOWLEDGE: {"en": "knowledge", "ru": "узнал"},
    StartsOn.PURCHASE: {"en": "purchase", "ru": "покупка"},
    StartsOn.PAYMENT: {"en": "payment", "ru": "оплата"},
    StartsOn.DELIVERY: {"en": "delivery", "ru": "доставка"},
    StartsOn.STATEMENT: {"en": "statement", "ru": "выписка"},
    StartsOn.BREACH: {"en": "breach", "ru": "нарушение"},
    StartsOn.AGREEMENT: {"en": "agreement", "ru": "согласие"},
    StartsOn.DUE_EVENT: {"en": "due", "ru": "срок"},
}
# The roles of the ladders that ship, in a word.
_ROLES = {
    "bank": {"en": "bank", "ru": "банк"},
    "seller": {"en": "seller", "ru": "продавец"},
    "furnisher": {"en": "furnisher", "ru": "источник"},
}
_NO_TITLES: Mapping[str, Mapping[str, str]] = MappingProxyType({})


def dates_of(text: str, today: date) -> tuple[Known, ...]:
    """“delivery 20.11.2026, payment=2026-10-20”, or one a line; of each kind one day.

    The words in which the screens name these days are read, too. A day without a year is the
    latest such day. Raises BadInput for a word that names no such day, for what is no date, and
    for a day that lies ahead.
    """
    pieces = (piece.strip() for piece in _PIECES.split(_without_commas_in_names(text)))
    known = (_known(piece, today) for piece in pieces if piece)
    return tuple({one.kind: one for one in known}.values())


def _known(piece: str, today: date) -> Known:
    named = _named(piece, _day_names())
    if named is None:
        raise BadInput(
            "“{value}” names no day that counts. Write it as “{example}”; known: {known}.",
            value=_AFTER.split(piece, maxsplit=1)[0],
            example={"en": "delivery 2026-11-20", "ru": "доставка 20.11.2026"},
            known=_listed(_DAYS.values()),
            name="dates",
        )
    kind, day = named
    on = spoken_day(day, today, past=True) or parse_day(day, today, WeekendsOnly())
    if on > today:
        raise BadInput("{day} lies ahead: record it when it has happened.", day=on, name="dates")
    return Known(kind=StartsOn(kind), on=on)


@cache
def _day_names() -> Mapping[str, str]:
    """What these days are called, in a word or as the screens say it -> the kind."""
    names = {name: kind.value for kind, also in _ALSO.items() for name in also}
    for kind in TOLD:
        screens = (Wording(language).term(kind) for language in LANGUAGES)
        names |= dict.fromkeys((*_DAYS[kind].values(), *screens), kind.value)
    return {_plain(name): kind for name, kind in names.items()}


def _without_commas_in_names(text: str) -> str:
    """A screen calls one of these days “событие, на которое я жалуюсь”: in a word it has none."""
    for name, kind in _day_names().items():
        if "," in name:
            text = re.sub(re.escape(name), kind, text, flags=re.IGNORECASE)
    return text


def _named(piece: str, names: Mapping[str, str]) -> tuple[str, str] | None:
    """The name at the beginning, and what follows it; the longest name counts."""
    plain = _plain(piece)
    fitting = (n for n in names if plain.startswith(n) and _AFTER.match(piece, len(n)))
    name = max(fitting, key=len, default=None)
    if name is None:
        return None
    rest = piece[len(name) :]
    return names[name], _AFTER.sub("", rest, count=1).strip()


def _plain(text: str) -> str:
    """As it is compared: as long as it was."""
    return "".join("е" if letter in "ёЁ" else letter.lower()[:1] for letter in text)


def _listed(names: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """The names in each language, with commas."""
    told = tuple(names)
    return {language: ", ".join(name[language] for name in told) for language in LANGUAGES}


def dates_text(dates: tuple[Known, ...], language: str = "en") -> str:
    """The days as `dates_of` reads them, and as a person of that language writes them."""
    if language == "ru":
        names = {kind.value: name["ru"] for kind, name in _DAYS.items()}
        told = ((names.get(one.kind, one.kind), one.on) for one in dates)
        return ", ".join(f"{name} {on:%d.%m.}{on.year}" for name, on in told)
    return ", ".join(f"{known.kind}={known.on.isoformat()}" for known in dates)


def parties_of(
    text: str, titles: Mapping[str, Mapping[str, str]] = _NO_TITLES
) -> tuple[Party, ...]:
    """“bank Northbank”, “продавец=Вега”, or one a line. Raises BadInput for what is no role.

    `titles`: role -> title by language, of the ladder; a role may be called by its title.
    """
    pieces = (piece.strip() for piece in re.split(r"[;\n]", text))
    return tuple(_party(piece, titles) for piece in pieces if piece)


def _party(piece: str, titles: Mapping[str, Mapping[str, str]]) -> Party:
    called = {**_ROLES, **titles}
    names = {_plain(n): role for role, by in _ROLES.items() for n in by.values()}
    names |= {_plain(name): role for role, by in titles.items() for name in by.values()}
    named = _named(piece, names)
    role, _, company = _AFTER.sub(" ", piece, count=1).partition(" ")
    role, company = named or (role, company)
    if not _ROLE.fullmatch(role) or not company.strip():
        raise BadInput(
            "Write what the other company is in this dispute, then its name, as “{example}”, "
            "not “{value}”. Known: {known}.",
            value=piece,
            example={"en": "bank Northbank", "ru": "банк Северный"},
            known=_listed(_ROLES.get(role, by) for role, by in called.items()),
            name="parties",
        )
    return Party(role=role, company=company.strip())


def role_name(role: str, language: str) -> str:
    """What a role is called in a word, where it is one of the ladders that ship."""
    return _ROLES.get(role, {}).get(language, role)


def parties_text(parties: tuple[Party, ...], language: str = "en") -> str:
    """The companies as `parties_of` reads them."""
    if language == "ru":
        return "; ".join(f"{role_name(one.role, language)} {one.company}" for one in parties)
    return "; ".join(f"{party.role}={party.company}" for party in parties)
