"""Taking out of a text what tells of any person: me, whom I represent, third people.

Stricter than `public`: rather a word too much is taken out than a number too few. A name that
nothing announces cannot be known: whoever hands a text on has to read it first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from tui.cases.case import Case
from tui.cases.name_forms import is_month, name_pattern
from tui.letters.letter import Sender
from tui.letters.public import (
    TAKEN_OUT,
    agent_words,
    company_pattern,
    name_words,
    without_personal,
)

TakeOut = Callable[[str], str]

_LONG = 5  # letters of a name that is no other word

_NAME = r"[A-ZА-ЯЁ][A-Za-zА-Яа-яЁё’'-]+"
_INITIAL = r"(?!(?:U|P)\.\s?[KSO]\.)[A-ZА-ЯЁ]\.\s?"
_PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:ович|евич|льич|мич|овн|евн|ичн)[а-яё]{0,3}"
_NAMES = re.compile(
    rf"\b(?:{_NAME}\s+){{0,2}}{_PATRONYMIC}(?:\s+[А-ЯЁ][а-яё]+)?"
    rf"|\b{_NAME}\s+{_INITIAL}[A-ZА-ЯЁ]\.|\b(?:{_INITIAL}){{1,2}}{_NAME}"
)
# Words after which a name stands; they themselves stay.
_ANNOUNCED = re.compile(
    r"(?P<who>\b(?:(?i:mr|mrs|ms|miss|mx|dr|prof|г-н\w?|г-ж\w|господин\w*|госпож\w|граждан\w+|гр"
    r"|оператор\w*|менеджер\w*|специалист\w*|сотрудни\w+|консультант\w*|мастер\w?|курьер\w?"
    r"|водител\w+|инженер\w*|юрист\w*|врач\w*|директор\w*|начальник\w*|сосед\w*|муж\w?|жен[аыуе]"
    r"|сын\w*|доч\w+|мат\w+|отец|отц\w+|брат\w*|сестр\w+|дру[гз]\w*|зовут|имени|фамили\w+"
    r"|agent|operator|manager|engineer|courier|driver|advis[eo]r|clerk|colleague|supervisor"
    r"|wife|husband|son|daughter|mother|father|brother|sister|neighbou?r|friend|named|called"
    r"|name is|name was|spoke (?:to|with)))\b\.?\s+)"
    rf"(?P<name>{_NAME}(?:\s+{_NAME}){{0,2}})"
)
_HOUSE = (
    r"(?:,?\s*(?:д|дом|корп|к|стр|кв|квартира|оф|офис|подъезд|эт)\.?\s*\d+\w?"
    r"|,\s*\d+\w?(?=\W|$)(?!\s+[A-Z]))*"
)
_STREET_RU = (
    r"(?:(?:\b\d{6},\s+)?\b(?:г|гор|город|пос|дер|обл)\.?\s+[А-ЯЁ][\w-]+,\s+)?"
    r"\b(?:[Уу]л|[Уу]лиц[аеыу]|[Пп]р-т|[Пп]роспект\w*|[Пп]ер|[Пп]ереул\w+|[Шш]оссе|[Нн]аб"
    r"|[Нн]абережн\w+|[Бб]-р|[Бб]ульвар\w*|[Пп]роезд\w*|[Мм]кр|[Пп]л)\.?\s+[А-ЯЁ\d][\w-]*"
    rf"(?:\s+[А-ЯЁ][\w-]*)*{_HOUSE}"
)
_STREET_EN = (
    r"\b\d{1,5}[A-Za-z]?,?\s+(?:[A-Z][\w’']+\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln"
    r"|Square|Sq|Drive|Court|Close|Way|Terrace|Place|Crescent|Gardens|Grove|Boulevard|Blvd"
    r"|Highway)\b\.?|\b(?:[A-Z][\w’']+\s+){1,2}(?:Street|Road|Avenue|Lane|Crescent|Terrace)\b"
)
_MONEY = r"(?!\d*\s?(?:[€$£₽₸₴]|руб|коп|RUB|EUR|USD|GBP))"
_OTHERS = (
    r"\b(?:https?|ftp)://\S+",
    r"(?<![\w.])@[A-Za-z]\w{3,}",  # of a messenger
    r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,4})?\b",  # IBAN
    r"(?<![\w+])(?:\+\d|[80])[\s(-]{0,3}\d(?:[\s()-]{0,2}\d){7,12}(?!\w)",  # phone
    r"(?<![\w.-])\d{2}-\d{2}-\d{2}(?![\w.-])",  # sort code, short phone
    _STREET_RU,
    _STREET_EN,
    r"\b(?:кв|д|корп)\.\s*\d+\w?|\b(?:дом|квартира)\s+\d+\w?",
    r"\b(?i:flat|apt|apartment|suite)\.?\s+\d+\w?|\bP\.?\s?O\.?\s?Box\s+\d+|\bа/я\s*\d+",
    r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b|\b[A-Z]{2}\s\d{5}(?:-\d{4})?\b|\b\d{6}(?=,\s+[А-ЯЁг])",
)
# After these words a number of any length, or a date, is of a person.
_LABELLED = re.compile(
    r"(?P<what>\b(?i:account|acct|card|passport|licence|license|policy|login|username|passcode"
    r"|ending(?: in| with)?|паспорт\w*|сери[яиюей]{1,2}|сч[её]т\w{0,3}|карт[аыуеой]{1,2}|полис\w*"
    r"|снилс|инн|логин\w*|цифр\w*|оканчива\w+ на|заканчива\w+ на)(?:\W{1,3}(?i:no|number|номер\w*"
    rf"|of|серии))?[\s:.,—–№#*-]{{1,4}})(?=[\w/-]*\d){_MONEY}\w[\w/-]{{2,}}(?:\s\d{{2,}})*"
    r"|(?P<born>\b(?i:born(?: on)?|birth|dob|рождения|родил\w+)\W{1,3})"
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\s\w+\s\d{4}|\w+\s\d{1,2},\s\d{4})"
)
_SHAPES = re.compile("|".join(_OTHERS))
_RUN = re.compile(rf"(?:\b{_INITIAL}){{0,3}}{TAKEN_OUT}(?:[ ,]*{TAKEN_OUT})*")


def redaction(case: Case, senders: Sequence[Sender]) -> TakeOut:
    """What takes everything personal out of a text of this case; “…” stands in its place.

    `senders`: all that I am in letters, whichever of them writes in this case.

    Known are the profile, the case with its numbers, agents and files; by their shape numbers of
    cards, accounts, passports and phones, addresses of every kind, and names that a title, an
    occupation, initials or a patronymic announces. Sums, dates, laws and the company stay.
    """
    known = known_only(case, senders)
    companies = " ".join((case.company, *(party.company for party in case.parties)))
    company = frozenset(re.findall(r"\w+", companies.casefold()))

    def take_out(text: str) -> str:
        text = known(text)
        text = _LABELLED.sub(lambda m: f"{m['what'] or m['born']}{TAKEN_OUT}", text)
        text = _SHAPES.sub(TAKEN_OUT, text)
        for sender in senders:
            text = without_personal(text, case, sender)
        text = _ANNOUNCED.sub(lambda m: _without_name(m, company), text)
        return _RUN.sub(TAKEN_OUT, _NAMES.sub(TAKEN_OUT, text))

    return take_out


def _without_name(found: re.Match[str], company: frozenset[str]) -> str:
    words = re.findall(r"\w+", found["name"].casefold())
    return found[0] if words and company.issuperset(words) else f"{found['who']}{TAKEN_OUT}"


def known_only(case: Case, senders: Sequence[Sender]) -> TakeOut:
    """The same for a text that this program wrote: only what is known goes, no shapes."""
    told = (*_values(case), *(value for sender in senders for value in _contacts(sender)))
    values = {value.strip() for value in told}
    # One word that is a month as well is left to `_name_words`, which knows Марта from марта.
    longest = sorted((v for v in values if len(v) >= 3 and not is_month(v)), key=len, reverse=True)
    # In capitals or not, and however its words are spaced.
    spaced = (r"\s+".join(map(re.escape, value.split())) for value in longest)
    whole = (rf"(?<!\w){one}(?!\w)" for one in spaced)
    mine = name_words(*(name for one in senders for name in (one.name, one.principal.name)))
    kept = f"(?P<kept>{company_pattern(case, mine)})"
    patterns = (*whole, kept, *_name_words(case, senders))
    pattern = re.compile("|".join(patterns), re.IGNORECASE)
    return lambda text: pattern.sub(lambda found: found["kept"] or TAKEN_OUT, text)


def _name_words(case: Case, senders: Iterable[Sender]) -> Iterator[str]:
    """Each word of a name by itself. Mine in any case, a short one and theirs only in capitals:
    will is no Will, and support not somebody whom they call Support."""
    mine = {word for one in senders for word in name_words(one.name, one.principal.name)}
    yield from (name_pattern(word) for word in mine if len(word) >= _LONG)
    for word in (*mine, *agent_words(case)):
        yield rf"(?-i:\b{word.upper()}\b)"


def _contacts(sender: Sender) -> Iterator[str]:
    principal = sender.principal
    yield from (sender.name, sender.email, sender.phone, sender.address, principal.name)
    yield from (principal.address, principal.power_number, principal.power_by)
    yield from sender.signature.splitlines()
    for address in (sender.address, principal.address):
        yield from _pieces(address)


def _values(case: Case) -> Iterator[str]:
    companies = {case.company.casefold(), *(p.company.casefold() for p in case.parties)}
    yield from (identifier.value for identifier in case.identifiers)
    yield from (reference.number for reference in case.references)
    yield from (reference.url for reference in case.references)
    for event in case.timeline:
        yield from (event.reference, event.url)
        # One word alone is looked for by `_name_words`, which knows “support” from “Support”.
        yield event.agent if " " in event.agent.strip() else ""
        yield event.to if event.to.casefold() not in companies else ""
    yield from _file_names(case)


def _pieces(address: str) -> Iterable[str]:
    """The parts of an address that may stand alone: “ул. Лесная”, not its “1”."""
    pieces = (piece.strip() for piece in re.split(r"[,;\n]", address))
    return (piece for piece in pieces if len(piece) >= 5)


def _file_names(case: Case) -> Iterator[str]:
    for piece in case.evidence:
        yield piece.name
        yield piece.name.rpartition(".")[0]
