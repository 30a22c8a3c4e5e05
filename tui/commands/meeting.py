"""Which commands stand on one screen, and so cannot have one key.

Told here, since whoever reads a person's keys must not load the screens. A screen whose commands
all stand on another one of these needs no line; a test compares each screen with them.
"""

from __future__ import annotations

from functools import cache

from tui.commands.moving import MOVING

# On each screen, in each list, or in the application itself.
_ALWAYS = (
    "back undo keys palette open statistics calendar find inbox outbox rules "
    "profile settings board today companies language theme tour suspend quit"
)
EVERYWHERE = frozenset(command.id for command in MOVING) | frozenset(_ALWAYS.split())
_FACTS = " ".join(f"fact_{n}" for n in range(1, 10))
_FILTERS = " ".join(f"filter_{n}" for n in range(1, 10))

TOGETHER = {
    "board": "new compose record escalate search channels call edit working close_case "
    "mark_case snooze wake every chase tags links order bundle detail keep_filter "
    f"{_FILTERS}",
    "case": "compose channels call record escalate prepare evidence working edit links bundle "
    "close_case review new search snooze wake every",
    "happened": f"record copy_address {_FACTS}",
    "links": "add_link unlink",
    "prepare": "tick channels compose edit search",
    "escalate": "tick plan other_ladder record edit insist working search",
    "chase_letter": "skip_letter next_part letter finding mend take letter_language save tone "
    "letter_kind editor attach previous_part discard",
    "send": "copy post write_file sent mail_link transcript letter_language override compose "
    "longer shorter",
    "event": "save discard choose_rule offers",
    "post": "post_now",
    "evidence": "add_files leave_out extract take_out compose",
    "pick_file": "mark folder_up",
    "inbox": "fetch_mail attach_mail ignore_mail settle_mails case_of_mail aside_mails",
    "mail": "attach_mail record receipt_of_mail unfold mail_files ignore_mail case_of_mail "
    f"whole_mail {_FACTS}",
    "outbox": "mail_again mail_there mail_drop mail_anew",
    "companies": "add_company edit_company new search",
    "profiles": "add_profile usual_profile drop_profile",
}


def meet(one: str, other: str) -> bool:
    """Whether two commands stand on one screen."""
    return (
        one in EVERYWHERE or other in EVERYWHERE or any({one, other} <= ids for ids in _screens())
    )


@cache
def _screens() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(ids.split()) for ids in TOGETHER.values())
