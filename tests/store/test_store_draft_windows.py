"""Each window has drafts of its own; what one that is dead left comes back, and only then."""

from __future__ import annotations

import json
import os
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store_helpers import add, open_at, worker

from tui.store.doctor import examine
from tui.store.drafts import DraftFolder

# A window, what it does with the draft of one key, and a text: what it types, or should find.
# "stop" is what Ctrl+Z does; "die" is kill -9.
LIVES = {
    "saved beside another": """
        A keep paragraph, B recall -, B keep word, B drop, A die, B recall paragraph""",
    "its own is back": "A keep facts, B recall -, B keep other, B drop, A recall facts",
    "taken by one": """
        A keep text, A die, B recall text, C recall -, B recall text, B die, C recall text""",
    "typed on": """
        A keep text, A die, B recall text, B keep more, C recall -, B die, C recall more, C drop,
        C recall -""",
    "the newest first": """
        A keep first, B keep second, A die, B die, C recall second, C drop, C recall first, C drop,
        C recall -""",
    "dropped after it was taken": "A keep text, A die, B recall text, B drop, B die, C recall -",
    "not recalled, not dropped": "A keep text, A die, B keep own, B drop, B recall text",
    "stopped is not dead": "A keep text, A stop, B recall -, B drop, A die, B recall text",
}


class Window:
    """A process of its own; see `drafts` in store_worker.py."""

    def __init__(self, process: Popen[str]) -> None:
        self._process = process

    def ask(self, *line: object) -> Any:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(f"{json.dumps(line)}\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def act(self, verb: str, text: str) -> None:
        if verb == "die":
            self._process.kill()
            self._process.wait()
        elif verb == "stop":
            self._process.send_signal(signal.SIGSTOP)
            os.waitid(os.P_PID, self._process.pid, os.WSTOPPED)
        elif verb == "recall":
            found = None if text == "-" else {"text": text}
            assert self.ask("keys") == (["letter"] if found else [])
            assert self.ask("recall", "letter") == found
        elif verb == "keep":
            assert self.ask("keep", "letter", {"text": text}) is None
        else:
            assert self.ask("drop", "letter") is None


@pytest.mark.parametrize("life", LIVES)
def test_windows_that_live_and_die(tmp_path: Path, life: str) -> None:
    steps = [step.split() for step in LIVES[life].split(",")]
    with ExitStack() as stack:
        windows: dict[str, Window] = {}
        for name in sorted({step[0] for step in steps}):
            process = stack.enter_context(worker(tmp_path, "drafts"))
            stack.callback(process.kill)
            windows[name] = Window(process)
        for name, verb, *text in steps:
            age(tmp_path / "drafts")
            windows[name].act(verb, *text or [""])


def age(folder: Path) -> None:
    """Two that were written in one tick of the clock would be as old as each other."""
    for path in folder.glob("*.json"):
        written = path.stat().st_mtime_ns - 10**9
        os.utime(path, ns=(written, written))


def test_no_sign_outlives_its_drafts(tmp_path: Path) -> None:
    for key in ("one", "two"):
        DraftFolder(tmp_path).keep(key, {"text": key})
    last = DraftFolder(tmp_path)
    assert len(signs(tmp_path)) == 2
    last.recall("one")
    assert len(signs(tmp_path)) == 2, "of the second, and of this"
    last.recall("two")
    last.drop("one")
    last.drop("two")
    last.keep("new", {"text": "typed"})
    DraftFolder(tmp_path).drop("new")
    assert len(signs(tmp_path)) == 1, "it lives"
    del last
    another = DraftFolder(tmp_path)
    assert another.recall("new") == {"text": "typed"}
    another.drop("new")
    assert files(tmp_path) == signs(tmp_path), "nothing but its own"
    assert len(signs(tmp_path)) == 1


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def signs(folder: Path) -> list[str]:
    return [name for name in files(folder) if name.endswith(".window")]


def test_a_sign_that_somebody_took_away_is_given_again(tmp_path: Path) -> None:
    window = DraftFolder(tmp_path)
    window.keep("letter", {"text": "one"})
    (tmp_path / signs(tmp_path)[0]).unlink()
    window.keep("letter", {"text": "two"})
    assert DraftFolder(tmp_path).recall("letter") is None


def test_what_names_no_window_is_of_a_dead_one(tmp_path: Path) -> None:
    window = DraftFolder(tmp_path)
    window.keep("letter", {"text": "of an earlier version"})
    (draft,) = tmp_path.glob("*.json")
    draft.replace(tmp_path / f"{draft.name.partition('.')[0]}.json")
    assert window.keys() == ("letter",)
    assert DraftFolder(tmp_path).recall("letter") == {"text": "of an earlier version"}


def test_what_was_erased_hides_no_text(tmp_path: Path) -> None:
    DraftFolder(tmp_path).keep("letter", {"text": "a paragraph"})
    erasing = DraftFolder(tmp_path)
    erasing.keep("letter", {})
    assert erasing.recall("letter") == {}
    del erasing
    assert DraftFolder(tmp_path).recall("letter") == {"text": "a paragraph"}


def test_the_doctor_finds_nothing_in_it(tmp_path: Path) -> None:
    store = open_at(tmp_path)
    add(store)
    store.drafts.keep("letter", {"text": "living"})
    open_at(tmp_path).drafts.keep("letter", {"text": "dead"})
    other = open_at(tmp_path)
    other.drafts.recall("letter")
    assert {path.suffix for path in (tmp_path / "drafts").iterdir()} == {".json", ".window"}
    kinds = {found.id for found in examine(tmp_path).findings}
    assert not kinds & {"draft", "remains", "mode"}


VERBS = st.sampled_from(["keep", "keep", "recall", "drop", "die"])
STEPS = st.lists(st.tuples(VERBS, st.integers(0, 2), st.sampled_from("ab")), max_size=25)


@settings(deadline=None)
@given(steps=STEPS)
def test_nothing_is_lost_that_nobody_dropped(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, str]]
) -> None:
    folder = tmp_path_factory.mktemp("drafts")
    windows = [DraftFolder(folder) for _ in range(3)]
    own: dict[tuple[int, str], str] = {}  # by window and key
    left: list[tuple[str, str]] = []  # a key and a text
    for number, (verb, n, key) in enumerate(steps):
        if verb == "keep":
            windows[n].keep(key, {"text": str(number)})
            own[n, key] = str(number)
        elif verb == "drop":
            windows[n].drop(key)
            own.pop((n, key), None)
        elif verb == "die":
            windows[n] = DraftFolder(folder)  # the lock goes with the one that had it
            left += [(k, own.pop((n, k))) for k in "ab" if (n, k) in own]
        else:
            found = (windows[n].recall(key) or {}).get("text")
            if (n, key) not in own and any(k == key for k, _ in left):
                assert found
                left.remove((key, found))
                own[n, key] = found
            assert found == own.get((n, key))
        reach = {k for m, k in own if m == n} | {k for k, _ in left}
        assert windows[n].keys() == tuple(sorted(reach))
    del windows
    assert Counter(all_in(folder)) == Counter([*left, *((k, own[n, k]) for n, k in own)])


def all_in(folder: Path) -> Iterator[tuple[str, str]]:
    """Whatever one who comes last can have."""
    last = DraftFolder(folder)
    for key in last.keys():  # noqa: SIM118 - no dict
        while found := last.recall(key):
            yield key, found["text"]
            last.drop(key)
    assert not list(folder.glob("*.json"))
