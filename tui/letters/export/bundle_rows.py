"""The tables of a case file, row by row, each with its headings first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.letters.export.bundle import Bundle, Enclosed, Entry
from tui.letters.export.labels import label
from tui.wording.wording import Wording

# A row is never higher than a page: a long text goes on in the next one.
_LINE, _LINES = 42, 14  # characters of a line of the last column, lines of a row
_MOST = 16  # rows of one event

Row = tuple[str, ...]


def event_rows(bundle: Bundle) -> list[Row]:
    """When, what, and what else there is to say of it."""
    rows = [_labels(bundle, "when", "what", "details")]
    for entry in bundle.chronology:
        rows += _event(bundle, entry)
    return rows


def _event(bundle: Bundle, entry: Entry) -> Iterator[Row]:
    """One event; its text in as many rows as it takes, up to a few pages."""
    told = "\n".join(filter(None, (*_facts(bundle, entry), entry.text)))
    pieces = _short(bundle, told)
    what = "\n".join(filter(None, (entry.what, entry.how)))
    yield entry.day, what, pieces[0]
    for piece in pieces[1:]:
        yield "", label(bundle.language, "bundle.went_on"), piece


def _facts(bundle: Bundle, entry: Entry) -> Iterator[str]:
    language, words = bundle.language, Wording(bundle.language)
    facts = [entry.to, entry.agent]
    if entry.reference:
        name = "track_given" if entry.by_post else "number_given"
        facts.append(label(language, f"bundle.{name}", number=entry.reference))
    if entry.promise:
        facts.append(label(language, "bundle.promised_for", day=words.day(entry.promise)))
    if entry.refund:
        facts.append(label(language, "bundle.refund", sum=entry.refund))
    if entry.final:
        facts.append(label(language, "bundle.final"))
    if entry.due:
        facts.append(label(language, "bundle.asked_by", day=words.day(entry.due)))
    yield "; ".join(filter(None, facts))
    if entry.enclosures:
        numbers = ", ".join(map(str, entry.enclosures))
        yield label(language, "bundle.enclosed", numbers=numbers)


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces of so many lines, as a column of a table wraps it."""
    piece: list[str] = []
    room = _LINES
    for line in _lines(text):
        needs = 1 + len(line) // _LINE
        if needs > room and piece:
            yield "\n".join(piece)
            piece, room = [], _LINES
        piece.append(line)
        room -= needs
    yield "\n".join(piece)


def _short(bundle: Bundle, text: str) -> list[str]:
    """The text in pieces, of one without end only the beginning, and where the rest is."""
    pieces = list(_pieces(text))
    if len(pieces) > _MOST:
        pieces[_MOST - 1 :] = [label(bundle.language, "bundle.cut")]
    return pieces


def _lines(text: str) -> Iterator[str]:
    """Its lines, none longer than a row can hold: such a one is cut between words if it has any."""
    longest = _LINE * (_LINES - 2)
    for line in text.split("\n"):
        rest = line
        while len(rest) > longest:
            cut = rest.rfind(" ", longest // 2, longest) + 1 or longest
            yield rest[:cut]
            rest = rest[cut:]
        yield rest


def promise_rows(bundle: Bundle) -> list[Row]:
    """When it was given, by whom, what, by when, and what became of it."""
    rows = [_labels(bundle, "given", "who", "promised", "by", "became")]
    for one in bundle.promises:
        first, *others = _short(bundle, one.what)
        rows.append((one.given, one.who, first, one.by, one.became))
        rows += [("", "", piece, "", "") for piece in others]
    return rows


def enclosure_rows(bundle: Bundle, places: Mapping[str, int]) -> list[Row]:
    """The files by number. A redacted bundle names no file: only where it is, if it is there."""
    words, columns = Wording(bundle.language), ("number", "name", "size", "where")
    rows = [_labels(bundle, *(("number", "where") if bundle.redacted else columns))]
    for piece in bundle.enclosures:
        number, where = str(piece.number), _where(bundle, piece, places)
        named = () if bundle.redacted else (piece.name, words.size(piece.size))
        rows.append((number, *named, where))
    return rows


def _where(bundle: Bundle, piece: Enclosed, places: Mapping[str, int]) -> str:
    if not piece.file:
        return label(bundle.language, "bundle.left_at_home")
    page = places.get(f"piece {piece.number}", 0)
    if page:
        return label(bundle.language, "bundle.on_page", page=str(page))
    return label(bundle.language, "bundle.in_archive")


def sum_rows(bundle: Bundle) -> list[Row]:
    """The checksums by number, and those of copies that differ from what was kept."""
    language = bundle.language
    rows: list[Row] = [(label(language, "bundle.number"), label(language, "bundle.sum"))]
    for piece in bundle.enclosures:
        rows.append((str(piece.number), piece.sha256))
        if piece.copy_sha256:
            rows.append(("", label(language, "bundle.sum_copy", sum=piece.copy_sha256)))
    return rows


def fact_rows(bundle: Bundle) -> list[Row]:
    """The facts of the cover, each with its label; no headings."""
    rows: list[Row] = []
    for fact in bundle.facts:
        first, *others = _short(bundle, fact.text)
        rows.append((label(bundle.language, f"bundle.{fact.key}"), first))
        rows += [("", piece) for piece in others]
    return rows


def _labels(bundle: Bundle, *names: str) -> Row:
    return tuple(label(bundle.language, f"bundle.{name}") for name in names)
