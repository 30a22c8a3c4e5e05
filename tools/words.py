"""The catalogue of words: collect texts from the code, bring the .po files up to date, compile.

python tools/words.py          update and compile
python tools/words.py --check  say what is untranslated, unused or not compiled; exit 1
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Container, Iterable
from copy import deepcopy
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "tui" / "wording" / "locale"
LANGUAGES = ("en", "ru")

# Whose first argument, or first two for one and many, are texts of the catalogue; besides the
# errors, which are found in the code. Not `say` as a method: letters have phrases of their own.
_SPEAKERS = {"t": 1, "N_": 1, "Sentence": 1, "n": 2, "say_many": 2}
_ONLY_AS_A_NAME = {"say": 1}
_FIRST_ERROR = "UpheldError"


@cache
def collected() -> Catalog:
    """Every text in the code, in the order of the files."""
    sys.path.insert(0, str(ROOT))
    from tui.commands import COMMANDS

    catalog = Catalog(project="upheld", version="", charset="utf-8")
    trees = [ast.parse(path.read_text("utf-8")) for path in sorted((ROOT / "tui").rglob("*.py"))]
    errors = dict.fromkeys(_errors(trees), 1)
    for tree in trees:
        for call in _calls(tree):
            text = _text_of(call, errors)
            if text:
                catalog.add(text)
    for command in COMMANDS:
        catalog.add(command.title)
        catalog.add(command.help)
    return catalog


def _errors(trees: Iterable[ast.Module]) -> set[str]:
    """The names of the first error and of all that derive from it."""
    classes = [n for tree in trees for n in ast.walk(tree) if isinstance(n, ast.ClassDef)]
    known, before = {_FIRST_ERROR}, 0
    while len(known) > before:
        before = len(known)
        known |= {
            c.name for c in classes for b in c.bases if isinstance(b, ast.Name) and b.id in known
        }
    return known


def _calls(tree: ast.Module) -> list[ast.Call]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return sorted(calls, key=lambda call: (call.lineno, call.col_offset))


def _text_of(call: ast.Call, errors: dict[str, int]) -> str | tuple[str, ...]:
    """The text that a call speaks, or its two for one and many; empty if it speaks none."""
    speakers = _SPEAKERS | errors
    if isinstance(call.func, ast.Name):
        count = (speakers | _ONLY_AS_A_NAME).get(call.func.id, 0)
    else:
        count = speakers.get(call.func.attr, 0) if isinstance(call.func, ast.Attribute) else 0
    given = [arg.value for arg in call.args[:count] if isinstance(arg, ast.Constant)]
    texts = tuple(text for text in given if isinstance(text, str) and text)
    if not count or len(texts) < count:
        return ""
    return texts if count > 1 else texts[0]


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
    catalog.update(deepcopy(collected()), no_fuzzy_matching=True)  # it takes the messages over
    catalog.obsolete.clear()
    for message in catalog:
        if language == "en" and message.id:
            message.string = message.id
        message.flags.discard("fuzzy")
    return catalog


class Bare(Catalog):
    """A catalogue that says of itself only what reading it needs: no times, no versions.

    So the same texts always make the same bytes, and a change shows only what changed.
    """

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale_identifier)),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Plural-Forms", f"{self.plural_forms}\n"),
        ]


def bare(catalog: Catalog, ids: Container[str | tuple[str, ...]] | None = None) -> Bare:
    """The texts of a catalogue under a bare header; these only, if they are named."""
    copy = Bare(locale=catalog.locale, header_comment="", fuzzy=False)
    for message in catalog:
        if message.id and (ids is None or message.id in ids):
            copy.add(message.id, message.string, flags=message.flags)
    return copy


def as_po(catalog: Catalog) -> bytes:
    """The .po file, without places."""
    out = io.BytesIO()
    write_po(out, bare(catalog), width=100, no_location=True)
    return out.getvalue()


def as_mo(catalog: Bare) -> bytes:
    """The compiled catalogue."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def compiled(language: str) -> dict[Path, bytes]:
    """What is read: all texts, and by themselves those of click, which would read them all."""
    from tui.wording.click_texts import DOMAIN, PLURALS, TEXTS

    of_click = {*TEXTS, *((said.text, said.many) for said in PLURALS)}
    catalog, path = translated(language), path_of(language)
    return {
        path.with_suffix(".mo"): as_mo(bare(catalog)),
        path.with_name(f"{DOMAIN}.mo"): as_mo(bare(catalog, of_click)),
    }


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
        files = compiled(language).items()
        if not all(path.exists() and path.read_bytes() == made for path, made in files):
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
        for file, made in compiled(language).items():
            file.write_bytes(made)
        missing = sum(1 for m in translated(language) if m.id and not m.string)
        print(f"{language}: {len(translated(language))} texts, {missing} untranslated")
    return 0


if __name__ == "__main__":
    sys.exit(main())
