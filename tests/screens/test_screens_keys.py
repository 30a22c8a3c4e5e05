"""Every key does something, no key means two things, and the help tells the truth."""

from __future__ import annotations

from collections import defaultdict
from importlib import import_module
from itertools import combinations

import pytest
from frames import frame
from making import MakeApp
from pages import PAGES
from piloting import notice, open_page, page, press, until, where
from textual.actions import parse
from textual.pilot import Pilot
from textual.screen import Screen

from tui.app import MODES
from tui.commands import CATALOGUE, Group
from tui.commands.meeting import EVERYWHERE, TOGETHER, meet
from tui.desk.desk import Desk
from tui.screens.about import ABOUT
from tui.screens.in_force import in_force
from tui.screens.routes import ROUTES
from tui.widgets.keys import label
from tui.wording.wording import Wording

SIZE = (80, 24)


async def _go_to(pilot: Pilot[None], name: str) -> None:
    """The named page; modes are there without being pushed."""
    route, about = PAGES[name]
    if route != "board":
        await open_page(pilot, route, **about)


@pytest.mark.parametrize("name", PAGES)
async def test_every_key_does_something_and_one_thing(
    sample: Desk, app_of: MakeApp, name: str
) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await _go_to(pilot, name)
        for active in app.screen.active_bindings.values():
            action = parse(active.binding.action)[1]
            owner = app if parse(active.binding.action)[0] == "app" else active.node
            known = [node for node in (owner, app.screen, app) if hasattr(node, f"action_{action}")]
            assert known, f"{active.binding.key}: nobody has action_{action}"
        named = {command.id for command in in_force(app.screen, ())}
        shown = {command.id for command in page(pilot).commands}
        assert shown <= named, "the footer shows what no key does"
        # In a box of text Ctrl+Z takes back what was typed there.
        assert _doubled(app.screen) in ({}, {"ctrl+z": {"undo", "suspend"}})
        ids = {binding.id for _, chain in app.screen._binding_chain for _, binding in chain}
        ours = sorted(ids & set(CATALOGUE))  # not what fields of Textual call copy and save
        apart = [pair for pair in combinations(ours, 2) if not meet(*pair)]
        assert not apart, "they stand on one screen: say so in commands/meeting.py"


def _doubled(screen: Screen[None]) -> dict[str, set[str]]:
    """The keys that mean more than one command, from the focused widget up to the app."""
    meant = defaultdict(set)
    for _, bindings in screen._binding_chain:
        for key, binding in bindings:
            if binding.action in CATALOGUE:
                meant[key].add(binding.action)
    return {key: ids for key, ids in meant.items() if len(ids) > 1}


def test_screens_name_commands_that_exist() -> None:
    for name, place in ROUTES.items():
        module, _, kind = place.partition(":")
        keys = getattr(import_module(module), kind).KEYS
        assert isinstance(keys, tuple), name
        assert set(keys) <= set(CATALOGUE), name
        assert len(set(keys)) == len(keys), name


def test_what_is_said_to_stand_together_does() -> None:
    for name, ids in TOGETHER.items():
        module, _, kind = ROUTES[name].partition(":")
        keys = set(getattr(import_module(module), kind).KEYS)
        assert keys - EVERYWHERE == set(ids.split()), name


def test_no_command_is_an_orphan() -> None:
    """Each command of the catalogue belongs to a screen, to all of them, or to a list."""
    kinds = (place.partition(":") for place in ROUTES.values())
    used = {key for module, _, kind in kinds for key in getattr(import_module(module), kind).KEYS}
    moves = {command.id for command in CATALOGUE.values() if command.group is Group.MOVE}
    assert set(CATALOGUE) - used - moves <= {
        "undo",
        "palette",
        "keys",
        "back",
        "rules",
        "statistics",
        "calendar",
        "settings",
        "theme",
        "find",
        "outbox",
        "tour",
        "suspend",
        *MODES,
        "language",
    }


# What each key opens, from the board with the cursor on a draft.
WAYS = {
    "n": "new", "enter": "case", "c": "compose", "a": "channels", "p": "call", "r": "record",
    "e": "escalate", "x": "event", "f": "facts", "w": "working", "t": "today", "m": "companies",
    "P": "profiles", "R": "rules", "question_mark": "keys", "colon": "palette", "b": "board",
    "S": "statistics", "K": "calendar", "F": "find", "ctrl+f": "find", "T": "tags",
}  # fmt: skip
RUSSIAN = {
    "n": "т", "c": "с", "a": "ф", "p": "з", "r": "к", "e": "у", "x": "ч", "f": "а", "w": "ц",
    "t": "е", "m": "ь", "P": "З", "R": "К", "question_mark": "comma", "colon": "Ж", "b": "и",
    "S": "Ы", "K": "Л", "F": "А", "T": "Е",
}  # fmt: skip


@pytest.mark.parametrize("layout", ["latin", "russian"])
async def test_keys_open_their_screens(sample: Desk, app_of: MakeApp, layout: str) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        for key, name in WAYS.items():
            await press(pilot, RUSSIAN.get(key, key) if layout == "russian" else key)
            assert where(pilot) == name, key
            await press(pilot, "escape")
            assert where(pilot) == "board", key


async def test_the_russian_layout_moves_filters_undoes_and_leaves(
    sample: Desk, app_of: MakeApp
) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        visited = [page(pilot).case_id]
        for key in "одлр":  # j l k h
            await press(pilot, key)
            visited.append(page(pilot).case_id)
        await press(pilot, "П")  # G
        visited.append(page(pilot).case_id)
        await press(pilot, "п")  # g
        visited.append(page(pilot).case_id)
        assert visited == [33, 34, 21, 10, 33, 28, 33]
        await press(pilot, "full_stop", *"meteor", "enter")  # /
        assert "#7 Meteor" in frame(app)
        assert "Hostwerk" not in frame(app)
        await press(pilot, "escape", "г")  # u
        assert notice(pilot)
        await press(pilot, "Д")  # L
        assert "Доска" in frame(app)
        await press(pilot, "й")  # q
        assert app._exit


async def test_the_letter_answers_to_the_russian_layout(sample: Desk, app_of: MakeApp) -> None:
    app = app_of(sample)
    async with app.run_test(size=SIZE) as pilot:
        await open_page(pilot, "letter", case_id=33)
        await press(pilot, "н")  # y
        assert "Subject:" in app.clipboard
        await press(pilot, "ы")  # s
        await until(pilot, lambda: where(pilot) == "event")


@pytest.mark.parametrize(("key", "mode"), [("b", "board"), ("t", "today"), ("m", "companies")])
async def test_the_key_of_a_list_leads_to_the_list(
    sample: Desk, app_of: MakeApp, key: str, mode: str
) -> None:
    """Also from a case or a company that was opened from that very list."""
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await press(pilot, key)
        await open_page(pilot, "case", case_id=21)
        await press(pilot, key)
        assert where(pilot) == mode


@pytest.mark.parametrize("name", ["board", "letter", "escalate"])
async def test_the_help_shows_the_keys_in_force(sample: Desk, app_of: MakeApp, name: str) -> None:
    app = app_of(sample)
    async with app.run_test(size=(80, 100)) as pilot:
        await _go_to(pilot, name)
        expected = in_force(app.screen, ())
        await press(pilot, "question_mark")
        assert where(pilot) == "keys"
        shown = frame(app)
        for command in expected:
            assert f" {label(command)} " in shown
            assert f" {command.title} " in shown
        others = {c.title for c in CATALOGUE.values()} - {c.title for c in expected}
        listed = {line[18:34].strip() for line in shown.splitlines() if line.startswith("   ")}
        assert not others & listed


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_the_help_says_first_what_the_screen_is_for(
    sample: Desk, app_of: MakeApp, language: str
) -> None:
    app, words = app_of(sample, language), Wording(language)
    async with app.run_test(size=(200, 40)) as pilot:
        for name in ("board", "today", "case", "compose"):
            await open_page(pilot, PAGES[name][0], **PAGES[name][1])
            await press(pilot, "f1")
            assert frame(app).splitlines()[1].strip() == words.t(ABOUT[name])
            await press(pilot, "escape")


@pytest.mark.parametrize("size", [(40, 200), (80, 200)])
@pytest.mark.parametrize("language", ["en", "ru"])
async def test_the_help_is_read_whole_in_any_width(
    sample: Desk, app_of: MakeApp, language: str, size: tuple[int, int]
) -> None:
    app, words = app_of(sample, language), Wording(language)
    async with app.run_test(size=size) as pilot:
        commands = in_force(app.screen, ())
        await press(pilot, "f1")
        shown = frame(app)
        assert "…" not in shown
        said = " ".join(shown.split())
        for command in commands:
            assert words.t(command.help) in said


def test_every_screen_says_what_it_is_for() -> None:
    assert ROUTES.keys() <= ABOUT.keys()


async def test_where_letters_are_text_the_help_names_no_letters(
    sample: Desk, app_of: MakeApp
) -> None:
    app = app_of(sample)
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, "n", "f1")
        keys = [line[:18].split() for line in frame(app).splitlines()[1:-1]]
        flat = {key for line in keys for key in line if not line[0][0].isupper()}
        assert {"^s", "^g", "^q", "^p", "f1", "esc"} <= flat
        assert not {"u", "q", "?", ":", "b", "j"} & flat


async def test_letters_typed_on_a_form_are_no_commands(sample: Desk, app_of: MakeApp) -> None:
    """Whatever field has the focus: a letter never leaves the form or takes back a change."""
    app = app_of(sample)
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, "n")
        before = len(sample.board().columns[0].cards)
        for _ in range(11):
            await press(pilot, *"uqb?")
            await press(pilot, "tab")
        assert where(pilot) == "new"
        assert len(sample.board().columns[0].cards) == before


@pytest.mark.parametrize("key", ["m", "S", "K", "X", "R"])
async def test_the_inbox_and_the_profile_open_from_every_list(
    sample: Desk, app_of: MakeApp, key: str
) -> None:
    async with app_of(sample).run_test(size=SIZE) as pilot:
        await press(pilot, key)
        await until(pilot, lambda: where(pilot) != "board")
        await press(pilot, "P")
        await until(pilot, lambda: where(pilot) == "profiles")
        await press(pilot, "escape", "E")
        await until(pilot, lambda: where(pilot) == "inbox")
