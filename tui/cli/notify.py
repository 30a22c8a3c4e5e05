"""`upheld notify`: what became due, told once; for cron and timers."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tui.cases.errors import BadInput
from tui.cli.errors import NO
from tui.cli.session import Session
from tui.cli.verb import option, verb
from tui.desk.reminders.notifying import Came, Notified
from tui.desk.reminders.reminders import Message, message_of, names_of, told_of
from tui.settings.notify_values import WAYS
from tui.wording.mark import N_

if TYPE_CHECKING:
    from tui.settings.notify_values import Way

_TO_JOURNAL = N_("Reminders go into the journal: journalctl --user -u upheld-notify.")
_TO_MAILBOX = N_("Reminders are mailed to you by cron, if this machine has a mail program.")


@verb("notify")
@option("--dry-run", is_flag=True, help=N_("Only show what would be told; it stays new."))
@option("--digest", is_flag=True, help=N_("At most one message a day, but for my own last days."))
@option(
    "--by",
    "by",
    multiple=True,
    type=click.Choice(WAYS),
    help=N_("Tell it in this way, and not in those of config.toml; may be given several times."),
)
@option("--cron", is_flag=True, help=N_("Print the lines for crontab, and tell nothing."))
@option(
    "--units",
    metavar=N_("DIR"),
    default="",
    help=N_("Write units for systemd there, such as ~/.config/systemd/user; tell nothing."),
)
def notify(
    session: Session, dry_run: bool, digest: bool, by: Sequence[Way], cron: bool, units: str
) -> int:
    """Tell what became late, due, open or mine since the last time, each once."""
    if cron or units:
        return _regularly(session, units)
    desk = session.desk
    if "on" in session.given and not dry_run:
        raise BadInput("--on says what would be told on another day: add --dry-run.")
    ways, digest = by or desk.reminders.ways, digest or desk.reminders.digest
    if dry_run:
        done = desk.pending(ways, digest=digest)
        _show(session, done)
        return 0
    done = desk.notify(session.words, ways, lambda message: _say(session, message), digest=digest)
    if session.as_json:
        session.out.json(_document(session, done, is_dry=False))
    return _failures(session, done, asked=bool(by))


def _regularly(session: Session, units: str) -> int:
    """How this and what belongs to it is run again and again."""
    from tui.cli.regularly import cron_lines, write_units

    out, t = session.out, session.words.t
    if units:
        timers = " ".join(path.name for path in write_units(session, Path(units).expanduser()))
        out.line(
            t("Written. To start them: {line}", line=f"systemctl --user enable --now {timers}")
        )
        out.line(
            t("To run also while you are not logged in: {line}", line="loginctl enable-linger")
        )
    else:
        out.lines(cron_lines(session))
    if session.desk.reminders.ways == ("terminal",):
        said = _TO_JOURNAL if units else _TO_MAILBOX
        out.note(t("{where} To get them elsewhere, set ways under [notify].", where=t(said)))
    return 0


def _say(session: Session, message: Message) -> None:
    """The lines, and a signal where somebody looks on. With --json the document says it."""
    if session.as_json:
        return
    session.out.lines(message.lines)
    if sys.stdout.isatty():
        from tui.desk.reminders.signal_codes import signal_of

        in_tmux = bool(os.environ.get("TMUX"))
        kind = session.desk.reminders.signal
        sys.stdout.write(signal_of(kind, message, in_tmux=in_tmux))
    sys.stdout.flush()  # a pipe that is closed is known before it counts as told


def _show(session: Session, done: Notified) -> None:
    if session.as_json:
        session.out.json(_document(session, done, is_dry=True))
        return
    session.out.lines(message_of(session.words, done.news).lines)
    if done.news and done.quiet_until:
        until = f"{done.quiet_until:%H:%M}"
        session.out.note(session.words.t("It is quiet until {time}.", time=until))


def _document(session: Session, done: Notified, *, is_dry: bool) -> dict[str, Any]:
    words = session.words
    ways = {
        way: {"keys": [one.key for one in told.news], "came": None if is_dry else told.came}
        for way, told in done.by_way.items()
    }
    return {
        "on": session.desk.day(),
        "quiet_until": done.quiet_until,
        "title": message_of(words, done.news).title if done.news else "",
        "news": [
            {
                "key": one.key,
                "id": one.card.id if one.card else 0,
                "company": "".join(names_of((one,))[:1]),
                "subject": one.card.subject if one.card else "",
                "sort": one.sort,
                "since": one.since,
                "last": one.is_last,
                "text": words.say(told_of(one, names_of((one,)))),
            }
            for one in done.news
        ],
        "ways": ways,
    }


def _failures(session: Session, done: Notified, *, asked: bool) -> int:
    """Say which ways failed, and why. What they were to tell stays new for them.

    `asked`: these ways were asked for just now, so that nobody there is a failure, too.
    """
    wrong = (Came.FAILED, Came.NOBODY) if asked else (Came.FAILED,)
    failed = [told for told in done.by_way.values() if told.came in wrong]
    for told in failed:
        if told.why:
            session.out.note(session.words.say(told.why))
    return NO if failed else 0
