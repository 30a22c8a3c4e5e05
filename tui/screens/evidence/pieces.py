"""A file of a case in words: as a line of the list, and where it cannot be shown."""

from __future__ import annotations

from datetime import date

from tui.desk.evidence.enclosed.kind import PieceKind
from tui.desk.evidence.evidence import Piece
from tui.widgets.rows import Row
from tui.widgets.spans import Span, Tone
from tui.wording.mark import N_
from tui.wording.wording import Wording

_KINDS = {
    PieceKind.TEXT: N_("text"),
    PieceKind.PICTURE: N_("picture"),
    PieceKind.PDF: N_("PDF"),
    PieceKind.OTHER: N_("other file"),
}


def piece_row(piece: Piece, about: str, width: int) -> Row:
    """Its number, name, and what `about_piece` says; the name comes first where both do not fit."""
    name = f" {piece.number:>2} {piece.name}"
    room = max(width // 2, width - len(about) - 2)
    line = (
        Span(f"{name if len(name) <= room else name[: room - 1] + '…'}  ", Tone.STRONG),
        Span(about, Tone.LATE if piece.trouble else Tone.DIM),
    )
    return Row((line,), str(piece.number))


def about_piece(words: Wording, piece: Piece, today: date, *, left_out: bool) -> str:
    """What it is, how large, and since when it is here."""
    if piece.trouble:
        return words.t("cannot be read")
    lines = words.n("{count} line", "{count} lines", piece.lines) if piece.lines else ""
    day = words.short_day(piece.at.date(), today) if piece.at else ""
    out = words.t("left out") if left_out else ""
    kind = words.t(_KINDS[piece.kind])
    return ", ".join(filter(None, (out, kind, words.size(piece.size), lines, day)))


def known_of(words: Wording, piece: Piece, about: str, key: str) -> str:
    """All that is known of it. `key`: that which copies it out."""
    said = (
        words.say(piece.trouble)
        if piece.trouble
        else words.t("Only texts and pictures are shown here. {key}: copy it out.", key=key)
    )
    return "\n".join((piece.name, about, f"SHA-256 {piece.sha256}", "", said))
