"""The base application says things as they are written, and gives nothing away."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

import pytest
from textual.app import ComposeResult
from textual.widgets import Input, Label
from textual.widgets._toast import Toast
from textual.worker import WorkerState

from tui.cases.errors import NotFound
from tui.cases.sentence import say, say_many
from tui.terminal.app import SafeApp
from tui.terminal.clean import clean_line

HOSTILE = "[/] [EXT] Re: /path[0] :smile: \x1b]0;x\x07"


class Small(SafeApp):
    BINDINGS: ClassVar = [("ctrl+q", "quit", ""), ("ctrl+c", "help_quit", "")]
    saved = 0

    def compose(self) -> ComposeResult:
        yield Label("x")
        yield Input("счёт \ud800", id="open")
        yield Input("hunter2", password=True, id="password")

    def save_now(self) -> None:
        self.saved += 1
        self.keep_typed()


def toasts(app: SafeApp) -> list[str]:
    return [toast._notification.message for toast in app.screen.query(Toast)]


async def test_a_message_is_shown_as_it_is_written() -> None:
    app = Small()
    async with app.run_test(notifications=True) as pilot:
        app.say(HOSTILE, title=HOSTILE)
        app.notify(HOSTILE, title=HOSTILE, severity="error")
        app.query_one(Label).notify(HOSTILE)
        await pilot.pause()
        assert toasts(app) == [clean_line(HOSTILE)] * 3
        shown = "\n".join(str(toast.render()) for toast in app.screen.query(Toast))
        assert set(shown.split("\n")) == {clean_line(HOSTILE)}


async def test_a_sentence_is_put_into_words() -> None:
    app = Small()
    assert app.in_words(say_many("{count} case", "{count} cases", 1)) == "1 case"
    assert app.in_words(say_many("{count} case", "{count} cases", 5)) == "5 cases"
    async with app.run_test(notifications=True) as pilot:
        app.say(say("There is no case {number}.", number=5))
        await pilot.pause()
        assert toasts(app) == ["There is no case 5."]


async def test_a_password_is_not_copied() -> None:
    app = Small()
    async with app.run_test(notifications=True) as pilot:
        password = app.query_one("#password", Input)
        password.focus()
        password.action_select_all()
        await pilot.press("ctrl+c")
        await pilot.press("ctrl+x")
        await pilot.pause()
        assert app.clipboard == ""
        assert "A password is not copied." in toasts(app)


async def test_anything_else_is_copied() -> None:
    app = Small()
    async with app.run_test() as pilot:
        field = app.query_one("#open", Input)
        field.focus()
        field.action_select_all()
        await pilot.press("ctrl+c")
        assert app.clipboard == "счёт ?"


async def test_no_picture_of_the_screen_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = Small()
    async with app.run_test() as pilot:
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert titles
        assert "Screenshot" not in titles
        await app.run_action("screenshot('x.svg', '.')")
        await pilot.pause()
        assert list(tmp_path.iterdir()) == []


async def test_a_failing_worker_is_told_of() -> None:
    app = Small()
    async with app.run_test(notifications=True) as pilot:

        async def missing() -> None:
            raise NotFound("There is no case {number}.", number=5)

        def broken() -> None:
            raise ValueError("hunter2")

        workers = [app.run_worker(missing()), app.run_worker(broken, thread=True)]
        workers.append(app.query_one(Label).run_worker(missing()))
        while not all(worker.is_finished for worker in workers):
            await pilot.pause()
        await pilot.pause()
        assert {worker.state for worker in workers} == {WorkerState.ERROR}
        assert toasts(app).count("There is no case 5.") == 2
        assert "This could not be finished, by a fault of Upheld." in toasts(app)
        assert app.return_code is None


async def test_a_failing_task_is_told_of() -> None:
    app = Small()
    async with app.run_test(notifications=True) as pilot:
        app._task_failed(asyncio.get_running_loop(), {"exception": ValueError("hunter2")})
        app._task_failed(asyncio.get_running_loop(), {"message": "only a warning"})
        await pilot.pause()
        assert toasts(app) == ["This could not be finished, by a fault of Upheld."]


async def test_an_action_that_cannot_be_done_says_why() -> None:
    class Refusing(Small):
        def action_open(self) -> None:
            raise NotFound("There is no case {number}.", number=5)

    app = Refusing()
    async with app.run_test(notifications=True) as pilot:
        assert await app.run_action("app.open")
        await pilot.pause()
        assert toasts(app) == ["There is no case 5."]


async def test_the_key_that_leaves_is_told() -> None:
    app = Small()
    async with app.run_test(notifications=True) as pilot:
        app.screen.set_focus(None)
        await app.run_action("help_quit")
        await pilot.pause()
        assert toasts(app) == ["To leave, press ctrl+q."]


async def test_a_fault_ends_it_and_is_told_to_tests() -> None:
    class Broken(Small):
        def action_open(self) -> None:
            raise ValueError("hunter2")

    app = Broken()
    with pytest.raises(ValueError, match="hunter2"):
        async with app.run_test():
            await app.run_action("app.open")
    assert app.last_words == []


async def test_a_fault_in_a_handler_keeps_what_was_typed() -> None:
    class Broken(Small):
        def on_input_changed(self) -> None:
            raise ValueError("hunter2")

    app = Broken()
    with pytest.raises(ValueError, match="hunter2"):
        async with app.run_test():
            app.query_one("#open", Input).value = "a"
    assert app.saved == 1
    assert app.last_words == ["Upheld had to stop, by a fault of its own."]


def test_saving_neither_nests_nor_raises(tmp_path: Path) -> None:
    class Full(SafeApp):
        def save_now(self) -> None:
            self.keep_typed()
            raise OSError(28, "hunter2")

    app = Full(crash_folder=tmp_path)
    app.keep_typed()
    app.keep_typed()
    assert app.last_words == ["What you typed last could not be saved."] * 2
    (report,) = tmp_path.iterdir()
    assert "errno 28" in report.read_text(encoding="utf-8")
