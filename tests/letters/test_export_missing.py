"""A format whose library is not installed says what to type."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from on_paper import letter, sheet

from tui.letters.export.formats import Format, export
from tui.letters.export.missing import LibraryMissing, install_line, needing


@pytest.mark.parametrize(
    ("kind", "library", "ours"),
    [
        (Format.PDF, "fpdf", "paper"),
        (Format.PDF, "font_roboto", "paper"),
        (Format.DOCX, "docx", "word"),
    ],
)
def test_the_line_to_type_is_named(
    kind: Format, library: str, ours: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.delitem(sys.modules, f"tui.letters.export.{ours}", raising=False)
    with pytest.raises(LibraryMissing) as caught:
        export(letter("en"), kind, sheet("en"))
    values = caught.value.sentence.values
    assert values["name"] == kind.upper()
    assert f"[{kind}]" in str(values["command"])


def test_each_way_of_installing_has_its_line(tmp_path: Path) -> None:
    pipx, plain = Path("/h/.local/share/pipx/venvs/upheld"), Path("/h/my venv")
    wanted = "font-roboto 'fpdf2<3,>=2.8.3'"  # by name: no index has Upheld
    assert install_line("pdf", pipx, tmp_path) == f"pipx runpip upheld install {wanted}"
    assert install_line("pdf", plain, tmp_path) == f"'/h/my venv/bin/pip' install {wanted}"
    (tmp_path / "pyproject.toml").touch()
    assert install_line("docx", plain, tmp_path).endswith(f"install '{tmp_path}[docx]'")


def test_a_fault_of_ours_is_none_of_theirs() -> None:
    with pytest.raises(ModuleNotFoundError), needing("pdf", "PDF"):
        import tui.letters.export.nowhere  # type: ignore[import-not-found] # noqa: F401
