"""How a letter goes out on a channel: what to mind, what to put where, what to keep afterwards.

A chat takes it in pieces, a form field by field, a social network without anything that
tells who I am. Each piece can be copied by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from tui.cases.sentence import Sentence, say
from tui.cases.words import Channel, Part
from tui.letters.chat_pieces import LONGEST, SHORTEST, USUAL, pieces_of
from tui.letters.letter import Letter
from tui.letters.matter import Matter
from tui.letters.numbers import identifiers_in_words
from tui.letters.phrases import Voice
from tui.letters.plain import one_line
from tui.letters.social import SHORT, public_text

_LIMITS = {Channel.CHAT: USUAL, Channel.SOCIAL: SHORT}


class Piece(Struct, frozen=True):
    """Something to hand over by itself. `label` is for the person, `text` for the company.

    `is_list`: every line of it counts, not only how it begins.
    """

    label: Sentence
    text: str
    is_list: bool = False


class Workspace(Struct, frozen=True):
    """A letter on its way out. `limit`: characters of a piece where one can choose; else 0.

    `missing`: what is not known of where it goes.
    """

    channel: Channel
    before: tuple[Sentence, ...]
    pieces: tuple[Piece, ...]
    after: tuple[Sentence, ...]
    limit: int = 0
    missing: Sentence | None = None


class Sending(Struct, frozen=True):
    """A letter that is ready, what it was written from, their address, and its enclosures.

    `limit`: characters of a piece, where the person chose; 0: as many as is usual. `number`: the
    one that whoever it goes to gave the matter.
    """

    letter: Letter
    matter: Matter
    to: str = ""
    enclosures: tuple[str, ...] = ()
    limit: int = 0
    number: str = ""


def workspace(channel: Channel, sending: Sending) -> Workspace:
    """What to do with a letter on `channel`. The phone has its call sheet instead."""
    pieces, before, after = _KINDS[channel]
    kept = sending.limit or _LIMITS.get(channel, 0)
    limit = min(LONGEST, max(SHORTEST, kept)) if channel in _LIMITS else 0
    said = (piece for piece in pieces(replace(sending, limit=limit)) if piece.text.strip())
    return Workspace(channel, before, tuple(said), after, limit)


def _email(sending: Sending) -> Iterator[Piece]:
    yield Piece(say("To"), sending.to)
    yield Piece(say("Subject"), sending.letter.parts.get(Part.SUBJECT, ""))
    yield Piece(say("Text"), _body(sending.letter))
    yield from _files(sending)


def _chat(sending: Sending) -> Iterator[Piece]:
    # A chat has no line for the subject; it says what the matter is, and its number.
    subject = sending.letter.parts.get(Part.SUBJECT, "")
    whole = f"{subject}\n\n{_body(sending.letter)}"
    for number, text in enumerate(pieces_of(whole, sending.limit), 1):
        yield Piece(say("Message {number}", number=number), text)


def _form(sending: Sending) -> Iterator[Piece]:
    """Forms ask for these one by one; which of them, and in which order, differs."""
    sender, parts = sending.matter.sender, sending.letter.parts
    yield Piece(say("Name"), one_line(sender.name))
    yield Piece(say("E-mail"), one_line(sender.email))
    yield Piece(say("Phone"), one_line(sender.phone))
    for number in identifiers_in_words(sending.matter.case, sending.matter.phrases):
        yield Piece(say("Number"), number)
    yield Piece(say("Their number"), one_line(sending.number))
    yield Piece(say("Subject"), parts.get(Part.SUBJECT, ""))
    # Whole: a greeting may declare something (“I withdraw”), and own contacts may say more.
    yield Piece(say("Message"), _body(sending.letter))
    yield Piece(say("Postal address"), one_line(sender.address))
    yield from _files(sending)


def _social(sending: Sending) -> Iterator[Piece]:
    is_for_all = sending.matter.phrases.voice is Voice.PUBLIC
    text = sending.letter.text() if is_for_all else public_text(sending.matter, sending.limit)
    yield Piece(say("Message"), text)


def _letter(sending: Sending) -> Iterator[Piece]:
    yield Piece(say("To"), sending.to)
    yield Piece(say("Letter"), sending.letter.text())
    yield from _files(sending)


def _files(sending: Sending) -> Iterator[Piece]:
    yield Piece(say("To enclose"), "\n".join(sending.enclosures), is_list=True)


def _body(letter: Letter) -> str:
    """The letter without its subject, which has a place of its own."""
    return Letter(letter.language, {**letter.parts, Part.SUBJECT: ""}).text()


_Pieces = Callable[[Sending], Iterator[Piece]]
_KINDS: dict[Channel, tuple[_Pieces, tuple[Sentence, ...], tuple[Sentence, ...]]] = {
    Channel.EMAIL: (
        _email,
        (say("Look at the address and the enclosures once more."),),
        (say("Record it as sent; their automatic reply often names their number."),),
    ),
    Channel.CHAT: (
        _chat,
        (say("Ask for the number of your request before you leave the chat."),),
        (say("Copy the whole conversation before you close it, and paste it here: v."),),
    ),
    Channel.FORM: (
        _form,
        (say("Take a picture of the filled-in form before you send it."),),
        (say("Take a picture of what it says afterwards: there stands their number."),),
    ),
    Channel.SOCIAL: (
        _social,
        (say("Everybody can read this: no number, no name, no address."),),
        (say("Go on in a private message, and give your data there only."),),
    ),
    Channel.LETTER: (
        _letter,
        (
            say("Print it, sign it, and keep a copy. Enclose copies, never originals."),
            say("Send it registered, with a list of enclosures that the post stamps."),
        ),
        (say("Record it as sent with the track number; record the day on which it arrives."),),
    ),
    Channel.IN_PERSON: (
        _letter,
        (say("Print two copies and sign both."),),
        (
            say("Have yours stamped: date, name and position of whoever takes it."),
            say("If they refuse to take it, send it registered the same day."),
        ),
    ),
}
