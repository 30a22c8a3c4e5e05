"""A letter as it goes out by e-mail: the exact message, and what is recorded when it is out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.advice.checks.checks import Finding, Severity
from tui.cases.case import I_WRITE, Case
from tui.cases.errors import BadInput
from tui.cases.order import in_order
from tui.cases.words import Channel, EventKind
from tui.desk.evidence.evidence import evidence_file
from tui.desk.letters.composing import Composition, compose
from tui.desk.letters.letter_export import ready_letter
from tui.desk.letters.letter_going import Going, going_of
from tui.desk.letters.wish import Wish
from tui.desk.mail.mail_account import account_of

# Mail and letters are loaded when one is sent.
if TYPE_CHECKING:
    from tui.desk.letters.letter_export import Ready
    from tui.desk.office import Office
    from tui.letters.export.sheet import Sheet
    from tui.mail.account import Account
    from tui.mail.outgoing import Outgoing

_THREAD = 20  # ids in References; more of them make a line that some programs cut


class Prepared(Struct, frozen=True):
    """A letter as it would go out now.

    `headers` as they stand in the message, `text` without the files that go with it. `by`: the
    server or the program. `made`: the letter, and what the checks find in it. `out`: the entry of
    the outbox that it becomes.
    """

    raw: bytes
    headers: tuple[tuple[str, str], ...]
    text: str
    enclosures: tuple[str, ...]
    by: str
    made: Composition
    out: Outgoing

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What has to be mended, or insisted on."""
        return tuple(f for f in self.made.findings if f.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What may do harm, such as a reminder that comes too early."""
        return tuple(f for f in self.made.findings if f.severity is Severity.WARN)


def prepared(office: Office, case: Case, wish: Wish, override: str = "") -> Prepared:
    """The message, in bytes; nothing is kept. `override`: why it goes out with errors.

    Raises BadInput where no way to send or no address is known, or everybody may read it.
    """
    from tui.letters.export.eml import body, message
    from tui.mail.post import way_of

    wish = wish.by(Channel.EMAIL)
    made = compose(office, case, wish)
    if made.is_public:
        raise BadInput("Everybody may read this letter: it goes to nobody by e-mail.")
    account = account_of(office, case)
    by = way_of(account)
    files = partial(evidence_file, office, case)
    ready = ready_letter(office, case, wish, Channel.EMAIL, files=files)
    sheet = _addressed(office, case, account, ready)
    raw, going = message(ready.letter, sheet), going_of(office, case, made.draft)
    return Prepared(
        raw=raw,
        headers=_headers(raw),
        text=body(ready.letter, sheet),
        enclosures=tuple(attachment.name for attachment in sheet.attachments),
        by=by,
        made=made,
        out=_entry(office, case, raw, sheet, going, _texts(made, sheet, override) | going.texts),
    )


def _addressed(office: Office, case: Case, account: Account, ready: Ready) -> Sheet:
    """The sheet with everything that a message that really goes out needs."""
    from tui.letters.export.eml import new_message_id

    sheet = replace(ready.sheet, sender=replace(ready.sheet.sender, email=account.address))
    if not sheet.address:
        raise BadInput(
            "No address of {company} is known there. To add one: upheld companies point",
            company=sheet.to or case.company,
        )
    thread = _thread(office, case, ready, sheet.address)
    plus = office.settings.config.mail.plus_address
    return replace(
        sheet,
        message_id=new_message_id(ready.letter, sheet),
        reply_to=plus_address(account.address, case.id) if plus else "",
        in_reply_to=thread[-1] if thread else "",
        references=thread[:-1],
    )


def plus_address(address: str, number: int) -> str:
    """anna+c42@example.org: an address of the same mailbox that names the case."""
    local, _, domain = address.partition("@")
    return f"{local.partition('+')[0]}+c{number}@{domain}"


def _thread(office: Office, case: Case, ready: Ready, address: str) -> tuple[str, ...]:
    """The mails that went to and fro with whoever this letter goes to, up to their last; where
    they wrote none, those of mine that went to this address, so that a reminder stands below the
    request.

    To a body that reads of the company for the first time, what the company wrote is no thread.
    """
    from tui.desk.letters.letter_drafts import template_of
    from tui.letters.phrases import Voice

    party = office.playbook(case).step(ready.draft.step).party
    if template_of(office, ready.draft).voice is Voice.THEY and not party:
        return ()
    mails = [e for e in in_order(case) if e.message_id and e.party == party]
    came_back = {e.message_id for e in mails if e.kind is EventKind.UNDELIVERED}
    mails = [e for e in mails if e.message_id not in came_back]
    last = next((n for n, e in enumerate(reversed(mails)) if e.kind not in I_WRITE), None)
    if last is None:
        there = [e for e in mails if _same(e.to, address)]
    else:
        there = mails[: len(mails) - last]
    return tuple(dict.fromkeys(e.message_id for e in there))[-_THREAD:]


def _same(one: str, other: str) -> bool:
    """Whether two are one mailbox, however it is written."""
    return bool(one) and one.strip().casefold() == other.strip().casefold()


def _headers(raw: bytes) -> tuple[tuple[str, str], ...]:
    """All headers of the message, in their order, decoded as the recipient sees them."""
    from email import policy
    from email.parser import BytesHeaderParser

    read = BytesHeaderParser(policy=policy.default).parsebytes(raw)
    return tuple((name, " ".join(str(value).split())) for name, value in read.items())


def _texts(made: Composition, sheet: Sheet, override: str) -> dict[str, str]:
    """What the form of the event would hold."""
    by_letter = made.answer_by if made.sets_date else None
    texts = {
        "channel": Channel.EMAIL.value,
        "to": sheet.address,
        "due": str(by_letter or ""),
        "override": override,
        "message_id": sheet.message_id,
    }
    return {name: text for name, text in texts.items() if text}


def _entry(
    office: Office, case: Case, raw: bytes, sheet: Sheet, going: Going, texts: dict[str, str]
) -> Outgoing:
    from hashlib import sha256

    from tui.letters.export.headers import address_of
    from tui.mail.outgoing import Outgoing

    subject = dict(_headers(raw)).get("Subject", "")
    return Outgoing(
        case=case.id,
        message_id=sheet.message_id,
        sender=sheet.sender.email,
        recipients=(address_of(sheet.address).addr_spec,),
        subject=subject,
        sha256=sha256(raw).hexdigest(),
        size=len(raw),
        queued_at=office.clock.now(),
        kind=going.kind,
        texts={"text": subject, **texts},
    )
