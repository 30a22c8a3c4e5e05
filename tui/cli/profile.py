"""`upheld profile`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import asdict, replace

from tui.cases.errors import BadInput
from tui.cli.files import assignments
from tui.cli.session import Session
from tui.cli.verb import argument, option, verb
from tui.settings.config import Profile
from tui.wording.mark import N_
from tui.wording.wording import Wording


@verb("profile", takes=("data", "lang", "json"))
@argument(
    "facts",
    metavar=N_("[FIELD=VALUE]..."),
    nargs=-1,
    help=N_(
        "name, email, phone, address, hours, signature; represented, represented_address, "
        "power_number, power_date, power_by for whom you write; without any: show them."
    ),
)
@option("--as", "profile_id", metavar="ID", default="", help=N_("Another profile than the usual."))
@option("--usual", is_flag=True, help=N_("Make this one the usual profile."))
@option("--remove", is_flag=True, help=N_("Take this profile away."))
def profile(
    session: Session, facts: Sequence[str], profile_id: str, usual: bool, remove: bool
) -> int:
    """Who you are, as it stands in letters; for yourself or for somebody you represent."""
    from tui.desk.keeping.preferences import checked_id

    texts, known = assignments(facts), checked_id(profile_id)
    if remove:
        return _remove(session, known, texts, usual=usual)
    if texts:
        _save(session, known, texts)
    if usual:
        session.desk.save_usual_profile(known)
    _print(session, known)
    return 0


def _save(session: Session, profile_id: str, texts: Mapping[str, str]) -> None:
    from tui.desk.keeping.preferences import checked

    settings = session.settings
    mine = settings.config.profile_of(profile_id) or Profile()
    unknown = next((name for name in texts if name not in asdict(mine)), None)
    if unknown:
        raise BadInput(
            "There is no field “{name}”. Fields: {fields}.",
            name=unknown,
            fields=tuple(asdict(mine)),
        )
    settings.save_profile(checked(replace(mine, **texts)), profile_id)


def _remove(session: Session, profile_id: str, texts: Mapping[str, str], *, usual: bool) -> int:
    if texts or usual or not profile_id:
        raise BadInput("To take a profile away: --remove --as ID, and nothing else.")
    session.desk.remove_profile(profile_id)
    if not session.as_json:
        session.out.line(session.words.t("The profile “{name}” is gone.", name=profile_id))
    return 0


def _print(session: Session, profile_id: str) -> None:
    from tui.desk.keeping.preferences import require_profile

    config, words = session.settings.config, session.words
    fields = asdict(require_profile(config, profile_id))
    if session.as_json:
        chosen = profile_id or config.usual
        others = {"id": chosen, "usual": chosen == config.usual, "profiles": list(config.profiles)}
        session.out.json({**fields, **others})
        return
    always = asdict(Profile()).keys() - _SOMETIMES
    session.out.table(
        [(_label(words, n), text or "-") for n, text in fields.items() if text or n in always],
        give=(1,),
    )
    if config.profiles:
        usual = config.usual or words.t("the plain one")
        session.out.note(
            words.t("Profiles: {known}; usual: {usual}.", known=tuple(config.profiles), usual=usual)
        )


# Shown only where they say something.
_SOMETIMES = frozenset(
    {"signature", "represented", "represented_address", "power_number", "power_date", "power_by"}
)


def _label(words: Wording, field: str) -> str:
    labels = {
        "name": words.t("Name"),
        "email": words.t("E-mail"),
        "phone": words.t("Phone"),
        "address": words.t("Address"),
        "hours": words.t("Hours"),
        "signature": words.t("Signature"),
        "represented": words.t("On behalf of"),
        "represented_address": words.t("Their address"),
        "power_number": words.t("Power of attorney no."),
        "power_date": words.t("Its date"),
        "power_by": words.t("Certified by"),
    }
    return labels[field]
