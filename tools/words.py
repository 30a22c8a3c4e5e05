"""The catalogue of words: collect texts from the code, bring the .po files up to date, compile.

    python tools/words.py          update and compile
    python tools/words.py --check  say what is untranslated, unused or not compiled; exit 1
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "tui" / "wording" / "locale"
LANGUAGES = ("en", "ru")

# Whose first argument is a text of the catalogue.
_SPEAKERS = (
    "t", "say", "N_", "Sentence",
    "UpheldError", "BadInput", "NotLawful", "NotFound", "NoTerminal",
    "StoreError", "StoreBusy", "StoreFull", "StoreReadOnly", "BrokenBook", "NewerBook", "Conflict",
)  # fmt: skip
KEYWORDS = {**dict.fromkeys(_SPEAKERS, (1,)), "say_many": (1, 2), "n": (1, 2)}


def collected() -> Catalog:
    """Every text in the code, in the order of the files."""
    sys.path.insert(0, str(ROOT))
    from tui.commands import COMMANDS

    catalog = Catalog(project="upheld", version="", charset="utf-8")
    folder = str(ROOT / "tui")
    found = extract_from_dir(folder, [("**.py", "python")], keywords=KEYWORDS)
    for _, _, message, _, _ in sorted(found, key=lambda f: (f[0], f[1])):
        catalog.add(message)
    for command in COMMANDS:
        catalog.add(command.title)
        catalog.add(command.help)
    return catalog


def path_of(language: str) -> Path:
    """Where the translations into a language stand."""
    return LOCALE / language / "LC_MESSAGES" / "upheld.po"


def translated(language: str) -> Catalog:
    """The translations into a language as they stand in its file."""
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, project="upheld", version="")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str) -> Catalog:
    """The translations for the texts of today. English texts are their own translation."""
    catalog = translated(language)
    catalog.update(collected(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    for message in catalog:
        if language == "en" and message.id:
            message.string = message.id
        message.flags.discard("fuzzy")
    return catalog


def as_po(catalog: Catalog) -> bytes:
    """The .po file: no places and no times, so that a change shows only what changed."""
    out = io.BytesIO()
    write_po(out, catalog, width=100, no_location=True, omit_header=True, sort_output=False)
    header = (
        f'msgid ""\nmsgstr ""\n"Language: {catalog.locale}\\n"\n'
        f'"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    )
    return header.encode() + out.getvalue()


def as_mo(catalog: Catalog) -> bytes:
    """The compiled catalogue."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def faults() -> list[str]:
    """What is wrong with the catalogues, one line each."""
    said = []
    texts = {message.id for message in collected() if message.id}
    for language in LANGUAGES:
        catalog = translated(language)
        known = {message.id for message in catalog if message.id}
        said += [f"{language}: missing: {text}" for text in sorted(map(str, texts - known))]
        said += [f"{language}: unused: {text}" for text in sorted(map(str, known - texts))]
        for message in catalog:
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            if message.id and not all(strings):
                said.append(f"{language}: untranslated: {message.id}")
        compiled = path_of(language).with_suffix(".mo")
        if not compiled.exists() or compiled.read_bytes() != as_mo(catalog):
            said.append(f"{language}: not compiled: run python tools/words.py")
    return said


def main() -> int:
    if "--check" in sys.argv:
        print("\n".join(faults()))
        return 1 if faults() else 0
    for language in LANGUAGES:
        path = path_of(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_po(updated(language)))
        path.with_suffix(".mo").write_bytes(as_mo(translated(language)))
        missing = sum(1 for m in translated(language) if m.id and not m.string)
        print(f"{language}: {len(translated(language))} texts, {missing} untranslated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
