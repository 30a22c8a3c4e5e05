"""Which case a mail belongs to, and how certain that is.

Certain means two things at once: the mail names the case, by what only its thread, its
address or its number could tell, and it comes from the company. What names the case and comes
from somebody else is a suggestion, whatever it says: a stranger never answers in the company's
name. The sender is what its mail says of itself; where a mail server on the way says that it
is forged (DMARC, RFC 7489), nothing is certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from tui.cases.numbers import bare
from tui.cases.sentence import Sentence, say
from tui.mail import limits
from tui.mail.domains import host_of
from tui.mail.facts import low_of
from tui.mail.known import Known, KnownCase
from tui.mail.message import Automatic, Fault, Mail
from tui.mail.sentences import sentences
from tui.mail.subjects import by_subject
from tui.mail.their_numbers import numbers_in

_PLUS = re.compile(r"^([^@+]{1,100})\+(?:c|case)-?(\d{1,9})(@[^@]+)$")
_TOKEN = re.compile(r"[^\W_]+(?:[-/._][^\W_]+)*")
_FORGED = re.compile(r"\bdmarc\s*=\s*fail\b", re.IGNORECASE)
_SHORTEST = 3  # of a number, bare
_LONG = 5  # what is shorter may be a sum or a year unless a word before it calls it a number


class Certainty(StrEnum):
    """`CERTAIN` may be attached by itself; `SUGGESTED` is for the person to say."""

    CERTAIN = "certain"
    SUGGESTED = "suggested"
    NONE = "none"


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """The case of a mail, None where there is none; `others` may be meant as well.

    `why` tells what names the case, `doubt` why that is not certain, where it is for the sender.
    """

    case_id: int | None = None
    certainty: Certainty = Certainty.NONE
    why: Sentence
    doubt: Sentence | None = None
    others: tuple[int, ...] = ()


_ANSWERS = say("It answers a letter of yours.")
_ADDRESS = say("It came to the address that you gave for this case.")
_SUBJECT = say("Its subject is like that of this case.")
_COMPANY = say("It comes from the company of this case, and names nothing of it.")
_RETURNED = say("It says that a letter of yours did not arrive.")
_MINE = say("You wrote it yourself.")
_UNKNOWN = say("It names no case that you have.")


def match(mail: Mail, known: Known) -> Match:
    """The case of a mail. The first that tells something: thread, address, number, subject; at
    last the company with which a case is open, unless it writes so to many."""
    if mail.bounce:
        return _bounced(mail, known)
    if mail.sender.address in known.mine:
        return Match(why=_MINE)
    for found in (_by_thread, _by_address, _by_number):
        cases, why, is_enough = found(mail, known)
        if cases:
            return _judged(mail, cases, why, is_enough)
    if alike := list(by_subject(mail, known)):
        return _suggested(alike, _SUBJECT)
    live = [case for case in known.of_sender(mail.sender.address) if case.is_live]
    if live and mail.automatic is not Automatic.BULK:
        return _suggested(live, _COMPANY)
    return Match(why=_UNKNOWN)


def _judged(mail: Mail, cases: list[KnownCase], why: Sentence, is_enough: bool) -> Match:
    """Certain where one case is named and the company writes; several are for the person."""
    sender = mail.sender.address
    theirs = [case for case in cases if case.is_from(sender)]
    if not theirs:
        whose = say("It comes from {domain}, which is not known as theirs.", domain=_shown(sender))
        return _suggested(cases, why, whose)
    doubt = _doubt(mail)
    if doubt or len(theirs) > 1 or not is_enough:
        return _suggested(theirs, why, doubt)
    return Match(case_id=theirs[0].id, certainty=Certainty.CERTAIN, why=why)


def _suggested(cases: list[KnownCase], why: Sentence, doubt: Sentence | None = None) -> Match:
    first, *others = (case.id for case in cases)
    return Match(
        case_id=first, certainty=Certainty.SUGGESTED, why=why, doubt=doubt, others=tuple(others)
    )


def _shown(address: str) -> str:
    return host_of(address) or address or "?"


def _doubt(mail: Mail) -> Sentence | None:
    """Why the sender may be somebody else."""
    if Fault.SENDERS in mail.problems:
        return say("It names more than one sender.")
    if any(_FORGED.search(verdict) for verdict in mail.authentication):
        return say("A mail server says that its sender is forged.")
    return None


def _by_thread(mail: Mail, known: Known) -> tuple[list[KnownCase], Sentence, bool]:
    """By the Message-IDs of my letters, the one that it answers first."""
    ids = (*mail.in_reply_to, *reversed(mail.references))
    case = next((known.by_message[one] for one in ids if one in known.by_message), None)
    return [case] if case else [], _ANSWERS, True


def _by_address(mail: Mail, known: Known) -> tuple[list[KnownCase], Sentence, bool]:
    """By an address such as anna+c42@example.org, which was given to that company only."""
    for address in (*(person.address for person in mail.to), *mail.delivered_to):
        found = _PLUS.match(address)
        is_mine = found and (not known.mine or found[1] + found[3] in known.mine)
        if found and is_mine and (case := known.cases.get(int(found[2]))):
            return [case], _ADDRESS, True
    return [], _ADDRESS, False


def _by_number(mail: Mail, known: Known) -> tuple[list[KnownCase], Sentence, bool]:
    """By their number in subject or text. An order's number may have several cases."""
    best: tuple[list[KnownCase], Sentence, bool] = ([], _UNKNOWN, False)
    for number, is_told in _numbers(mail):
        cases = known.by_number.get(bare(number), [])
        theirs = [case for case in cases if bare(number) in map(bare, case.theirs)]
        why = say("It names {number}.", number=number)
        ours = [c for c in theirs or cases if c.is_from(mail.sender.address)]
        if ours and theirs and is_told:
            return ours, why, True
        if cases and (ours or not best[0]) and len(bare(number)) >= _LONG:
            best = ours or theirs or cases, why, False
    return best


def _numbers(mail: Mail) -> Iterator[tuple[str, bool]]:
    """What may be a number in subject and text, and whether a word calls it one or it is long."""
    subject, text = mail.subject[:500], mail.new[: limits.FACTS]
    for number, sentence in enumerate((subject, *sentences(text))):
        low = low_of(sentence)
        spans = [(t.start, t.end) for t in numbers_in(low, number == 0) if t.is_theirs]
        told = {bare(sentence[start:end]) for start, end in spans}
        for token in _TOKEN.findall(sentence):
            key = bare(token)
            if len(key) >= _SHORTEST and any(map(str.isdigit, key)):
                yield token, key in told or len(key) >= _LONG


def _bounced(mail: Mail, known: Known) -> Match:
    """By the Message-ID of the letter that came back, which no stranger knows, to the company."""
    bounce = mail.bounce
    case = known.by_message.get(bounce.message_id) if bounce else None
    if not bounce or not case:
        return Match(why=_UNKNOWN)
    if _went_to(case, (one.recipient for one in bounce.recipients)):
        return Match(case_id=case.id, certainty=Certainty.CERTAIN, why=_RETURNED)
    return _suggested([case], _RETURNED)


def _went_to(case: KnownCase, recipients: Iterable[str]) -> bool:
    return any(case.is_from(recipient) for recipient in recipients)
