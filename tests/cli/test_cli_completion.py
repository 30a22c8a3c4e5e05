"""A shell completes verbs, options, words, cases with what they are about, and steps."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_ran import Upheld

Completed = Callable[[str], dict[str, str]]


@pytest.fixture
def completed(refund: Upheld, monkeypatch: pytest.MonkeyPatch) -> Completed:
    """What zsh is offered after these words: value -> help."""

    def complete(line: str) -> dict[str, str]:
        words = line.split(" ")
        monkeypatch.setenv("_UPHELD_COMPLETE", "zsh_complete")
        monkeypatch.setenv("COMP_WORDS", f"upheld {line}".rstrip())
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        lines = refund(on="").out.splitlines()
        return dict(zip(lines[1::3], lines[2::3], strict=True))

    return complete


def test_verbs_with_their_help(completed: Completed) -> None:
    verbs = completed("")
    assert verbs["show"] == "Show one case whole, with the working of its dates."
    assert list(completed("co")) == ["companies", "config", "completion"]
    assert list(completed("companies e")) == ["edit"]


def test_options_and_languages(completed: Completed) -> None:
    assert {"--company", "--json-file", "--lang", "--on"} <= completed("add --").keys()
    assert list(completed("--lang ")) == ["en", "ru"]


def test_words_of_the_trade(completed: Completed) -> None:
    assert completed("record 1 es") == {"escalated": "escalated"}
    assert completed("record 1 sent --channel e") == {"email": "e-mail"}
    assert "refund" in completed("add --problem ")


def test_cases_by_number_with_what_they_are_about(completed: Completed) -> None:
    assert completed("show ") == {"1": "Severmart: Refund for a broken kettle"}
    assert completed("record ") == completed("show ")
    assert completed("show 7") == {}


def test_steps_of_the_case_in_the_line(completed: Completed) -> None:
    assert "complaint" in completed("letter 1 --step ")
    assert list(completed("record 1 escalated --step hi")) == ["higher"]
    assert completed("letter --step ") == {}


def test_another_folder(completed: Completed, tmp_path: Path) -> None:
    assert completed(f"--data {tmp_path / 'empty'} show ") == {}


def test_a_broken_book_offers_nothing(completed: Completed, home: Path) -> None:
    (book,) = home.rglob("book.db")
    book.write_text("broken")
    assert completed("show ") == {}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell_calls_upheld(upheld: Upheld, shell: str) -> None:
    script = upheld("completion", shell, on="").out
    assert f"_UPHELD_COMPLETE={shell}_complete" in script
    assert "_upheld_completion" in script


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_completes_with_it(refund: Upheld, tmp_path: Path) -> None:
    command = tmp_path / "bin" / "upheld"
    command.parent.mkdir()
    command.write_text(
        f"#!{sys.executable}\nimport sys\nfrom tui.cli.start import main\nsys.exit(main())\n"
    )
    command.chmod(0o755)
    script = (
        f'PATH="{command.parent}:$PATH"; export PYTHONPATH="{Path.cwd()}"\n'
        'eval "$(upheld completion bash)"\n'
        "COMP_WORDS=(upheld record 1 prom); COMP_CWORD=3\n"
        "_upheld_completion upheld; echo ${COMPREPLY[@]}"
    )
    ran = subprocess.run(
        ["bash", "-c", script], check=False, capture_output=True, text=True, timeout=60
    )
    assert (ran.stdout, ran.stderr) == ("promise\n", "")
