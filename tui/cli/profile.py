"""`upheld profile`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import asdict, replace

from tui.cases.errors import BadInput
from tui.cli.files import assignments
from tui.cli.session import Session
from tui.cli.verb import argument, verb
from tui.wording.mark import N_


@verb("profile", takes=("lang", "json"))
@argument(
    "facts",
    metavar=N_("[FIELD=VALUE]..."),
    nargs=-1,
    help=N_("name, email, phone, address, hours; without any: show them."),
)
def profile(session: Session, facts: Sequence[str]) -> int:
    """My name and contacts, as they stand in every letter."""
    texts = assignments(facts)
    mine = session.settings.config.profile
    unknown = next((name for name in texts if name not in asdict(mine)), None)
    if unknown:
        raise BadInput(
            "There is no field “{name}”. Fields: {fields}.",
            name=unknown,
            fields=tuple(asdict(mine)),
        )
    if texts:
        mine = replace(mine, **texts)
        session.settings.save_profile(mine)
    _print(session, asdict(mine))
    return 0


def _print(session: Session, fields: dict[str, str]) -> None:
    words = session.words
    if session.as_json:
        session.out.json(fields)
        return
    labels = {
        "name": words.t("Name"),
        "email": words.t("E-mail"),
        "phone": words.t("Phone"),
        "address": words.t("Address"),
        "hours": words.t("Hours"),
    }
    session.out.table([(labels[name], text or "-") for name, text in fields.items()], give=(1,))
